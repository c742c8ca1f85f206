"""Fonts as showing text needs them: how wide codes are, and which of them have no glyph."""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

import pikepdf

from samenspel.pdf.limits import content
from samenspel.pdf.values import entry, kind, real, whole

PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
TRUETYPE = (b"\0\1\0\0", b"true")
_PIECE = re.compile(
    rb"<([0-9A-Fa-f\s]*+)>|\(((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*+\))*+)\)|([-+.\d]++)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ENCODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}


def pieces(operands: bytes) -> Iterator[bytes | float]:
    """The strings of a ``Tj`` or ``TJ``, and the numbers between them (thousandths of an em)."""
    for found in _PIECE.finditer(operands):
        coded, plain, number = found.groups()
        if coded is not None:
            digits = b"".join(coded.split())
            yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        elif plain is not None:
            yield _ESCAPE.sub(_unescaped, plain) if b"\\" in plain else plain
        else:
            yield float(number)


def _unescaped(found: re.Match[bytes]) -> bytes:
    what = found[1]
    if what[:1].isdigit():
        return bytes([int(what, 8) & 255])
    return b"" if what in (b"\n", b"\r", b"\r\n") else _ESCAPED.get(what, what)


class Typeface:
    """A font: its PostScript name with subset tag, and what is needed to follow its text.

    ``drawn`` is true for Type 3, whose glyphs are content streams.
    """

    def __init__(self, font: pikepdf.Object | None = None, name: str = "") -> None:
        """``font`` is its dictionary, or ``None`` when the file has none."""
        self.font, self.name = font, name
        self.drawn = font is not None and kind(font) == "Type3"
        self._wide = font is not None and kind(font) == "Type0"

    def codes(self, text: bytes) -> list[int]:
        """Character codes of a string: two bytes each in composite fonts, one in others."""
        if not self._wide:
            return list(text)
        count = len(text) // 2
        return list(struct.unpack(f">{count}H", text[: 2 * count]))

    def width(self, codes: list[int]) -> float:
        """How far a string of codes leads, in ems."""
        widths, other = self._widths
        return sum([widths.get(code, other) for code in codes])

    def spaces(self, codes: list[int]) -> int:
        """How many codes word spacing applies to (9.3.3)."""
        return 0 if self._wide else codes.count(32)

    @cached_property
    def embedded(self) -> bool:
        """True when the file holds its program; a Type 3 font is its own."""
        return self.drawn or self.program is not None

    @cached_property
    def program(self) -> pikepdf.Object | None:
        """The stream of the font's program."""
        descriptor = entry(self._holder, "/FontDescriptor")
        return next((p for key in PROGRAMS if (p := entry(descriptor, key)) is not None), None)

    @cached_property
    def scale(self) -> float:
        """Ems for one unit of text space: 1 but for Type 3 fonts of another size (9.6.5)."""
        values = entry(self.font, "/FontMatrix") if self.drawn else None
        return abs(float(values[3])) * 1000 if values is not None else 1.0

    @cached_property
    def _holder(self) -> pikepdf.Object | None:
        """The dictionary that has widths and descriptor: a composite font's descendant."""
        children = entry(self.font, "/DescendantFonts")
        return children[0] if children is not None and len(children) else self.font

    @cached_property
    def _widths(self) -> tuple[Mapping[int, float], float]:
        holder = self._holder
        if holder is None:
            return {}, 0.5
        if self._wide:
            return _composite_widths(holder), real(holder, "/DW", 1000) / 1000
        unit = self.scale / 1000
        values = entry(holder, "/Widths")
        first = whole(holder, "/FirstChar", 0)
        widths = {first + n: float(w) * unit for n, w in enumerate(list(values or []))}
        descriptor = entry(holder, "/FontDescriptor")
        other = real(descriptor, "/MissingWidth", 0) / 1000 if descriptor is not None else 0.0
        return widths, other if widths else 0.5

    @cached_property
    def missing_glyph(self) -> Callable[[int], bool]:
        """Whether a code has no glyph. Where that cannot be known, it counts as having one."""
        try:
            return self._judge()
        except (struct.error, IndexError, ValueError, TypeError, pikepdf.PdfError):
            return lambda _: False

    def _judge(self) -> Callable[[int], bool]:
        program, holder = self.program, self._holder
        if self.drawn:
            return lambda code: self.glyph(code) is None
        if program is None or holder is None:
            return lambda _: False
        if self._wide:
            return _composite_judge(self.font, holder, program)
        named, data = self.differences, content(program)
        glyphs = _cmap(data) if data[:4] in TRUETYPE else None
        if glyphs is None:
            return lambda code: named.get(code) == ".notdef"
        return lambda code: (
            named.get(code, "") in ("", ".notdef")
            and not any(glyphs.get(key) for key in self._keys(code))
        )

    def _keys(self, code: int) -> Iterator[int]:
        """The characters under which a TrueType program may have a code (9.6.6.4)."""
        yield from (code, 0xF000 + code, 0xF100 + code)
        encoding = entry(self._holder, "/Encoding")
        base = kind(encoding, "/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else ""
        name = base or (str(encoding)[1:] if isinstance(encoding, pikepdf.Name) else "")
        try:
            yield ord(codecs.decode(bytes([code]), _ENCODINGS.get(name, "cp1252")))
        except UnicodeDecodeError:
            return

    @cached_property
    def differences(self) -> dict[int, str]:
        """Glyph names by code, where the encoding has its own."""
        found: dict[int, str] = {}
        code = 0
        for item in list(entry(entry(self._holder, "/Encoding"), "/Differences") or []):
            if isinstance(item, pikepdf.Name):
                found[code] = str(item)[1:]
                code += 1
            else:
                code = int(item)
        return found

    def glyph(self, code: int) -> pikepdf.Object | None:
        """The content stream of a Type 3 glyph."""
        name = self.differences.get(code)
        return entry(entry(self.font, "/CharProcs"), f"/{name}") if name else None


def typeface(font: pikepdf.Object) -> Typeface:
    """What a font's dictionary says."""
    return Typeface(font, str(font.get("/BaseFont", font.get("/Name", "/Type3")))[1:])


NO_TYPEFACE = Typeface()


def _composite_widths(holder: pikepdf.Object) -> dict[int, float]:
    """``/W`` of a CIDFont (9.7.4.3): ``c [w …]`` and ``first last w``."""
    found: dict[int, float] = {}
    items = list(entry(holder, "/W") or [])
    n = 0
    while n + 1 < len(items):
        first = int(items[n])
        if isinstance(items[n + 1], pikepdf.Array):
            widths = [float(w) / 1000 for w in list(items[n + 1])]
            found.update(enumerate(widths, first))
            n += 2
        else:
            last = min(int(items[n + 1]), 0xFFFF)
            found.update(dict.fromkeys(range(first, last + 1), float(items[n + 2]) / 1000))
            n += 3
    return found


def _composite_judge(
    font: pikepdf.Object | None, holder: pikepdf.Object, program: pikepdf.Object
) -> Callable[[int], bool]:
    if str(entry(font, "/Encoding")) not in ("/Identity-H", "/Identity-V"):
        return lambda _: False
    if kind(holder) != "CIDFontType2":
        return lambda code: code == 0
    count = _glyph_count(content(program))
    table = entry(holder, "/CIDToGIDMap")
    if not isinstance(table, pikepdf.Stream):
        return lambda code: not 0 < code < count
    data = content(table)
    glyphs = struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])
    return lambda code: code >= len(glyphs) or not 0 < glyphs[code] < count


