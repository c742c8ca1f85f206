"""How hard a text is to read: Flesch's formula, with the numbers that each language has for it.

Dutch: Flesch-Douma (W. H. Douma, *De leesbaarheid van landbouwbladen*, 1960). English: R. Flesch,
*A new readability yardstick*, 1948. German: T. Amstad, *Wie verständlich sind unsere Zeitungen?*,
1978. Frisian has none of its own and takes Dutch's. Syllables are counted as groups of vowels,
which is right for nine words in ten; the formula is no finer than that.
"""

from __future__ import annotations

import re

from samenspel.coaching.questions import words_of
from samenspel.coaching.tongues import Tongue

HARD = 50.0
"""Under this, Flesch's scale calls a text difficult: not for a card that is read aloud."""
LEAST_WORDS = 25
"""A shorter text says nothing about its level."""

_VOWELS = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôöøùúûüý]+")
_HIATUS = re.compile(r"(?<=[aeiouy])(?=[ëïöü])")
_SENTENCE = re.compile(r"[.!?]+(?:\s|$)")


def syllables(word: str, language: str) -> int:
    """The number of syllables of a word, at least 1."""
    word = word.lower()
    if language.startswith(("nl", "fy")):
        word = _HIATUS.sub("-", word)
    if language.startswith("en"):
        word = re.sub(r"(?<=[^aeiouytd])ed$|(?<=[^l])e$|(?<=[aeiouy]l)e$", "", word)
    return max(1, len(_VOWELS.findall(word)))


def reading_ease(text: str, language: str, tongue: Tongue) -> float | None:
    """Flesch's reading ease, 0 (hard) to 100 (easy) or so; None for a text that is too short."""
    words = words_of(text)
    if len(words) < LEAST_WORDS:
        return None
    sentences = max(1, len(_SENTENCE.findall(text.strip())))
    a, b, c = tongue.ease
    beats = sum(syllables(word, language) for word in words)
    return a - b * len(words) / sentences - c * beats / len(words)
