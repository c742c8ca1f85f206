"""Faults of pages: boxes, bleed, the safe zone, corners, fronts and backs."""

from __future__ import annotations

from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Pdf
from reportlab.pdfgen.canvas import Canvas
from tests.preflight.making import (
    AT,
    BOX,
    Maker,
    Seed,
    drawn,
    edited,
    form,
    mm,
    page_set,
    picture,
    spot,
    state,
    word,
)
from tests.unit.preflight import pdfs
from tests.unit.preflight.pdfs import card, changed, clean, finished, pages

MM = 72 / 25.4
WIDE, HIGH = (pdfs.TRIM[0] + 2 * pdfs.BLEED) * MM, (pdfs.TRIM[1] + 2 * pdfs.BLEED) * MM
"""The page with its bleed, in points."""
SAFE = {"safe": 4.0}


def ground(left: float, bottom: float, right: float, top: float, then: str = "") -> Maker:
    """A page with nothing but a ground, which stays so many mm away from the medium's edges."""
    x, y = left * MM, bottom * MM
    width, height = WIDE - (left + right) * MM, HIGH - (bottom + top) * MM

    def change(document: Pdf) -> None:
        data = f".2 .1 0 0 k {x:.3f} {y:.3f} {width:.3f} {height:.3f} re f {then}"
        document.pages[0].obj.Contents = document.make_stream(data.encode())

    return edited(change)


def _bordered() -> bytes:
    """A picture on all of the bleed whose left edge is white, for 3 mm."""

    def change(document: Pdf) -> None:
        row = bytes(4 * 30) + b"\x40\x20\x00\x00" * 1080
        image = document.make_stream(row * 16)
        image.Type, image.Subtype, image.ColorSpace = Name.XObject, Name.Image, Name.DeviceCMYK
        image.Width, image.Height, image.BitsPerComponent = 1110, 16, 8
        page = document.pages[0].obj
        page.Resources.XObject = Dictionary(Im=image)
        data = f"{WIDE:.3f} 0 0 {HIGH:.3f} 0 0 cm /Im Do"
        page.Contents = document.make_stream(data.encode())

    return edited(change)()


def _round_ground() -> bytes:
    """A ground that bulges: it fills the bleed in the middle of its left side alone."""

    def change(document: Pdf) -> None:
        half, cut = HIGH / 2, 3 * MM
        data = (
            f".2 .1 0 0 k {WIDE:.2f} 0 m {WIDE:.2f} {HIGH:.2f} l {cut:.2f} {HIGH:.2f} l "
            f"{cut:.2f} {half + 50:.2f} l 0 {half:.2f} l {cut:.2f} {half - 50:.2f} l "
            f"{cut:.2f} 0 l h f"
        )
        document.pages[0].obj.Contents = document.make_stream(data.encode())

    return edited(change)()


def _ringed(canvas: Canvas) -> None:
    clean(canvas)
    canvas.setFillColorCMYK(0, 0.5, 0, 0)
    canvas.circle(150, 320, 30, stroke=0, fill=1)


def _two_sizes() -> bytes:
    """Three pages, the second of which is cut 5 mm narrower."""

    def change(document: Pdf) -> None:
        page = document.pages[1].obj
        left, bottom, right, top = (float(value) for value in page.TrimBox)
        page.TrimBox = Array([left, bottom, right - 5 * MM, top])

    return changed(card(clean, clean, _ringed), change)


def _other_size() -> bytes:
    return finished(pages(clean, size=(110.0, 154.0)))


def _little_bleed() -> bytes:
    """A page of the right trim with 2 mm of bleed around it."""
    return finished(pages(clean, size=(pdfs.TRIM[0] + 4, pdfs.TRIM[1] + 4)), trim_inset=2)


def _beyond_bleed() -> bytes:
    """A page with room around its bleed, and a fill that goes there."""

    def clipped(canvas: Canvas) -> None:
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(7 * MM, 7 * MM, WIDE, HIGH)
        canvas.clipPath(path, stroke=0)
        canvas.setFillColorCMYK(0.2, 0.1, 0, 0)
        canvas.rect(0, 0, 600, 600, stroke=0, fill=1)
        canvas.restoreState()
        canvas.setFillColorCMYK(0, 0.5, 0, 0)
        canvas.rect(5, 200, 30, 30, stroke=0, fill=1)

    size = (pdfs.TRIM[0] + 20, pdfs.TRIM[1] + 20)
    return finished(pages(clipped, size=size), trim_inset=10, bleed_inset=7)