def _tables(program: bytes) -> dict[bytes, bytes]:
    """The tables of a TrueType program by tag (OpenType, "Organization")."""
    count = struct.unpack(">H", program[4:6])[0]
    found = {}
    for n in range(count):
        tag, _, start, length = struct.unpack(">4sLLL", program[12 + 16 * n : 28 + 16 * n])
        found[tag] = program[start : start + length]
    return found


def _glyph_count(program: bytes) -> int:
    return int(struct.unpack(">H", _tables(program)[b"maxp"][4:6])[0])


def _cmap(program: bytes) -> dict[int, int] | None:
    """All characters of all ``cmap`` subtables with their glyphs; ``None`` when there are none."""
    table = _tables(program).get(b"cmap", b"")
    if len(table) < 4:
        return None
    found: dict[int, int] = {}
    for n in range(struct.unpack(">H", table[2:4])[0]):
        start = struct.unpack(">L", table[8 + 8 * n : 12 + 8 * n])[0]
        read = _FORMATS.get(struct.unpack(">H", table[start : start + 2])[0])
        if read is None:
            return None
        for character, glyph in read(table[start:]).items():
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
    for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
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


_FORMATS: Mapping[int, Callable[[bytes], dict[int, int]]] = {
    0: _format0,
    4: _format4,
    6: _format6,
}
