"""Shaping: words become glyphs through HarfBuzz, once for each word and font."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import uharfbuzz as hb

from samenspel.model.frame import Glyph
from samenspel.units import MM_PER_POINT


@dataclass(frozen=True, slots=True)
class Word:
    """A shaped word in font units scaled to one point: multiply ``advance`` by size for points.

    ``glyphs`` hold (gid, x, y, text) in ems; ``missing`` lists the characters without a glyph.
    """

    advance: float
    glyphs: tuple[tuple[int, float, float, str], ...]
    missing: str = ""


class Face:
    """One font in one style, ready to shape. Sizes are in points, results in millimetres."""

    def __init__(self, name: str, data: bytes, features: Mapping[str, bool], language: str) -> None:
        self.name = name
        self._font = hb.Font(hb.Face(data))
        self._em = float(self._font.face.upem)
        self._features = dict(features)
        self._language = language
        self.word = lru_cache(maxsize=None)(self._shape)
        extents = self._font.get_font_extents("ltr")
        self.ascent = extents.ascender / self._em
        self.descent = -extents.descender / self._em
        self.cap_height = self._top_of("H", 0.7)
        self.x_height = self._top_of("x", 0.5)

    def _top_of(self, character: str, fallback: float) -> float:
        """Height of a flat-topped character above the baseline, in ems."""
        gid = self._font.get_nominal_glyph(ord(character))
        extents = self._font.get_glyph_extents(gid) if gid else None
        return extents.y_bearing / self._em if extents else fallback

    def _shape(self, text: str) -> Word:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = self._language
        hb.shape(self._font, buffer, self._features)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = [*sorted({info.cluster for info in infos}), len(text)]
        ends = dict(pairwise(starts))
        seen: set[int] = set()
        glyphs, x, missing = [], 0.0, ""
        for info, position in zip(infos, positions, strict=True):
            cluster = info.cluster
            part = "" if cluster in seen else text[cluster : ends[cluster]]
            seen.add(cluster)
            if info.codepoint == 0:
                missing += part
            glyphs.append(
                (
                    info.codepoint,
                    (x + position.x_offset) / self._em,
                    position.y_offset / self._em,
                    part,
                )
            )
            x += position.x_advance
        return Word(x / self._em, tuple(glyphs), missing)

    def width(self, text: str, size: float) -> float:
        """Width in mm of ``text`` set on one line at ``size`` points."""
        words = text.split(" ")
        advance = sum(self.word(word).advance for word in words if word)
        return (advance + self.space * (len(words) - 1)) * size * MM_PER_POINT

    @property
    def space(self) -> float:
        """Advance of the word space in ems."""
        return self.word(" ").advance

    def line(self, text: str, size: float) -> tuple[tuple[Glyph, ...], float]:
        """The glyphs of one line and its width in mm. Words keep single spaces between them."""
        scale = size * MM_PER_POINT
        glyphs: list[Glyph] = []
        x = 0.0
        for index, part in enumerate(text.split(" ")):
            if index:
                glyphs.append(Glyph(self.word(" ").glyphs[0][0], x * scale, 0.0, " "))
                x += self.space
            if part:
                word = self.word(part)
                glyphs += [
                    Glyph(gid, (x + dx) * scale, dy * scale, shown)
                    for gid, dx, dy, shown in word.glyphs
                ]
                x += word.advance
        return tuple(glyphs), x * scale


def load_faces(
    fonts: Mapping[str, bytes], features: Mapping[str, Mapping[str, bool]], language: str
) -> dict[str, Face]:
    """A face for each font role. ``fonts`` maps roles to font files' bytes."""
    return {
        role: _face(role, data, tuple(sorted(features.get(role, {}).items())), language)
        for role, data in fonts.items()
    }


@lru_cache(maxsize=64)
def _face(role: str, data: bytes, features: tuple[tuple[str, bool], ...], language: str) -> Face:
    """A face is the same for every format and region of a build, and so are its shaped words."""
    return Face(role, data, dict(features), language)
