"""Fonts of every kind, made from those of the built-in deck."""

from __future__ import annotations

import io
from collections.abc import Iterable

from fontTools.cffLib.CFFToCFF2 import convertCFFToCFF2
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from tests.decks import ROOT

FONTS = ROOT / "assets" / "fonts"
TEXT = (FONTS / "AtkinsonHyperlegibleNext-Regular.ttf").read_bytes()
LETTERS = [*range(32, 127), *range(0xA0, 0x180), *range(0x2010, 0x2027)]


def opened(data: bytes = TEXT) -> TTFont:
    return TTFont(io.BytesIO(data), recalcTimestamp=False)


def saved(font: TTFont) -> bytes:
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def cut(characters: Iterable[int], data: bytes = TEXT) -> TTFont:
    """A font with some characters alone."""
    font = opened(data)
    subsetter = Subsetter(Options(layout_features=[], hinting=False))
    subsetter.populate(unicodes=list(characters))
    subsetter.subset(font)
    return font


def packed(flavour: str) -> bytes:
    """A web font: ``woff`` or ``woff2``."""
    font = opened()
    font.flavor = flavour
    return saved(font)


def collection() -> bytes:
    """Two fonts in one file."""
    both = TTCollection()
    both.fonts = [opened(), opened()]
    stream = io.BytesIO()
    both.save(stream)
    return stream.getvalue()


def postscript(name: str = "Snijder") -> bytes:
    """An OpenType font with PostScript outlines."""
    return saved(_postscript(name))


def _postscript(name: str) -> TTFont:
    font = cut(LETTERS)
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    builder = FontBuilder(font["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(font.getBestCmap())
    strings = {}
    for glyph in order:
        pen = T2CharStringPen(glyphs[glyph].width, glyphs)
        glyphs[glyph].draw(pen)
        strings[glyph] = pen.getCharString()
    builder.setupCFF(f"{name}-Regular", {"FullName": name}, strings, {})
    builder.setupHorizontalMetrics(dict(font["hmtx"].metrics))
    builder.setupHorizontalHeader(ascent=950, descent=-290)
    builder.setupNameTable(_names(name))
    builder.setupOS2(sTypoAscender=950, sTypoDescender=-290, usWeightClass=400, fsType=0)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    return builder.font


def _names(name: str) -> dict[str, str]:
    return {"familyName": name, "styleName": "Regular", "psName": f"{name}-Regular",
            "fullName": name}  # fmt: skip


def variable() -> bytes:
    """A variable TrueType font: each glyph is half as wide again at weight 900."""
    font = cut(LETTERS)
    builder = FontBuilder(font=font)
    builder.setupFvar([("wght", 200, 400, 900, "Weight")], [])
    variations = {}
    for glyph in font.getGlyphOrder():
        points, _ = font["glyf"]._getCoordinatesAndControls(glyph, font["hmtx"].metrics)
        deltas = [(round(x / 2), 0) for x, _ in points]
        variations[glyph] = [TupleVariation({"wght": (0.0, 1.0, 1.0)}, deltas)]
    builder.setupGvar(variations)
    return saved(font)


def variable_postscript() -> bytes:
    """A variable font with PostScript outlines (CFF2)."""
    font = _postscript("Golf")
    convertCFFToCFF2(font)
    FontBuilder(font=font).setupFvar([("wght", 200, 400, 900, "Weight")], [])
    return saved(font)


def blank() -> bytes:
    """A font that has every letter, and draws none of them."""
    font = opened()
    for glyph in font.getGlyphOrder():
        font["glyf"][glyph] = type(font["glyf"][glyph])()
    return saved(font)


def with_rights(permission: int, data: bytes = TEXT) -> bytes:
    """The font with another ``fsType``."""
    font = opened(data)
    font["OS/2"].fsType = permission
    return saved(font)
