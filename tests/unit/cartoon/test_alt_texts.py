"""Every picture is told in words, in Dutch and English, and the cards say the same."""

from __future__ import annotations

import pytest
import yaml
from tests.decks import ROOT

from samenspel.cartoon.pictograms import PICTOGRAMS
from samenspel.cartoon.scenes import drawn_slugs
from samenspel.project import open_project, select

ALT = yaml.safe_load((ROOT / "assets" / "cartoons" / "alt.yaml").read_text(encoding="utf-8"))
PROJECT = open_project(ROOT, ROOT)
PICTURED = [card for card in select(PROJECT, "basis", "nl").cards if getattr(card, "cartoon", None)]


def test_all_eleven_pictured_cards_are_told() -> None:
    assert len(PICTURED) == 11


@pytest.mark.parametrize("card", PICTURED, ids=lambda card: card.id)
def test_a_cards_alt_text_is_its_pictures(card) -> None:
    told = ALT[card.cartoon]
    assert card.alt == told["nl"]


@pytest.mark.parametrize("name", [*drawn_slugs(), *PICTOGRAMS])
def test_every_picture_is_told_in_two_languages(name) -> None:
    told = ALT[name]
    assert list(told) == ["nl", "en"]
    assert all(15 <= len(text.split()) <= 70 for text in told.values())
    assert told["nl"] != told["en"]


def test_no_text_is_left_over() -> None:
    assert set(ALT) == {*drawn_slugs(), *PICTOGRAMS}
