"""The built-in deck in English and German keeps the rules of the Dutch one; all languages fit."""

from __future__ import annotations

import re
from functools import cache

import pytest
from tests.content.test_deck import FONTS, FORMATS, PROJECT, THEME
from tests.goldens import table

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
from samenspel.model.deck import Deck, TextPath
from samenspel.model.frame import Frame, TextRun
from samenspel.presets import deck_theme, format_named
from samenspel.project import first_pictures
from samenspel.questions import render

LANGUAGES = [name for name in PROJECT.languages if name != PROJECT.source_language]
COMPLETE = ["en", "de"]
AVOIDED = {
    "en": "stakeholder|synerg|facilitat|roll.?out|leverage|alignment|commitment|implement|empower",
    "de": "stakeholder|synerg|ausrollen|implementier|commitment|abholen|mitnehmen|zeitnah|Akteur",
}


@cache
def deck_of(language: str) -> Deck:
    return render(select(PROJECT, "basis", language))


def reminders(language: str) -> list[Card]:
    return [card for card in deck_of(language).cards if card.kind == "reminder"]


def test_the_deck_ships_in_four_languages() -> None:
    known = ("nl", "en", "de", "fy")
    new = set(PROJECT.languages) - set(known)
    assert PROJECT.languages == known, f"name {new} here, in docs/languages.md and in README.md"


@pytest.mark.parametrize("language", COMPLETE)
def test_reminders_keep_their_measure(language: str) -> None:
    for card in reminders(language):
        assert len(card.core.split()) <= 20, card.id
        assert 40 <= len(card.text.split()) <= 60, (card.id, len(card.text.split()))
    for card in deck_of(language).cards:
        if card.kind == "condition":
            assert len(card.text.split()) <= 40, card.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_story_has_a_short_version(language: str) -> None:
    for card in deck_of(language).cards:
        if card.kind in ("reminder", "condition"):
            assert card.short is not None, card.id
            assert 18 <= len(card.short.split()) <= 28, (card.id, len(card.short.split()))
    assert not any(text[1] == "short" for text in untranslated(language))


def untranslated(language: str) -> frozenset[TextPath]:
    made = deck_of(language).translation
    assert made is not None
    return made.untranslated


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_card_mixes_two_languages(language: str) -> None:
    """A card is whole in its language, or as a whole in the source's (all printed texts of it)."""
    assert untranslated(language) == frozenset()


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_are_one_question_of_at_most_thirty_words(language: str) -> None:
    asked = [question for card in reminders(language) for question in card.questions]
    assert len(asked) == 30
    for question in asked:
        assert len(question.split()) <= 30
        assert len(question) <= 110, question
        assert question.count("?") == 1
        assert question.endswith("?")


@pytest.mark.parametrize("language", COMPLETE)
def test_no_word_that_the_deck_avoids_and_nothing_left_of_templates(language: str) -> None:
    everything = "\n".join(str(card.content()) for card in deck_of(language).cards)
    assert not re.search(AVOIDED[language], everything, re.IGNORECASE)
    assert "{{" not in everything
    assert f"[{PROJECT.source_language}]" not in everything


@pytest.mark.parametrize("language", LANGUAGES)
def test_warnings_go_on_from_their_label(language: str) -> None:
    """No sentence of its own: it begins small (but for a German noun) and ends with a full stop."""
    for card in deck_of(language).cards:
        if card.kind == "condition":
            assert card.warning.endswith(".")
            assert card.warning[0].islower() or language == "de"


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits_in_every_format(language: str, shape: str) -> None:
    frames = frames_of(language, shape)
    assert len(frames) == 2 * len(deck_of(language).cards) + 1
    for frame in frames:
        assert verify(frame, deck_of(language)) == [], table(frame)


def frames_of(language: str, shape: str) -> list[Frame]:
    deck = deck_of(language)
    cartoons = first_pictures(PROJECT, deck)
    sizes = {name: ArtSize(name, 100, 100, True) for name in art_names(deck, cartoons)}
    theme = deck_theme(THEME, deck)
    cards = format_layout(deck, format_named(PROJECT, shape), theme, FONTS, sizes, cartoons)
    wall = format_layout(deck, poster_format(), theme, FONTS, sizes, cartoons)
    return layout_cards(cards) + layout_poster(wall)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_is_divided_and_the_posters_names_share_a_size(language: str) -> None:
    frames = frames_of(language, "poker")
    titles = [run for frame in frames for run in frame.items if isinstance(run, TextRun)]
    assert not [run.text for run in titles if run.role == "title" and run.text.endswith("-")]
    names = {card.title for card in deck_of(language).cards if card.kind == "condition"}
    sizes = {run.size for run in frames[-1].items if isinstance(run, TextRun) and run.text in names}
    assert len(sizes) == 1
    assert min(sizes) >= 50


def test_the_built_in_deck_is_made_in_every_language_that_it_holds() -> None:
    assert not [one for one in PROJECT.warnings if one.code == "language-not-listed"]
