"""Every picture drawn anew: the committed file to the byte, and its curves where they belong."""

from __future__ import annotations

import pytest
from tests.drawing.catalogue import DRAWN, LATER
from tests.drawing.judging import (
    farthest,
    judge_bytes,
    judge_canvas,
    judge_committed_canvas,
    judge_curves,
)

from samenspel_drawing.scenes import draw_scene


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_what_the_code_draws(name, drawn):
    judge_bytes(name, drawn(name.partition("/")[2]))


@pytest.mark.parametrize("name", DRAWN)
def test_curves_follow_the_polygons_to_two_hundredths_of_a_millimetre(name, drawn):
    judge_curves(name, drawn(name.partition("/")[2]))


@pytest.mark.parametrize("name", DRAWN)
def test_no_polygon_leaves_the_canvas(name, drawn):
    judge_canvas(drawn(name.partition("/")[2]))


@pytest.mark.parametrize("name", LATER)
def test_nothing_in_a_file_lies_outside_the_canvas(name):
    judge_committed_canvas(name)


def test_the_poster_centre_stays_inside_its_circle(drawn):
    assert max(farthest(region) for region, _ in drawn("poster-midden").layers) <= 480


@pytest.mark.parametrize("name", ["cartoons/vignet-dagdeel", "cartoons/blijf-balanceren"])
def test_drawn_twice_in_one_process_is_the_same(name, drawn):
    slug = name.partition("/")[2]
    pairs = zip(draw_scene(slug).layers(), drawn(slug).layers, strict=True)
    assert all(a.equals_exact(b, 0) and one == two for (a, one), (b, two) in pairs)
