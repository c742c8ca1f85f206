"""Each standard: its marks, its syntax, and what it refuses."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.unit.preflight.pdfs import BLEED, METADATA, PRESS, changed, clean, image, pages, profile

from samenspel.errors import ContentError
from samenspel.finish import STANDARDS, finish

OLD = ("PDF/X-1a:2003", "PDF/X-3:2002")
Change = Callable[[pikepdf.Pdf], None]


def built(standard: str, pdf: bytes | None = None, icc: bytes | None = None) -> bytes:
    press = replace(PRESS, standard=standard)
    return finish(
        pages(clean) if pdf is None else pdf,
        press=press,
        profile=profile() if icc is None else icc,
        trim_inset=BLEED,
        metadata=METADATA,
    )


@pytest.fixture(params=STANDARDS)
def standard(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_three_standards_are_offered() -> None:
    assert {name: item.version for name, item in STANDARDS.items()} == {
        "PDF/X-4": "1.6",
        "PDF/X-1a:2003": "1.4",
        "PDF/X-3:2002": "1.3",
    }


def test_the_version_stands_in_the_header_and_nowhere_else(standard: str) -> None:
    file = built(standard)
    assert file.startswith(f"%PDF-{STANDARDS[standard].version}\n".encode())
    with pikepdf.open(io.BytesIO(file)) as document:
        assert "/Version" not in document.Root


@pytest.mark.parametrize("standard", OLD)
def test_old_standards_have_a_plain_table_of_objects(standard: str) -> None:
    file = built(standard)
    assert b"/ObjStm" not in file and b"/XRef" not in file
    assert re.search(rb"\nxref\n0 \d+\n0{10} 65535 f", file)
    assert b"trailer <<" in file


@pytest.mark.parametrize("standard", OLD)
def test_old_standards_are_declared_in_info(standard: str) -> None:
    with pikepdf.open(io.BytesIO(built(standard))) as document:
        assert str(document.docinfo["/GTS_PDFXVersion"]) == standard
        assert "/GTS_PDFXConformance" not in document.docinfo  # a key of PDF/X-1a:2001


def test_all_standards_ask_for_these(standard: str) -> None:
    with pikepdf.open(io.BytesIO(built(standard))) as document:
        info = document.docinfo
        assert info["/Trapped"] == Name("/False")
        for key in ("/Title", "/CreationDate", "/ModDate"):
            assert str(info[key])
        assert len(document.trailer.ID) == 2
        assert "/Encrypt" not in document.trailer
        (intent,) = document.Root.OutputIntents
        assert intent.S == Name.GTS_PDFX
        assert intent.DestOutputProfile.read_bytes() == profile()
        for page in document.pages:
            assert "/TrimBox" in page.obj and "/ArtBox" not in page.obj


def test_xmp_repeats_what_info_says() -> None:
    with (
        pikepdf.open(io.BytesIO(built("PDF/X-1a:2003"))) as document,
        document.open_metadata() as xmp,
    ):
        assert xmp["{http://ns.adobe.com/pdfx/1.3/}GTS_PDFXVersion"] == "PDF/X-1a:2003"
        assert "{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion" not in xmp
        assert xmp["dc:title"] == str(document.docinfo["/Title"])


def test_pdf_1_3_knows_no_metadata_stream_and_no_language() -> None:
    file = built("PDF/X-3:2002")
    with pikepdf.open(io.BytesIO(file)) as document:
        assert not {"/Metadata", "/Lang", "/ViewerPreferences"} & set(document.Root.keys())
    assert b"xpacket" not in file


def test_the_art_is_the_same_in_all_standards() -> None:
    contents = set()
    for name in STANDARDS:
        with pikepdf.open(io.BytesIO(built(name))) as document:
            contents.add(document.pages[0].obj.Contents.read_raw_bytes())
    assert len(contents) == 1


def test_same_input_same_bytes(standard: str) -> None:
    source = pages(clean)
    assert built(standard, source) == built(standard, source)


def test_a_new_profile_is_for_the_new_standard_alone() -> None:
    newer = profile()[:8] + b"\x04" + profile()[9:]
    assert built("PDF/X-4", icc=newer)
    for name in OLD:
        with pytest.raises(ContentError, match="press-profile-version"):
            built(name, icc=newer)


# --- what is refused --------------------------------------------------------------------------


def state(**entries: object) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        resources = document.pages[0].obj.Resources
        resources.ExtGState = Dictionary(X=Dictionary(Type=Name.ExtGState, **entries))

    return change


def picture(**entries: object) -> Change:
    def change(document: pikepdf.Pdf) -> None:
        stream = image(300, 300, Name.DeviceCMYK)(document)
        for key, value in entries.items():
            stream[f"/{key}"] = value
        document.pages[0].obj.Resources.XObject = Dictionary(Im=stream)

    return change


def group(document: pikepdf.Pdf) -> None:
    document.pages[0].obj.Group = Dictionary(
        Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK
    )


def layers(document: pikepdf.Pdf) -> None:
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name="laag"))
    document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))


def spots(document: pikepdf.Pdf) -> None:
    def spot(magenta: float) -> Array:
        solid = [0, magenta, 0, 0]
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=solid, N=1)
        return Array([Name.Separation, Name.CutContour, Name.DeviceCMYK, tint])

    document.pages[0].obj.Resources.ColorSpace = Dictionary(A=spot(1), B=spot(0.5))


LATE: dict[str, Change] = {
    "soft mask": state(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity)),
    "constant alpha": state(ca=0.5),
    "blend mode": state(BM=Name.Multiply),
    "transparency group": group,
    "JPXDecode": picture(Filter=Name.JPXDecode),
    "JBIG2Decode": picture(Filter=Array([Name.JBIG2Decode])),
    "16 bits": picture(BitsPerComponent=16),
    "layers": layers,
}
NEVER: dict[str, Change] = {
    "LZW": picture(Filter=Name.LZWDecode),
    "transfer function": state(TR=Name.Identity),
    "two looks": spots,
}


@pytest.fixture
def sound() -> Iterator[bytes]:
    yield pages(clean)


@pytest.mark.parametrize("fault", LATE)
@pytest.mark.parametrize("standard", OLD)
def test_old_standards_refuse_what_is_newer(standard: str, fault: str, sound: bytes) -> None:
    with pytest.raises(ValueError, match=f"{standard} allows no .*{fault}"):
        built(standard, changed(sound, LATE[fault]))


@pytest.mark.parametrize("fault", LATE)
def test_the_new_standard_does_not(fault: str, sound: bytes) -> None:
    assert built("PDF/X-4", changed(sound, LATE[fault]))


@pytest.mark.parametrize("fault", NEVER)
def test_all_standards_refuse(standard: str, fault: str, sound: bytes) -> None:
    with pytest.raises(ValueError, match=fault):
        built(standard, changed(sound, NEVER[fault]))


def test_harmless_look_alikes_pass(standard: str, sound: bytes) -> None:
    harmless = changed(sound, state(SMask=Name("/None"), ca=1, CA=1.0, BM=Name.Normal, OPM=1))
    assert built(standard, harmless)
