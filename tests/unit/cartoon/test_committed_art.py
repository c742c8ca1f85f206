"""Every committed SVG: plain closed paths in palette colours, and exactly what the code draws."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from tests.decks import ROOT
from tests.unit.cartoon.svgfiles import FILES, filled, rings, text_of

from samenspel.cartoon.marks import MARKS
from samenspel.cartoon.palette import PALETTE
from samenspel.cartoon.pictograms import PICTOGRAMS
from samenspel.cartoon.scenes import SCENES, drawn_slugs
from samenspel.cartoon.svg import svg_document

SCREENS = {colour.screen for colour in PALETTE.values()}
NUMBER = r"-?(?:\d+\.?\d*|\.\d+)"
DRAWN = [f"cartoons/{slug}" for slug in drawn_slugs()] + [f"pictograms/{n}" for n in PICTOGRAMS]
SMALL = [f"pictograms/{name}-klein" for name in PICTOGRAMS]
SVG = "{http://www.w3.org/2000/svg}"


def test_nothing_is_missing_and_nothing_is_left_over():
    small = {f"{name}{ending}" for name in SMALL for ending in ("", "-wit")}
    assert set(FILES) == {*DRAWN, *small, *(f"logos/{name}" for name in MARKS)}


def test_every_reminder_has_its_cartoon():
    assert len(set(SCENES.values())) == len(SCENES) == 10
    assert set(drawn_slugs()) >= set(SCENES)


@pytest.mark.parametrize("name", FILES)
def test_is_closed_paths_in_palette_colours_and_nothing_else(name):
    text = text_of(FILES[name])
    assert len(text.encode()) < 200_000
    root = ET.fromstring(text)  # well-formed: defusedxml judges it again in the build
    assert root.tag == f"{SVG}svg" and set(root.attrib) == {"width", "height", "viewBox"}
    assert all(path.tag == f"{SVG}path" and not len(path) for path in root)
    assert all(set(path.attrib) == {"fill", "d"} for path in root)
    assert "".join(root.itertext()).strip() == ""
    assert {path.get("fill") for path in root} <= SCREENS
    ring = rf"M{NUMBER} ?{NUMBER}(?:[LlCc](?: ?{NUMBER})+)+[Zz]"
    for path in root:
        assert re.fullmatch(rf"(?:{ring})+", path.get("d", "")), "an open or unknown subpath"


@pytest.mark.parametrize("name", FILES)
def test_nothing_lies_outside_the_canvas(name):
    text = text_of(FILES[name])
    box = re.search(r'width="([\d.]+)mm" height="([\d.]+)mm" viewBox="0 0 ([\d.]+) ([\d.]+)"', text)
    assert box
    width_mm, height_mm, width, height = map(float, box.groups())
    assert (width, height) == (width_mm * 20, height_mm * 20)
    if not name.startswith("logos/"):
        assert width == height == 1000
    points = np.vstack([ring for _, data in filled(text) for ring in rings(data)])
    assert points.min() >= -0.001
    assert points[:, 0].max() <= width + 0.001 and points[:, 1].max() <= height + 0.001


@pytest.mark.parametrize("name", DRAWN)
def test_is_what_the_code_draws(name, drawn):
    """The committed file is one drawing, this another: so the same bytes on every run, too."""
    art = drawn(name.partition("/")[2])
    assert art.layers[-1][1] == "ink"
    assert art.svg == text_of(FILES[name])


@pytest.mark.parametrize("name", SMALL)
def test_small_pictogram_is_what_the_code_draws_in_one_colour(name):
    region = PICTOGRAMS[name.partition("/")[2].removesuffix("-klein")][1]()
    for ending, colour in (("", "ink"), ("-wit", "white")):
        text = text_of(FILES[name + ending])
        assert text == svg_document([(region, colour)])
        assert [fill for fill, _ in filled(text)] == [PALETTE[colour].screen]


@pytest.mark.parametrize("name", MARKS)
def test_logo_is_what_the_code_draws(name):
    assert MARKS[name](ROOT / "assets" / "fonts") == text_of(FILES[f"logos/{name}"])


@pytest.mark.parametrize("name", ["cartoons/vignet-dagdeel", "cartoons/blijf-balanceren"])
def test_drawn_twice_in_one_process_is_the_same(name, drawn):
    from samenspel.cartoon.scenes import draw_scene

    slug = name.partition("/")[2]
    pairs = zip(draw_scene(slug).layers(), drawn(slug).layers, strict=True)
    assert all(a.equals_exact(b, 0) and one == two for (a, one), (b, two) in pairs)


@pytest.mark.parametrize("name", DRAWN)
def test_no_polygon_leaves_the_canvas(name, drawn):
    for region, _ in drawn(name.partition("/")[2]).layers:
        left, top, right, bottom = region.bounds
        assert min(left, top) >= 0 and max(right, bottom) <= 1000
