"""Pictograms and logos: shapes that stay open and stay thick enough in print, no text."""

import re
from pathlib import Path

import numpy as np
import pytest

from samenspel.cartoon import redraw
from samenspel.cartoon.lettering import Lettering
from samenspel.cartoon.marks import HEAVY, LIGHT, MARKS, redraw_marks
from samenspel.cartoon.palette import PALETTE
from samenspel.cartoon.pictograms import PICTOGRAMS, redraw_pictograms
from samenspel.cartoon.regions import polygons
from samenspel.cartoon.scenes import EXTRAS, draw_scene

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "assets" / "fonts"
SCREENS = {c.screen for c in PALETTE.values()}


def farthest(region):
    """Return the distance from the canvas's middle to the region's farthest point."""
    rings = [np.asarray(part.exterior.coords) for part in polygons(region)]
    return max(float(np.hypot(*(ring - 500).T).max()) for ring in rings)


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_small_pictogram_has_no_line_or_gap_under_a_fifth_of_a_millimetre_at_5_mm(name):
    region = PICTOGRAMS[name][1]()
    corner = 900  # a corner rounded to a radius of 20 u loses less than this; a thin line more
    for thin in polygons(region.difference(region.buffer(-20).buffer(20.5))):
        assert thin.area < corner
    for narrow in polygons(region.buffer(20).buffer(-20.5).difference(region)):
        assert narrow.area < corner
    left, top, right, bottom = region.bounds
    assert min(left, top) >= 0 and max(right, bottom) <= 1000


@pytest.mark.parametrize("name", PICTOGRAMS)
def test_pictogram_stays_inside_its_disc(name):
    assert max(farthest(region) for region, _ in PICTOGRAMS[name][0]().layers()) < 500


def test_the_poster_centre_stays_inside_its_circle():
    assert max(farthest(region) for region, _ in draw_scene("poster-midden").layers()) <= 480


def test_small_pictograms_are_one_colour(tmp_path):
    written = redraw_pictograms(tmp_path)
    assert len(written) == 15
    for path in written:
        fills = re.findall(r'fill="([^"]*)"', path.read_text())
        if path.stem.endswith("-klein"):
            assert fills == ["#1d1d1b"]
        elif path.stem.endswith("-wit"):
            assert fills == ["#ffffff"]
        else:
            assert len(set(fills)) > 3 and set(fills) <= SCREENS


@pytest.mark.parametrize("name", MARKS)
def test_logo_is_paths_in_palette_colours_in_a_wide_lock_up(name):
    svg = MARKS[name](FONTS)
    assert set(re.findall(r"<(\w+)", svg)) == {"svg", "path"}
    assert set(re.findall(r'fill="([^"]*)"', svg)) <= SCREENS
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    width, height = float(box[1]), float(box[2])
    assert 4 <= width / height <= 5
    data = "".join(re.findall(r' d="([^"]*)"', svg))
    assert set(data) <= set("MLCZ0123456789.- ")
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", data)]
    assert min(numbers[0::2]) >= 0 and max(numbers[0::2]) <= width
    assert min(numbers[1::2]) >= 0 and max(numbers[1::2]) <= height
    assert svg == MARKS[name](FONTS)


def test_words_are_set_with_kerning_and_without_ligatures():
    letters = Lettering(FONTS / HEAVY)
    assert letters.width("AVA", 100) < letters.width("A", 100) * 2 + letters.width("V", 100)
    assert letters.path("fj", 100, 0, 0).count("M") >= 2
    light = Lettering(FONTS / LIGHT)
    assert light.width("samen", light.size_for("samen", 120)) == pytest.approx(120)


def test_the_committed_art_is_what_the_kit_draws(tmp_path):
    written = redraw(tmp_path / "cartoons", list(EXTRAS))
    written += redraw_pictograms(tmp_path / "pictograms")
    written += redraw_marks(tmp_path / "logos", FONTS)
    for path in written:
        committed = ROOT / "assets" / path.relative_to(tmp_path)
        assert committed.read_text() == path.read_text(), path.name
