"""The built-in deck keeps its own rules, in every region and every format."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
from tests.decks import ROOT
from tests.goldens import table
from tests.projects import builtin

from samenspel.layout import (
    art_names,
    format_layout,
    layout_cards,
    layout_poster,
    poster_format,
    verify,
)
from samenspel.loading import select
from samenspel.model.art import ArtSize
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.frame import TextRun
from samenspel.pipeline.typefaces import font_files, role_fonts
from samenspel.presets import deck_theme, format_named, names, theme_named
from samenspel.project import first_pictures
from samenspel.questions import render

PROJECT = builtin()
THEME = theme_named(PROJECT, "samenspel")
FONTS = font_files(PROJECT.asset, role_fonts(PROJECT, THEME, "nl"))
FORMATS = names(PROJECT, "formats")
TITLES = [
    "Start bij jezelf",
    "Blijf balanceren",
    "Dubbele loyaliteit is realiteit",
    "Ga verder dan jubeltaal",
    "Iedereen kan iets brengen",
    "Organiseer het vierkant",
    "Een goed proces biedt houvast",
    "Bouw de juiste gesprekstafel",
    "Blijf onbevangen",
    "Wees druk met rust",
]
AVOIDED = (
    "borgen|uitrollen|stakeholder|synergie|faciliteren|implementeren|draagvlak creëren|commitment"
)


@cache
def deck_of(region: str) -> Deck:
    return render(select(PROJECT, region, "nl"))


def reminders(region: str) -> list[Card]:
    return [card for card in deck_of(region).cards if card.kind == "reminder"]


def words(text: str) -> int:
    return len(text.split())


def test_the_deck_has_twenty_four_cards_and_the_sources_titles() -> None:
    deck = deck_of("basis")
    assert len(deck.cards) == 24
    assert [card.title for card in reminders("basis")] == TITLES
    conditions = [card.title for card in deck.cards if card.kind == "condition"]
    assert conditions == ["Ambitie", "Belangen", "Relatie", "Organisatie", "Proces"]
    assert "Edwin Kaats" in deck.source
    assert "Wilfrid Opheij" in deck.source
    assert "Leren samenwerken tussen organisaties" in deck.source


@pytest.mark.parametrize("region", PROJECT.regions)
def test_reminders_keep_their_measure(region: str) -> None:
    for card in reminders(region):
        assert words(card.core) <= 20, card.id
        assert 40 <= words(card.text) <= 60, card.id
        assert len(card.questions) == 3
        for question in card.questions:
            assert words(question) <= 30
            assert len(question) <= 110
            assert question.count("?") == 1
            assert question.endswith("?")


@pytest.mark.parametrize("region", PROJECT.regions)
def test_each_story_has_a_short_version_that_is_its_own(region: str) -> None:
    stories = [card for card in deck_of(region).cards if card.kind in ("reminder", "condition")]
    assert len(stories) >= 15
    for card in stories:
        assert card.short is not None, card.id
        assert 18 <= words(card.short) <= 28, (card.id, words(card.short))
        assert words(card.short) < words(card.text)


@pytest.mark.parametrize("region", PROJECT.regions)
def test_no_word_of_the_list_that_the_deck_avoids(region: str) -> None:
    everything = "\n".join(str(card.content()) for card in deck_of(region).cards)
    assert not re.search(AVOIDED, everything, re.IGNORECASE)
    assert "{{" not in everything


@pytest.mark.parametrize("region", [name for name in PROJECT.regions if name != "basis"])
def test_at_least_eight_of_the_thirty_questions_change_with_the_region(region: str) -> None:
    own = {card.id: card.questions for card in reminders(region)}
    changed = [
        question
        for card in reminders("basis")
        for question, now in zip(card.questions, own[card.id], strict=True)
        if question != now
    ]
    assert len(changed) >= 8


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("region", PROJECT.regions)
def test_every_page_fits_in_every_format(region: str, shape: str) -> None:
    deck = deck_of(region)
    cartoons = first_pictures(PROJECT, deck)
    sizes = {name: ArtSize(name, 100, 100, True) for name in art_names(deck, cartoons)}
    if deck.region.logo:
        sizes[deck.region.logo] = ArtSize(deck.region.logo, 450, 100, True)
    format_ = format_named(PROJECT, shape)
    theme = deck_theme(THEME, deck)
    frames = layout_cards(format_layout(deck, format_, theme, FONTS, sizes, cartoons))
    frames += layout_poster(format_layout(deck, poster_format(), theme, FONTS, sizes, cartoons))
    assert len(frames) == 2 * len(deck.cards) + 1
    for frame in frames:
        assert verify(frame, deck) == [], table(frame)
        minimum = min(size.minimum for size in format_.type.values())
        for run in (item for item in frame.items if isinstance(item, TextRun)):
            assert run.size >= min(minimum, 7)
            if run.role == "text":
                assert run.size >= (9 if format_.width >= 100 < format_.height else 8)


@pytest.mark.parametrize("shape", ["a6", "groot"])
def test_questions_are_read_at_arms_length(shape: str) -> None:
    deck = deck_of("zevenbergen")
    format_ = format_named(PROJECT, shape)
    sizes = {name: ArtSize(name, 100, 100, True) for name in art_names(deck, {})}
    frames = layout_cards(format_layout(deck, format_, deck_theme(THEME, deck), FONTS, sizes, {}))
    asked = [
        run.size
        for frame in frames
        for run in frame.items
        if isinstance(run, TextRun) and run.role == "question"
    ]
    assert min(asked) >= 11.5
    assert max(asked) >= 13


@pytest.mark.parametrize("name", ["20-afspraak", "22-leeg"])
def test_the_lines_that_a_file_explains_are_those_that_its_schema_takes(name: str) -> None:
    text = (ROOT / "cards" / "nl" / f"{name}.yaml").read_text(encoding="utf-8")
    (most,) = re.findall(r"1 tot (\d+)\)", text)
    schema = json.loads((ROOT / "cards" / "schema" / "card.schema.json").read_text("utf-8"))
    kind = {"20-afspraak": "AgreementFields", "22-leeg": "BlankFields"}[name]
    assert schema["definitions"][kind]["properties"]["lines"]["maximum"] == int(most)
