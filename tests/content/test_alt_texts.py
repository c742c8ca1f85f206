"""Every picture is described in words, in three languages, and the cards say the same."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from tests.decks import ROOT
from tests.projects import builtin

from samenspel.loading import select
from samenspel_drawing.pictograms import PICTOGRAMS
from samenspel_drawing.scenes import drawn_slugs

ALT = yaml.safe_load((ROOT / "assets" / "cartoons" / "alt.yaml").read_text(encoding="utf-8"))
PROJECT = builtin()
LANGUAGES = ("nl", "en", "de")


def pictured(language: str) -> list[Any]:
    deck = select(PROJECT, "basis", language)
    return [card for card in deck.every if getattr(card, "cartoon", None)]


PICTURED = pictured("nl")


def test_the_ten_cartoons_and_the_title_at_least_are_there_to_be_told() -> None:
    assert len(PICTURED) >= 11


@pytest.mark.parametrize("card", PICTURED, ids=lambda card: card.id)
def test_a_cards_alt_text_is_its_pictures(card) -> None:
    alts = ALT[card.cartoon]
    assert tuple(alts) == LANGUAGES
    said = {lang: next(c.alt for c in pictured(lang) if c.id == card.id) for lang in LANGUAGES}
    assert said == alts
    for text in alts.values():
        assert 15 <= len(text.split()) <= 70


@pytest.mark.parametrize("name", [*drawn_slugs(), *PICTOGRAMS])
def test_every_picture_is_told_in_two_languages(name) -> None:
    alts = ALT[name]
    assert list(alts)[:2] == ["nl", "en"]
    assert all(15 <= len(text.split()) <= 70 for text in alts.values())
    assert alts["nl"] != alts["en"]


def test_no_text_is_left_over() -> None:
    assert set(ALT) == {*drawn_slugs(), *PICTOGRAMS}
