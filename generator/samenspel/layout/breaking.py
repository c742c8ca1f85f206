"""Breaking paragraphs into lines: the whole paragraph is weighed at once, ragged right.

Costs are squares of the space left on each line, so that no line stands out (the principle of Knuth
and Plass, *Breaking Paragraphs into Lines*, 1981, without stretching spaces). A hyphen is the last
resort: only when a word is wider than the measure or a line would be left very short.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from samenspel.layout.faces import Face
from samenspel.layout.rich import BOLD, BOTH, ITALIC, PLAIN, STYLES
from samenspel.layout.word_parts import Piece, pieces_of
from samenspel.units import MM_PER_POINT, ROUNDING

WIDOW_COST = 0.35
"""What a last line of one short word costs."""
LINE_COST = 0.01
"""Each line costs so much by itself, so that of two equal breakings the shorter wins."""
WIDOW_SHARE = 0.33
"""A last line of one word is a widow when it takes less of the measure than this."""
_AGAIN = re.compile(rf"([{BOLD}{ITALIC}{BOTH}])([^{STYLES}]*){PLAIN}\1")
SENSE_COST = 0.025
"""What it costs to break a title or a question elsewhere than after a comma or a stop."""
LEANING_COST = 0.025
"""What it costs more when such a line ends in a word that leans on the next."""
LEANING = frozenset((
    "a", "aan", "als", "an", "and", "das", "dass", "dat", "de", "dem", "den", "der", "die",
    "een", "ein", "eine", "einem", "einen", "einer", "en", "es", "fan", "for", "für", "het",
    "im", "in", "it", "mei", "met", "mit", "not", "oan", "oder", "of", "om", "or", "te",
    "that", "the", "to", "und", "van", "von", "voor", "with", "zu",
))  # fmt: skip
"""Articles, conjunctions and prepositions of the languages that the built-in deck is made in."""
WORST_SLACK = 0.45
"""A line that leaves more than this share of the measure open asks for hyphenation."""
BROKEN = 10_000
"""So many texts are held broken into lines, some 0.6 kB each: a project's in all its regions and
formats."""


def _joined(pieces: list[Piece], start: int, end: int) -> str:
    text = ""
    for index in range(start, end):
        piece = pieces[index]
        text += (" " if piece.spaced and index > start else "") + piece.text
    text += pieces[end - 1].hyphen
    while (joined := _AGAIN.sub(r"\1\2", text)) != text:
        text = joined  # parts of one bold word that stay on one line are shaped together
    return text


class _Way(NamedTuple):
    """The cheapest way to break all text before a piece."""

    cost: float
    """Of all its lines."""
    start: int
    """The piece with which the last line begins."""


def _optimum(
    face: Face, size: float, pieces: list[Piece], width: float, balanced: bool
) -> list[str] | None:
    """The lines of least cost, or None when a piece is wider than the measure."""
    count = len(pieces)
    used_by = _measurer(face, size, pieces)
    best = [_Way(0.0, 0)] + [_Way(math.inf, 0)] * count
    for end in range(1, count + 1):
        for start in range(end - 1, -1, -1):
            used = used_by(start, end)
            if used > width + ROUNDING:
                break
            cost = best[start].cost + _line_cost(pieces, start, end, used / width, balanced)
            if cost < best[end].cost:
                best[end] = _Way(cost, start)
    if best[count].cost == math.inf:
        return None
    ends = [count]
    while ends[-1]:
        ends.append(best[ends[-1]].start)
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
        cost += _sense_cost(pieces[end - 1]) if balanced else 0.0
        return cost + (1 - share) ** 2 + LINE_COST
    if start and share < WIDOW_SHARE and _spaces(pieces, start, end) == 0:
        cost += WIDOW_COST
    return cost + ((1 - share) ** 2 if balanced else 0.0) + LINE_COST


def _sense_cost(piece: Piece) -> float:
    """What it costs to end a line of a sentence that one takes in at a glance with this word."""
    if not piece.text[-1:].isalnum():
        return 0.0
    return SENSE_COST + (LEANING_COST if piece.text.lower() in LEANING else 0.0)


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


def forget_lines() -> None:
    """Let go of all texts that were broken into lines."""
    _broken.cache_clear()


@lru_cache(maxsize=BROKEN)
def _broken(
    text: str, face: Face, size: float, width: float, language: str, hyphenate: bool, balanced: bool
) -> list[str] | None:
    """As ``break_lines``; nobody may change what it returns."""
    whole = pieces_of(text, language, hyphenate=False)
    if not whole:
        return []
    lines = _optimum(face, size, whole, width, balanced)
    if lines is not None and (not hyphenate or balanced or not _gaping(face, size, lines, width)):
        return lines
    apart = pieces_of(text, language, hyphenate, addresses=lines is None)
    if apart == whole:
        return lines
    return _optimum(face, size, apart, width, balanced) or lines


def _gaping(face: Face, size: float, lines: list[str], width: float) -> bool:
    """True when a line but the last leaves more of the measure open than a reader overlooks."""
    return any(1 - face.width(line, size) / width > WORST_SLACK for line in lines[:-1])