def half_units(document: Pdf) -> None:
    """The same page written in units of two points."""
    page = document.pages[0].obj
    page.UserUnit = 2
    for name in ("/MediaBox", "/TrimBox", "/BleedBox", "/CropBox"):
        if name in page:
            page[name] = Array([float(value) / 2 for value in page[name]])
    page.Contents = document.make_stream(b".5 0 0 .5 0 0 cm " + page.Contents.read_bytes())


def _inherited(name: str, value: object) -> Callable[[Pdf], None]:
    """An entry that the page takes over from the page tree."""

    def change(document: Pdf) -> None:
        page = document.pages[0].obj
        if name in page:
            del page[name]
        page.Parent[name] = value

    return change


def at_trim(x: float, y: float) -> str:
    """A square of 2 mm whose top left corner lies at (x, y) mm in the trim."""
    left, bottom = (x + pdfs.BLEED) * MM, HIGH - (y + 2 + pdfs.BLEED) * MM
    return f"{left:.3f} {bottom:.3f} {2 * MM:.3f} {2 * MM:.3f} re f"


def letters(x: float, y: float) -> str:
    """Two letters of 10 pt whose top left corner lies at (x, y) mm in the trim."""
    left, base = (x + pdfs.BLEED) * MM, HIGH - (y + pdfs.BLEED) * MM - 7
    return f"1 0 0 0 k BT /F1+0 10 Tf {left:.3f} {base:.3f} Td (ab) Tj ET"


def _logo(x: float, y: float) -> Maker:
    left, bottom = (x + pdfs.BLEED) * MM, HIGH - (y + 10 + pdfs.BLEED) * MM
    place = f"q 10 0 0 10 {left:.3f} {bottom:.3f} cm {MM:.4f} 0 0 {MM:.4f} 0 0 cm /Fm Do Q"
    shape = form(b"0 1 0 0 k 0 0 1 1 re f 0 0 1 0 k .2 .2 .6 .6 re f", BBox=Array([0, 0, 1, 1]))
    return drawn(place, XObject={"Fm": shape})


def _photo(x: float, y: float) -> Maker:
    left, bottom = (x + pdfs.BLEED) * MM, HIGH - (y + 10 + pdfs.BLEED) * MM
    place = f"q {10 * MM:.3f} 0 0 {10 * MM:.3f} {left:.3f} {bottom:.3f} cm /Im Do Q"
    return drawn(place, XObject={"Im": picture(120, 120, Name.DeviceCMYK)})


def _only(data: bytes) -> Maker:
    """A page that paints nothing else."""
    return page_set(Contents=lambda document: document.make_stream(data))


CONTOUR = "30 30 254 374 re S"

