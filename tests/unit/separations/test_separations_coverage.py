"""Ink coverage on pages whose ink is known."""

from __future__ import annotations

import pytest
from PIL import ImageStat
from reportlab.pdfgen.canvas import Canvas
from tests.press.separating import Page
from tests.unit.preflight.pdfs import pages, text

from samenspel.separations import PlateSet, Separator, coverage, plates, total_ink
from samenspel.units import POINTS_PER_MM

SIDE = 60 / POINTS_PER_MM
"""The page's side in mm: 21.17."""


def millimetres(content: str) -> bytes:
    """A page drawn in mm from the lower left corner."""
    page = Page()
    page.add("/ColorSpace", "/S", page.spot("Die"))
    page.content = f"{POINTS_PER_MM} 0 0 {POINTS_PER_MM} 0 0 cm {content} ".encode()
    return page.bytes()


def test_a_flat_page() -> None:
    found = coverage(plates(millimetres("1 .8 .6 .4 k 0 0 30 30 re f"), 1, dpi=100))
    assert found.point.percent == pytest.approx(280, abs=1)
    assert found.square.percent == pytest.approx(280, abs=1)


def test_an_empty_page() -> None:
    found = coverage(plates(millimetres(""), 1, dpi=100))
    assert found.point.percent == found.square.percent == 0


@pytest.mark.parametrize("dpi", [72, 100, 150, 300])
def test_a_spot_of_ink_is_found_where_it_lies(dpi: int) -> None:
    """3 × 3 mm of 400 % in the middle of 40 %: all of a point, a twenty-fifth of a square."""
    data = millimetres("0 0 0 .4 k 0 0 30 30 re f 1 1 1 1 k 9 6 3 3 re f")
    found = coverage(plates(data, 1, dpi=dpi))
    assert found.point.percent == pytest.approx(400, abs=1)
    assert found.point.x == pytest.approx(10.5, abs=1.4)
    assert found.point.y == pytest.approx(SIDE - 7.5, abs=1.4)
    assert found.square.percent == pytest.approx(40 + 360 * 9 / 225, abs=2)


def test_a_hairline_does_not_count_as_a_point() -> None:
    found = coverage(plates(millimetres("1 1 1 1 K .1 w 0 10 m 30 10 l S"), 1, dpi=300))
    assert 20 < found.point.percent < 120


def test_a_point_may_be_smaller() -> None:
    wide = plates(millimetres("1 1 1 1 k 10 10 .5 .5 re f"), 1, dpi=300)
    assert coverage(wide).point.percent == pytest.approx(100, abs=15)
    assert coverage(wide, point=0.25).point.percent == pytest.approx(400, abs=5)


def test_places_count_from_the_trims_corner() -> None:
    data = millimetres("0 0 0 1 k 4 4 3 3 re f")
    import io

    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        bleed = 3 * POINTS_PER_MM
        pdf.pages[0].TrimBox = [bleed, bleed, 60 - bleed, 60 - bleed]
        out = io.BytesIO()
        pdf.save(out)
    found = plates(out.getvalue(), 1, dpi=100)
    assert found.trim == pytest.approx((3, 3, SIDE - 3, SIDE - 3), abs=0.01)
    peak = coverage(found).point
    assert (peak.x, peak.y) == pytest.approx((5.5 - 3, SIDE - 5.5 - 3), abs=1.1)
    assert peak.text.startswith("100 % at ")


def test_spots_count_unless_they_are_no_ink() -> None:
    found = plates(millimetres("1 0 0 0 k 0 0 30 30 re f /S cs 1 scn 0 0 30 30 re f"), 1, dpi=100)
    assert coverage(found).point.percent == pytest.approx(100, abs=0.5)
    both = plates(millimetres("0 0 0 1 k 0 0 9 30 re f /S cs 1 scn 9 0 30 30 re f"), 1, dpi=100)
    assert coverage(both).square.percent == pytest.approx(100, abs=2)
    assert coverage(both, without=["Die"]).square.percent < 70


def test_the_total_is_a_picture_in_percent() -> None:
    found = total_ink(plates(millimetres("1 1 0 .5 k 0 0 30 30 re f"), 1, dpi=72))
    assert found.mode == "F"
    assert found.getpixel((5, 5)) == pytest.approx(250, abs=0.5)


def test_exact_plates_of_small_text_have_as_much_ink_as_fine_ones() -> None:
    """PDFium fits letters of 4 points to whole pixels at 100 dpi, which gives them 7 % more ink."""

    def small(canvas: Canvas) -> None:
        for y in range(20, 120, 5):
            text(canvas, "Het kleinste zetsel dat er is, in vier punten", size=4, y=y)

    with Separator(pages(small, size=(50, 50))) as separator:
        fine = _mean(separator.plates(1, dpi=1200))
        exact, quick = (separator.plates(1, dpi=100, exact=each) for each in (True, False))
    assert exact.size == quick.size
    assert _mean(exact) == pytest.approx(fine, rel=0.01)
    assert _mean(quick) > 1.05 * fine


def _mean(plates: PlateSet) -> float:
    return float(ImageStat.Stat(plates["Black"].tints).mean[0])
