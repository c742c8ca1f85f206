"""Everybody of the cast, in every view."""

from __future__ import annotations

import pytest
from tests.drawing.judging import inked_area

from samenspel_drawing.cast import CAST


@pytest.mark.parametrize("view", ["three-quarter", "front", "profile", "back"])
@pytest.mark.parametrize("name", CAST)
def test_everyone_in_the_cast_can_be_drawn(name, view):
    assert inked_area(name, view) > 3000
