"""Numbers that a text says follow the deck: no card says ten reminders in a deck of nine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.projects import ROOT, write

from samenspel.loading import open_project, select
from samenspel.questions import odd_texts, render

REGION = """\
name: Proef
short: Proef
place: in Proef
kind: regio
languages: [nl, en, de, fy]
cards:
  drop: [blijf-balanceren]
"""
NUMBERS = {
    "nl": ("tien", "Negen reminders"),
    "en": ("ten", "Nine reminders"),
    "de": ("zehn", "Neun "),
    "fy": ("tsien", "Njoggen reminders"),
}


@pytest.mark.parametrize(
    ("subtitle", "told"),
    [
        ("Tien reminders voor ons", "Tien reminders"),
        ("Onze 10 reminders", "10 reminders"),
        ("Negen reminders voor ons", ""),
        ("Tien vragen en 9 reminders", ""),
    ],
)
def test_a_number_that_a_maker_typed_and_that_is_wrong_is_told(
    tmp_path: Path, subtitle: str, told: str
) -> None:
    write(tmp_path, "cards/deck.yaml", "base: samenspel 2026.1\n")
    write(tmp_path, "cards/regions/proef.yaml", f"{REGION}cover: {{subtitle: {subtitle}}}\n")
    deck = render(select(open_project(tmp_path, ROOT), "proef", "nl"))
    found = [one for one in odd_texts(deck) if one.code == "text-count"]
    assert [(str(one.location), one.key) for one in found] == [
        ("cards/regions/proef.yaml:8", "subtitle")
    ] * bool(told)
    assert all(f'"{told}", and the deck has 9' in one.message for one in found)


@pytest.mark.parametrize("language", NUMBERS)
def test_a_deck_of_nine_reminders_never_says_ten(tmp_path: Path, language: str) -> None:
    write(tmp_path, "cards/deck.yaml", "base: samenspel 2026.1\n")
    write(tmp_path, "cards/regions/proef.yaml", REGION)
    deck = render(select(open_project(tmp_path, ROOT), "proef", language))
    ten, nine = NUMBERS[language]
    counted = re.compile(rf"\b(?:{ten}|10)\s+(?:reminder|Reminder|Denkanst)", re.IGNORECASE)
    texts = [(card.id, text) for card in deck.cards for _, text in card.texts()]
    texts += [("deck", deck.title), ("deck", deck.subtitle), *deck.labels.items()]
    assert [one for one in texts if counted.search(one[1])] == []
    assert any(nine in text for card, text in texts if card == "titel")
