"""Two questions that ask nearly the same, so that one of two cards has nothing to add."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.coaching.questions import words_of

ALIKE = 0.75
"""So much of all the words of two questions they share, from which they ask the same."""
LEAST = 3
"""Words that say something; of fewer only the same question is alike."""
SMALL = 3
"""Shorter words are glue, but for those that ask."""


def alike(question: str, others: Mapping[str, str]) -> str | None:
    """The name of the question among ``others`` that asks nearly the same; ``None`` for none."""
    mine = _said(question)
    for name, other in others.items():
        theirs = _said(other)
        both, either = mine & theirs, mine | theirs
        same = words_of(question) == words_of(other)
        if same or (len(both) >= LEAST and len(both) / len(either) >= ALIKE):
            return name
    return None


def _said(question: str) -> frozenset[str]:
    words = words_of(question)
    return frozenset(words[:1]) | {word for word in words[1:] if len(word) >= SMALL}
