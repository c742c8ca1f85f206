"""What is printed beside the cards: of which size it is, and its type in points."""

from __future__ import annotations

import pytest
from tests import goldens

from samenspel.layout import extra_formats
from samenspel.model.style import Format

FORMATS = {name: one for name, one in vars(extra_formats).items() if isinstance(one, Format)}
SIZES = {(105, 148), (148, 210), (210, 297), (297, 420), (420, 594), (594, 841)}
"""A6 to A1."""


@pytest.mark.parametrize("name", FORMATS)
def test_what_goes_beside_the_cards_is_of_a_usual_size_and_is_as_it_was(name: str) -> None:
    one = FORMATS[name]
    assert tuple(sorted((one.width, one.height))) in SIZES
    lines = [f"{one.title} {goldens.numbers(one.width, one.height)} bleed {one.bleed:g} "
             f"safe {one.safe:g} margin {one.margin:g} radius {one.radius:g} {one.drop}"]
    lines += [f"  {role} {size.design:g} to {size.minimum:g} pt, {size.leading:g}"
              for role, size in one.type.items()]
    goldens.section("extra-formats", name, "\n".join(lines) + "\n")
