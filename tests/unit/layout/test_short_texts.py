"""Small cards tell their text in short, large ones whole; without a short text they tell none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.decks import A6, REMINDER, layout_of

from samenspel.layout.cards import layout_cards
from samenspel.model.frame import TextRun

SHORT = "Kort gezegd past het overal."
SMALL = replace(A6, name="klein", drop=frozenset({"text"}))


def back_of(card, format_) -> str:
    frames = layout_cards(layout_of(card, format_=format_))
    [back] = [frame for frame in frames if (frame.card, frame.side) == (card.id, "back")]
    return " ".join(item.text for item in back.items if isinstance(item, TextRun))


@pytest.mark.parametrize(("format_", "whole"), [(A6, True), (SMALL, False)])
def test_the_format_chooses_the_text(format_, whole):
    words = REMINDER.text.split()[0:2]
    printed = back_of(REMINDER.with_values(short=SHORT), format_)
    assert (" ".join(words) in printed) == whole
    assert ("Kort gezegd" in printed) != whole


def test_without_a_short_text_a_small_card_has_its_questions_alone():
    printed = back_of(REMINDER, SMALL)
    assert " ".join(REMINDER.text.split()[0:2]) not in printed
    assert REMINDER.questions[0].split()[0] in printed
