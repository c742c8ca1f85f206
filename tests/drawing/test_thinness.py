"""No part of a picture is printed thinner than 0.20 mm, and the measure would notice."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely import affinity
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from tests.drawing.catalogue import QUICK, SMALL
from tests.drawing.judging import thin_places
from tests.drawing.thinness import too_thin

from samenspel_drawing.printed import thinnest_at
from samenspel_drawing.sturdy import sturdy

MM = 0.05
"""A unit of a drawing 50 mm wide, for the controls."""


@pytest.mark.parametrize("name", [*QUICK, *SMALL, *(f"{name}-wit" for name in SMALL)])
def test_nothing_is_printed_thinner_than_a_fifth_of_a_millimetre(name):
    assert not thin_places(name)


# -- the measure's controls -----------------------------------------------------------------------


def _line(width_mm: float, degrees: float) -> MultiPolygon:
    x = np.linspace(0, 300, 60)
    wave = LineString(np.column_stack([x, 20 * np.sin(x / 40)]))
    return affinity.rotate(wave.buffer(width_mm / 2 / MM), degrees, origin=(0, 0))


@settings(max_examples=12, deadline=None)
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


@settings(max_examples=8, deadline=None)
@given(st.floats(0.8, 3.9), st.floats(0, 180))
@example(0.8, 33.0)  # at exactly 0.20 mm GEOS drops all but a point of this one
def test_what_the_kit_mends_has_no_thin_part_left(thin, degrees):
    """A line that narrows from 0.5 mm to next to nothing, with a loose piece beside it."""
    wedge = Polygon([(0, -5), (200, -thin / 2), (200, thin / 2), (0, 5)])
    shape = affinity.rotate(wedge.union(box(0, 30, 90, 30 + thin)), degrees, origin=(0, 0))
    assert not too_thin(sturdy(shape, thinnest_at(50)), 0.20, MM)