SEEDS = [
    Seed("page-sides", "one back missing", lambda: card(clean, clean, clean), 3,
         expected={"pages": 3, "duplex": True}),
    Seed("page-empty", "nothing at all", _only(b"")),
    Seed("page-empty", "only white", _only(b"0 0 0 0 k 9 9 9 9 re f")),
    Seed("page-empty", "only invisible text", _only(b"BT 3 Tr /F1+0 12 Tf 60 300 Td (a) Tj ET")),
    Seed("page-rotated", "rotated", page_set(Rotate=90)),
    Seed("page-rotated", "by the page tree", edited(_inherited("/Rotate", 180))),
    Seed("page-scaled", "UserUnit", edited(half_units)),
    Seed("box-missing", "no trim", page_set(TrimBox=None, BleedBox=None),
         expected={"trim": None, "bleed": 0.0}),
    Seed("box-missing", "art too", page_set(ArtBox=Array([17, 17, 300, 400])), 1, mm(17, 400)),
    Seed("box-order", "bleed outside", page_set(BleedBox=Array([-5, -5, 400, 500])), 1,
         mm(-5, 500)),
    Seed("box-size", "too large", _other_size, 1, (0.0, 0.0)),
    Seed("box-equal", "one narrower", _two_sizes, 2, (0.0, 0.0),
         expected={"pages": 3, "trim": None}),
    Seed("box-crop", "smaller", page_set(CropBox=Array([10, 10, 300, 400])), 1, mm(10, 400)),
    Seed("box-crop", "by the page tree",
         edited(_inherited("/CropBox", Array([10, 10, 300, 400]))), 1, mm(10, 400)),
    Seed("box-size", "0.3 mm too narrow", page_set(TrimBox=Array(
        [3 * MM, 3 * MM, WIDE - 3.3 * MM, HIGH - 3 * MM])), 1, (0.0, 0.0)),
    Seed("bleed-size", "cut half a millimetre askew", page_set(TrimBox=Array(
        [3.5 * MM, 3 * MM, WIDE - 2.5 * MM, HIGH - 3 * MM]))),
    Seed("bleed-size", "none, with ink at the cut", page_set(
        BleedBox=Array([3 * MM, 3 * MM, WIDE - 3 * MM, HIGH - 3 * MM])), 1, (0.0, 0.0),
        {"severities": {"outside-bleed": None}}),
    Seed("bleed-size", "2 mm", _little_bleed, 1, (-2.0, -2.0)),
    Seed("bleed-filled", "white all around", ground(3, 3, 3, 3), 1, (-3.0, 0.0)),
    Seed("bleed-filled", "white at the left", ground(3, 0, 0, 0), 1, (-3.0, 0.0)),
    Seed("bleed-filled", "white at the top", ground(0, 0, 0, 3), 1, (0.0, -3.0)),
    Seed("bleed-filled", "half a bleed at the right", ground(0, 0, 1.5, 0), 1, (105.0, 0.0)),
    Seed("bleed-filled", "covered by white",
         ground(0, 0, 0, 0, f"0 0 0 0 k 0 0 {WIDE:.2f} {3 * MM:.2f} re f"), 1, (0.0, 148.0)),
    Seed("bleed-filled", "strip that stops at the cut",
         ground(0, 60, 3, 60), 1, (105.0, 57.0)),
    Seed("bleed-filled", "none, and no bleed asked for", page_set(
        MediaBox=Array([8.504, 8.504, WIDE - 8.504, HIGH - 8.504]), BleedBox=None), 1,
        (-2.0, 0.0), expected={"bleed": 0.0}),
    Seed("bleed-white", "picture with a white border", _bordered, 1, (-3.0, 0.0),
         {"resolution_error": 1.0, "resolution_warning": 1.0}, thorough=True),
    Seed("bleed-white", "round ground", _round_ground, 1, (-3.0, 0.0), thorough=True),
    Seed("outside-bleed", "fill", _beyond_bleed, 1, (-10 + 5 / MM, 158 - 230 / MM)),
    Seed("safe-zone", "text at the left", drawn(letters(2, 60)), 1, (2.0, 60.0), SAFE),
    Seed("safe-zone", "text that is cut", drawn(letters(-1, 60)), 1, (-1.0, 60.0), SAFE),
    Seed("safe-zone", "text at the end of its line",
         drawn(letters(99, 60)), 1, (99.0, 60.0), SAFE),
    Seed("safe-zone", "square", drawn("0 1 0 0 k " + at_trim(50, 1.5)), 1, (50.0, 1.5), SAFE),
    Seed("safe-zone", "logo in a form", _logo(60, 2), 1, (60.0, 2.0), SAFE),
    Seed("safe-zone", "photograph", _photo(60, 136.5), 1, (60.0, 136.5), SAFE),
    Seed("corner-clear", "text", drawn(letters(4.2, 4.2)), 1, (4.2, 4.2),
         {"safe": 4.0, "radius": 12.0}),
    Seed("corner-clear", "square", drawn("0 1 0 0 k " + at_trim(0.5, 145.5)), 1, (0.5, 145.5),
         {"radius": 4.0}),
    Seed("corner-clear", "photograph", _photo(94.5, 137.5), 1, (94.5, 137.5), {"radius": 4.0}),
    Seed("die-line", "knocks out", drawn("/S CS 1 SCN 1 w " + CONTOUR, ColorSpace={"S": spot()}),
         1, mm(29.5, 404.5), {"spots": frozenset({"CutContour"})}),
    Seed("die-line", "not solid",
         drawn("/T gs /S CS .5 SCN 1 w " + CONTOUR, ColorSpace={"S": spot()},
               ExtGState=state(OP=True, op=True, OPM=1)),
         1, mm(29.5, 404.5), {"spots": frozenset({"CutContour"})}),
    Seed("die-line", "a fill", drawn("/T gs /S cs 1 scn " + BOX, ColorSpace={"S": spot()},
         ExtGState=state(OP=True, op=True)), 1, AT, {"spots": frozenset({"CutContour"})}),
    Seed("die-line", "not there", card, 0, expected={"die_line": "CutContour"}),
    Seed("text-size", "in units of two points", edited(lambda d: (
        d.pages[0].obj.__setitem__("/Contents", d.make_stream(
            d.pages[0].obj.Contents.read_bytes() + word(5, "1 0 0 0 k").encode())),
        half_units(d))), 1, mm(60, 303.5),
        {"severities": {"page-scaled": None}}),
]  # fmt: skip
