"""Fonts as showing text needs them: how wide codes are, and which have no glyph."""

from __future__ import annotations

import codecs
import re
import struct
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from string import ascii_letters

import pikepdf

from samenspel.pdf.cmaps import CMap, characters, cmap_of
from samenspel.pdf.limits import BAD, TooLargeError, content
from samenspel.pdf.programs import BrokenProgramError, Program, program
from samenspel.pdf.values import entry, kind, listed, name_of, number, numbers
from samenspel.pdf.widths import USUAL_WIDTH, composite_widths, simple_widths
from samenspel.saying import say

PROGRAMS = {
    "/FontFile": ("type1",),
    "/FontFile2": ("truetype",),
    "/FontFile3": ("cff", "truetype"),
}
"""The entries for font programs, and the kinds that they may hold (table 126)."""
NO_GLYPH, OTHER_WIDTH = "no glyph", "other width"
"""What may be wrong with a code; nothing is an empty text."""
WIDTH_SLACK = 0.02
"""Ems that a width may differ from the program's: less than that no eye sees."""
STATED = re.compile(rb"\s*([-+]?[\d.]+)(?:\s+[-+\d.]+)+\s+d[01]\b")
"""How the glyph of a Type 3 font says how wide it is."""
SYMBOLIC = 4
"""A flag of font descriptors (table 123)."""
_ENCODINGS = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}


