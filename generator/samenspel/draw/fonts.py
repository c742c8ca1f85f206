"""Fonts as PDF embeds them: subsets by glyph, Type 0 with Identity-H (ISO 32000-1, 9.7).

Text is drawn by character codes of two bytes. A code stands for a glyph **and** the text that it
stands for: glyph 40 as "-" and as "‐" get two codes, so that text copied out of the PDF is right.
Codes follow the subset's own glyph order, and only extra ones (a second text for a glyph) need a
CIDToGIDMap; without them it is ``/Identity``, which every reader takes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import uharfbuzz as hb

from samenspel.errors import ContentError

_KEPT = frozenset({"glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"})
"""What a CIDFontType2 font program needs (ISO 32000-1, 9.9, table 126)."""

_RESTRICTED = 0x0002
"""OS/2 fsType: may not be embedded (OpenType specification, OS/2 table)."""

_BITMAP_ONLY = 0x0200


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


@dataclass(frozen=True, slots=True)
class Subset:
    """A font program cut down to the glyphs in use.

    ``codes`` maps (glyph id in the whole font, text) to the two-byte code; ``widths`` and
    ``glyphs`` (ids inside the subset) are indexed by code; ``texts`` holds what each code means.
    """

    tag: str
    program: bytes
    metrics: Metrics
    codes: dict[tuple[int, str], int]
    widths: tuple[int, ...]
    glyphs: tuple[int, ...]
    texts: dict[int, str]

    @property
    def identity(self) -> bool:
        """Whether codes are the subset's glyph ids."""
        return all(code == glyph for code, glyph in enumerate(self.glyphs))


def make_subset(data: bytes, uses: Iterable[tuple[int, str]]) -> Subset:
    """Cut ``data`` (a TrueType file) to the glyphs in ``uses``: pairs of glyph id and text.

    Raises ContentError ``font-unreadable``, ``font-not-truetype``, ``font-no-embedding``.
    """
    return _subset(data, tuple(sorted(set(uses))))


@lru_cache(maxsize=256)
def _subset(data: bytes, uses: tuple[tuple[int, str], ...]) -> Subset:
    face = face_of(data)
    wanted = sorted({gid for gid, _ in uses})
    if wanted and wanted[-1] >= face.glyph_count:
        raise ValueError(f"glyph {wanted[-1]} is not in the font")
    program, renumbered = _subset_program(face, wanted)
    codes, glyphs = _assign_codes(uses, renumbered)
    font = hb.Font(face)
    scale = 1000 / face.upem
    old = {new: gid for gid, new in renumbered.items()}
    widths = tuple(round(font.get_glyph_h_advance(old[glyph]) * scale) for glyph in glyphs)
    texts = {code: text for (_, text), code in codes.items() if text}
    return Subset(_tag(data, uses), program, _metrics(face), codes, widths, glyphs, texts)


@lru_cache(maxsize=64)
def face_of(data: bytes) -> hb.Face:
    """A font file that may be embedded and drawn; raises as :func:`make_subset`."""
    face = hb.Face(data)
    tables = set(face.table_tags) if face.glyph_count else set()
    if not tables:
        raise ContentError.of(
            "font-unreadable",
            "a font file cannot be read",
            remedy="replace it by a working TrueType font (.ttf)",
        )
    if "glyf" not in tables or "fvar" in tables:
        kind = "a variable font" if "fvar" in tables else "an OpenType font with CFF outlines"
        raise ContentError.of(
            "font-not-truetype",
            f"the font “{_name(face)}” is {kind}; only static TrueType is embedded",
            remedy="use its static .ttf files",
        )
    permission = _word(_table(face, "OS/2"), 8)
    if permission & _BITMAP_ONLY or (permission & 0x000F) == _RESTRICTED:
        raise ContentError.of(
            "font-no-embedding",
            f"the font “{_name(face)}” forbids embedding, without which it cannot be printed",
            remedy="use another font, or get a licence that allows embedding",
        )
    return face


def _subset_program(face: hb.Face, wanted: list[int]) -> tuple[bytes, dict[int, int]]:
    """The font program of some glyphs, and their new ids by old ones."""
    choice = hb.SubsetInput()
    choice.glyph_set.update([0, *wanted])
    choice.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    for tag in face.table_tags:
        if tag not in _KEPT:
            choice.drop_table_tag_set.add(int.from_bytes(tag.encode("latin-1"), "big"))
    plan = hb.SubsetPlan(face, choice)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


def _assign_codes(
    uses: tuple[tuple[int, str], ...], renumbered: dict[int, int]
) -> tuple[dict[tuple[int, str], int], tuple[int, ...]]:
    """A code for each use; a glyph's first text has the glyph's new id, others come after all."""
    glyphs = sorted(renumbered.values())
    codes: dict[tuple[int, str], int] = {}
    taken: set[int] = set()
    # with text first: a glyph that only sometimes continues a cluster keeps its plain code for text
    for use in sorted(uses, key=lambda use: (not use[1], use)):
        glyph = renumbered[use[0]]
        codes[use] = len(glyphs) if glyph in taken else glyph
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


def to_unicode(subset: Subset) -> bytes:
    """The CMap from codes to text (ISO 32000-1, 9.10.3); codes without text are left out."""
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in sorted(subset.texts.items())
    ]
    blocks = [
        f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar"
        for part in (entries[at : at + 100] for at in range(0, len(entries), 100))
    ]
    return _CMAP.format(blocks="\n".join(blocks)).encode("ascii")


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
