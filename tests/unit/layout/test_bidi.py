"""The order of text that runs both ways.

``bidi_cases.json`` holds texts, the paragraph's direction, and what an independent implementation
(python-bidi 0.6.12, which wraps the Rust crate unicode-bidi) shows from left to right.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenspel.layout.bidi import in_order, levels, turns

CASES = json.loads(Path(__file__).with_name("bidi_cases.json").read_text(encoding="utf-8"))
TEXT = st.text(alphabet="ab 12.,-%()[]«»أب٣א\u064b\u200f\u200e:–", max_size=24)


def shown(text: str, base: int) -> str:
    """The text from left to right, brackets as they were typed (HarfBuzz turns them)."""
    return "".join(
        text[start:end][::-1] if level % 2 else text[start:end]
        for start, end, level in in_order(levels(text, base))
    )


def test_an_independent_implementation_agrees() -> None:
    wrong = [
        (text, base, want, got)
        for text, base, want in CASES
        if (got := shown(text, int(base == "R"))) != want
    ]
    assert len(CASES) > 800
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("البند 4", [1, 1, 1, 1, 1, 1, 2]),
        ("abc", [2, 2, 2]),
        ("אב 12%", [1, 1, 1, 2, 2, 2]),  # hebrew keeps European numbers and their sign
        ("(א)", [1, 1, 1]),
    ],
)
def test_levels_of_backward_paragraphs(text: str, of: list[int]) -> None:
    assert levels(text, 1) == of


@given(TEXT, st.integers(0, 1))
def test_every_character_stands_once(text: str, base: int) -> None:
    runs = in_order(levels(text, base))
    assert sorted(place for a, b, _ in runs for place in range(a, b)) == list(range(len(text)))


@given(st.text(alphabet="abc déß12.,()«»–! ", max_size=30))
def test_latin_text_stays_in_one_run(text: str) -> None:
    assert not turns(text)
    assert set(levels(text, 0)) <= {0}


@given(TEXT)
def test_only_text_with_backward_characters_turns(text: str) -> None:
    assert turns(text) == any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in text)
