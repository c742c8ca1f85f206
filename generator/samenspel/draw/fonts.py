"""Fonts as PDF embeds them: subsets by glyph, Type 0 with Identity-H (ISO 32000-1, 9.7).

Text is drawn by character codes of two bytes. A code stands for a glyph **and** the text that it
stands for: glyph 40 as "-" and as "‐" get two codes, so that text copied out of the PDF is right.
Codes follow the subset's own glyph order, and only extra ones (a second text for a glyph) need a
map: a CIDToGIDMap for TrueType outlines, a CMap as the encoding for PostScript ones, which have no
such map (9.7.4.2). Without them it is ``/Identity`` and Identity-H, which every reader takes.

TrueType outlines go in as CIDFontType2, PostScript outlines as bare CFF (CIDFontType0C): neither is
turned into the other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from samenspel.draw.fontfiles import face_of, may_be_cut

_KEPT = frozenset({"glyf", "loca", "CFF ", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"})
"""What font programs need (ISO 32000-1, 9.9, table 126)."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """A font descriptor's numbers, in thousandths of the type size."""

    name: str
    bbox: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    stem: int
    italic_angle: float
    flags: int


NO_TEXT = "\u034f"
"""What a glyph means that says nothing by itself, such as the points of an Arabic letter: a
character that is neither seen nor read, and parts no word from the next (Unicode, 5.21)."""


@dataclass(frozen=True, slots=True)
class Subset:
    """A font program cut down to the glyphs in use.

    ``codes`` maps (glyph id in the whole font, text) to the two-byte code; ``widths`` and
    ``glyphs`` (ids inside the subset) are indexed by code; ``texts`` holds what each code means.
    ``postscript`` tells CFF outlines from TrueType's. ``tag`` is empty for a font that its makers
    do not let be cut, which is embedded whole. ``silent`` tells whether some glyphs say nothing
    by themselves.
    """

    tag: str
    program: bytes
    metrics: Metrics
    codes: dict[tuple[int, str], int]
    widths: tuple[int, ...]
    glyphs: tuple[int, ...]
    texts: dict[int, str]
    postscript: bool = False
    silent: bool = False

    @property
    def name(self) -> str:
        """What the PDF calls it."""
        return f"{self.tag}+{self.metrics.name}" if self.tag else self.metrics.name

    @property
    def space(self) -> int | None:
        """The code of a space; ``None`` for a font without one."""
        return next((code for code, text in self.texts.items() if text == " "), None)

    @property
    def identity(self) -> bool:
        """Whether codes are the subset's glyph ids."""
        return all(code == glyph for code, glyph in enumerate(self.glyphs))


def make_subset(data: bytes, uses: Iterable[tuple[int, str]]) -> Subset:
    """Cut ``data`` (a static font) to the glyphs in ``uses``: pairs of glyph id and text.

    Raises ContentError ``font-unreadable``, ``font-no-embedding``.
    """
    return _subset(data, tuple(sorted(set(uses))))


@lru_cache(maxsize=256)
def _subset(data: bytes, uses: tuple[tuple[int, str], ...]) -> Subset:
    face = face_of(data)
    wanted = sorted({gid for gid, _ in uses})
    if wanted and wanted[-1] >= face.glyph_count:
        raise ValueError(f"glyph {wanted[-1]} is not in the font")
    cut = may_be_cut(face)
    program, renumbered = _subset_program(face, wanted if cut else range(face.glyph_count))
    codes, glyphs = _assign_codes(uses, renumbered)
    font = hb.Font(face)
    scale = 1000 / face.upem
    old = {new: gid for gid, new in renumbered.items()}
    widths = tuple(round(font.get_glyph_h_advance(old[glyph]) * scale) for glyph in glyphs)
    texts = {code: text for (_, text), code in codes.items() if text}
    silent = len(texts) < len(codes)
    tag = _tag(data, uses) if cut else ""
    postscript = "CFF " in face.table_tags
    return Subset(tag, program, _metrics(face), codes, widths, glyphs, texts, postscript, silent)


