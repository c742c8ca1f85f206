"""The real deck in each standard, as other programs read it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageChops, ImageFilter
from tests.press.pdfcpu import strict_validation
from tests.press.plates import plates
from tests.press.separating import ghostscript_plates
from tests.tools import require_tool

from samenspel import BuildRequest, build_deck
from samenspel.finish import STANDARDS

OLD = {"PDF/X-1a:2003": "ISO 15930-4", "PDF/X-3:2002": "ISO 15930-3"}
FILES = ("cards.pdf", "sheets-a4.pdf", "poster.pdf")
CHECKED = (
    ("PDF/X-4", "cards.pdf"),
    ("PDF/X-4", "sheets-a4.pdf"),
    ("PDF/X-1a:2003", "cards.pdf"),
    ("PDF/X-1a:2003", "poster.pdf"),
    ("PDF/X-3:2002", "sheets-a4.pdf"),
    ("PDF/X-3:2002", "poster.pdf"),
    ("outlined", "cards.pdf"),
    ("die line", "cards-dieline.pdf"),
)
"""Each standard in two products: a run of pdfcpu takes a second."""

BLACK_TEXT = 6
"""A page with nothing but black text on a ground: the list of conditions."""


def made(folder: Path, **wanted: object) -> Path:
    cache = folder.parent / "cache"
    build_deck(BuildRequest(output=folder, formats=("poker",), cache=cache, **wanted))  # type: ignore[arg-type]
    return folder / "basis/nl/poker"


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of each standard, and of outlined text and of one shop with a die line."""
    base = tmp_path_factory.mktemp("standards")
    cards = ("cards",)
    return {
        **{name: made(base / str(at), standard=name) for at, name in enumerate(STANDARDS)},
        "outlined": made(base / "out", products=cards, text="outlined", standard="PDF/X-1a:2003"),
        "die line": made(base / "die", products=cards, press="onlineprinters"),
    }


def run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize(("kind", "name"), CHECKED)
def test_qpdf_and_pdfcpu_find_nothing_wrong(decks: dict[str, Path], kind: str, name: str) -> None:
    """pdfcpu's strict mode refuses keys that are newer than the file's own version."""
    file = decks[kind] / name
    assert "No syntax or stream encoding errors" in run(require_tool("qpdf"), "--check", file)
    sound, said = strict_validation(file)
    assert sound, said


def test_pdfcpu_would_find_what_is_newer(decks: dict[str, Path], tmp_path: Path) -> None:
    """The control: PDF 1.3 with a transparency group, which came with 1.4."""
    with pikepdf.open(decks["PDF/X-3:2002"] / "poster.pdf") as pdf:
        pdf.pages[0].obj.Group = pikepdf.Dictionary(
            Type=pikepdf.Name.Group, S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK
        )
        pdf.save(
            tmp_path / "newer.pdf",
            force_version="1.3",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    sound, said = strict_validation(tmp_path / "newer.pdf")
    assert not sound and "unsupported in version 1.3" in said


def inside(inner: pikepdf.Object, outer: pikepdf.Object) -> bool:
    x0, y0, x1, y1 = map(float, inner)
    left, bottom, right, top = map(float, outer)
    return left <= x0 < x1 <= right and bottom <= y0 < y1 <= top


@pytest.mark.parametrize("name", FILES)
def test_pdfx_4_item_by_item(decks: dict[str, Path], name: str) -> None:
    """The list in docs/print.md, read from the file without any of our own code."""
    with pikepdf.open(decks["PDF/X-4"] / name) as pdf, pdf.open_metadata() as xmp:
        assert pdf.pdf_version == "1.6" and "/Version" not in pdf.Root
        assert not pdf.is_encrypted and len(pdf.trailer.ID) == 2
        (intent,) = [i for i in pdf.Root.OutputIntents if i.S == pikepdf.Name.GTS_PDFX]
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        icc = intent.DestOutputProfile.read_bytes()
        assert (icc[12:16], icc[16:20], intent.DestOutputProfile.N) == (b"prtr", b"CMYK", 4)
        assert xmp["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID",
                    "xmpMM:VersionID", "xmpMM:RenditionClass"):  # fmt: skip
            assert xmp[key]
        assert xmp["dc:title"] == str(pdf.docinfo["/Title"])
        assert (pdf.docinfo["/Trapped"], xmp["pdf:Trapped"]) == (pikepdf.Name("/False"), "False")
        assert not {"/AcroForm", "/OpenAction", "/AA", "/Names", "/OCProperties"} & set(pdf.Root)
        for page in pdf.pages:
            assert not {"/ArtBox", "/CropBox", "/Annots", "/AA", "/UserUnit", "/Rotate"} & set(
                page.obj
            )
            assert inside(page.obj.TrimBox, page.obj.BleedBox)
            assert inside(page.obj.BleedBox, page.obj.MediaBox)
        # Equal cards that are read one by one are forms apart: a form says itself by which number
        # the structure tree knows its marks.
        streams = [
            (item.read_raw_bytes(), str(item.get("/Subtype")), str(item.get("/StructParents")))
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream)
        ]
        assert len(streams) == len(set(streams)), "a stream is stored twice"


