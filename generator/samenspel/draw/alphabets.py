"""Letters come in sets: a subset that has one small letter has them all.

So another word in one text leaves the font of a file, and with it all other pages, as they were:
what was read and judged of these before holds. It costs a file some kilobytes a font.
"""

from __future__ import annotations

import string
from collections.abc import Iterable
from functools import lru_cache

import uharfbuzz as hb

from samenspel.draw.fontfiles import face_of

SETS = (string.ascii_lowercase, string.ascii_uppercase, string.digits)


def whole_alphabets(data: bytes, uses: Iterable[tuple[int, str]]) -> set[tuple[int, str]]:
    """The uses of a font, pairs of glyph id and text, with the rest of each set they begin."""
    found = set(uses)
    for letters in _alphabets(data):
        if not found.isdisjoint(letters):
            found |= letters
    return found


@lru_cache(maxsize=64)
def spaces_in(data: bytes) -> frozenset[tuple[int, str]]:
    """The space of a font, which may stand between two lines; nothing for a font without one."""
    gid = hb.Font(face_of(data)).get_nominal_glyph(ord(" "))
    return frozenset({(gid, " ")} if gid else ())


@lru_cache(maxsize=64)
def _alphabets(data: bytes) -> tuple[frozenset[tuple[int, str]], ...]:
    font = hb.Font(face_of(data))
    glyphs = (((font.get_nominal_glyph(ord(one)), one) for one in letters) for letters in SETS)
    return tuple(frozenset((gid, one) for gid, one in pairs if gid) for pairs in glyphs)
