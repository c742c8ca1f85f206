"""Breaking paragraphs into lines: the whole paragraph is weighed at once, ragged right.

Costs are squares of the space left on each line, so that no line stands out (the principle of Knuth
and Plass, *Breaking Paragraphs into Lines*, 1981, without stretching spaces). A hyphen is the last
resort: only when a word is wider than the measure or a line would be left very short.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import pyphen

from samenspel.layout.edition_codes import code_parts
from samenspel.layout.faces import Face
from samenspel.layout.rich import BOLD, ITALIC, PLAIN
from samenspel.units import MM_PER_POINT, ROUNDING

SOFT_HYPHEN = "\u00ad"
BREAK = "\u200b"
"""A zero width space: here a line may end, and nothing is printed."""
NO_BREAK_SPACE = "\u00a0"
HYPHEN_COST = 0.6
"""What a break inside a word costs; the unit is a line of which nothing is filled."""
OWN_HYPHEN_COST = 0.15
"""The same after a hyphen that the word has itself."""
WIDOW_COST = 0.35
"""What a last line of one short word costs."""
LINE_COST = 0.01
"""Each line costs so much by itself, so that of two equal breakings the shorter wins."""
WIDOW_SHARE = 0.33
"""A last line of one word is a widow when it takes less of the measure than this."""
STYLES = PLAIN + BOLD + ITALIC
"""The marks of bold and italic words."""
_AGAIN = re.compile(rf"([{BOLD}{ITALIC}])([^{STYLES}]*){PLAIN}\1")
WORST_SLACK = 0.45
"""A line that leaves more than this share of the measure open asks for hyphenation."""


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


def _address_parts(word: str) -> list[Part]:
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
    for chunk in filter(None, word.split(BREAK)):
        if ADDRESS.search(chunk):
            whole = chunk.replace(SOFT_HYPHEN, "")
            parts += _address_parts(whole) if addresses else [(whole, 0, "")]
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


def _pieces(text: str, language: str, hyphenate: bool, addresses: bool = False) -> list[Piece]:
    """The pieces that lines are made of; ``addresses`` may be broken too, without a mark."""
    pieces: list[Piece] = []
    for word in words_of(text):
        parts = code_parts(word, hyphenate, addresses)
        parts = parts or _word_parts(word, language, hyphenate, addresses)
        for index, (part, cost, mark) in enumerate(parts):
            last = index == len(parts) - 1
            pieces.append(Piece(part, index == 0, 0.0 if last else cost, "" if last else mark))
    return pieces


def _joined(pieces: list[Piece], start: int, end: int) -> str:
    text = ""
    for index in range(start, end):
        piece = pieces[index]
        text += (" " if piece.spaced and index > start else "") + piece.text
    text += pieces[end - 1].hyphen
    while (joined := _AGAIN.sub(r"\1\2", text)) != text:
        text = joined  # parts of one bold word that stay on one line are shaped together
    return text


def _optimum(
    face: Face, size: float, pieces: list[Piece], width: float, balanced: bool
) -> list[str] | None:
    """The lines of least cost, or None when a piece is wider than the measure."""
    count = len(pieces)
    used_by = _measurer(face, size, pieces)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * count
    for end in range(1, count + 1):
        for start in range(end - 1, -1, -1):
            used = used_by(start, end)
            if used > width + ROUNDING:
                break
            cost = best[start][0] + _line_cost(pieces, start, end, used / width, balanced)
            if cost < best[end][0]:
                best[end] = (cost, start)
    if best[count][0] == float("inf"):
        return None
    ends = [count]
    while ends[-1]:
        ends.append(best[ends[-1]][1])
    ends.reverse()
    return [_joined(pieces, a, b) for a, b in pairwise(ends)]


def _measurer(face: Face, size: float, pieces: list[Piece]) -> Callable[[int, int], float]:
    """A function that gives the width in mm of the line from piece ``start`` up to ``end``.

    Whole words are added up; parts of words are shaped together, as kerning may cross a hyphen.
    """
    scale, space = size * MM_PER_POINT, face.space
    begins = _words_at(pieces)
    ends = dict(pairwise([*dict.fromkeys(begins), len(pieces)]))
    sums = [0.0]  # of all words before a piece, each with a space
    for start, end in ends.items():
        sums += [sums[-1]] * (end - start - 1)
        sums.append(sums[-1] + face.advance(_joined(pieces, start, end)) + space)

    @cache
    def part(start: int, end: int) -> float:
        """A part of a word with a space, in ems."""
        return face.advance(_joined(pieces, start, end)) + space

    def width(start: int, end: int) -> float:
        first, last = begins[start], begins[end - 1]
        if first == last:
            return (part(start, end) - space) * scale
        used = -space
        if start > first:
            used += part(start, ends[first])
            start = ends[first]
        if end < ends[last]:
            used += part(last, end)
            end = last
        return (used + sums[end] - sums[start]) * scale

    return width


def _words_at(pieces: list[Piece]) -> list[int]:
    """For each piece the place where its word begins."""
    begins, found = 0, []
    for place, piece in enumerate(pieces):
        begins = place if piece.spaced else begins
        found.append(begins)
    return found


def _line_cost(pieces: list[Piece], start: int, end: int, share: float, balanced: bool) -> float:
    """What one line costs: its open space squared, its hyphen, a last line of one short word."""
    last = end == len(pieces)
    cost = pieces[end - 1].cost
    if not last:
        return cost + (1 - share) ** 2 + LINE_COST
    if start and share < WIDOW_SHARE and _spaces(pieces, start, end) == 0:
        cost += WIDOW_COST
    return cost + ((1 - share) ** 2 if balanced else 0.0) + LINE_COST


def _spaces(pieces: list[Piece], start: int, end: int) -> int:
    return sum(1 for piece in pieces[start + 1 : end] if piece.spaced)


def break_lines(
    text: str,
    face: Face,
    size: float,
    width: float,
    *,
    language: str = "nl",
    hyphenate: bool = True,
    balanced: bool = False,
) -> list[str] | None:
    """Break ``text`` into lines no wider than ``width`` mm at ``size`` points.

    With ``balanced`` the last line counts too (titles, short sentences). Returns None when a word
    cannot be made to fit: the caller tries a smaller size or reports it. The same text is broken
    once, in whatever region, format or build it comes again.
    """
    lines = _broken(text, face, size, width, language, hyphenate, balanced)
    return None if lines is None else list(lines)


@lru_cache(maxsize=30_000)
def _broken(
    text: str, face: Face, size: float, width: float, language: str, hyphenate: bool, balanced: bool
) -> list[str] | None:
    """As ``break_lines``; nobody may change what comes out."""
    whole = _pieces(text, language, hyphenate=False)
    if not whole:
        return []
    lines = _optimum(face, size, whole, width, balanced)
    if lines is not None and (not hyphenate or balanced or not _gaping(face, size, lines, width)):
        return lines
    apart = _pieces(text, language, hyphenate, addresses=lines is None)
    if apart == whole:
        return lines
    return _optimum(face, size, apart, width, balanced) or lines


def _gaping(face: Face, size: float, lines: list[str], width: float) -> bool:
    """True when a line but the last leaves more of the measure open than a reader overlooks."""
    return any(1 - face.width(line, size) / width > WORST_SLACK for line in lines[:-1])
