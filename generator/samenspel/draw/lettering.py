"""Text in the document: as subset fonts, or as one form a glyph."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from samenspel.draw.alphabets import spaces_in, whole_alphabets
from samenspel.draw.fonts import ENCODING_NAME, Subset, make_subset, to_cids, to_unicode
from samenspel.draw.objects import LEVEL, Objects, array, dictionary, name, string
from samenspel.draw.outlines import outline
from samenspel.model.frame import Frame, Glyph, TextRun
from samenspel.units import number


def put_fonts(
    objects: Objects,
    frames: Sequence[Frame],
    files: Mapping[str, bytes],
    *,
    tagged: bool = False,
    whole: bool = False,
) -> dict[str, tuple[str, Subset]]:
    """One subset a font file, with all glyphs that the frames use of it; by TextRun.font.

    Those of ``tagged`` pages have a space, also when no line does; ``whole`` ones say what each
    code means, also one that means nothing by itself.
    """
    uses: dict[bytes, set[tuple[int, str]]] = {}
    fonts: dict[str, None] = {}
    for run in _runs(frames):
        fonts[run.font] = None
        glyphs = uses.setdefault(files[run.font], set())
        glyphs.update((glyph.gid, glyph.text) for glyph in run.glyphs)
    made: dict[bytes, tuple[str, Subset]] = {}
    for data, glyphs in uses.items():
        if tagged:
            glyphs |= spaces_in(data)
        subset = make_subset(data, whole_alphabets(data, glyphs))
        called = f"F{len(made) + 1}"
        made[data] = (called, subset)
        objects.register(called, "Font", _font(objects, subset, whole=whole))
    return {font: made[files[font]] for font in fonts}


def put_outlines(
    objects: Objects, frames: Sequence[Frame], files: Mapping[str, bytes]
) -> dict[str, dict[int, str]]:
    """One form a glyph of a font file, by TextRun.font and glyph id."""
    uses: dict[bytes, set[int]] = {}
    fonts: dict[str, None] = {}
    for run in _runs(frames):
        fonts[run.font] = None
        uses.setdefault(files[run.font], set()).update(map(_gid, run.glyphs))
    made: dict[bytes, dict[int, str]] = {}
    for data, gids in uses.items():
        made[data] = _glyphs(objects, data, sorted(gids), len(made) + 1)
    return {font: made[files[font]] for font in fonts}


def _runs(frames: Sequence[Frame]) -> Iterator[TextRun]:
    for frame in frames:
        for item in frame.items:
            if isinstance(item, TextRun) and item.glyphs:
                yield item


def _gid(glyph: Glyph) -> int:
    return glyph.gid


def _glyphs(objects: Objects, data: bytes, gids: Sequence[int], count: int) -> dict[int, str]:
    forms: dict[int, str] = {}
    for gid in gids:
        drawn = outline(data, gid)
        if drawn is not None:
            forms[gid] = f"G{count}.{gid}"
            operators, sides = drawn
            box = [number(side, 5) for side in sides]
            form = objects.form(box, zlib.compress(operators, LEVEL))
            objects.register(forms[gid], "XObject", form)
    return forms


def _font(objects: Objects, subset: Subset, *, whole: bool) -> Any:
    """A Type 0 font with its descendant, descriptor, program and ToUnicode."""
    called = name(subset.name)
    unicode = objects.stream({}, zlib.compress(to_unicode(subset, whole=whole), LEVEL))
    encoding = name("Identity-H")
    if subset.postscript and not subset.identity:
        encoding = _encoding(objects, subset)
    descendant = objects.add(dictionary(_descendant(objects, subset, called)))
    return objects.add(
        dictionary(
            {
                "Type": name("Font"),
                "Subtype": name("Type0"),
                "BaseFont": called,
                "Encoding": encoding,
                "DescendantFonts": array([descendant]),
                "ToUnicode": unicode,
            }
        )
    )


def _encoding(objects: Objects, subset: Subset) -> Any:
    """Codes to CIDs, where several codes are one glyph."""
    system = {"Registry": string("Adobe"), "Ordering": string("Identity"), "Supplement": 0}
    about = {
        "Type": name("CMap"),
        "CMapName": name(ENCODING_NAME),
        "CIDSystemInfo": dictionary(system),
        "WMode": 0,
    }
    return objects.stream(about, zlib.compress(to_cids(subset), LEVEL))


def _descendant(objects: Objects, subset: Subset, called: str) -> dict[str, Any]:
    system = {"Registry": string("Adobe"), "Ordering": string("Identity"), "Supplement": 0}
    font: dict[str, Any] = {
        "Type": name("Font"),
        "Subtype": name("CIDFontType0" if subset.postscript else "CIDFontType2"),
        "BaseFont": called,
        "CIDSystemInfo": dictionary(system),
        "FontDescriptor": _descriptor(objects, subset, called),
        "DW": 1000,
        "W": array([0, array(_widths(subset))]),
    }
    if not subset.postscript:
        font["CIDToGIDMap"] = _mapping(objects, subset)
    return font


def _widths(subset: Subset) -> tuple[int, ...]:
    """By CID: of PostScript outlines that is the glyph, of others the code."""
    if not subset.postscript:
        return subset.widths
    return subset.widths[: max(subset.glyphs) + 1]  # the first codes are the glyphs themselves


def _mapping(objects: Objects, subset: Subset) -> Any:
    if subset.identity:
        return name("Identity")
    table = b"".join(glyph.to_bytes(2, "big") for glyph in subset.glyphs)
    return objects.stream({}, zlib.compress(table, LEVEL))


def _descriptor(objects: Objects, subset: Subset, called: str) -> Any:
    metrics = subset.metrics
    about = {"Subtype": name("CIDFontType0C")} if subset.postscript else {
        "Length1": len(subset.program)
    }  # fmt: skip
    program = objects.stream(about, zlib.compress(subset.program, LEVEL))
    return objects.add(
        dictionary(
            {
                "Type": name("FontDescriptor"),
                "FontName": called,
                "Flags": metrics.flags,
                "FontBBox": array(metrics.bbox),
                "ItalicAngle": metrics.italic_angle,
                "Ascent": metrics.ascent,
                "Descent": metrics.descent,
                "CapHeight": metrics.cap_height,
                "StemV": metrics.stem,
                "FontFile3" if subset.postscript else "FontFile2": program,
            }
        )
    )
