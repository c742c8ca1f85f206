"""Words that a deck avoids, found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping


class Avoided:
    """A list of words, each with what to write instead; one may end in ``*`` for all so begun."""

    def __init__(self, words: Mapping[str, str]) -> None:
        """``words`` are in small letters."""
        self._words = words
        longest = sorted(words, key=len, reverse=True)
        parts = (re.escape(w[:-1]) + r"\w*" if w.endswith("*") else re.escape(w) for w in longest)
        text = rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"
        self._pattern = re.compile(text, re.IGNORECASE) if words else None

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """Each such word in a text, as it stands there, with what to write instead."""
        for word in dict.fromkeys(self._pattern.findall(text) if self._pattern else ()):
            yield word, self._words[self._entry(word.lower())]

    def _entry(self, word: str) -> str:
        """The entry of the list that a word was found by."""
        if word in self._words:
            return word
        starts = (one for one in self._words if one.endswith("*") and word.startswith(one[:-1]))
        return max(starts, key=len)
