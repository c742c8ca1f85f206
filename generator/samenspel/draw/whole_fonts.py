"""Whether a font file is whole: what it draws must be what its makers drew.

A font is read by several programs, and each makes the best of a damaged one in its own way: a
letter is left out, or another stands in its place, without a word. So each font is looked
through before anything is set with it.
"""

from __future__ import annotations

import struct
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import uharfbuzz as hb

from samenspel.diagnostics import Diagnostic, Severity
from samenspel.saying import say

_WHOLE = 0xB1B0AFBA
"""What all words of a font file add up to (OpenType specification, ``head``)."""

_EMS = (16, 16384)
"""The units that an em may have (OpenType specification, ``head``)."""

TALLEST, WIDEST = 4.0, 24.0
"""Ems that a line of type may be high, and one sign wide: there are Arabic phrases in one sign."""

LOWEST = 0.3
"""Ems that a line of type is high at least: no letter could be read in less."""

DEEPEST = 16
"""Levels of composite glyphs: real fonts have three."""

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufffc\u034f\u17b4\u17b5")
"""Letters and signs that are meant to be blank."""

_COMMON = frozenset(map(chr, range(0x21, 0x100))) | set("–—‘’“”„…•€")
"""What may never be blank. Of rarer characters many sound fonts list some that they do not draw."""

_SEEN = ("L", "N", "P", "S")
"""General categories of characters that leave ink."""

_GET_AGAIN = "get the file again from where it comes, or use another font"


@dataclass(frozen=True, slots=True)
class _Table:
    tag: str
    checksum: int
    start: int
    length: int


@lru_cache(maxsize=64)
def check_font(data: bytes) -> tuple[Diagnostic, ...]:
    """What is wrong with a font file that is not packed (TrueType or CFF outlines).

    ``font-damaged`` is an error, ``font-changed`` a warning; messages go on behind the font's name.
    """
    try:
        found = list(_mistakes(data))
    except (struct.error, IndexError, KeyError):
        found = ["its tables end before they should"]
    if found:
        what: str = say("is damaged: {found}", found=found[0])
        more = say(" (and {count} more)", count=len(found) - 1) if len(found) > 1 else ""
        return (Diagnostic("font-damaged", what + more, remedy=_GET_AGAIN),)
    if _sum(data) != _WHOLE:
        what = "was changed after its makers saved it: its checksum does not agree"
        remedy = "look whether its letters are as you know them, or get the file again"
        return (Diagnostic("font-changed", what, remedy=remedy, severity=Severity.WARNING),)
    return ()


def _mistakes(data: bytes) -> Iterator[str]:
    tables = _tables(data)
    yield from _directory_mistakes(data, tables)
    parts = {one.tag: data[one.start : one.start + one.length] for one in tables}
    wrong = list(_measure_mistakes(parts))
    yield from wrong
    if wrong:
        return
    if "glyf" in parts and "loca" in parts:
        yield from _composite_mistakes(parts)
    yield from _sign_mistakes(data)


def _tables(data: bytes) -> list[_Table]:
    count = struct.unpack_from(">H", data, 4)[0]
    rows = (struct.unpack_from(">4sIII", data, 12 + 16 * n) for n in range(count))
    return [_Table(tag.decode("latin-1"), *row) for tag, *row in rows]


def _directory_mistakes(data: bytes, tables: Sequence[_Table]) -> Iterator[str]:
    tags = [one.tag for one in tables]
    if len(set(tags)) < len(tags):
        yield "it holds a table twice"
    ordered = sorted(tables, key=lambda one: (one.start, one.length))
    first = 12 + 16 * len(tables)
    if ordered and (ordered[0].start < first or ordered[-1].start + ordered[-1].length > len(data)):
        yield "a table lies outside the file"
        return
    if any(one.start + one.length > other.start for one, other in pairwise(ordered)):
        yield "two tables lie over each other"
    for one in tables:
        part = data[one.start : one.start + one.length]
        if one.tag == "head":
            part = part[:8] + bytes(4) + part[12:]
        if _sum(part) != one.checksum:
            yield say("the checksum of its table {tag} does not agree", tag=one.tag.strip())


