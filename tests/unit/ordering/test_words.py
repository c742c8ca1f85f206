"""The words of order papers are the same set in every language, and fill in the same values."""

from __future__ import annotations

import re
import string

import pytest

from samenspel.ordering.words import languages, words_in

VALUES = string.Formatter()


def values(text: str) -> set[str]:
    return {name for _, name, _, _ in VALUES.parse(text) if name}


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_word_with_its_values(language: str) -> None:
    english, words = words_in("en"), words_in(language)
    assert words.keys() == english.keys()
    different = [key for key in words if values(words[key]) != values(english[key])]
    assert not different


def test_a_language_without_words_gets_english_and_a_dialect_its_language() -> None:
    assert words_in("ar") == words_in("en")
    assert words_in("de-AT") == words_in("de")


@pytest.mark.parametrize("language", languages())
def test_names_of_papers_are_names_that_every_system_takes(language: str) -> None:
    words = words_in(language)
    papers = ("ticket", "proof", "request", "preflight")
    names = {words[f"{paper}-file"] for paper in papers}
    assert len(names) == len(papers)
    assert all(re.fullmatch(r"[a-z-]+", name) for name in names)
