"""How a deck is made: film, thickness, stack and box."""

from __future__ import annotations

import pytest

from samenspel.model.ordering import Making


def test_a_deck_that_is_written_on_gets_no_film_unless_it_is_asked_for() -> None:
    assert Making().film(0) == "matt"
    assert Making().film(3) == "none"
    assert Making(lamination="gloss").film(3) == "gloss"


def test_a_film_on_both_sides_makes_a_card_thicker() -> None:
    bare, filmed = Making(lamination="none"), Making(lamination="matt")
    assert bare.thickness(0) == pytest.approx(0.35 * 1.25)
    assert filmed.thickness(0) == pytest.approx(bare.thickness(0) + 0.06)


@pytest.mark.parametrize("cards", [1, 24, 60, 300])
def test_a_box_takes_the_deck_with_play_and_no_more_than_half_a_mm_beyond(cards: int) -> None:
    making = Making()
    across, up, deep = making.box_inside((63.5, 88.9), cards, 0)
    for inside, needed in ((across, 63.5), (up, 88.9), (deep, making.stack(cards, 0))):
        assert 1.0 <= inside - needed < 1.5
        assert (inside * 2) % 1 == 0
    assert making.box_inside((63.5, 88.9), cards, 0, leaflet=True) == (across, up, deep + 2)
