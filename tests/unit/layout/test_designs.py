"""What the designs promise beyond fitting: photographs, writing lines, accents, a whole poster."""

from __future__ import annotations

import itertools
from dataclasses import replace
from types import SimpleNamespace

import pytest
from tests.decks import A6, BLANK, REMINDER, THEME, layout_of

from samenspel.errors import ContentError
from samenspel.layout.cards import laid_cards, layout_cards, layout_poster
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.page import Page
from samenspel.layout.poster import poster_format, whole_model
from samenspel.model.art import ArtSize
from samenspel.model.frame import Box, Placement, Shape, TextRun
from samenspel.model.ink import BLACK, PAPER, Ink, readable_on
from samenspel.model.paths import bounds

PHOTO = "cartoons/proef.jpg"


def with_photo(width: float, height: float) -> FormatLayout:
    layout = layout_of(REMINDER.with_values(cartoon=PHOTO))
    photo = ArtSize(PHOTO, width, height, vector=False, photo=True, pixels=width)
    return replace(layout, art={**layout.art, PHOTO: photo}, cartoons={"proef": PHOTO})


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


def test_a_page_says_at_what_size_its_photograph_is_printed() -> None:
    laid = laid_cards(with_photo(400, 300))
    (photo,) = [i for i in laid.frames[0].items if isinstance(i, Placement) and i.art == PHOTO]
    (printed,) = laid.pictures
    assert (printed.art, printed.card, printed.cut) == (PHOTO, "proef", True)
    assert (printed.width, printed.height) == (photo.box.width, photo.box.height)
    assert printed.ppi == pytest.approx(400 / (photo.box.width / 25.4))


def test_a_page_is_the_same_however_often_it_is_laid_out() -> None:
    layout = layout_of(REMINDER, BLANK)
    assert laid_cards(layout) == laid_cards(layout)


def test_every_text_says_which_field_it_comes_from() -> None:
    layout = layout_of(REMINDER, BLANK, logo="logos/x.svg")
    poster = layout_of(REMINDER, format_=poster_format())
    for frame in [*layout_cards(layout), *layout_poster(poster)]:
        for run in (item for item in frame.items if isinstance(item, TextRun)):
            assert run.source, (frame.name, run.text)


@pytest.mark.parametrize("size", [(105, 148), (63, 88), (100, 100)])
def test_one_can_write_between_the_lines(size) -> None:
    format_ = replace(A6, width=size[0], height=size[1])
    front = layout_cards(layout_of(BLANK, format_=format_))[0]
    rows = sorted(
        {i.path[0][1][1] for i in front.items if isinstance(i, Shape) and i.role == "writing-line"}
    )
    assert rows
    assert all(b - a >= 5.5 - 1e-6 for a, b in itertools.pairwise(rows))


def test_cards_of_no_condition_wear_the_accent() -> None:
    red = layout_of(BLANK, theme=replace(THEME, accent=Ink(0, 100, 100, 0)))
    back = layout_cards(red)[1]
    bands = [i.fill for i in back.items if isinstance(i, Shape) and i.role == "band"]
    assert bands == [Ink(0, 50, 50, 0)]


def test_a_poster_without_one_of_the_five_is_refused_by_name() -> None:
    layout = layout_of(REMINDER, format_=poster_format())
    kept = tuple(card for card in layout.deck.cards if card.id != "proces")
    layout = replace(layout, deck=replace(layout.deck, cards=kept))
    with pytest.raises(ContentError) as caught:
        layout_poster(layout)
    (problem,) = [p for p in caught.value.diagnostics if p.code == "poster-incomplete"]
    assert "proces" in problem.message


def test_only_a_deck_with_a_card_for_each_condition_has_its_whole_model() -> None:
    deck = layout_of(REMINDER).deck
    kept = tuple(card for card in deck.cards if card.id != "proces")
    assert whole_model(deck)
    assert not whole_model(replace(deck, cards=kept))
    assert not whole_model(replace(deck, model=None))


@pytest.mark.parametrize(
    ("ground", "text"),
    [(Ink(0, 24, 95, 0), BLACK), (Ink(96, 76, 0, 0), PAPER), (PAPER, BLACK), (BLACK, PAPER)],
)
def test_text_is_black_or_paper_whichever_contrasts_more(ground: Ink, text: Ink) -> None:
    assert readable_on(ground) == text


@pytest.mark.parametrize(
    ("centre", "radius"), [((10, 70), 6), ((90, 70), 11), ((50, 20), 16), ((50, 130), 14)]
)
def test_a_disc_reaches_as_far_as_the_nearest_side_of_the_safe_zone(
    centre: tuple[float, float], radius: float
) -> None:
    page = SimpleNamespace(safe=Box(4, 4, 97, 140))
    assert Page.reach(page, centre) == radius  # type: ignore[arg-type]
