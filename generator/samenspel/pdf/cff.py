"""CFF font programs (Adobe Technical Note 5176), as far as finding and measuring glyphs needs."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

CHARSET, CHARSTRINGS, PRIVATE, MATRIX = 15, 17, 18, (12, 7)
ROS, FD_ARRAY, FD_SELECT = (12, 30), (12, 36), (12, 37)
DEFAULT_WIDTH, NOMINAL_WIDTH = 20, 21
"""Operators of dictionaries (appendix H)."""
STANDARD_STRINGS = 391
"""Strings that every CFF font has; the file's own follow them (appendix A)."""

Dict = Mapping[int | tuple[int, int], Sequence[float]]


class DamagedError(Exception):
    """The program cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Font:
    """One font. ``cids`` are glyphs by CID, ``names`` by name as far as they are plain letters."""

    count: int
    cids: Mapping[int, int] | None
    names: Mapping[str, int]
    width: Callable[[int], float | None]


def read(data: bytes) -> Font:
    """The first font of a program. Raises DamagedError, and struct.error for one that is cut."""
    _, at = _index(data, data[2])
    tops, at = _index(data, at)
    strings, at = _index(data, at)
    if not tops:
        raise DamagedError("is damaged: it holds no font")
    top = _dictionary(tops[0])
    if CHARSTRINGS not in top:
        raise DamagedError("is damaged: it has no glyphs")
    glyphs, _ = _index(data, int(top[CHARSTRINGS][0]))
    if not glyphs:
        raise DamagedError("is damaged: it has no glyphs")
    charset = _charset(data, int(top.get(CHARSET, (0,))[0]), len(glyphs))
    wide = _widths(data, top, glyphs)
    if ROS in top:
        return Font(len(glyphs), {cid: n for n, cid in enumerate(charset)}, {}, wide)
    names = {_name(sid, strings): n for n, sid in enumerate(charset)}
    return Font(len(glyphs), None, names, wide)


def _index(data: bytes, at: int) -> tuple[list[bytes], int]:
    """An INDEX, and where it ends (chapter 5)."""
    count = struct.unpack(">H", data[at : at + 2])[0]
    if not count:
        return [], at + 2
    size = data[at + 2]
    if not 1 <= size <= 4:
        raise DamagedError("is damaged: a list in it has no sound places")
    start = at + 3
    places = [
        int.from_bytes(data[start + size * n : start + size * (n + 1)]) for n in range(count + 1)
    ]
    base = start + size * (count + 1) - 1
    if places[0] != 1 or sorted(places) != places or base + places[-1] > len(data):
        raise DamagedError("is cut off or damaged")
    return [data[base + a : base + b] for a, b in pairwise(places)], base + places[-1]


def _dictionary(data: bytes) -> dict[int | tuple[int, int], list[float]]:
    """A DICT (chapter 4)."""
    found: dict[int | tuple[int, int], list[float]] = {}
    operands: list[float] = []
    at = 0
    while at < len(data):
        first = data[at]
        if first <= 21:
            key: int | tuple[int, int] = first
            if first == 12:
                at += 1
                key = (12, data[at])
            found[key], operands = operands, []
            at += 1
        elif first == 30:
            value, at = _real(data, at + 1)
            operands.append(value)
        else:
            number, at = _number(data, at)
            operands.append(number)
    return found


def _number(data: bytes, at: int) -> tuple[float, int]:
    """An integer of a DICT or a charstring; 255 is a fraction in charstrings alone."""
    first = data[at]
    if first == 28:
        return struct.unpack(">h", data[at + 1 : at + 3])[0], at + 3
    if first == 29:
        return struct.unpack(">l", data[at + 1 : at + 5])[0], at + 5
    if first <= 246:
        return first - 139, at + 1
    if first <= 250:
        return (first - 247) * 256 + data[at + 1] + 108, at + 2
    if first <= 254:
        return -(first - 251) * 256 - data[at + 1] - 108, at + 2
    return struct.unpack(">l", data[at + 1 : at + 5])[0] / 65536, at + 5


def _real(data: bytes, at: int) -> tuple[float, int]:
    text = ""
    while True:
        for half in (data[at] >> 4, data[at] & 15):
            if half == 15:
                return float(text or 0), at + 1
            text += "0123456789.EE?-"[half] + ("-" if half == 12 else "")
        at += 1


def _charset(data: bytes, at: int, count: int) -> list[int]:
    """The string number, or CID, of each glyph (chapter 13)."""
    if at <= 2:  # the standard ones: ISOAdobe counts up, and nobody embeds the expert ones
        return list(range(count))
    form, found = data[at], [0]
    at += 1
    while len(found) < count:
        first = struct.unpack(">H", data[at : at + 2])[0]
        if form == 0:
            found.append(first)
            at += 2
            continue
        more = data[at + 2] if form == 1 else struct.unpack(">H", data[at + 2 : at + 4])[0]
        found += range(first, first + more + 1)
        at += 3 if form == 1 else 4
    return found[:count]


def _name(sid: int, strings: Sequence[bytes]) -> str:
    """A glyph's name: letters among the standard strings, and the file's own."""
    if 34 <= sid <= 59:
        return chr(ord("A") + sid - 34)
    if 66 <= sid <= 91:
        return chr(ord("a") + sid - 66)
    own = sid - STANDARD_STRINGS
    return strings[own].decode("latin-1") if 0 <= own < len(strings) else f"SID {sid}"


def _widths(data: bytes, top: Dict, glyphs: Sequence[bytes]) -> Callable[[int], float | None]:
    """How glyphs are measured: by the private dictionary of each (chapters 15, 19)."""
    scale = float(top.get(MATRIX, (0.001,))[0])
    if FD_ARRAY in top:
        fonts, _ = _index(data, int(top[FD_ARRAY][0]))
        parts = [_dictionary(one) for one in fonts]
        if MATRIX not in top and parts and MATRIX in parts[0]:
            scale = float(parts[0][MATRIX][0])
        privates = [_private(data, part) for part in parts]
        chosen = _selected(data, int(top[FD_SELECT][0]), len(glyphs)) if FD_SELECT in top else []
    else:
        privates, chosen = [_private(data, top)], []

    def width(glyph: int) -> float | None:
        if not 0 <= glyph < len(glyphs):
            return None
        usual, nominal = privates[chosen[glyph] if chosen else 0]
        stated, known = _stated(glyphs[glyph])
        if not known:
            return None
        return (usual if stated is None else nominal + stated) * scale

    return width


def _private(data: bytes, holder: Dict) -> tuple[float, float]:
    """The usual width, and the width that others are given as a difference from."""
    if PRIVATE not in holder:
        return 0.0, 0.0
    size, at = (int(number) for number in holder[PRIVATE])
    if at + size > len(data):
        raise DamagedError("is cut off")
    private = _dictionary(data[at : at + size])
    return private.get(DEFAULT_WIDTH, [0.0])[0], private.get(NOMINAL_WIDTH, [0.0])[0]


def _selected(data: bytes, at: int, count: int) -> list[int]:
    """Which font dictionary each glyph has (chapter 19)."""
    if data[at] == 0:
        return list(data[at + 1 : at + 1 + count])
    ranges = struct.unpack(">H", data[at + 1 : at + 3])[0]
    found: list[int] = []
    for n in range(ranges):
        start = at + 3 + 3 * n
        following = struct.unpack(">H", data[start + 3 : start + 5])[0]
        found += [data[start + 2]] * (min(following, count) - len(found))
    return found


EXPECTED = {21: 2, 22: 1, 4: 1}
"""Operands of the first move, beside a width; stems have pairs (Technical Note 5177)."""
STEMS = (1, 3, 18, 23, 19, 20)
ENDCHAR, SUBRS = 14, (10, 29)


def _stated(charstring: bytes) -> tuple[float | None, bool]:
    """The width that a glyph states itself, if any, and whether that could be read."""
    at, operands = 0, []
    while at < len(charstring):
        first = charstring[at]
        if first >= 32 or first == 28:
            number, at = _number(charstring, at)
            operands.append(number)
            continue
        if first in STEMS:
            extra = len(operands) % 2
        elif first in EXPECTED:
            extra = len(operands) - EXPECTED[first]
        elif first == ENDCHAR:
            extra = len(operands) % 4
        else:  # a subroutine, which may hold the first operator
            return None, False
        return (operands[0] if extra == 1 else None), extra in (0, 1)
    return None, False