class Typeface:
    """A font: its PostScript name with subset tag, and what is needed to follow its text.

    ``drawn`` is true for Type 3, whose glyphs are content streams. What is damaged in a font never
    makes its text vanish: usual widths are taken, and ``fault`` says what is wrong.
    """

    def __init__(self, font: pikepdf.Object | None = None, name: str = "") -> None:
        """``font`` is its dictionary, or ``None`` when the file has none."""
        self.font, self.name = font, name
        self.drawn = font is not None and kind(font) == "Type3"
        self.composite = font is not None and kind(font) == "Type0"
        self.verdict = cache(self._judged)
        """What is wrong with a code; see ``NO_GLYPH``. Where that cannot be known, nothing is."""
        self.blank = cache(self._blank)
        """Whether a code surely paints nothing, as a space; not where that cannot be known."""

    def codes(self, text: bytes) -> list[int]:
        """What a string shows: CIDs in composite fonts, bytes in others."""
        return self._cmap.cids(text) if self.composite else list(text)

    def width(self, codes: list[int]) -> float:
        """How far a string of codes leads, in ems."""
        widths, other = self._widths
        return sum([widths.get(code, other) for code in codes])

    def spaces(self, text: bytes) -> int:
        """How many codes of a string word spacing applies to (9.3.3)."""
        return self._cmap.spaces_in(text) if self.composite else text.count(b" ")

    @cached_property
    def _cmap(self) -> CMap:
        try:
            return cmap_of(entry(self.font, "/Encoding"))
        except (TooLargeError, *BAD):
            return CMap(identity=True)

    @cached_property
    def embedded(self) -> bool:
        """True when the file holds its program; a Type 3 font is its own."""
        return self.drawn or self.program is not None

    @cached_property
    def program(self) -> pikepdf.Object | None:
        """The stream of the font's program."""
        descriptor = entry(self._holder, "/FontDescriptor")
        return entry(descriptor, self._key) if self._key else None

    @cached_property
    def _key(self) -> str:
        """The entry that holds the program, or an empty text."""
        descriptor = entry(self._holder, "/FontDescriptor")
        held = (key for key in PROGRAMS if isinstance(entry(descriptor, key), pikepdf.Stream))
        return next(held, "")

    @cached_property
    def _read(self) -> tuple[Program | None, str]:
        """The program as it can be read, or why it cannot."""
        if self.program is None or self.drawn:
            return None, ""
        try:
            found = program(content(self.program))
            if found.kind not in PROGRAMS[self._key]:
                return found, say(
                    "is {kind}, but is embedded as {key}", kind=found.kind, key=self._key[1:]
                )
            return found, ""
        except BrokenProgramError as error:
            return None, error.args[0]
        except BAD:
            return None, "cannot be unpacked"

    @property
    def fault(self) -> str:
        """What is wrong with the program ("is cut off"), or an empty text."""
        return self._read[1]

    @cached_property
    def scale(self) -> float:
        """Ems for one unit of text space: 1 but for Type 3 fonts of another size (9.6.5)."""
        values = numbers(entry(self.font, "/FontMatrix")) if self.drawn else []
        return abs(values[3]) * 1000 if len(values) > 3 else 1.0

    @cached_property
    def _holder(self) -> pikepdf.Object | None:
        """The dictionary that has widths and descriptor: a composite font's descendant."""
        return next(iter(listed(entry(self.font, "/DescendantFonts"))), self.font)

    @cached_property
    def _widths(self) -> tuple[Mapping[int, float], float]:
        """Widths by code, and that of all others."""
        try:
            if self._holder is None:
                return {}, USUAL_WIDTH
            if self.composite:
                return composite_widths(self._holder)
            return simple_widths(self._holder, self.scale)
        except BAD:
            return {}, USUAL_WIDTH

    def _blank(self, code: int) -> bool:
        try:
            found = self._read[0]
            glyphs = self._glyphs(found, code) if found is not None and code >= 0 else None
            if found is None or not glyphs:
                return False
            return all(found.whole(glyph) and not found.drawn(glyph) for glyph in glyphs)
        except (*BAD, struct.error):
            return False

    def _judged(self, code: int) -> str:
        try:
            return self._drawn_fault(code) if self.drawn else self._program_fault(code)
        except (*BAD, struct.error):
            return ""

    def _program_fault(self, code: int) -> str:
        """What is wrong with a letter of a font that has a program; empty when nothing is."""
        found = self._read[0]
        if found is None or code < 0:
            return ""
        glyphs = self._glyphs(found, code)
        if glyphs is None:
            return NO_GLYPH
        if any(not found.whole(glyph) for glyph in glyphs):
            return NO_GLYPH
        if glyphs and self._letter(code) and not any(map(found.drawn, glyphs)):
            return NO_GLYPH
        known = [width for glyph in glyphs if (width := found.width(glyph)) is not None]
        stated = self.width([code])
        off = known and all(abs(width - stated) > WIDTH_SLACK for width in known)
        return OTHER_WIDTH if off else ""

    def _drawn_fault(self, code: int) -> str:
        """Of Type 3, whose glyphs begin with their width: ``wx 0 d0`` or ``wx 0 … d1`` (9.6.5)."""
        glyph = self.glyph(code)
        if glyph is None:
            return NO_GLYPH
        begin = STATED.match(content(glyph))
        own = float(begin[1]) * self.scale / 1000 if begin else self.width([code])
        return OTHER_WIDTH if abs(own - self.width([code])) > WIDTH_SLACK else ""

    def _letter(self, code: int) -> bool:
        """True for a code that is surely a letter or a digit, and so has an outline."""
        if meant := self._meanings.get(code, ""):
            return meant.isalnum()
        if self.composite or self.symbolic:
            return False
        name = self.differences.get(code, "")
        return len(name) == 1 or (not name and code < 128 and chr(code).isalnum())

    @cached_property
    def _meanings(self) -> dict[int, str]:
        """What codes mean, where the font says so and codes are CIDs."""
        table = entry(self.font, "/ToUnicode")
        if not isinstance(table, pikepdf.Stream) or (self.composite and not self._cmap.identity):
            return {}
        try:
            return characters(table)
        except (TooLargeError, *BAD):
            return {}

    @cached_property
    def symbolic(self) -> bool:
        """True for a font whose codes mean what it likes (9.8.2)."""
        descriptor = entry(self._holder, "/FontDescriptor")
        return bool(int(number(entry(descriptor, "/Flags"))) & SYMBOLIC)

    def _glyphs(self, found: Program, code: int) -> list[int] | None:
        """The glyphs that a code may have; ``None`` when it has none, empty when nobody knows."""
        if self.composite:
            return self._composite_glyphs(found, code)
        name = self.differences.get(code, "")
        if found.kind == "truetype":
            return self._truetype_glyphs(found, code, name)
        if name == ".notdef":
            return None
        letter = chr(code) if self._latin and chr(code) in ascii_letters else ""
        name = name or letter
        if name in found.names:
            return [found.names[name]]
        certain = found.kind == "type1" and code in self.differences
        return None if certain or (name == letter and letter and found.names) else []

    def _composite_glyphs(self, found: Program, cid: int) -> list[int] | None:
        glyph: int | None = cid
        if found.cids is not None:
            glyph = found.cids.get(cid)
        table = self._cid_glyphs
        if table is not None:
            glyph = table[cid] if cid < len(table) else None
        if not glyph or (found.glyphs and glyph >= found.glyphs):
            return None
        return [glyph]

    @cached_property
    def _cid_glyphs(self) -> tuple[int, ...] | None:
        """Glyphs by CID, where the font has a table of its own (9.7.4.2)."""
        table = entry(self._holder, "/CIDToGIDMap")
        if not isinstance(table, pikepdf.Stream):
            return None
        data = content(table)
        return struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])

    def _truetype_glyphs(self, found: Program, code: int, name: str) -> list[int] | None:
        """By the characters under which a TrueType program may have a code (9.6.6.4)."""
        if not found.characters:
            return None if name == ".notdef" else []
        if name not in ("", ".notdef"):
            glyph = found.characters.get(ord(name)) if len(name) == 1 else None
            return [glyph] if glyph else []
        keys = self._keys(code)
        return [glyph for key in keys if (glyph := found.characters.get(key))] or None

    @cached_property
    def _latin(self) -> bool:
        """True when codes are letters by an encoding that the file names; else the font decides."""
        encoding = entry(self._holder, "/Encoding")
        if isinstance(encoding, pikepdf.Dictionary):
            encoding = entry(encoding, "/BaseEncoding")
        return isinstance(encoding, pikepdf.Name) and not self.symbolic

    def _keys(self, code: int) -> Iterator[int]:
        yield from (code, 0xF000 + code, 0xF100 + code)
        encoding = entry(self._holder, "/Encoding")
        base = kind(encoding, "/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else ""
        name = base or (name_of(encoding) if isinstance(encoding, pikepdf.Name) else "")
        try:
            yield ord(codecs.decode(bytes([code]), _ENCODINGS.get(name, "cp1252")))
        except UnicodeDecodeError:
            return

    @cached_property
    def differences(self) -> dict[int, str]:
        """Glyph names by code, where the encoding has its own."""
        found: dict[int, str] = {}
        code = 0
        for item in listed(entry(entry(self._holder, "/Encoding"), "/Differences")):
            if isinstance(item, pikepdf.Name):
                found[code] = name_of(item)
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
    name = font.get("/BaseFont", font.get("/Name"))
    return Typeface(font, name_of(name) if isinstance(name, pikepdf.Name) else "Type3")


NO_TYPEFACE = Typeface()
