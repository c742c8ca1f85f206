"""Pictograms and logos: shapes that stay open and stay thick enough in print, no text."""

import re

import pytest
from tests.drawing.judging import farthest, painted
from tests.drawing.svgfiles import FONTS

from samenspel_drawing.lettering import Lettering
from samenspel_drawing.marks import HEAVY, LIGHT, MARKS
from samenspel_drawing.pictograms import PICTOGRAMS
from samenspel_drawing.regions import polygons


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_small_pictogram_has_no_line_or_gap_under_a_fifth_of_a_millimetre_at_5_mm(name, drawn):
    ((region, _),) = drawn(f"{name}-klein").layers
    corner = 900  # a corner rounded to a radius of 20 u loses less than this; a thin line more
    for thin in polygons(region.difference(region.buffer(-20).buffer(20.5))):
        assert thin.area < corner
    for narrow in polygons(region.buffer(20).buffer(-20.5).difference(region)):
        assert narrow.area < corner
    left, top, right, bottom = region.bounds
    assert min(left, top) >= 0 and max(right, bottom) <= 1000


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_pictogram_stays_inside_its_disc(name):
    assert max(farthest(region) for _, region in painted(f"pictograms/{name}")) < 500


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_pictogram_in_colour_has_more_than_three(name):
    assert len({colour for colour, _ in painted(f"pictograms/{name}")}) > 3


@pytest.mark.parametrize("name", MARKS)
def test_logo_is_a_wide_lock_up(name, drawn):
    svg = drawn(name).svg
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert 4 <= float(box[1]) / float(box[2]) <= 5


def test_words_are_set_with_kerning_and_without_ligatures():
    letters = Lettering(FONTS / HEAVY)
    assert letters.width("AVA", 100) < letters.width("A", 100) * 2 + letters.width("V", 100)
    assert letters.path("fj", 100, 0, 0).count("M") >= 2
    light = Lettering(FONTS / LIGHT)
    assert light.width("samen", light.size_for("samen", 120)) == pytest.approx(120)
