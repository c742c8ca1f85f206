"""What the designs promise beyond fitting: photographs, writing lines, accents, a whole poster."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from tests.decks import A6, BLANK, REMINDER, THEME, desk_of

from samenspel.errors import ContentError
from samenspel.layout.cards import layout_cards, layout_poster, poster_format
from samenspel.layout.desk import Desk
from samenspel.model.art import ArtSize
from samenspel.model.frame import Placement, Shape
from samenspel.model.ink import BLACK, PAPER, Ink, readable_on
from samenspel.model.paths import bounds

PHOTO = "cartoons/proef.jpg"


def with_photo(width: float, height: float) -> Desk:
    desk = desk_of(REMINDER)
    desk.art = {**desk.art, PHOTO: ArtSize(PHOTO, width, height, vector=False, opaque=True)}
    desk.cartoons = {"proef": PHOTO}
    return desk


@pytest.mark.parametrize("size", [(3000, 2000), (2000, 3000)])
def test_a_photograph_fills_the_panel_to_its_bleed_in_its_own_proportions(size) -> None:
    front = layout_cards(with_photo(*size))[0]
    (photo,) = [i for i in front.items if isinstance(i, Placement) and i.art == PHOTO]
    assert photo.clip is not None
    panel = bounds(photo.clip)
    assert (panel.x, panel.y) == (-3, -3)
    assert panel.right == pytest.approx(108)
    assert photo.box.contains(panel)
    assert photo.box.width / photo.box.height == pytest.approx(size[0] / size[1])
    assert any(isinstance(i, Shape) and i.role == "chip" for i in front.items)


def test_the_desk_remembers_at_what_size_a_photograph_is_printed() -> None:
    desk = with_photo(400, 300)
    front = layout_cards(desk)[0]
    (photo,) = [i for i in front.items if isinstance(i, Placement) and i.art == PHOTO]
    (printed,) = desk.printed
    assert (printed.art, printed.card, printed.cut) == (PHOTO, "proef", True)
    assert (printed.width, printed.height) == (photo.box.width, photo.box.height)
    assert printed.ppi == pytest.approx(400 / (photo.box.width / 25.4))


@pytest.mark.parametrize("size", [(105, 148), (63, 88), (100, 100)])
def test_one_can_write_between_the_lines(size) -> None:
    format_ = replace(A6, width=size[0], height=size[1])
    front = layout_cards(desk_of(BLANK, format_=format_))[0]
    rows = sorted(
        {i.path[0][1][1] for i in front.items if isinstance(i, Shape) and i.role == "writing-line"}
    )
    assert rows
    assert all(b - a >= 5.5 - 1e-6 for a, b in itertools.pairwise(rows))


def test_cards_of_no_condition_wear_the_accent() -> None:
    red = desk_of(BLANK, theme=replace(THEME, accent=Ink(0, 100, 100, 0)))
    back = layout_cards(red)[1]
    bands = [i.fill for i in back.items if isinstance(i, Shape) and i.role == "band"]
    assert bands == [Ink(0, 50, 50, 0)]


def test_a_poster_without_one_of_the_five_is_refused_by_name() -> None:
    desk = desk_of(REMINDER, format_=poster_format())
    kept = tuple(card for card in desk.deck.cards if card.id != "proces")
    desk.deck = replace(desk.deck, cards=kept)
    with pytest.raises(ContentError) as caught:
        layout_poster(desk)
    (problem,) = [p for p in caught.value.diagnostics if p.code == "poster-incomplete"]
    assert "proces" in problem.message


@pytest.mark.parametrize(
    ("ground", "text"),
    [(Ink(0, 24, 95, 0), BLACK), (Ink(96, 76, 0, 0), PAPER), (PAPER, BLACK), (BLACK, PAPER)],
)
def test_text_is_black_or_paper_whichever_contrasts_more(ground: Ink, text: Ink) -> None:
    assert readable_on(ground) == text
