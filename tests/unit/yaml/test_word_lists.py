"""The words that our own code prints are the same set in every language, with the same values."""

from __future__ import annotations

import re
import string

import pytest

import samenspel.digital.words
import samenspel.ordering.words
import samenspel.tracing.swapping

VALUES = string.Formatter()
LISTS = {
    "order papers": samenspel.ordering.words,
    "digital edition": samenspel.digital.words,
    "swap list": samenspel.tracing.swapping,
}
EACH = [(name, language) for name, words in LISTS.items() for language in words.languages()]


def values(text: str) -> set[str]:
    return {name for _, name, _, _ in VALUES.parse(text) if name}


@pytest.mark.parametrize(("name", "language"), EACH)
def test_every_language_has_every_word_with_its_values(name: str, language: str) -> None:
    english, words = LISTS[name].words_in("en"), LISTS[name].words_in(language)
    assert words.keys() == english.keys()
    different = [key for key in words if values(words[key]) != values(english[key])]
    assert not different


@pytest.mark.parametrize("name", LISTS)
def test_a_language_without_words_gets_english_and_a_dialect_its_language(name: str) -> None:
    words_in = LISTS[name].words_in
    assert words_in("ar") == words_in("en")
    assert words_in("de-AT") == words_in("de")


@pytest.mark.parametrize("language", samenspel.ordering.words.languages())
def test_names_of_papers_are_names_that_every_system_takes(language: str) -> None:
    words = samenspel.ordering.words.words_in(language)
    papers = ("ticket", "proof", "request", "preflight")
    names = {words[f"{paper}-file"] for paper in papers}
    assert len(names) == len(papers)
    assert all(re.fullmatch(r"[a-z-]+", name) for name in names)
