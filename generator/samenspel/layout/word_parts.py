"""Words in the parts in which lines may break them, and what each break costs.

The unit of costs is a line of which nothing is filled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import pyphen

from samenspel.layout.edition_codes import code_parts
from samenspel.layout.rich import PLAIN, STYLES

SOFT_HYPHEN = "\u00ad"
BREAK = "\u200b"
"""A zero width space: here a line may end, and nothing is printed."""
NO_BREAK_SPACE = "\u00a0"
HYPHEN_COST = 0.6
"""What a break inside a word costs."""
OWN_HYPHEN_COST = 0.15
"""The same after a hyphen that the word has itself."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a word: its text, whether a space precedes it, and what a break after it costs.

    ``hyphen`` is what is printed when the line ends here (``-`` inside a word).
    """

    text: str
    spaced: bool
    cost: float
    hyphen: str = ""


_PATTERNS = {"en": "en_GB"}
"""Patterns for a language of which pyphen has several kinds. Frisian, Arabic … have none."""


@lru_cache(maxsize=8)
def _hyphenator(language: str) -> pyphen.Pyphen | None:
    known = pyphen.language_fallback(_PATTERNS.get(language, language))
    return pyphen.Pyphen(lang=known, left=3, right=3) if known else None


LEAST_DIVIDED = 8
"""Shorter words are not divided."""


def _syllables(word: str, language: str) -> list[str]:
    """A word's parts by pattern; short words are not divided."""
    hyphenator = _hyphenator(language)
    if hyphenator is None or len(word) < LEAST_DIVIDED:
        return [word]
    return str(hyphenator.inserted(word, SOFT_HYPHEN)).split(SOFT_HYPHEN)


def words_of(text: str) -> list[str]:
    """Words as they stand between breakable spaces; a dash or a dot between never begins a line."""
    words: list[str] = []
    for word in text.replace("\n", " ").split(" "):
        if word in ("–", "—", "·") and words:
            words[-1] += NO_BREAK_SPACE + word
        elif word:
            words.append(word)
    return words


_BEFORE = r"^[^\w@#/]*"
ADDRESS = re.compile(
    rf"\w@\w|{_BEFORE}[@#]\w|://|{_BEFORE}(?i:www)\."
    r"|\w\w\.(?:[a-z]{2,}|[A-Z]{2,})(?:[/?:]\S*)?[^\w/]*$"
)
"""Words that nobody may mistake by a letter: web and mail addresses, tags and names."""
_ADDRESS_PARTS = re.compile(r"[^/.@?&=-]*[/.@?&=-]+|[^/.@?&=-]+")
ADDRESS_COST = 0.7
"""What a break inside an address costs: it is the last that is done."""
SPOT_COST = 0.05
"""What a break costs where a maker says that there may be one (U+200B)."""
SLASH_COST = 0.3
"""What a break costs after a slash inside a word, which needs no hyphen."""
_SLASHES = re.compile(r"[^/]*/+|[^/]+")

Part = tuple[str, float, str]
"""A part of a word, what a break after it costs, and what is printed there."""


def address_parts(word: str) -> list[Part]:
    """An address in the parts after which it may be broken; nothing is printed there."""
    head = re.match(r"\W*", word)
    lead = head.end() if head else 0
    texts = [word[:lead]]
    for part in _ADDRESS_PARTS.findall(word[lead:]):
        if texts == [word[:lead]] or not re.search(r"\w", part):
            texts[-1] += part
        else:
            texts.append(part)
    return [(part, ADDRESS_COST, "") for part in texts]


def _word_parts(word: str, language: str, hyphenate: bool, addresses: bool) -> list[Part]:
    """The parts in which a word may be set."""
    parts: list[Part] = []
    is_address = ADDRESS.search(word.replace(BREAK, "")) is not None
    for chunk in filter(None, word.split(BREAK)):
        if is_address:
            whole = chunk.replace(SOFT_HYPHEN, "")
            parts += address_parts(whole) if addresses else [(whole, 0, "")]
        elif SOFT_HYPHEN in chunk:
            texts = [part for part in chunk.split(SOFT_HYPHEN) if part]
            parts += [(part, OWN_HYPHEN_COST, _mark(part)) for part in texts]
        elif hyphenate:
            for between in _SLASHES.findall(chunk) if len(chunk) >= LEAST_DIVIDED else [chunk]:
                texts = _divided(between, language)
                parts += [(part, HYPHEN_COST, _mark(part)) for part in texts]
                parts[-1] = (parts[-1][0], SLASH_COST, "")
        else:
            parts.append((chunk, 0, ""))
        if parts:
            parts[-1] = (parts[-1][0], SPOT_COST, "")
    return _in_their_style(parts)


def _divided(word: str, language: str) -> list[str]:
    """A word's syllables; the marks of its style are no letters of it."""
    lead = len(word) - len(word.lstrip(STYLES))
    tail = len(word.rstrip(STYLES))
    texts = _syllables(word[lead:tail], language)
    texts[0] = word[:lead] + texts[0]
    texts[-1] += word[tail:]
    return texts


def _mark(part: str) -> str:
    """The hyphen after a part of a word; none after a sign that shows the break by itself."""
    return "-" if part[-1:].isalnum() else ""


def _in_their_style(parts: list[Part]) -> list[Part]:
    """Parts of a bold or italic word, each with the marks that the whole word has."""
    if not any(char in text for text, _, _ in parts for char in STYLES):
        return parts
    style, made = PLAIN, []
    for text, cost, mark in parts:
        begun = "" if style == PLAIN else style
        style = next((char for char in reversed(text) if char in STYLES), style)
        ended = "" if style == PLAIN else PLAIN
        printed = f"{style}{mark}{PLAIN}" if mark and ended else mark
        made.append((begun + text + ended, cost, printed))
    return made


def pieces_of(text: str, language: str, hyphenate: bool, addresses: bool = False) -> list[Piece]:
    """The pieces that lines are made of; ``addresses`` may be broken too, without a mark."""
    pieces: list[Piece] = []
    for word in words_of(text):
        parts = code_parts(word, hyphenate, addresses)
        parts = parts or _word_parts(word, language, hyphenate, addresses)
        for index, (part, cost, mark) in enumerate(parts):
            last = index == len(parts) - 1
            pieces.append(Piece(part, index == 0, 0.0 if last else cost, "" if last else mark))
    return pieces