def _sum(data: bytes) -> int:
    """All 32-bit words added up, as fonts count."""
    words = array("I", data + bytes(-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF


def _measure_mistakes(parts: dict[str, bytes]) -> Iterator[str]:
    em = struct.unpack_from(">H", parts["head"], 18)[0]
    if not _EMS[0] <= em <= _EMS[1]:
        yield say("its em has {em} units", em=em)
        return
    up, down, gap = struct.unpack_from(">hhh", parts["hhea"], 4)
    line = (up - down) / em
    if not (0 < up <= TALLEST * em and abs(down) <= TALLEST * em and LOWEST <= line <= TALLEST):
        yield say("its lines are {line:.1f} em high", line=line)
    if abs(gap) > TALLEST * em:
        yield "its lines stand too far apart"
    glyphs = struct.unpack_from(">H", parts["maxp"], 4)[0]
    measured = struct.unpack_from(">H", parts["hhea"], 34)[0]
    if not 0 < measured <= glyphs or len(parts["hmtx"]) < 2 * (measured + glyphs):
        yield "glyphs are without a width"


def _composite_mistakes(parts: dict[str, bytes]) -> Iterator[str]:
    """Glyphs that are made of glyphs that are not there, or in the end of themselves."""
    glyf, loca = parts["glyf"], parts["loca"]
    count = struct.unpack_from(">H", parts["maxp"], 4)[0]
    long = struct.unpack_from(">h", parts["head"], 50)[0]
    places = struct.unpack_from(f">{count + 1}{'I' if long else 'H'}", loca)
    places = places if long else tuple(2 * place for place in places)
    if any(one > other for one, other in pairwise(places)) or places[-1] > len(glyf):
        yield "its glyphs lie outside their table"
        return
    made_of = {
        glyph: list(_components(glyf[start:end]))
        for glyph, (start, end) in enumerate(pairwise(places))
        if end > start and glyf[start] & 0x80
    }
    if any(part >= count for each in made_of.values() for part in each):
        yield "a glyph is made of one that is not there"
    elif any(_depth(glyph, made_of) > DEEPEST for glyph in made_of):
        yield "a glyph is made of itself"


def _components(glyph: bytes) -> Iterator[int]:
    """The glyphs that a composite is made of (OpenType specification, ``glyf``)."""
    at, more = 10, True
    while more:
        flags, part = struct.unpack_from(">HH", glyph, at)
        yield part
        at += 8 if flags & 0x0001 else 6
        at += 8 if flags & 0x0080 else 4 if flags & 0x0040 else 2 if flags & 0x0008 else 0
        more = bool(flags & 0x0020)


def _depth(glyph: int, made_of: dict[int, list[int]]) -> int:
    """How many levels of composites stand below a glyph, counted to one too many."""
    level, row = 0, {glyph}
    while row and level <= DEEPEST:
        row = {part for one in row for part in made_of.get(one, ())}
        level += 1
    return level


def _sign_mistakes(data: bytes) -> Iterator[str]:
    """Characters that leave no ink, have no width, or are too large to be meant."""
    face = hb.Face(data)
    font = hb.Font(face)
    empty, narrow, huge = [], [], []
    for code in sorted(face.unicodes):
        char = chr(code)
        kind = unicodedata.category(char)
        if kind[0] not in _SEEN or char in _BLANK:
            continue
        glyph = font.get_nominal_glyph(code)
        if not glyph:
            continue
        box = font.get_glyph_extents(glyph)
        if box is None or not (box.width or box.height):
            empty += [char] if char in _COMMON else []
        elif abs(box.width) > WIDEST * face.upem or abs(box.height) > WIDEST * face.upem:
            huge.append(char)
        elif kind[0] in "LN" and kind != "Lm" and font.get_glyph_h_advance(glyph) <= 0:
            narrow.append(char)
    yield from _named("there is nothing to see of", empty)
    yield from _named("there is no width to", narrow)
    yield from _named("there is no bound to", huge)


def _named(what: str, chars: Iterable[str]) -> Iterator[str]:
    found = list(chars)
    if found:
        yield f"{what} {' '.join(found[:5])}" + (" and others" if len(found) > 5 else "")
