"""Finished files: boxes, output intent, metadata, and the same bytes every time."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.tools import require_tool
from tests.unit.preflight import pdfs
from tests.unit.preflight.pdfs import (
    BLEED,
    EXPECTED,
    METADATA,
    PRESS,
    card,
    changed,
    clean,
    finished,
    image,
    pages,
    profile,
    text,
)

from samenspel.errors import ContentError
from samenspel.finish import Metadata, finish
from samenspel.preflight import inspect
from samenspel.units import to_points

_OPEN: list[pikepdf.Pdf] = []
"""Documents in use: pikepdf's objects die with the document that they come from."""


def opened(pdf: bytes) -> pikepdf.Pdf:
    _OPEN.append(pikepdf.open(io.BytesIO(pdf)))
    return _OPEN[-1]


@pytest.fixture(autouse=True)
def _close() -> Iterator[None]:
    yield
    while _OPEN:
        _OPEN.pop().close()


def numbers(box: pikepdf.Object) -> list[float]:
    return [float(value) for value in box]


def test_boxes_are_exact() -> None:
    document = opened(card())
    page = document.pages[0].obj
    width, height, inset = to_points(111), to_points(154), to_points(BLEED)
    assert numbers(page.MediaBox) == pytest.approx([0, 0, width, height], abs=1e-4)
    assert numbers(page.BleedBox) == numbers(page.MediaBox)
    assert numbers(page.TrimBox) == pytest.approx(
        [inset, inset, width - inset, height - inset], abs=1e-4
    )
    assert all(Decimal(str(v)) == round(Decimal(str(v)), 4) for v in page.TrimBox)
    assert "/CropBox" not in page and "/ArtBox" not in page


def test_a_bleed_inside_the_medium() -> None:
    size = (pdfs.TRIM[0] + 20, pdfs.TRIM[1] + 20)
    document = opened(finished(pages(clean, size=size), trim_inset=10, bleed_inset=7))
    page = document.pages[0].obj
    assert numbers(page.BleedBox)[:2] == pytest.approx([to_points(7)] * 2, abs=1e-4)
    assert numbers(page.TrimBox)[:2] == pytest.approx([to_points(10)] * 2, abs=1e-4)


def test_sheets_are_cut_at_the_papers_edge() -> None:
    document = opened(finished(pages(clean), trim_inset=0))
    page = document.pages[0].obj
    assert numbers(page.TrimBox) == numbers(page.BleedBox) == numbers(page.MediaBox)


def test_insets_that_make_no_sense() -> None:
    with pytest.raises(ValueError, match="must nest"):
        finished(pages(clean), trim_inset=1, bleed_inset=2)
    with pytest.raises(ValueError, match="leaves nothing"):
        finished(pages(clean), trim_inset=60)
    for size in ((15.0, 100.0), (100.0, 15.0)):
        with pytest.raises(ValueError, match="leaves nothing"):
            finished(pages(clean, size=size), trim_inset=8)


def test_the_output_intent() -> None:
    document = opened(card())
    (intent,) = document.Root.OutputIntents
    assert intent.S == Name.GTS_PDFX
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert str(intent.Info) == PRESS.condition_info
    assert str(intent.OutputCondition) == PRESS.condition_info
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes() == profile()


def test_an_earlier_intent_is_replaced() -> None:
    again = finished(card(), trim_inset=BLEED)
    assert len(opened(again).Root.OutputIntents) == 1


@pytest.mark.parametrize("wrong", [b"", b"no profile" * 20, b"\0" * 12 + b"mntrRGB XYZ "])
def test_only_a_cmyk_printer_profile_will_do(wrong: bytes) -> None:
    with pytest.raises(ContentError, match="press-profile"):
        finish(pages(clean), press=PRESS, profile=wrong, trim_inset=BLEED, metadata=METADATA)


