"""Which language each text of a deck is in."""

from __future__ import annotations

from dataclasses import replace

from tests.decks import BLANK, REMINDER, deck_of

from samenspel.model.deck import Translation
from samenspel.model.tongues import Tongues

QUOTED = replace(REMINDER, lang={"core": "de"})
FOREIGN = replace(BLANK, lang={"*": "fr", "core": "en"})


def of(deck, *path) -> str:
    return Tongues(deck).language_at(path)


def test_a_card_says_its_language_for_all_fields_or_for_some() -> None:
    deck = deck_of(QUOTED, FOREIGN)
    assert of(deck, QUOTED.id, "core") == "de"
    assert of(deck, QUOTED.id, "text") == of(deck, "@deck", "title") == of(deck) == "nl"
    assert of(deck, FOREIGN.id, "hint") == "fr"
    assert of(deck, FOREIGN.id, "core") == "en"
    assert Tongues(deck).other((QUOTED.id, "core")) == "de"
    assert Tongues(deck).other((QUOTED.id, "text")) == ""


def test_a_translation_is_in_its_own_language_and_what_is_left_in_the_sources() -> None:
    left = frozenset({(QUOTED.id, "core"), (QUOTED.id, "questions", 2), (QUOTED.id, "text")})
    made = Translation("nl", False, left)
    deck = replace(deck_of(QUOTED, FOREIGN), language="en", translation=made)
    assert of(deck, QUOTED.id, "core") == "de"
    assert of(deck, QUOTED.id, "text") == of(deck, QUOTED.id, "questions", 0) == "nl"
    assert of(deck, QUOTED.id, "title") == of(deck, FOREIGN.id, "hint") == "en"


def test_a_card_that_stands_in_for_a_draft_is_in_the_source_language_whole() -> None:
    source = deck_of(REMINDER)
    made = Translation("nl", True, frozenset({(REMINDER.id, "core")}))
    deck = replace(source, language="fy", translation=made, stand_ins=source)
    assert of(deck, REMINDER.id, "title") == "nl"
