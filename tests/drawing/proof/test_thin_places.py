"""No part of any picture is printed thinner than 0.20 mm."""

from __future__ import annotations

import pytest
from tests.drawing.catalogue import DRAWN
from tests.drawing.judging import thin_places


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_is_printed_thinner_than_a_fifth_of_a_millimetre(name):
    assert not thin_places(name)
