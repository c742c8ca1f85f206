"""Breaking paragraphs: nothing lost, nothing wider than the measure, hyphens as the last resort."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.decks import FONT_BYTES

from samenspel.layout.breaking import NO_BREAK_SPACE, SOFT_HYPHEN, break_lines
from samenspel.layout.faces import Face

FACE = Face({"text": FONT_BYTES["text"]}, {}, "nl")
WORD = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéëïöü", min_size=1, max_size=14)
TEXT = st.lists(WORD, min_size=1, max_size=60).map(" ".join)


@settings(deadline=None, max_examples=80)
@given(TEXT, st.floats(30, 120), st.booleans())
def test_lines_keep_every_word_and_stay_within_the_measure(text, measure, balanced):
    lines = break_lines(text, FACE, 10, measure, hyphenate=False, balanced=balanced)
    if lines is None:
        assert any(FACE.width(word, 10) > measure for word in text.split())
        return
    assert " ".join(lines) == text
    assert all(FACE.width(line, 10) <= measure + 1e-6 for line in lines)


@settings(deadline=None, max_examples=60)
@given(TEXT, st.floats(30, 90))
def test_hyphenation_loses_no_letter(text, measure):
    lines = break_lines(text, FACE, 10, measure)
    if lines is not None:
        letters = "".join(line[:-1] if line.endswith("-") else line for line in lines)
        assert letters.replace(" ", "") == text.replace(" ", "")
        assert all(FACE.width(line, 10) <= measure + 1e-6 for line in lines)


def test_a_word_wider_than_the_measure_is_divided_where_dutch_divides_it():
    lines = break_lines("verantwoordelijkheid", FACE, 12, 25)
    assert lines is not None
    assert len(lines) == 2
    assert lines[0] in {"verantwoor-", "verant-", "verantwoorde-"}


def test_titles_are_never_divided():
    assert break_lines("verantwoordelijkheid", FACE, 12, 25, hyphenate=False) is None


def test_a_soft_hyphen_of_the_author_is_used_first_and_not_printed_elsewhere():
    text = f"samenwerkings{SOFT_HYPHEN}verband"
    assert break_lines(text, FACE, 10, 80, hyphenate=False) == ["samenwerkingsverband"]
    assert break_lines(text, FACE, 10, 30, hyphenate=False) == ["samenwerkings-", "verband"]


def test_no_break_space_keeps_a_number_with_its_noun():
    text = f"wij tellen samen al {31}{NO_BREAK_SPACE}scholen in de regio"
    for measure in range(20, 80, 3):
        lines = break_lines(text, FACE, 10, measure, hyphenate=False) or []
        assert not any(line.endswith("31") for line in lines)


def test_a_dash_never_begins_a_line():
    text = "eerst een wat langere zin – en dan nog iets anders – en klaar"
    for measure in range(20, 90, 2):
        assert not any(line.startswith("–") for line in break_lines(text, FACE, 10, measure) or [])


def test_balanced_lines_are_of_like_length():
    text = "Dubbele loyaliteit is realiteit"
    lines = break_lines(text, FACE, 20, 75, hyphenate=False, balanced=True)
    assert lines == ["Dubbele loyaliteit", "is realiteit"]


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_text_has_no_lines(text):
    assert break_lines(text, FACE, 10, 50) == []
