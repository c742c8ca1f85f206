"""Fronts and backs at 600 dpi: the picture of a sheet's back, turned over, lies on its front.

Cards carry discs. Two discs of diameter D that lie d beside each other differ in an area of 2 D d,
so what differs says how far they are apart at most, to a fraction of a pixel.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas
from tests.tools import require_tool
from tests.unit.preflight.pdfs import pages

from samenspel.impose import place, plan
from samenspel.model.sheet import Flip, Imposing, Paper, Printer
from samenspel.pdf.taking import taken
from samenspel.units import Size, to_points

DPI = 600
CLOSE = 0.01
"""In mm, less than a quarter of a pixel."""
TRIM, BLEED = Size(40.0, 30.0), 3.0
RADIUS, INSET = 2.0, 6.0
"""Of the discs, and from the trims to their middles, in mm."""
PAPER = Paper("small", "", 63.5, 101.6)
"""1500 by 2400 pixels, so that a picture that is turned over keeps to its pixels."""


def discs(canvas: Canvas) -> None:
    """In three corners, so that one sees which way is up: not in the lower right one."""
    canvas.setFillColorCMYK(0, 0, 0, 1)
    for x, y in ((INSET, INSET), (INSET, TRIM[1] - INSET), (TRIM[0] - INSET, TRIM[1] - INSET)):
        canvas.circle(*map(to_points, (BLEED + x, BLEED + y, RADIUS)), stroke=0, fill=1)


def from_behind(canvas: Canvas) -> None:
    """The same as it is seen through the card."""
    canvas.translate(to_points(TRIM[0] + 2 * BLEED), 0)
    canvas.scale(-1, 1)
    discs(canvas)


def printed(imposing: Imposing, folder: Path) -> list[Image.Image]:
    """Front and back of a sheet with one card, each in poppler's pixels: ink is white."""
    made = plan(1, trim=TRIM, bleed=BLEED, gutter=None, paper=PAPER, imposing=imposing)
    size = TRIM[0] + 2 * BLEED, TRIM[1] + 2 * BLEED
    cards = taken(pages(discs, from_behind, size=size))
    empty = pages(*[lambda _: None] * len(made.sides), size=(made.width, made.height))
    pdf = folder / "sheet.pdf"
    pdf.write_bytes(place(made, cards, taken(empty, cards), bleed=BLEED).pdf())
    subprocess.run(
        [require_tool("pdftoppm"), "-gray", "-r", str(DPI), str(pdf), str(folder / "side")],
        check=True,
    )
    return [ImageChops.invert(Image.open(path)) for path in sorted(folder.glob("side*.pgm"))]


def ink(picture: Image.Image) -> float:
    """Pixels that are full."""
    return sum(value * count for value, count in enumerate(picture.histogram())) / 255


def apart(front: Image.Image, behind: Image.Image) -> float:
    """How far at most the discs of two pictures lie beside each other, in mm."""
    discs = ink(front) / (3.1416 * (RADIUS / 25.4 * DPI) ** 2)
    across = 2 * discs * 2 * RADIUS / 25.4 * DPI
    return ink(ImageChops.difference(front, behind)) / across * 25.4 / DPI


OVER = {True: Image.Transpose.FLIP_LEFT_RIGHT, False: Image.Transpose.FLIP_TOP_BOTTOM}


@pytest.mark.parametrize(
    ("scheme", "flip", "upright_axis"),
    [
        ("n-up", "long-edge", True),
        ("n-up", "short-edge", False),
        ("work-and-tumble", "long-edge", False),
    ],
)
def test_a_back_seen_through_the_sheet_is_its_front(
    tmp_path: Path, scheme: str, flip: Flip, upright_axis: bool
) -> None:
    front, *back = printed(Imposing(scheme=scheme, flip=flip), tmp_path)
    behind = (back or [front])[0].transpose(OVER[upright_axis])
    assert ink(front) > 3 * 3.1 * (RADIUS / 25.4 * DPI) ** 2
    assert apart(front, behind) < CLOSE


def test_a_fiftieth_of_a_millimetre_is_seen(tmp_path: Path) -> None:
    printer = Printer("kantoor", (0.02, 0.0))
    front, back = printed(Imposing(printer=printer), tmp_path)
    assert apart(front, back.transpose(OVER[True])) == pytest.approx(0.02, abs=0.008)
