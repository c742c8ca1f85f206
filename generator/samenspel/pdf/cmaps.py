"""How the bytes of a composite font's text make codes, and codes CIDs (ISO 32000-1, 9.7.5)."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf

from samenspel.pdf.limits import MAX_CMAP, MAX_CODES, content
from samenspel.pdf.values import entry

MAX_USED = 5
"""CMaps that use other CMaps."""
MOST_SPACES = 100
"""Code spaces of a CMap; every code is looked up in all of them."""
NOTDEF = 0
"""The CID of what is no code."""
LONGEST = 4
"""Bytes of a code."""


@dataclass(frozen=True, slots=True)
class CodeSpace:
    """Codes of one length: each byte lies between those of ``low`` and ``high``."""

    low: bytes
    high: bytes

    def holds(self, code: bytes) -> bool:
        """True when the bytes are a code of this space, as far as they go."""
        return all(a <= x <= b for a, x, b in zip(self.low, code, self.high, strict=False))


def _spaces(text: str) -> tuple[CodeSpace, ...]:
    pairs = (pair.split("-") for pair in text.split())
    return tuple(CodeSpace(bytes.fromhex(low), bytes.fromhex(high)) for low, high in pairs)


TWO_BYTES = _spaces("0000-FFFF")
PREDEFINED = (
    (re.compile(r"UTF32"), _spaces("00000000-0010FFFF")),
    (re.compile(r"UTF16"), _spaces("0000-D7FF D800DC00-DBFFDFFF E000-FFFF")),
    (re.compile(r"UTF8"), _spaces("00-7F C080-DFBF E08080-EFBFBF F0808080-F7BFBFBF")),
    (re.compile(r"RKSJ"), _spaces("00-80 A0-DF 8140-9FFC E040-FCFC")),
    (re.compile(r"CNS-EUC"), _spaces("00-80 A1A1-FEFE 8EA1A1A1-8EA7FEFE")),
    (re.compile(r"GBK2K"), _spaces("00-7F 8140-FEFE 81308130-FE39FE39")),
    (re.compile(r"EUC|B5|UHC|GBK|GBKp"), _spaces("00-80 8140-FEFE")),
)
"""Code spaces of the standard's own CMaps by what their names hold; all others take two bytes."""


@dataclass(slots=True)
class CMap:
    """A CMap: its code spaces, and what CIDs its codes have.

    ``identity`` codes are CIDs. A standard CMap other than that has ``unknown`` CIDs.
    """

    spaces: tuple[CodeSpace, ...] = TWO_BYTES
    identity: bool = False
    unknown: bool = False
    starts: list[tuple[int, int]] = field(default_factory=list)
    """Where ranges of codes begin: the code's length and the code, in order."""
    ranges: list[tuple[int, int]] = field(default_factory=list)
    """Their last codes, and the CIDs of their first ones."""

    def codes(self, text: bytes) -> Iterator[bytes]:
        """The text in codes. Bytes that begin no code are passed on one by one."""
        at = 0
        while at < len(text):
            code = text[at : at + self._length(text[at : at + LONGEST])]
            yield code
            at += len(code)

    def cids(self, text: bytes) -> list[int]:
        """The CIDs of a text; below 0 where only the code is known (see ``half_width``)."""
        if self.identity:
            count = len(text) // 2
            found = list(struct.unpack(f">{count}H", text[: 2 * count]))
            return [*found, NOTDEF] if len(text) % 2 else found
        return [self._cid(code) for code in self.codes(text)]

    def spaces_in(self, text: bytes) -> int:
        """How many one-byte codes 32 there are, to which word spacing applies (9.3.3)."""
        if not any(len(space.low) == 1 for space in self.spaces):
            return 0
        return sum(code == b" " for code in self.codes(text))

    def _length(self, ahead: bytes) -> int:
        for space in self.spaces:
            size = len(space.low)
            if len(ahead) >= size and space.holds(ahead[:size]):
                return size
        begun = [len(space.low) for space in self.spaces if space.holds(ahead[:1])]
        return min(begun, default=1)

    def _cid(self, code: bytes) -> int:
        if not any(len(space.low) == len(code) and space.holds(code) for space in self.spaces):
            return NOTDEF
        number = int.from_bytes(code)
        if self.unknown:
            return -1 - number
        place = bisect_right(self.starts, (len(code), number)) - 1
        if place < 0 or self.starts[place][0] != len(code):
            return NOTDEF
        last, cid = self.ranges[place]
        return cid + number - self.starts[place][1] if number <= last else NOTDEF


def half_width(cid: int) -> bool:
    """True for the one-byte codes of a standard CMap, whose letters are half as wide."""
    return -256 <= cid < 0


