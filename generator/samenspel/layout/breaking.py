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

from samenspel.layout.faces import Face
from samenspel.model.edition_code import FINGERPRINT
from samenspel.units import MM_PER_POINT

SOFT_HYPHEN = "\u00ad"
NO_BREAK_SPACE = "\u00a0"
HYPHEN_COST = 0.6
OWN_HYPHEN_COST = 0.15
WIDOW_COST = 0.35
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


def _syllables(word: str, language: str) -> list[str]:
    """A word's parts by pattern; words under eight letters are not divided."""
    hyphenator = _hyphenator(language)
    if hyphenator is None or len(word) < 8:
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


CODE = re.compile(rf"(\S+-)({FINGERPRINT}\b.*)")
"""An edition's code: no hyphen is added to it, and its fingerprint is never broken."""

ADDRESS = re.compile(r"\w@\w|^@\w|://|^www\.|^#\w|\w\w\.[a-z]{2,}(?:/\S*)?[.,;:!?)]*$")
"""Words that nobody may mistake by a letter: web and mail addresses, tags and names."""
_ADDRESS_PARTS = re.compile(r"[^/.@?&=-]*[/.@?&=-]+|[^/.@?&=-]+")
ADDRESS_COST = 0.7
"""What a break inside an address costs: it is the last that is done."""


def _address_parts(word: str) -> list[str]:
    """An address in the parts after which it may be broken; nothing is printed there."""
    return _ADDRESS_PARTS.findall(word)


def _code_pieces(name: str, fingerprint: str, narrow: bool) -> list[Piece]:
    """The name of an edition and its fingerprint; a long name too, where it cannot stand whole."""
    parts = re.findall(r"[^-]*-", name) if narrow else [name]
    costs = [ADDRESS_COST] * (len(parts) - 1) + [OWN_HYPHEN_COST]
    found = zip(parts, costs, strict=True)
    named = [Piece(part, n == 0, cost) for n, (part, cost) in enumerate(found)]
    return [*named, Piece(fingerprint, False, 0.0)]


def _pieces(text: str, language: str, hyphenate: bool, addresses: bool = False) -> list[Piece]:
    """The pieces that lines are made of; ``addresses`` may be broken too, without a mark."""
    pieces: list[Piece] = []
    for word in words_of(text):
        code = CODE.match(word)
        if code and hyphenate:
            pieces += _code_pieces(code[1], code[2], narrow=addresses)
            continue
        if ADDRESS.search(word):
            parts = _address_parts(word) if addresses else [word]
            costs = [ADDRESS_COST] * (len(parts) - 1) + [0.0]
            found = zip(parts, costs, strict=True)
            pieces += [Piece(part, n == 0, cost) for n, (part, cost) in enumerate(found)]
            continue
        own = SOFT_HYPHEN in word
        parts = [part for part in word.split(SOFT_HYPHEN) if part] if own else [word]
        if hyphenate and not own:
            parts = _syllables(word, language)
        cost = OWN_HYPHEN_COST if own else HYPHEN_COST
        for index, part in enumerate(parts):
            last = index == len(parts) - 1
            mark = "" if last or part.endswith("-") else "-"
            pieces.append(Piece(part, index == 0, 0.0 if last else cost, mark))
    return pieces


def _joined(pieces: list[Piece], start: int, end: int) -> str:
    text = ""
    for index in range(start, end):
        piece = pieces[index]
        text += (" " if piece.spaced and index > start else "") + piece.text
    return text + pieces[end - 1].hyphen


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
            if used > width + 1e-6:
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
        return cost + (1 - share) ** 2 + 0.01
    if start and share < 0.33 and _spaces(pieces, start, end) == 0:
        cost += WIDOW_COST
    return cost + ((1 - share) ** 2 if balanced else 0.0) + 0.01


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
    cannot be made to fit: the caller tries a smaller size or reports it.
    """
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