def test_info_and_xmp_agree() -> None:
    changed = replace(
        METADATA,
        subject="Kaarten <onderwerp>",
        keywords="kaarten, gesprek & werk",
        author="Wij",
        created=datetime(2026, 5, 6, 7, 8, 9, 999, timezone(timedelta(hours=-3, minutes=-30))),
    )
    file = finish(pages(clean), press=PRESS, profile=profile(), trim_inset=BLEED, metadata=changed)
    document = opened(file)
    info = {key: str(value) for key, value in document.docinfo.items()}
    assert info == {
        "/Title": "Kaarten & <proef>",
        "/Author": "Wij",
        "/Subject": "Kaarten <onderwerp>",
        "/Keywords": "kaarten, gesprek & werk",
        "/Creator": "samenspel 0.1",
        "/Producer": "samenspel",
        "/CreationDate": "D:20260506070809-03'30'",
        "/ModDate": "D:20260506070809-03'30'",
        "/Trapped": "/False",
    }
    with document.open_metadata() as xmp:
        assert xmp["dc:title"] == info["/Title"]
        assert xmp["dc:creator"] == ["Wij"]
        assert xmp["dc:description"] == info["/Subject"]
        assert xmp["pdf:Keywords"] == info["/Keywords"]
        assert xmp["pdf:Producer"] == info["/Producer"]
        assert xmp["pdf:Trapped"] == "False"
        assert xmp["xmp:CreatorTool"] == info["/Creator"]
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            assert xmp[key] == "2026-05-06T07:08:09-03:30"
        assert xmp["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
        assert xmp["xmpMM:VersionID"] == "1"
        assert xmp["xmpMM:RenditionClass"] == "default"
        assert re.fullmatch(r"uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f-]+", xmp["xmpMM:DocumentID"])
    assert inspect(file, EXPECTED) == []


def test_xmp_can_be_read_without_a_pdf_reader() -> None:
    assert b"<pdfxid:GTS_PDFXVersion>PDF/X-4<" in card()


def test_metadata_needs_a_zone_and_a_title() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Metadata(title="x", created=datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="title"):
        Metadata(title="", created=datetime(2026, 1, 1, tzinfo=UTC))


def test_language_and_title_for_readers() -> None:
    root = opened(card()).Root
    assert str(root.Lang) == "nl"
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert "/Direction" not in root.ViewerPreferences


def test_a_viewer_opens_an_arabic_booklet_to_the_right() -> None:
    arabic = replace(METADATA, language="ar")
    file = finish(pages(clean), press=PRESS, profile=profile(), trim_inset=3, metadata=arabic)
    assert opened(file).Root.ViewerPreferences.Direction == Name.R2L


def test_same_input_same_bytes_and_other_input_other_ids() -> None:
    one, other = pages(clean), pages(lambda canvas: text(canvas, "anders", size=10))
    assert finished(one) == finished(one)
    ids = [re.search(rb"DocumentID>(.*?)<", finished(pdf))[1] for pdf in (one, other)]
    assert ids[0] != ids[1]
    trailers = [opened(finished(pdf)).trailer.ID for pdf in (one, one, other)]
    assert bytes(trailers[0][0]) == bytes(trailers[1][0]) != bytes(trailers[2][0])


def test_version_and_objects() -> None:
    file = card()
    assert file.startswith(b"%PDF-1.6")
    kinds = [str(o.get("/Type")) for o in opened(file).objects if isinstance(o, pikepdf.Stream)]
    assert "/ObjStm" in kinds or b"/ObjStm" in file


def test_compressed_streams_are_left_alone() -> None:
    source = pages(clean)
    before = opened(source).pages[0].obj.Contents.read_raw_bytes()
    assert opened(finished(source)).pages[0].obj.Contents.read_raw_bytes() == before


def test_equal_streams_are_stored_once() -> None:
    """Pictures with masks of their own: the masks become one, and so the pictures."""
    maker = image(300, 300, Name.DeviceCMYK, SMask=image(300, 300, Name.DeviceGray))

    def add(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            page.obj.Resources.XObject = Dictionary(Im=maker(document))

    source = changed(pages(clean, clean, clean), add)
    document = opened(finished(source))
    streams = [item for item in document.objects if isinstance(item, pikepdf.Stream)]
    assert sum(item.get("/Subtype") == Name.Image for item in streams) == 2
    assert len({page.obj.Contents.objgen for page in document.pages}) == 1


def test_subsets_of_one_name_are_told_apart() -> None:
    """Two documents that reportlab wrote call different subsets alike; together they clash."""
    document = opened(pages(lambda canvas: text(canvas, "één", size=10)))
    other = opened(pages(lambda canvas: text(canvas, "naïef", size=10)))
    document.pages.extend(other.pages)
    out = io.BytesIO()
    document.save(out)
    found = [
        str(next(iter(dict(page.obj.Resources.Font.items()).values())).BaseFont)
        for page in opened(finished(out.getvalue())).pages
    ]
    assert found[0] != found[1]
    assert all(re.fullmatch(r"/[A-Z]{6}\+AtkinsonHyperlegibleNext-Regular", name) for name in found)
    assert inspect(finished(out.getvalue()), replace(EXPECTED, pages=2)) == []


def test_composite_fonts_are_renamed_with_their_descendants() -> None:
    def composite(data: bytes) -> Dictionary:
        program = document.make_stream(data)
        name = Name("/AAAAAA+Deck")
        descriptor = document.make_indirect(
            Dictionary(Type=Name.FontDescriptor, FontName=name, FontFile2=program)
        )
        below = document.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name, FontDescriptor=descriptor
            )
        )
        return document.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=name,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([below]),
            )
        )

    document = opened(pages(clean))
    fonts = document.pages[0].obj.Resources.Font
    fonts["/X1"], fonts["/X2"] = composite(b"one"), composite(b"two")
    out = io.BytesIO()
    document.save(out)
    fonts = opened(finished(out.getvalue())).pages[0].obj.Resources.Font
    names = []
    for key in ("/X1", "/X2"):
        below = fonts[key].DescendantFonts[0]
        assert fonts[key].BaseFont == below.BaseFont == below.FontDescriptor.FontName
        names.append(str(below.BaseFont))
    assert names[0] != names[1]