@pytest.mark.parametrize("standard", OLD)
def test_poppler_names_the_standard(decks: dict[str, Path], standard: str) -> None:
    for name in FILES:
        output = run(require_tool("pdfinfo"), decks[standard] / name)
        assert re.search(rf"PDF version:\s+{re.escape(STANDARDS[standard].version)}\n", output)
        assert re.search(rf"PDF subtype:\s+{re.escape(standard)}\n", output)
        assert re.search(rf"Standard:\s+{re.escape(OLD[standard])}\n", output)


@pytest.mark.parametrize(("standard", "page"), [("PDF/X-1a:2003", 17), ("PDF/X-3:2002", 18)])
def test_all_standards_print_the_same(
    decks: dict[str, Path], tmp_path: Path, standard: str, page: int
) -> None:
    found = []
    for name in ("PDF/X-4", standard):
        folder = tmp_path / name.replace("/", "").replace(":", "")
        folder.mkdir()
        images = plates(decks[name] / "cards.pdf", page, folder, dpi=100)
        found.append({ink: image.tobytes() for ink, image in images.items()})
    assert found[0] == found[1]


def test_outlined_files_have_no_fonts_and_no_text(decks: dict[str, Path]) -> None:
    file = decks["outlined"] / "cards.pdf"
    assert len(run(require_tool("pdffonts"), file).splitlines()) == 2  # the heading alone
    assert run(require_tool("pdftotext"), file, "-").strip() == ""


def test_outlines_overprint_and_look_as_the_text(decks: dict[str, Path], tmp_path: Path) -> None:
    """Colour plates are untouched by black text; on the black plate edges differ by a pixel or two.

    Ghostscript inks every pixel that a path touches, but of a font's glyphs those whose middle lies
    inside; a pixel is 0.04 mm here.
    """
    found = {}
    for name in ("PDF/X-4", "outlined"):
        folder = tmp_path / name.replace("/", "")
        folder.mkdir()
        found[name] = plates(decks[name] / "cards.pdf", BLACK_TEXT, folder, dpi=600)
    live, outlined = found["PDF/X-4"], found["outlined"]
    for ink in ("Cyan", "Magenta", "Yellow"):
        assert live[ink].tobytes() == outlined[ink].tobytes(), ink
    text, paths = live["Black"], outlined["Black"]
    assert text.histogram()[0] > 10_000
    for one, other, size in ((text, paths, 3), (paths, text, 5)):
        grown = other.filter(ImageFilter.MinFilter(size))  # one pixel, two pixels more ink around
        outside = ImageChops.subtract(grown, one)
        assert outside.getbbox() is None


def test_the_die_line_has_a_plate_of_its_own(decks: dict[str, Path], tmp_path: Path) -> None:
    found = {}
    for name in ("cards.pdf", "cards-dieline.pdf"):
        folder = tmp_path / name
        folder.mkdir()
        found[name] = ghostscript_plates(decks["die line"] / name, 17, folder, dpi=200)
    plain, lined = found["cards.pdf"], found["cards-dieline.pdf"]
    assert set(lined) - set(plain) == {"CutContour"}
    for ink, plate in plain.items():
        assert plate.tobytes() == lined[ink].tobytes(), ink
    box = lined["CutContour"].getbbox()
    assert box is not None
    trim, bleed = (63 / 25.4 * 200, 88 / 25.4 * 200), 2 / 25.4 * 200
    wanted = (bleed, bleed, bleed + trim[0], bleed + trim[1])
    assert box == pytest.approx(wanted, abs=2)


def test_a_shop_that_wants_backs_first_gets_them_first(tmp_path: Path) -> None:
    folder = made(tmp_path, press="drivethrucards", products=("cards",))
    pages = run(require_tool("pdftotext"), "-f", "17", "-l", "18", folder / "cards.pdf", "-")
    back, front = pages.split("\f")[:2]
    assert "?" in back and "?" not in front
    with pikepdf.open(folder / "cards.pdf") as pdf:
        assert str(pdf.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
