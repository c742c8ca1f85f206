"""Shaping: a piece of text becomes glyphs of the first fonts that have them, through HarfBuzz."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import uharfbuzz as hb

ShapedGlyph = tuple[int, float, float, str]
"""Glyph index, place in ems from the start of its strip (y up), and the text it stands for."""

_JOINED = frozenset({"Mn", "Mc", "Me", "Cf"})
"""Characters that belong to the one before: marks, joiners, direction marks."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Glyphs of one font in one script and direction, from left to right; ``advance`` in ems.

    ``start`` is where its text begins in the piece that was shaped; ``missing`` lists the
    characters that no font has.
    """

    font: str
    start: int
    text: str
    advance: float
    glyphs: tuple[ShapedGlyph, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A shaped piece of text, strip by strip from left to right; ``advance`` in ems."""

    advance: float
    strips: tuple[Strip, ...]

    @property
    def missing(self) -> str:
        """The characters that no font has."""
        return "".join(strip.missing for strip in self.strips)


class Font:
    """One font file, ready to shape in one language."""

    def __init__(self, name: str, data: bytes, features: Mapping[str, bool], language: str) -> None:
        self.name = name
        self.hb = hb.Font(hb.Face(data))
        self.em = float(self.hb.face.upem)
        self._features = dict(features)
        self._language = language

    def has(self, text: str) -> bool:
        """Whether there is a glyph for every character that is to be seen."""
        seen = (char for char in text if unicodedata.category(char) != "Cf")
        return all(self.hb.get_nominal_glyph(ord(char)) for char in seen)

    def shape(self, text: str, start: int, backward: bool) -> Strip:
        """The text in this font; ``backward`` for text that runs from right to left."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()  # the script
        buffer.direction = "rtl" if backward else "ltr"
        buffer.language = self._language
        hb.shape(self.hb, buffer, self._features)
        infos, positions = buffer.glyph_infos or [], buffer.glyph_positions or []
        pairs = zip(infos, positions, strict=True)
        speaking = _speaking([(info.cluster, at.x_advance) for info, at in pairs])
        ends = dict(pairwise([*sorted({info.cluster for info in infos}), len(text)]))
        glyphs, x, missing = [], 0.0, ""
        for place, (info, at) in enumerate(zip(infos, positions, strict=True)):
            part = text[info.cluster : ends[info.cluster]] if place in speaking else ""
            missing += part if info.codepoint == 0 else ""
            offset = (x + at.x_offset) / self.em, at.y_offset / self.em
            glyphs.append((info.codepoint, *offset, part))
            x += at.x_advance
        return Strip(self.name, start, text, x / self.em, tuple(glyphs), missing)


def _speaking(clusters: Sequence[tuple[int, float]]) -> set[int]:
    """Of each cluster the glyph that bears its text: the first that moves the pen.

    A mark stands before its letter when text runs backward; readers of the PDF look for text at
    the letter.
    """
    chosen: dict[int, int] = {}
    for place, (cluster, advance) in enumerate(clusters):
        kept = chosen.setdefault(cluster, place)
        if advance and not clusters[kept][1]:
            chosen[cluster] = place
    return set(chosen.values())


def shape(fonts: Sequence[Font], text: str, backward: bool) -> Word:
    """A piece of text without breaks inside, in the first of ``fonts`` that have its characters."""
    strips = [fonts[font].shape(part, at, backward) for font, at, part in _strips(fonts, text)]
    if backward:
        strips.reverse()
    return Word(sum(strip.advance for strip in strips), tuple(strips))


def _strips(fonts: Sequence[Font], text: str) -> list[tuple[int, int, str]]:
    """Font, start and text of each part that is shaped at once, in the order of reading."""
    if text.isascii() and (len(fonts) == 1 or fonts[0].has(text)):
        return [(0, 0, text)]
    made: list[tuple[int, int, str, str]] = []
    for start, cluster in _clusters(text):
        font, script = _font_of(fonts, cluster), script_of(cluster[0])
        if made and made[-1][0] == font and (not script or made[-1][3] in ("", script)):
            before = made[-1]
            made[-1] = (font, before[1], before[2] + cluster, before[3] or script)
        else:
            made.append((font, start, cluster, script))
    return [(font, start, part) for font, start, part, _ in made]


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Characters with the marks and joiners that belong to them, and where they begin."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or unicodedata.category(text[place]) not in _JOINED:
            yield start, text[start:place]
            start = place


def _font_of(fonts: Sequence[Font], cluster: str) -> int:
    """The first font with all of a cluster, else the first with its letter, else the first."""
    for wanted in (cluster, cluster[0]):
        found = next((place for place, font in enumerate(fonts) if font.has(wanted)), None)
        if found is not None:
            return found
    return 0


@lru_cache(maxsize=4096)
def script_of(char: str) -> str:
    """A character's script (ISO 15924), or nothing for one that all scripts share."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    return str(buffer.script or "")
