"""What the built-in deck's pages promise: fixed places, one number a side, one place for logos."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from tests.decks import FONT_BYTES, ROOT
from tests.projects import builtin

from samenspel.layout import FormatLayout, art_names, format_layout, layout_cards
from samenspel.layout.parts.writing import LEAST_PITCH
from samenspel.loading import select
from samenspel.model.art import ArtSize
from samenspel.model.cards import Card
from samenspel.model.frame import Frame, Placement, Shape, TextRun
from samenspel.presets import deck_theme, format_named, names, theme_named
from samenspel.project import first_pictures, with_pictures
from samenspel.questions import render
from samenspel.units import MM_PER_POINT

PROJECT = builtin()
THEME = theme_named(PROJECT, "samenspel")
FORMATS = names(PROJECT, "formats")


@cache
def layout(region: str, language: str, format_name: str) -> FormatLayout:
    deck = with_pictures(PROJECT, render(select(PROJECT, region, language)))
    cartoons, theme = first_pictures(PROJECT, deck), deck_theme(THEME, deck)
    art = {n: ArtSize(n, 100, 22 if n.startswith("logos") else 100, True)
           for n in art_names(deck, cartoons)}  # fmt: skip
    return format_layout(deck, format_named(PROJECT, format_name), theme, FONT_BYTES, art, cartoons)


def pages(region: str, language: str, format_name: str, kind: str, side: str) -> list[Frame]:
    made = layout(region, language, format_name)
    kinds = {card.id: card.kind for card in made.deck.cards}
    return [one for one in layout_cards(made) if kinds[one.card] == kind and one.side == side]


def runs(frame: Frame) -> list[TextRun]:
    return [item for item in frame.items if isinstance(item, TextRun)]


def numeral(frame: Frame, number: str) -> float:
    """Where the numeral beside a question stands, in mm from above."""
    (found,) = (run.y for run in runs(frame) if run.text == number and run.source[1:2])
    return found


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_questions_stand_at_the_same_height_on_every_reminder(
    language: str, format_name: str
) -> None:
    backs = pages("basis", language, format_name, "reminder", "back")
    for number in "123":
        assert len({round(numeral(frame, number), 2) for frame in backs}) == 1


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("kind", ["reminder", "condition"])
def test_questions_stand_further_apart_than_their_lines(kind: str, format_name: str) -> None:
    """From the last line of one to the capitals of the next: a third more than between two."""
    for frame in pages("basis", "nl", format_name, kind, "back"):
        asked: dict[object, list[TextRun]] = {}
        for run in runs(frame):
            if run.source[1:2] == ("questions",) and run.role == "question":
                asked.setdefault(run.source[2], []).append(run)
        for above, below in pairwise(asked.values()):
            step = 1.2 * above[0].size * MM_PER_POINT
            apart = min(run.y for run in below) - max(run.y for run in above)
            assert apart >= 1.35 * step, (frame.name, apart, step)


@pytest.mark.parametrize("format_name", ["square", "tarot"])
def test_questions_are_of_one_size_on_all_reminders(format_name: str) -> None:
    backs = pages("basis", "nl", format_name, "reminder", "back")
    assert len({run.size for one in backs for run in runs(one) if run.role == "question"}) == 1


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_label_stands_nearer_to_its_own_lines(format_name: str) -> None:
    """With room to write under it, and as much at most between it and the lines above."""
    (back,) = pages("basis", "nl", format_name, "agreement", "back")
    lines = [item.path[0][1][1] for item in back.items
             if isinstance(item, Shape) and item.role == "writing-line"]  # fmt: skip
    labels = [run for run in runs(back) if run.source[1:2] == ("fields",)]
    for label in labels[1:]:
        above = max(one for one in lines if one < label.y)
        under = min(one for one in lines if one > label.y)
        assert under - label.y >= LEAST_PITCH
        assert label.y - above > 0.45 * (under - label.y)


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_side_says_its_number_once(format_name: str) -> None:
    for kind in ("reminder", "condition"):
        for frame in pages("basis", "nl", format_name, kind, "front"):
            assert [run.text for run in runs(frame) if run.text.isdigit()] == [
                str(layout("basis", "nl", format_name).number_of(card_of(frame, format_name)))
            ]
        for frame in pages("basis", "nl", format_name, kind, "back"):
            said = " ".join(run.text for run in runs(frame))
            assert len(re.findall(r"\b\d+ van \d+\b", said)) == 1


def card_of(frame: Frame, format_name: str) -> Card:
    cards = layout("basis", "nl", format_name).deck.cards
    return next(card for card in cards if card.id == frame.card)


@pytest.mark.parametrize("format_name", FORMATS)
def test_titles_begin_at_one_height_and_at_the_left(format_name: str) -> None:
    """The tops of the capitals: a condition's name is larger than a reminder's title."""
    made = layout("basis", "nl", format_name)
    tops, lefts = set(), set()
    for kind in ("reminder", "condition"):
        for frame in pages("basis", "nl", format_name, kind, "front"):
            first = next(run for run in runs(frame) if run.source[1:] == ("title",))
            cap = made.face("display").cap_height * first.size * 25.4 / 72
            tops.add(round(first.y - cap, 1))
            lefts.add(round(first.x, 1))
    assert (len(tops), len(lefts)) == (1, 1)


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_logo_stands_in_one_place(format_name: str) -> None:
    made = layout_cards(layout("stroomdal", "nl", format_name))
    places = {
        (round(item.box.right, 2), round(item.box.bottom, 2), round(item.box.width, 2))
        for frame in made
        for item in frame.items
        if isinstance(item, Placement) and item.role == "logo" and frame.name != "titel-front"
    }
    assert len(places) == 1


@pytest.mark.parametrize("format_name", FORMATS)
def test_lines_to_write_on_are_six_millimetres_apart(format_name: str) -> None:
    for frame in layout_cards(layout("basis", "nl", format_name)):
        heights = [item.path[0][1][1] for item in frame.items
                   if isinstance(item, Shape) and item.role == "writing-line"]  # fmt: skip
        apart = [low - high for high, low in pairwise(heights)]
        assert all(one >= 5.99 for one in apart), (frame.name, min(apart))


@pytest.mark.parametrize("format_name", FORMATS)
def test_conditions_are_named_in_the_foot_beside_a_logo(format_name: str) -> None:
    made = layout("stroomdal", "nl", format_name)
    for frame in pages("stroomdal", "nl", format_name, "reminder", "back"):
        (logo,) = (i for i in frame.items if isinstance(i, Placement) and i.role == "logo")
        card = next(one for one in made.deck.cards if one.id == frame.card)
        foot = [run for run in runs(frame) if run.y > logo.box.y and run.x < logo.box.x]
        said = " ".join(run.text for run in foot)
        for name in card.conditions:
            assert made.condition(name).name in said
        assert all(run.x + run.width < logo.box.x for run in foot)


def test_the_title_card_names_the_region_in_words() -> None:
    for format_name in FORMATS:
        (front,) = pages("stroomdal", "nl", format_name, "cover", "front")
        assert "Stroomdal" in " ".join(run.text for run in runs(front))


@pytest.mark.parametrize("path", sorted((ROOT / "assets/fonts").glob("Atkinson*.ttf")))
def test_a_zero_has_no_slash(path: Path) -> None:
    """One outline and one counter; a slash makes two counters of it."""
    assert TTFont(path)["glyf"]["zero"].numberOfContours == 2
