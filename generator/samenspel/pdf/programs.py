"""Font programs: whether they can be read at all, how wide their glyphs are, and which are there.

TrueType and OpenType by the OpenType specification, CFF by Adobe Technical Note 5176, Type 1 by
"Adobe Type 1 Font Format". Nothing is drawn: what is asked is what a RIP needs to find a glyph.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from samenspel.pdf import cff, type1
from samenspel.pdf.limits import MAX_CODES
from samenspel.saying import say

TRUETYPE = (b"\0\1\0\0", b"true")
OPENTYPE = b"OTTO"
NEEDED = (b"head", b"hhea", b"hmtx", b"maxp", b"loca", b"glyf")
"""What TrueType outlines cannot be drawn without."""
CFF = b"CFF "
PADDING = 3
"""Bytes that a table is filled up with, which may be missing at the end."""
MAGIC = b"\x5f\x0f\x3c\xf5"
"""What stands in every ``head`` table."""


class BrokenProgramError(Exception):
    """A font program that no device can draw with; the message says what is wrong."""


@dataclass(frozen=True, slots=True)
class Program:
    """A font program. ``kind`` is truetype, cff or type1."""

    kind: str
    glyphs: int = 0
    """How many there are; 0 where that is not known."""
    characters: Mapping[int, int] = field(default_factory=dict)
    """Glyphs by character, from all ``cmap`` tables."""
    cids: Mapping[int, int] | None = None
    """Glyphs by CID, in a CFF font that has such; ``None`` where a CID is the glyph's number."""
    names: Mapping[str, int] = field(default_factory=dict)
    """Glyphs by name, as far as they are known."""
    width: Callable[[int], float | None] = lambda _: None
    """A glyph's advance in ems, or ``None`` where that is not known."""
    whole: Callable[[int], bool] = lambda _: True
    """False for a glyph whose outline is cut off."""
    drawn: Callable[[int], bool] = lambda _: True
    """False for a glyph that has no outline, such as a space."""


def program(data: bytes) -> Program:
    """A font program by what it is, whatever its entry says. Raises BrokenProgramError."""
    if not data.strip(b"\0 \r\n"):
        raise BrokenProgramError("is empty")
    try:
        if data[:4] in TRUETYPE:
            return _truetype(data)
        if data[:4] == OPENTYPE:
            return _cff(_tables(data).get(CFF, b""))
        if data[:2] in (b"%!", b"\x80\x01"):
            return _type1(data)
        if data[0] == 1 and data[2] >= 4:
            return _cff(data)
    except (struct.error, IndexError, ValueError, KeyError, OverflowError) as error:
        raise BrokenProgramError("is cut off or damaged") from error
    raise BrokenProgramError("is no font program")


def _tables(data: bytes) -> dict[bytes, bytes]:
    """The tables by tag (OpenType, "Organization"). Raises BrokenProgramError when one is cut."""
    count = struct.unpack(">H", data[4:6])[0]
    found = {}
    for n in range(count):
        tag, _, start, length = struct.unpack(">4sLLL", data[12 + 16 * n : 28 + 16 * n])
        if start + length > len(data) + PADDING:
            name = tag.decode("latin-1")
            raise BrokenProgramError(say("is cut off: its table {name} is not whole", name=name))
        found[tag] = data[start : start + length]
    return found


def _truetype(data: bytes) -> Program:
    tables = _tables(data)
    for tag in NEEDED:
        if not tables.get(tag) and not (tag == b"glyf" and tag in tables):
            raise BrokenProgramError(say("has no table {name}", name=tag.decode("ascii")))
    head = tables[b"head"]
    if head[12:16] != MAGIC:
        raise BrokenProgramError("is damaged: its table head is none")
    em, long = struct.unpack(">H", head[18:20])[0], struct.unpack(">h", head[50:52])[0]
    count = struct.unpack(">H", tables[b"maxp"][4:6])[0]
    places = _glyph_offsets(tables[b"loca"], count, long=bool(long))
    size = len(tables[b"glyf"])
    measured = struct.unpack(">H", tables[b"hhea"][34:36])[0]
    if not em or not measured or len(tables[b"hmtx"]) < 4 * measured:
        raise BrokenProgramError("is damaged: it has no widths")
    advances = struct.unpack(f">{2 * measured}H", tables[b"hmtx"][: 4 * measured])[::2]
    return Program(
        "truetype",
        count,
        characters=_characters(tables.get(b"cmap", b"")),
        width=lambda glyph: advances[min(glyph, measured - 1)] / em if glyph < count else None,
        whole=lambda glyph: glyph + 1 < len(places) and places[glyph + 1] <= size,
        drawn=lambda glyph: glyph + 1 < len(places) and places[glyph + 1] > places[glyph],
    )