def _subset_program(face: hb.Face, wanted: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    """The font program of some glyphs, and their new ids by old ones.

    Of PostScript outlines the bare CFF, in which each glyph's CID is its id (9.9, table 126).
    """
    choice = hb.SubsetInput()
    choice.glyph_set.update([0, *wanted])
    choice.flags = (
        hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    )
    for tag in face.table_tags:
        if tag not in _KEPT:
            choice.drop_table_tag_set.add(int.from_bytes(tag.encode("latin-1"), "big"))
    plan = hb.SubsetPlan(face, choice)
    made = plan.execute()
    outlines = _table(made, "CFF ") if "CFF " in face.table_tags else bytes(made.blob.data)
    return outlines, dict(plan.old_to_new_glyph_mapping)


def _assign_codes(
    uses: tuple[tuple[int, str], ...], renumbered: dict[int, int]
) -> tuple[dict[tuple[int, str], int], tuple[int, ...]]:
    """A code for each use; a glyph's first text has the glyph's new id, others come after all."""
    glyphs = sorted(renumbered.values())
    codes: dict[tuple[int, str], int] = {}
    taken: set[int] = set()
    # with text first: a glyph that only sometimes continues a cluster keeps its plain code for text
    for own, text in sorted(uses, key=lambda use: (not use[1], use)):
        glyph = renumbered[own]
        codes[own, text] = len(glyphs) if glyph in taken else glyph
        if glyph in taken:
            glyphs.append(glyph)
        taken.add(glyph)
    return codes, tuple(glyphs)


def _tag(data: bytes, uses: tuple[tuple[int, str], ...]) -> str:
    """Six capitals out of the content (ISO 32000-1, 9.6.4): equal for equal subsets only."""
    digest = hashlib.sha256(data)
    digest.update(repr(uses).encode())
    number = int.from_bytes(digest.digest()[:8], "big")
    letters = []
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(65 + letter))
    return "".join(letters)


# -- metrics ---------------------------------------------------------------------------------


def _table(face: hb.Face, tag: str) -> bytes:
    return bytes(face.reference_table(tag).data)


def _word(table: bytes, place: int) -> int:
    return int.from_bytes(table[place : place + 2], "big")


def _short(table: bytes, place: int) -> int:
    return int.from_bytes(table[place : place + 2], "big", signed=True)


def _name(face: hb.Face) -> str:
    """The font's PostScript name, of characters that a PDF name may hold plainly."""
    name = face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
    return "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-+_."))


def _metrics(face: hb.Face) -> Metrics:
    head, hhea, os2 = _table(face, "head"), _table(face, "hhea"), _table(face, "OS/2")
    post = _table(face, "post")
    scale: float = 1000 / face.upem

    def scaled(value: int) -> int:
        return round(value * scale)

    left, bottom, right, top = (scaled(_short(head, place)) for place in (36, 38, 40, 42))
    ascent, descent = scaled(_short(hhea, 4)), scaled(_short(hhea, 6))
    capitals = scaled(_short(os2, 88)) if _word(os2, 0) >= 2 else 0
    weight = _word(os2, 4) or 400
    angle = int.from_bytes(post[4:8], "big", signed=True) / 65536
    fixed = any(post[12:16])
    return Metrics(
        _name(face),
        (left, bottom, right, top),
        ascent,
        descent,
        capitals or ascent,
        round(10 + 220 * (weight - 50) / 900),  # what PDF makers commonly estimate from weight
        round(angle, 2),
        4 | (64 if angle else 0) | (1 if fixed else 0),  # symbolic, italic, fixed pitch
    )


# -- ToUnicode -------------------------------------------------------------------------------


def to_unicode(subset: Subset, *, whole: bool = False) -> bytes:
    """The CMap from codes to text (ISO 32000-1, 9.10.3).

    Codes without text are left out; a ``whole`` one has these too (ISO 14289-1, 7.21.7).
    """
    texts = dict(subset.texts)
    if whole and subset.silent:
        texts = dict.fromkeys(subset.codes.values(), NO_TEXT) | texts
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in sorted(texts.items())
    ]
    blocks = [
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar"
        for part in (entries[at : at + 100] for at in range(0, len(entries), 100))
    ]
    return _CMAP.format(blocks="\n".join(blocks)).encode("ascii")


def to_cids(subset: Subset) -> bytes:
    """The CMap from codes to CIDs, for PostScript outlines with more codes than glyphs."""
    entries = [f"<{code:04X}> {glyph}" for code, glyph in enumerate(subset.glyphs)]
    blocks = [
        f"{len(part)} begincidchar\n" + "\n".join(part) + "\nendcidchar"
        for part in (entries[at : at + 100] for at in range(0, len(entries), 100))
    ]
    return _ENCODING.format(blocks="\n".join(blocks)).encode("ascii")


_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""

ENCODING_NAME = "Samenspel-H"

_ENCODING = """%!PS-Adobe-3.0 Resource-CMap
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> def
/CMapName /Samenspel-H def
/CMapType 1 def
/WMode 0 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
