"""Sheets as PDF: each page in its slot, with its bleed, stored once."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Name
from PIL import Image
from reportlab.pdfgen.canvas import Canvas
from tests.tools import require_tool
from tests.unit.preflight.pdfs import BLEED, TRIM, changed, finished, image, pages, text

from samenspel.impose import place, plan
from samenspel.model.sheet import Imposing, Paper, SheetPlan
from samenspel.pdf.drawing import Drawing
from samenspel.pdf.taking import taken
from samenspel.preflight import Expectation, inspect
from samenspel.units import Size, to_mm, to_points

DPI = 50.8
"""Two pixels a millimetre."""


def face(number: int):
    """A ground to the edge of the bleed, in cyan (fronts) or magenta (backs), and a corner mark.

    The black square of 8 mm stands in the trim's top left corner and tells which way is up.
    """

    def paint(canvas: Canvas) -> None:
        width, height = (to_points(side + 2 * BLEED) for side in TRIM)
        canvas.setFillColorCMYK(*((0, 1, 0, 0) if number % 2 else (1, 0, 0, 0)))
        canvas.rect(0, 0, width, height, stroke=0, fill=1)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        corner = to_points(BLEED), height - to_points(BLEED + 8)
        canvas.rect(*corner, to_points(8), to_points(8), stroke=0, fill=1)
        text(canvas, f"bladzij {number}", size=12, y=200)

    return paint


def cards(count: int) -> bytes:
    return pages(*(face(number) for number in range(count)))


def furniture(made: SheetPlan) -> bytes:
    def paint(canvas: Canvas) -> None:
        canvas.setStrokeOverprint(True)
        canvas.setOverprintMask(1)
        canvas.setStrokeColorCMYK(0, 0, 0, 1)
        canvas.setLineWidth(0.5)
        for x in made.cuts_x:
            canvas.line(to_points(x), 3, to_points(x), 9)
        canvas.translate(50, 50)  # left over at the end of the page, on purpose

    return pages(*([paint] * len(made.sides)), size=(made.width, made.height))


A4, A3 = Paper("a4", "A4", 210, 297), Paper("a3", "A3", 297, 420)


def a6(pairs: int = 2, paper: Paper = A4, flip="long-edge", **options) -> SheetPlan:
    options["imposing"] = Imposing(flip=flip)
    return plan(
        pairs, trim=TRIM, bleed=BLEED, gutter=options.pop("gutter", None), paper=paper, **options
    )


def imposed(sheets: SheetPlan, source: bytes, marks: bytes, *, bleed: float) -> bytes:
    """The sheets of cards and furniture that are files."""
    pages = taken(source)
    return place(sheets, pages, taken(marks, pages), bleed=bleed).pdf()


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


def test_one_page_a_side_of_the_papers_size() -> None:
    made = a6()
    sheets = opened(imposed(made, cards(4), furniture(made), bleed=BLEED))
    assert len(sheets.pages) == 2
    for page in sheets.pages:
        assert [to_mm(float(value)) for value in page.mediabox] == pytest.approx(
            [0, 0, 297, 210], abs=0.001
        )
        assert sorted(page.obj.Resources.XObject.keys()) == [
            "/Card0", "/Card1", "/Marks",
        ]  # fmt: skip


def test_marks_that_are_equal_are_stored_once_below_slugs_that_differ() -> None:
    made = a6(4)
    source = taken(cards(8))
    marks = taken(furniture(made), source)
    slugs = taken(pages(*map(face, range(len(made.sides))), size=(made.width, made.height)), marks)
    both = Drawing(slugs.objects, [*marks.pages, *slugs.pages])
    sheets = opened(place(made, source, both, bleed=BLEED, slugs=True).pdf())
    named = [page.obj.Resources.XObject for page in sheets.pages]
    assert len({one["/Marks"].objgen for one in named}) == 1 < len(named)
    assert len({one["/Slug"].objgen for one in named}) == len(named)
    content = sheets.pages[0].obj.Contents.read_bytes()
    assert content.index(b"/Card0 Do") < content.index(b"/Marks Do") < content.index(b"/Slug Do")


def test_forms_keep_the_bleed_and_the_pages_own_stream() -> None:
    made, source = a6(), cards(4)
    sheets = opened(imposed(made, source, furniture(made), bleed=BLEED))
    form = sheets.pages[0].obj.Resources.XObject["/Card0"]
    page = opened(source).pages[0]
    assert [float(v) for v in form.BBox] == [float(v) for v in page.mediabox]
    assert form.read_raw_bytes() == page.obj.Contents.read_raw_bytes()


def test_placement_clips_to_what_the_slot_shows() -> None:
    made = plan(4, trim=Size(100, 140), bleed=3, gutter=0, paper=A4)
    source = pages(*[lambda _: None] * 8, size=(106, 146))
    sheets = opened(imposed(made, source, furniture(made), bleed=3))
    data = sheets.pages[0].obj.Contents.read_bytes().decode()
    clips = re.findall(r"q ([-\d. ]+) re W n ([-\d. ]+) cm /Card(\d) Do Q", data)
    assert len(clips) == 4
    left, bottom, width, height = (to_mm(float(value)) for value in clips[0][0].split())
    # Slot 0 stands top left: bleed at its left and top only.
    assert (left, bottom, width, height) == pytest.approx((2, 148.5, 103, 143), abs=0.001)


def test_same_input_same_bytes() -> None:
    made = a6()
    assert imposed(made, cards(4), furniture(made), bleed=BLEED) == imposed(
        made, cards(4), furniture(made), bleed=BLEED
    )


def test_art_and_fonts_stay_shared() -> None:
    """One picture on four pages is one picture on the sheets, and so is a page used twice."""
    maker = image(300, 300, Name.DeviceCMYK)

    def add(document: pikepdf.Pdf) -> None:
        shared = document.make_indirect(maker(document))
        for page in document.pages:
            page.obj.Resources.XObject = pikepdf.Dictionary(Im=shared)
            data = page.obj.Contents.read_bytes() + b" q 99 0 0 99 60 60 cm /Im Do Q"
            page.obj.Contents = document.make_stream(data)

    made = a6(3, paper=A3, filler=[2])
    sheets = opened(imposed(made, changed(cards(6), add), furniture(made), bleed=BLEED))
    streams = [item for item in sheets.objects if isinstance(item, pikepdf.Stream)]
    assert sum(item.get("/Subtype") == Name.Image for item in streams) == 1
    assert sum(item.get("/Subtype") == Name.Form for item in streams) == 6 + 1  # and all marks
    fonts = [item for item in streams if "/Length1" in item]
    assert len(fonts) <= 2  # the cards' subset, and perhaps the furniture's


def test_no_page_of_the_cards_file_is_left_behind() -> None:
    made = a6()
    sheets = opened(imposed(made, cards(4), furniture(made), bleed=BLEED))
    found = [
        item
        for item in sheets.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == Name.Page
    ]
    assert len(found) == 2


def test_sizes_and_counts_must_agree() -> None:
    made = a6()
    with pytest.raises(ValueError, match="furniture"):
        imposed(made, cards(4), furniture(a6(3)), bleed=BLEED)
    with pytest.raises(ValueError, match="paper of"):
        wrong = pages(*[lambda _: None] * 2, size=(210, 297))
        imposed(made, cards(4), wrong, bleed=BLEED)
    with pytest.raises(ValueError, match="trim plus bleed"):
        imposed(made, cards(4), furniture(made), bleed=2)
    with pytest.raises(ValueError, match="page 2 of 2 pages"):
        imposed(made, cards(2), furniture(made), bleed=BLEED)


def test_sheets_pass_preflight() -> None:
    made = a6()
    source = pages(*[lambda canvas: text(canvas, "Kaart", size=10)] * 4)
    file = finished(imposed(made, source, furniture(made), bleed=BLEED), trim_inset=0)
    assert inspect(file, Expectation(pages=2, trim=Size(297, 210))) == []


# --- what only a renderer can show ------------------------------------------------------------


def plates(pdf: bytes, folder: Path) -> dict[tuple[int, str], Image.Image]:
    """Ghostscript's separations: (page, ink) to a picture of 2 pixels a millimetre, 0 is solid."""
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    command = [
        require_tool("gs"), "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep",
        f"-r{DPI}", f"-sOutputFile={folder / 'p%d.tif'}", str(file),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    found = {}
    for path in folder.glob("p*(*).tif"):
        number, ink = re.fullmatch(r"p(\d+)\((\w+)\)", path.stem).groups()
        found[int(number), ink] = Image.open(path).convert("L")
    return found


def solid(picture: Image.Image, x: float, y: float) -> bool:
    """True when the plate prints fully at a point of the paper, in mm."""
    return picture.getpixel((int(x * 2), int(y * 2))) < 10


@pytest.mark.parametrize("flip", ["long-edge", "short-edge"])
@pytest.mark.parametrize(("paper", "gutter"), [(A4, None), (A3, None), (A3, 0.0)])
def test_printed_sheets_register(tmp_path: Path, flip, paper: Paper, gutter) -> None:
    """On the plates: ground to the end of the shown bleed, paper beyond, marks the right way up."""
    made = a6(2, paper=paper, flip=flip, gutter=gutter)
    found = plates(imposed(made, cards(4), furniture(made), bleed=BLEED), tmp_path)
    for page, side in enumerate(made.sides, start=1):
        ground = found[page, "Cyan" if side.side == "front" else "Magenta"]
        for slot in side.slots:
            box, (left, top, right, bottom) = slot.box, slot.bleed
            middle_x, middle_y = box.centre
            assert solid(ground, box.x - left + 0.75, middle_y)
            assert solid(ground, box.right + right - 0.75, middle_y)
            assert solid(ground, middle_x, box.y - top + 0.75)
            assert solid(ground, middle_x, box.bottom + bottom - 0.75)
            if left:
                outside = box.x - left - 0.75
                assert not solid(ground, outside, middle_y) or gutter is None
            corner = (box.right - 4, box.bottom - 4) if slot.turned else (box.x + 4, box.y + 4)
            other = (box.x + 4, box.y + 4) if slot.turned else (box.right - 4, box.bottom - 4)
            assert solid(found[page, "Black"], *corner)
            assert not solid(found[page, "Black"], *other)
        assert not solid(ground, 1, 1)
        for x in made.cuts_x:  # the marks came along, above the cards
            assert (
                min(
                    found[page, "Black"].getpixel((int(x * 2) + d, int((made.height - 2) * 2)))
                    for d in (-1, 0, 1)
                )
                < 200
            )


def _two_streams(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        data = page.obj.Contents.read_bytes()
        cut = data.index(b"f*") if b"f*" in data else data.index(b" re") + 3
        cut = data.index(b"\n", cut)
        parts = [document.make_stream(data[:cut]), document.make_stream(data[cut:])]
        page.obj.Contents = Array(parts)


def _rotated(degrees: int):
    """The same look from a page that lies turned and is shown upright by /Rotate."""

    def change(document: pikepdf.Pdf) -> None:
        for page in document.pages:
            width, height = float(page.mediabox[2]), float(page.mediabox[3])
            turn = {
                90: (f"0 1 -1 0 {height} 0", (height, width)),
                180: (f"-1 0 0 -1 {width} {height}", (width, height)),
                270: (f"0 -1 1 0 0 {width}", (height, width)),
            }[degrees]
            data = page.obj.Contents.read_bytes()
            page.obj.Contents = document.make_stream(f"{turn[0]} cm ".encode() + data)
            page.obj.MediaBox = Array([0, 0, *turn[1]])
            page.obj.Rotate = degrees

    return change


def _user_unit(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        data = page.obj.Contents.read_bytes()
        page.obj.Contents = document.make_stream(b".5 0 0 .5 0 0 cm " + data)
        page.obj.MediaBox = Array([0, 0, width / 2, height / 2])
        page.obj.UserUnit = 2


def _moved(document: pikepdf.Pdf) -> None:
    for page in document.pages:
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        data = page.obj.Contents.read_bytes()
        page.obj.Contents = document.make_stream(b"1 0 0 1 -40 70 cm " + data)
        page.obj.MediaBox = Array([-40, 70, width - 40, height + 70])


def _around(document: pikepdf.Pdf) -> None:
    """A larger MediaBox with the bleed marked in it."""
    for page in document.pages:
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        page.obj.BleedBox = Array([0, 0, width, height])
        page.obj.MediaBox = Array([-50, -50, width + 50, height + 50])


def test_cards_lie_on_the_sheet_wherever_its_own_corner_is() -> None:
    """The furniture's MediaBox need not begin at 0, 0; the cards keep to its corner."""
    made = a6(1)
    placed = r"([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re W n (?:[-\d.]+ ){4}([-\d.]+) ([-\d.]+) cm"

    def numbers(furnished: bytes) -> list[float]:
        sheets = opened(imposed(made, cards(2), furnished, bleed=BLEED))
        found = re.search(placed, sheets.pages[0].obj.Contents.read_bytes().decode())
        assert found
        return [float(one) for one in found.groups()]

    plain, moved = numbers(furniture(made)), numbers(changed(furniture(made), _moved))
    assert [b - a for a, b in zip(plain, moved, strict=True)] == pytest.approx(
        [-40, 70, 0, 0, -40, 70], abs=0.01
    )


@pytest.mark.parametrize(
    "change",
    [_two_streams, _rotated(90), _rotated(180), _rotated(270), _user_unit, _moved, _around],
    ids=["two streams", "rotate 90", "rotate 180", "rotate 270", "user unit", "moved", "bleed box"],
)
def test_pages_made_in_another_way_look_the_same(tmp_path: Path, change) -> None:
    made = a6(1)
    plain, strange = tmp_path / "plain", tmp_path / "strange"
    plain.mkdir(), strange.mkdir()
    source = cards(2)
    expected = plates(imposed(made, source, furniture(made), bleed=BLEED), plain)
    odd = changed(source, change)
    found = plates(imposed(made, odd, furniture(made), bleed=BLEED), strange)
    assert found.keys() == expected.keys()
    for key, picture in expected.items():
        pairs = zip(picture.tobytes(), found[key].tobytes(), strict=True)
        differing = sum(abs(one - other) > 40 for one, other in pairs)
        assert differing < 60, key  # edges may fall on the other side of a pixel


def test_pages_that_share_a_stream_keep_their_own_resources() -> None:
    def share(document: pikepdf.Pdf) -> None:
        for page in list(document.pages)[1:]:
            page.obj.Contents = document.pages[0].obj.Contents
            page.obj.Resources = pikepdf.Dictionary(Properties=pikepdf.Dictionary())

    made = a6(1)
    sheets = opened(imposed(made, changed(cards(2), share), furniture(made), bleed=BLEED))
    front, back = (page.obj.Resources.XObject["/Card0"] for page in sheets.pages)
    assert front.objgen != back.objgen
    assert front.read_bytes() == back.read_bytes()
    assert "/Font" in front.Resources
    assert "/Font" not in back.Resources


def test_a_page_without_content_is_an_empty_card() -> None:
    def empty(document: pikepdf.Pdf) -> None:
        del document.pages[0].obj["/Contents"]

    made = a6(1)
    sheets = opened(imposed(made, changed(cards(2), empty), furniture(made), bleed=BLEED))
    assert sheets.pages[0].obj.Resources.XObject["/Card0"].read_bytes() == b""


def test_furniture_keeps_its_own_names() -> None:
    made = a6(1)

    def add(document: pikepdf.Pdf) -> None:
        stamp = document.make_indirect(image(2, 2, Name.DeviceCMYK)(document))
        shared = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Card0=stamp))
        for page in document.pages:
            page.obj.Resources = document.make_indirect(shared)
            page.obj.Contents = document.make_stream(b"q 9 0 0 9 0 0 cm /Card0 Do Q")

    sheets = opened(imposed(made, cards(2), changed(furniture(made), add), bleed=BLEED))
    first, second = (page.obj.Resources.XObject for page in sheets.pages)
    for found in (first, second):
        assert found["/Card0"].Subtype == Name.Form
        assert found["/Marks"].Resources.XObject["/Card0"].Subtype == Name.Image
    assert first["/Card0"].objgen != second["/Card0"].objgen
    assert first["/Marks"].Resources.objgen == second["/Marks"].Resources.objgen


def test_sheets_with_the_same_places_share_their_content() -> None:
    made = a6(8)
    sheets = opened(imposed(made, cards(16), furniture(made), bleed=BLEED))
    assert len(sheets.pages) == 8
    assert len({page.obj.Contents.objgen for page in sheets.pages}) <= 2


def test_qpdf_has_nothing_to_say(tmp_path: Path) -> None:
    made = a6()
    file = tmp_path / "sheets.pdf"
    file.write_bytes(imposed(made, cards(4), furniture(made), bleed=BLEED))
    subprocess.run([require_tool("qpdf"), "--check", str(file)], check=True, capture_output=True)
