"""Lists of words by language, opened when the first text in that language is judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

FOLDER = Path(__file__).parent / "words"
"""A language's rules and words, as hunspell reads them, with their licence."""
SURE = {"nl": "betekenis", "en": "meaning"}
"""A word that each list has; with a list that lacks it something is wrong."""


class Dictionary:
    """The words of one language."""

    def __init__(self, words: Any) -> None:
        self._words, self._lock = words, Lock()  # hunspell keeps what it works with in one place
        self._known: dict[str, bool] = {}
        self._better: dict[str, Sequence[str]] = {}
        self.looked_up = 0
        """For how many words near ones were looked up here."""

    def has(self, word: str) -> bool:
        """True for a word of the list, or one that its rules make; capitals as they are."""
        if word not in self._known:
            with self._lock:
                self._known[word] = bool(self._words.spell(word))
        return self._known[word]

    def near(self, word: str) -> Sequence[str]:
        """Words of the list that look like one that is not in it; once, it takes up to 2 seconds.

        Nothing else of the process runs meanwhile: hunspell holds it up.
        """
        if word not in self._better:
            with self._lock:
                self.learn(word, self._words.suggest(word))
                self.looked_up += 1
        return self._better[word]

    def is_known(self, word: str) -> bool:
        """Whether it is known at once which words are near one."""
        return word in self._better

    def learn(self, word: str, near: Iterable[str]) -> None:
        """Take over which words are near one, as another process looked it up."""
        self._better[word] = tuple(dict.fromkeys(near))


def listed(language: str) -> bool:
    """Whether there is a list for a language, by the first part of its code (``nl-be``)."""
    return language.split("-")[0] in SURE


@cache
def dictionary_of(language: str) -> Dictionary | None:
    """The words of a language; ``None`` without a list, or without hunspell on this machine."""
    name = language.split("-")[0]
    if name not in SURE:
        return None
    try:
        import hunspell  # 0.2 s and 20 MB, for who is told about spelling

        words = hunspell.Hunspell(name, hunspell_data_dir=str(FOLDER))
    except (ImportError, OSError):
        return None
    # from a path that it cannot read hunspell makes an empty list, and says nothing
    return Dictionary(words) if words.spell(SURE[name]) else None