def test_leftovers_of_the_screen_are_dropped() -> None:
    def add(document: pikepdf.Pdf) -> None:
        document.Root.PageMode = Name.UseNone
        document.Root.Version = Name("/1.7")
        document.pages[0].obj.Resources.ProcSet = Array([Name.PDF])
        document.pages[0].obj.Trans = Dictionary()

    document = opened(finished(changed(pages(clean), add)))
    assert "/PageMode" not in document.Root and "/Version" not in document.Root
    assert "/ProcSet" not in document.pages[0].obj.Resources
    assert "/Trans" not in document.pages[0].obj


# --- other programs' opinion ------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "card.pdf"
    path.write_bytes(card(clean, clean))
    return path


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_qpdf_finds_no_fault(file: Path) -> None:
    assert "No syntax or stream encoding errors" in run(require_tool("qpdf"), "--check", str(file))


def test_poppler_reads_the_boxes(file: Path) -> None:
    output = run(require_tool("pdfinfo"), "-box", str(file))
    boxes = {
        name: [float(value) for value in values.split()]
        for name, values in re.findall(r"(\w+Box):\s+([\d. ]+)", output)
    }
    inset = to_points(BLEED)
    assert boxes["TrimBox"] == pytest.approx(
        [inset, inset, to_points(111) - inset, to_points(154) - inset], abs=0.01
    )
    assert boxes["BleedBox"] == boxes["MediaBox"] == boxes["CropBox"]
    assert "PDF version:     1.6" in output
    assert "Kaarten & <proef>" in output


def test_poppler_finds_embedded_subsets_alone(file: Path) -> None:
    rows = run(require_tool("pdffonts"), str(file)).splitlines()[2:]
    assert rows
    assert all(re.search(r" yes yes yes +\d+ +\d+$", row) for row in rows)
