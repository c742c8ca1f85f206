"""A few pictures drawn anew: the committed files, to the byte. ``make art-proof`` draws all."""

from __future__ import annotations

import numpy as np
import pytest
from tests.drawing.catalogue import QUICK
from tests.drawing.judging import judge_bytes, judge_canvas, judge_curves

from samenspel_drawing.geometry import settled, spline
from samenspel_drawing.regions import tube


@pytest.mark.parametrize("name", QUICK)
def test_a_picture_is_what_the_code_draws(name, drawn):
    drawing = drawn(name.partition("/")[2])
    judge_canvas(drawing)
    judge_curves(name, drawing)
    judge_bytes(name, drawing)


def test_a_limbs_sides_do_not_follow_the_processors_last_bits():
    """What it widens by comes from sums whose last bits differ from one processor to another."""
    bent = spline([(3.1, 4.7), (61.3, 18.9), (96.2, 77.7)])
    limb = tube(bent, [31.3, 17.7, 22.9])
    for side in (limb.left, limb.right):
        assert np.array_equal(settled(side), side)
    shaken = tube(bent, [width * (1 + 1e-15) for width in (31.3, 17.7, 22.9)])
    assert np.array_equal(shaken.outline, limb.outline)