def cmap_of(encoding: pikepdf.Object | None, depth: int = 0) -> CMap:
    """The CMap that a composite font names, or holds. Raises what damaged streams raise."""
    if not isinstance(encoding, pikepdf.Stream):
        return _predefined(str(encoding).lstrip("/"))
    data = content(encoding, MAX_CMAP)
    used = entry(encoding, "/UseCMap")
    if used is None and (named := re.search(rb"/([^\s/]+)\s+usecmap", data)):
        used = pikepdf.Name("/" + named[1].decode("latin-1"))
    base = cmap_of(used, depth + 1) if used is not None and depth < MAX_USED else None
    return _read(data, base)


def _predefined(name: str) -> CMap:
    if name.startswith("Identity"):
        return CMap(identity=True)
    spaces = next((held for pattern, held in PREDEFINED if pattern.search(name)), TWO_BYTES)
    return CMap(spaces, unknown=True)


_SECTION = re.compile(rb"begin(codespace|cid)(range|char)(.*?)end\1\2", re.DOTALL)
_HEX = rb"<\s*([0-9A-Fa-f\s]*)>\s*"
_LINES = {
    (b"codespace", b"range"): re.compile(_HEX + _HEX),
    (b"cid", b"range"): re.compile(_HEX + _HEX + rb"(\d+)"),
    (b"cid", b"char"): re.compile(_HEX + rb"(\d+)"),
}


def _read(data: bytes, base: CMap | None) -> CMap:
    """A CMap that is written out (Adobe Technical Note 5014), over one that it uses."""
    found = CMap(base.spaces if base else ())
    pairs: dict[tuple[int, int], tuple[int, int]] = {}
    if base is not None and base.identity:
        pairs[2, 0] = 0xFFFF, 0
    elif base is not None:
        pairs.update(zip(base.starts, base.ranges, strict=True))
    spaces: list[CodeSpace] = []
    for section in _SECTION.finditer(data):
        pattern = _LINES.get((section[1], section[2]))
        for line in pattern.finditer(section[3]) if pattern else ():
            low = _bytes(line[1])
            if section[1] == b"codespace":
                spaces.append(CodeSpace(low, _bytes(line[2])))
            else:
                high = _bytes(line[2]) if section[2] == b"range" else low
                cid = int(line[line.lastindex or 1])
                pairs[len(low), int.from_bytes(low)] = int.from_bytes(high), cid
            if len(pairs) + len(spaces) > MAX_CODES:
                break
    found.spaces = (*found.spaces, *_sound(spaces[:MOST_SPACES])) or TWO_BYTES
    found.starts = sorted(pairs)
    found.ranges = [pairs[start] for start in found.starts]
    return found


def _sound(spaces: Sequence[CodeSpace]) -> Iterator[CodeSpace]:
    return (one for one in spaces if 0 < len(one.low) == len(one.high) <= LONGEST)


def _bytes(digits: bytes) -> bytes:
    text = b"".join(digits.split())
    return bytes.fromhex((text + b"0" * (len(text) % 2)).decode("ascii"))


_UNICODE = re.compile(rb"beginbf(char|range)(.*?)endbf\1", re.DOTALL)
_CHARACTER = re.compile(_HEX + _HEX)
_RANGE = re.compile(_HEX + _HEX + rb"(?:" + _HEX + rb"|\s*\[([^\]]*)\])")
_ONE = re.compile(_HEX)


def characters(table: pikepdf.Object) -> dict[int, str]:
    """What codes mean by a ToUnicode CMap (9.10.3), one by one, in ranges or by a list."""
    found: dict[int, str] = {}
    for section in _UNICODE.finditer(content(table, MAX_CMAP)):
        if section[1] == b"char":
            found |= {_code(line[1]): _meant(line[2]) for line in _CHARACTER.finditer(section[2])}
            continue
        for line in _RANGE.finditer(section[2]):
            low, high = _code(line[1]), _code(line[2])
            codes = range(low, min(high, low + 0xFF) + 1)
            if line[4] is not None:
                listed = (_meant(one[1]) for one in _ONE.finditer(line[4]))
                found |= zip(codes, listed, strict=False)
                continue
            first = _meant(line[3])
            for code in codes:
                found[code] = first[:-1] + chr(ord(first[-1]) + code - low) if first else ""
            if len(found) > MAX_CODES:
                return found
    return found


def _code(digits: bytes) -> int:
    return int.from_bytes(_bytes(digits))


def _meant(digits: bytes) -> str:
    return _bytes(digits).decode("utf-16-be", "replace")
