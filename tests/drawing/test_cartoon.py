"""The drawing kit: curves, nib, plates, SVG output and the returning cast."""

from itertools import cycle

import numpy as np
import pytest
from shapely.geometry import Polygon
from tests.drawing.judging import inked_area

from samenspel_drawing.cast import CAST
from samenspel_drawing.figures import Figure
from samenspel_drawing.fit import fit_ring
from samenspel_drawing.geometry import arc, loop, resample, spline
from samenspel_drawing.hair import THREE_QUARTER
from samenspel_drawing.hair_views import hair_style
from samenspel_drawing.heads import Head, HeadLook
from samenspel_drawing.palette import PALETTE, colour
from samenspel_drawing.pen import stroke
from samenspel_drawing.plates import Scene
from samenspel_drawing.regions import area_of, ellipse
from samenspel_drawing.svg import path_data

VIEWS = ("three-quarter", "front", "profile", "back")
WORN = {person.head.hair: name for name, person in CAST.items()}
SOME = sorted({*WORN.values(), *{one.body.top: name for name, one in CAST.items()}.values()})
"""Somebody with each hair style that is worn, and somebody in each garment."""


def test_unknown_colour_lists_near_names():
    with pytest.raises(KeyError, match="coral"):
        colour("corral")


def test_screen_values_are_unique_so_that_the_press_build_can_be_looked_up():
    assert len({c.screen for c in PALETTE.values()}) == len(PALETTE)


def test_spline_passes_through_its_corners():
    line = spline([(0, 0), (50, 0, "c"), (50, 50)])
    assert any(np.allclose(point, (50, 0)) for point in line)


def test_resampled_points_are_even():
    gaps = np.hypot(*np.diff(resample(arc(0, 0, 100, 0, 90), 3.0), axis=0).T)
    assert gaps.max() - gaps.min() < 0.1


def test_a_stroke_is_the_same_for_the_same_seed_only():
    line = spline([(0, 0), (100, 40), (200, 0)])
    assert stroke(line, 8, seed=3).equals(stroke(line, 8, seed=3))
    assert not stroke(line, 8, seed=3).equals(stroke(line, 8, seed=4))


def test_fitted_ring_stays_within_two_hundredths_of_a_millimetre():
    ring = loop((0, 0, "c"), (80, -30), (160, 0, "c"), (150, 70), (60, 120), (-20, 60))
    original = Polygon(ring).exterior
    t = np.linspace(0, 1, 20)[:, None]
    for a, b, c, d in fit_ring(ring):
        s = 1 - t
        for point in s**3 * a + 3 * s**2 * t * b + 3 * s * t**2 * c + t**3 * d:
            assert original.distance(Polygon([point, point + 1e-9, point]).centroid) < 0.4


def test_specks_are_dropped_and_strokes_kept():
    assert path_data(ellipse(10, 10, 1.5)) == ""
    assert path_data(ellipse(10, 10, 5)) != ""
    assert path_data(stroke(spline([(0, 0), (60, 0)]), 4.4)) != ""


def test_a_shape_cuts_what_lies_below():
    scene = Scene(offset=(0, 0))
    scene.shape(loop((100, 100), (300, 100), (300, 300), (100, 300)), "coral", width=0)
    scene.shape(loop((200, 200), (400, 200), (400, 400), (200, 400)), "teal", width=0)
    by_name = {name: region for region, name in scene.layers()}
    assert by_name["coral"].buffer(-1.5).intersection(by_name["teal"]).area == pytest.approx(0)


def test_the_view_scales_the_picture_to_the_canvas():
    scene = Scene(offset=(0, 0), view=(500, 500, 500))
    scene.solid(ellipse(750, 750, 100))
    region, name = scene.layers()[-1]
    assert name == "ink"
    assert region.bounds == pytest.approx((300, 300, 700, 700))


@pytest.mark.parametrize("name", [name for name in THREE_QUARTER if name not in WORN])
def test_hair_that_nobody_wears_can_be_drawn(name):
    scene = Scene()
    Head(scene, HeadLook(hair=name, hair_colour="brown"), (500, 500)).draw()
    assert area_of(scene.inked()).area > 500


def test_every_hair_style_has_every_view():
    assert all(hair_style(name, view) is not None for name in THREE_QUARTER for view in VIEWS)


@pytest.mark.parametrize(("name", "view"), list(zip(SOME, cycle(VIEWS), strict=False)))
def test_every_hair_style_and_garment_can_be_drawn(name, view):
    """On somebody of the cast; ``make art-proof`` draws all of them."""
    assert inked_area(name, view) > 3000


def test_a_gripping_hand_closes_round_its_bar():
    scene = Scene()
    figure = Figure(scene, CAST["tim"], (500, 600), (500, 450))
    wrist = figure.grip("near", (600, 480), 90)
    assert wrist[0] < 600
    assert wrist[1] == pytest.approx(480)
