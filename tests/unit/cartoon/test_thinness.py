"""No part of a picture is printed thinner than 0.20 mm, and the measure would notice."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from tests.decks import FONT_BYTES
from tests.unit.cartoon.svgfiles import FILES, filled, region, text_of
from tests.unit.cartoon.test_art_in_print import DRAWN, NAMES, PROJECT, THEME
from tests.unit.cartoon.thinness import too_thin

from samenspel.cartoon.pictograms import PICTOGRAMS
from samenspel.cartoon.printed import (
    PICTOGRAM_MM,
    SMALL_PICTOGRAM_MM,
    THINNEST_MM,
    smallest_mm,
    thinnest_at,
)
from samenspel.cartoon.sturdy import sturdy
from samenspel.layout import art_names, layout_cards, layout_poster, make_desk, poster_format
from samenspel.loading import select
from samenspel.model.art import ArtSize
from samenspel.model.frame import Placement
from samenspel.offer import languages_of
from samenspel.presets import format_named, names
from samenspel.questions import render

MM = 0.05
"""A unit of a drawing 50 mm wide, for the controls."""

SMALL = [f"pictograms/{n}-klein{ending}" for n in PICTOGRAMS for ending in ("", "-wit")]


def printed_mm(name: str) -> float:
    """The smallest width at which the kit believes that a picture is printed."""
    folder, _, slug = name.partition("/")
    if folder == "cartoons":
        return smallest_mm(slug)
    return SMALL_PICTOGRAM_MM if "-klein" in slug else PICTOGRAM_MM


def plates(name: str) -> list[tuple[str, MultiPolygon]]:
    """Each colour with what a path of it fills; a tile with its eight neighbours' edges.

    Two paths of one colour are not joined: where both are thick enough, so are they together, but
    two that touch would seem to have a neck.
    """
    found = [(NAMES[fill], region(data)) for fill, data in filled(text_of(FILES[name]))]
    return [(c, _tiled(s)) for c, s in found] if name == "cartoons/patroon" else found


def _tiled(shape: MultiPolygon) -> MultiPolygon:
    steps = [(dx, dy) for dx in (-1000, 0, 1000) for dy in (-1000, 0, 1000)]
    around = [affinity.translate(shape, *step).buffer(0.01) for step in steps]
    return shapely.union_all(around).intersection(box(-60, -60, 1060, 1060))


@pytest.mark.parametrize("name", [*DRAWN, *SMALL])
def test_nothing_is_printed_thinner_than_a_fifth_of_a_millimetre(name):
    canvas, found = box(0, 0, 1000, 1000), []
    for colour, shape in plates(name):
        for part in too_thin(shape, THINNEST_MM, printed_mm(name) / 1000):
            if part.centroid.within(canvas):
                found.append(f"{colour} at {tuple(round(n) for n in part.bounds)}")
    assert not found


def _smallest() -> dict[str, float]:
    """The smallest width of all art in every edition of the built-in deck, in every format."""
    smallest: dict[str, float] = {}
    for region_id in PROJECT.regions:
        for language in languages_of(PROJECT, region_id):
            deck = render(select(PROJECT, region_id, language))
            cartoons = {c.id: found for c in deck.cards if (found := PROJECT.find_cartoon(c))}
            used = [*art_names(deck, cartoons), "cartoons/poster-midden.svg"]
            art = {n: ArtSize(n, 100, 22 if n.startswith("logos") else 100, True) for n in used}
            shapes = [format_named(PROJECT, name) for name in names(PROJECT, "formats")]
            desks = [make_desk(deck, s, THEME, FONT_BYTES, art, cartoons) for s in shapes]
            poster = make_desk(deck, poster_format(), THEME, FONT_BYTES, art, cartoons)
            pages = [page for desk in desks for page in layout_cards(desk)]
            for item in (i for page in [*pages, *layout_poster(poster)] for i in page.items):
                if isinstance(item, Placement):
                    name = item.art.removesuffix(".svg")
                    smallest[name] = min(item.box.width, smallest.get(name, 1000))
    return smallest


def test_nothing_is_printed_smaller_than_the_kit_believes():
    found = {n: w for n, w in _smallest().items() if not n.startswith("logos/")}
    assert set(found) >= set(DRAWN) - {"cartoons/patroon"}  # the pattern is on no card
    assert {n: w for n, w in found.items() if w < printed_mm(n)} == {}


# -- the measure's controls -----------------------------------------------------------------------


def _line(width_mm: float, degrees: float) -> MultiPolygon:
    x = np.linspace(0, 300, 60)
    wave = LineString(np.column_stack([x, 20 * np.sin(x / 40)]))
    return affinity.rotate(wave.buffer(width_mm / 2 / MM), degrees, origin=(0, 0))


@settings(max_examples=25, deadline=None)
@given(st.floats(0, 180))
def test_a_line_of_15_hundredths_is_found_and_one_of_22_is_not(degrees):
    assert too_thin(_line(0.15, degrees), 0.20, MM)
    assert not too_thin(_line(0.22, degrees), 0.20, MM)


@pytest.mark.parametrize("degrees", [30, 45, 60, 90, 120])
def test_a_corner_is_a_point(degrees):
    a = np.radians(degrees)
    corner = Polygon([(0, 0), (200, 0), (200 * np.cos(a), 200 * np.sin(a))])
    assert not too_thin(corner, 0.20, MM)


def test_a_needle_a_neck_a_ring_and_a_crumb_are_found():
    needle = Polygon([(0, -10), (80, 0), (0, 10)])
    neck = shapely.union_all(
        [Point(0, 0).buffer(20), Point(60, 0).buffer(20), box(0, -1.5, 60, 1.5)]
    )
    ring = Point(0, 0).buffer(50).difference(Point(0, 0).buffer(47))
    crumb = Point(0, 0).buffer(1.6)
    for shape in (needle, neck, ring, crumb):
        assert len(too_thin(shape, 0.20, MM)) == 1


@settings(max_examples=20, deadline=None)
@given(st.floats(0.8, 3.9), st.floats(0, 180))
def test_what_the_kit_mends_has_no_thin_part_left(thin, degrees):
    """A line that narrows from 0.5 mm to next to nothing, with a loose piece beside it."""
    wedge = Polygon([(0, -5), (200, -thin / 2), (200, thin / 2), (0, 5)])
    shape = affinity.rotate(wedge.union(box(0, 30, 90, 30 + thin)), degrees, origin=(0, 0))
    assert not too_thin(sturdy(shape, thinnest_at(50)), 0.20, MM)