def _glyph_offsets(loca: bytes, count: int, *, long: bool) -> tuple[int, ...]:
    """Where each glyph's outline begins, and where the last one ends."""
    if long:
        held = min(count + 1, len(loca) // 4)
        return struct.unpack(f">{held}L", loca[: 4 * held])
    held = min(count + 1, len(loca) // 2)
    return tuple(2 * place for place in struct.unpack(f">{held}H", loca[: 2 * held]))


def _cff(data: bytes) -> Program:
    try:
        font = cff.read(data)
    except cff.DamagedError as error:
        raise BrokenProgramError(str(error)) from error
    return Program("cff", font.count, cids=font.cids, names=font.names, width=font.width)


def _type1(data: bytes) -> Program:
    widths = type1.widths(data)
    if not widths:
        raise BrokenProgramError("is cut off or damaged: no glyph can be read in it")
    order = list(widths)
    names = {name: place for place, name in enumerate(order)}
    return Program("type1", len(order), names=names, width=lambda glyph: widths[order[glyph]])


def _characters(table: bytes) -> dict[int, int]:
    """All characters of all ``cmap`` subtables that are known here, with their glyphs."""
    found: dict[int, int] = {}
    for n in range(struct.unpack(">H", table[2:4])[0] if len(table) >= 4 else 0):
        start = struct.unpack(">L", table[8 + 8 * n : 12 + 8 * n])[0]
        read = FORMATS.get(struct.unpack(">H", table[start : start + 2])[0])
        for character, glyph in read(table[start:]).items() if read else ():
            found[character] = found.get(character, 0) or glyph
    return found


def _format0(table: bytes) -> dict[int, int]:
    return dict(enumerate(table[6:262]))


def _format4(table: bytes) -> dict[int, int]:
    count = struct.unpack(">H", table[6:8])[0] // 2
    words = struct.unpack(f">{len(table) // 2}H", table[: len(table) // 2 * 2])
    ends, starts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, offsets = 8 + 2 * count, 8 + 3 * count
    found: dict[int, int] = {}
    left = MAX_CODES
    for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
        left -= max(end - start, 0) + 1
        if left < 0:
            raise BrokenProgramError("is damaged: its characters overlap")
        for character in range(start, min(end, 0xFFFE) + 1):
            glyph, shift = character, words[offsets + n]
            if shift:
                place = offsets + n + shift // 2 + character - start
                glyph = words[place] if place < len(words) else 0
            found[character] = (glyph + words[deltas + n]) & 0xFFFF if glyph or not shift else 0
    return found


def _format6(table: bytes) -> dict[int, int]:
    first, count = struct.unpack(">HH", table[6:10])
    return dict(enumerate(struct.unpack(f">{count}H", table[10 : 10 + 2 * count]), first))


def _format12(table: bytes) -> dict[int, int]:
    count = min(struct.unpack(">L", table[12:16])[0], (len(table) - 16) // 12)
    found: dict[int, int] = {}
    for n in range(count):
        start, end, glyph = struct.unpack(">LLL", table[16 + 12 * n : 28 + 12 * n])
        if end < start or len(found) + end - start > MAX_CODES:
            break
        found.update(zip(range(start, end + 1), range(glyph, glyph + end - start + 1), strict=True))
    return found


FORMATS: Mapping[int, Callable[[bytes], dict[int, int]]] = {
    0: _format0,
    4: _format4,
    6: _format6,
    12: _format12,
}
