"""A few pictures drawn anew: the committed files, to the byte. ``make art-proof`` draws all."""

from __future__ import annotations

import pytest
from tests.drawing.catalogue import QUICK
from tests.drawing.judging import judge_bytes, judge_canvas, judge_curves


@pytest.mark.parametrize("name", QUICK)
def test_a_picture_is_what_the_code_draws(name, drawn):
    drawing = drawn(name.partition("/")[2])
    judge_canvas(drawing)
    judge_curves(name, drawing)
    judge_bytes(name, drawing)
