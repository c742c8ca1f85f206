"""Which words of a text are spelt wrong.

What is no plain word of the language is not judged: names (a capital within a sentence, or a name
elsewhere in the deck), letters that are all capitals, addresses, paths, numbers, markup, and texts
that are mostly in another language. Dutch glues words together without end, so one that falls apart
in two of the list is right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import pairwise

from samenspel.spelling.dictionary import Dictionary, dictionary_of

SHOWN = 3
"""Words that are offered for one that is wrong."""
ASKED = 60
"""For so many words near ones are looked up: a text in another language would take minutes."""
FOREIGN = 3
"""So many unknown words, that are a third of a text, are words of another language."""
GLUED, SHORT, PART, WHOLE = frozenset({"nl"}), 3, 4, 9
"""Languages that glue words together; letters of the first part, the last and the whole."""
BEFORE = frozenset(
    ("aan", "af", "bij", "door", "heen", "in", "los", "mee", "na", "om", "onder", "op", "over",
     "samen", "tegen", "terug", "toe", "uit", "vast", "voor", "voort", "weg")
)
"""What Dutch glues before a verb, however short."""

_OTHER = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{[^{}\n]{1,40}\}|&#?\w{1,8};|<[^<>\n]{1,40}>|`[^`]*`|\w+://\S+|www\.\S+|\S*[@\\/_#]\S*|\S*\d\S*",
    re.DOTALL,
)
"""What is no word: templates, drawings, code, addresses, paths and all with a digit in it."""
_WORD = re.compile(r"[^\W\d_]+(?:['’.\u2010\u2011-][^\W\d_]+)*")
_OPENING = " \t\u00a0\u202f\"'“”‘’„«»(*["
_ENDED = (".", "!", "?", ":", "…", "\n", "•", "–", "—", "|")
_HYPHEN = re.compile(r"[\u2010\u2011-]")
_UNSEEN = re.compile("[\u00ad\u200b\u2060]")
"""Marks for where a line may or may not break: no part of a word."""
_TITLE = re.compile(
    r"\b(?:bc|dhr|dr|drs|ds|fam|ing|ir|jhr|mevr|mgr|mr|mrs|ms|mw|prof|sint|st)\.$", re.IGNORECASE
)
"""What stands before a name, and ends no sentence."""
ABBREVIATED = 4
"""So many letters at most, with a full stop amid a sentence, are short for a word."""


def names_in(texts: Iterable[str], *, anywhere: bool = False) -> Iterator[str]:
    """Words with a capital inside a sentence, or ``anywhere``: names in most languages."""
    for text in texts:
        for word, begins, _ in _words(text):
            if word[0].isupper() and (anywhere or not begins):
                yield word


def without_breaks(text: str) -> str:
    """A text without the marks for where a line may break."""
    return _UNSEEN.sub("", text)


def _words(text: str) -> Iterator[tuple[str, bool, str]]:
    """The words of a text, each with whether it begins a sentence and what stands behind it."""
    bare = _OTHER.sub(lambda found: "0" * len(found[0]), without_breaks(text))
    for found in _WORD.finditer(bare):
        start, end = found.span()
        if "-" in (bare[start - 1 : start], bare[end : end + 1]):
            continue  # half a word: basis- en middelbare school
        before = bare[:start].rstrip(_OPENING)
        begins = not before or (before.endswith(_ENDED) and not _TITLE.search(before))
        yield found[0].replace("’", "'"), begins, bare[end : end + 3]


class Speller:
    """Judges texts in one language; one that no list is for it never calls wrong."""

    def __init__(self, language: str, own: Iterable[str] = ()) -> None:
        """``own`` are words that are right beside those of the list; ``*`` ends all so begun."""
        self._language, self._asks = language, True
        words = [one.replace("’", "'").lower() for one in own]
        self._own = frozenset(one for one in words if not one.endswith("*"))
        self._begun = tuple(one[:-1] for one in words if len(one) > 3 and one.endswith("*"))

    @property
    def _list(self) -> Dictionary | None:
        return dictionary_of(self._language)

    def at_once(self) -> Speller:
        """One that looks no near words up: a word that may be a name is none until others did."""
        quick = copy(self)
        quick._asks = False
        return quick

    def misspelt(self, text: str) -> Sequence[str]:
        """The words of a text that are spelt wrong, each once, as they stand there."""
        unknown = (
            word for word, begins in self._wrong(text) if not (begins and self._may_be_name(word))
        )
        return tuple(dict.fromkeys(unknown))

    def waits_for(self, text: str, but: str = "") -> str:
        """The word of which near words are to be known before the first wrong one is told whole.

        Empty when they are known, and for ``but``.
        """
        words = self._list
        for word, begins in self._wrong(text):
            if words is None or word == but:
                continue
            if not words.is_known(word.lower()):
                return word
            if not (begins and self._may_be_name(word)):
                return ""
        return ""

    def _wrong(self, text: str) -> Sequence[tuple[str, bool]]:
        """Words that no list has, each with whether it begins a sentence, and may be a name."""
        if self._list is None:
            return ()
        judged = [
            (word, begins)
            for word, begins, behind in _words(text)
            if self._is_judged(word, begins) and not self._is_short(word, behind)
        ]
        wrong = [(word, begins) for word, begins in judged if not self.is_right(word)]
        is_foreign = len(wrong) >= FOREIGN and 3 * len(wrong) >= len(judged)
        return () if is_foreign else wrong

    def better(self, word: str) -> Sequence[str]:
        """At most three words for one that is wrong, with a capital where it has one."""
        words = self._list
        if words is None:
            return ()
        if not words.is_known(word.lower()) and not (self._asks and words.looked_up < ASKED):
            return ()
        near = [one for one in words.near(word.lower()) if " " not in one][:SHOWN]
        if word[0].isupper():
            near = [one[:1].upper() + one[1:] for one in near]
        return tuple(dict.fromkeys(near))

    def is_right(self, word: str) -> bool:
        """True for a word of the list or the deck, or one made of such words."""
        low = word.lower()
        if low in self._own or low.removesuffix("s").removesuffix("'") in self._own:
            return True
        if self._begun and low.startswith(self._begun):
            return True
        if self._has(word) or self._has(low) or self._has(_unstressed(low)):
            return True
        if _HYPHEN.search(word):
            return all(
                not self._is_judged(part, False) or self.is_right(part)
                for part in _HYPHEN.split(word)
            )
        return self._language.split("-")[0] in GLUED and self._is_glued(low)

    def _has(self, word: str) -> bool:
        return self._list is None or self._list.has(word)

    def _is_glued(self, word: str) -> bool:
        """True for two words of the list in one, unless a slip of the finger made it."""
        return any(self._falls_apart(word, place) for place in range(2, len(word) - PART + 1)) \
            and not any(map(self._has, _unslipped(word)))

    def _falls_apart(self, word: str, place: int) -> bool:
        first, rest = word[:place], word[place:]
        if not self._has(rest):
            return False
        if first in BEFORE:
            return True
        if len(word) < WHOLE or place < SHORT or (place == SHORT and len(rest) < WHOLE - SHORT):
            return False
        return self._has(first) or (place > PART and first[-1] == "s" and self._has(first[:-1]))

    @staticmethod
    def _is_judged(word: str, begins: bool) -> bool:
        if len(word) < 2 or "." in word or not word[1:].replace("'", "").islower():
            return bool(_HYPHEN.search(word)) and "." not in word and word.islower()
        return begins or word[0].islower()

    def _is_short(self, word: str, behind: str) -> bool:
        """True for an abbreviation of the list, or a few letters with a stop amid a sentence."""
        if behind[:1] != ".":
            return False
        after = behind[1:].lstrip()[:1]
        amid = after.islower() or after.isdigit() or behind[1:2] in {",", ";", ":", ")"}
        if amid and len(word) <= ABBREVIATED:
            return True
        low = word.lower()
        return any(map(self._has, (f"{word}.", f"{low}.", f"{low.capitalize()}.")))

    def _may_be_name(self, word: str) -> bool:
        """True for a capital that begins a sentence, when no word is a letter away from it."""
        if word[0].islower():
            return False
        return not any(_one_apart(word.lower(), near.lower()) for near in self.better(word))


def _unstressed(word: str) -> str:
    """A word without the accents that stress it: *vóór*, *dóen*, *één*."""
    apart = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", apart.replace("\u0301", ""))


def _unslipped(word: str) -> Iterator[str]:
    """What may have been meant: a letter less where it stands twice, or two in the other order."""
    for place, (one, next_one) in enumerate(pairwise(word)):
        if one == next_one:
            yield word[:place] + word[place + 1 :]
        else:
            yield word[:place] + next_one + one + word[place + 2 :]


def _one_apart(one: str, other: str) -> bool:
    """True when one letter was left out, doubled, or changed, or two changed places."""
    if one == other:
        return True
    begin = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
                 min(len(one), len(other)))  # fmt: skip
    a, b = one[begin:], other[begin:]
    swapped = len(a) == len(b) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or swapped
