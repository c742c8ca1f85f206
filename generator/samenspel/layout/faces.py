"""Faces: the fonts of a role as one. Words are shaped once; lines are put together from them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from samenspel.layout.bidi import in_order, levels, runs_forward, turns
from samenspel.layout.shaping import Font, Strip, Word, shape
from samenspel.model.frame import Glyph
from samenspel.model.writing import is_right_to_left
from samenspel.units import MM_PER_POINT

SHAPED = 4_000
"""So many words of a face are held, some 1 kB each: those of the longest deck in one language. Who
types makes new ones all day."""


@dataclass(frozen=True, slots=True)
class Span:
    """Glyphs of one font on a line: ``x`` and ``width`` in mm from where the line begins."""

    font: str
    x: float
    width: float
    text: str
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of glyphs, from left to right; ``width`` in mm."""

    spans: tuple[Span, ...]
    width: float


class Face:
    """The fonts of one role, ready to shape. Sizes are in points, results in millimetres.

    ``fonts`` maps names to files: the first gives the measures, the others what it lacks.
    """

    def __init__(
        self, fonts: Mapping[str, bytes], features: Mapping[str, bool], language: str
    ) -> None:
        self._fonts = [Font(name, data, features, language) for name, data in fonts.items()]
        self.rtl = is_right_to_left(language)
        self.word = lru_cache(maxsize=SHAPED)(self._word)
        self.advance = lru_cache(maxsize=SHAPED)(self._advance)
        first = self._fonts[0]
        extents = first.hb.get_font_extents("ltr")
        self.ascent = extents.ascender / first.em
        self.descent = -extents.descender / first.em
        self.cap_height = self._top_of("H", 0.7)
        self.x_height = self._top_of("x", 0.5)
        self.space = self.word(" ").advance
        """Advance of the word space in ems."""

    def _top_of(self, character: str, fallback: float) -> float:
        """Height of a flat-topped character above the baseline, in ems."""
        for font in self._fonts:
            gid = font.hb.get_nominal_glyph(ord(character))
            extents = font.hb.get_glyph_extents(gid) if gid else None
            if extents:
                return float(extents.y_bearing / font.em)
        return fallback

    def draws(self, character: str) -> bool:
        """Whether the first of its fonts has a character, and as more than a blank."""
        font = self._fonts[0]
        gid = font.hb.get_nominal_glyph(ord(character))
        extents = font.hb.get_glyph_extents(gid) if gid else None
        return bool(extents and extents.width)

    def _word(self, text: str, backward: bool = False) -> Word:
        return shape(self._fonts, text, backward)

    def _advance(self, word: str) -> float:
        """A word's advance in ems, whichever way its parts run."""
        base = self._base(word)
        if not (base or turns(word)):
            return self.word(word).advance
        runs = in_order(levels(word, base))
        return sum(self.word(word[start:end], level % 2 == 1).advance for start, end, level in runs)

    def _base(self, text: str) -> int:
        """The level of a paragraph: the language's, but for one that is wholly in Latin letters.

        So a sentence that is not translated, or a book's title, keeps its full stop at its end.
        """
        return int(self.rtl and (turns(text) or not runs_forward(text)))

    def width(self, text: str, size: float) -> float:
        """Width in mm of ``text`` set on one line at ``size`` points."""
        words = text.split(" ")
        advance = sum(self.advance(word) for word in words if word)
        return (advance + self.space * (len(words) - 1)) * size * MM_PER_POINT

    def depth(self, text: str, size: float) -> float:
        """How far the letters of a line reach below its baseline, in mm; dots reach far in Arabic.
        """
        fonts = {font.name: font for font in self._fonts}
        deepest = 0.0
        for span in self.line(text, size).spans:
            font = fonts[span.font]
            for glyph in span.glyphs:
                ink = font.hb.get_glyph_extents(glyph.gid)
                if ink:
                    low = (ink.y_bearing + ink.height) / font.em * size * MM_PER_POINT
                    deepest = max(deepest, -low - glyph.y)
        return deepest

    def line(self, text: str, size: float) -> Line:
        """One line of text, which is a paragraph of its own."""
        return self.lines([text], size)[0]

    def lines(self, texts: Sequence[str], size: float) -> list[Line]:
        """The lines of one paragraph. Words keep single spaces between them.

        Directions are those of the whole paragraph; each line is then put in order by itself.
        """
        whole = " ".join(texts)
        base = self._base(whole)
        if not (base or turns(whole)):
            return [self._line(text, [(0, len(text), 0)], size) for text in texts]
        paragraph_levels, made, start = levels(whole, base), [], 0
        for text in texts:
            made.append(
                self._line(text, in_order(paragraph_levels[start : start + len(text)]), size)
            )
            start += len(text) + 1
        return made

    def _line(self, text: str, runs: Sequence[tuple[int, int, int]], size: float) -> Line:
        """The line's strips set beside each other; those of one font become one span."""
        scale = size * MM_PER_POINT
        rows: list[tuple[str, float, list[Glyph], list[tuple[int, str]]]] = []
        x = 0.0
        for start, strip in self._strips(text, runs):
            if not rows or rows[-1][0] != strip.font:
                rows.append((strip.font, x, [], []))
            _, origin, glyphs, texts = rows[-1]
            at = x - origin
            glyphs += [Glyph(g, (at + dx) * scale, dy * scale, t) for g, dx, dy, t in strip.glyphs]
            texts.append((start + strip.start, strip.text))
            x += strip.advance
        ends = [origin for _, origin, _, _ in rows[1:]] + [x]
        spans = (
            Span(font, origin * scale, (end - origin) * scale, _read(texts), tuple(glyphs))
            for (font, origin, glyphs, texts), end in zip(rows, ends, strict=True)
        )
        return Line(tuple(spans), x * scale)

    def _strips(
        self, text: str, runs: Sequence[tuple[int, int, int]]
    ) -> Iterator[tuple[int, Strip]]:
        """The line's strips from left to right, each with where its word begins in the text."""
        for start, end, level in runs:
            backward = level % 2 == 1
            pieces = list(_pieces(text, start, end))
            for at, piece in reversed(pieces) if backward else pieces:
                for strip in self.word(piece, backward and piece != " ").strips:
                    yield at, strip


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Words and single spaces of a part of a text, with their places."""
    while start < end:
        space = text.find(" ", start, end)
        stop = space if space > start else start + 1 if space == start else end
        yield start, text[start:stop]
        start = stop


def _read(texts: list[tuple[int, str]]) -> str:
    """The text of strips in the order of reading."""
    return "".join(text for _, text in sorted(texts))


def load_faces(
    fonts: Mapping[str, bytes], features: Mapping[str, Mapping[str, bool]], language: str
) -> dict[str, Face]:
    """A face for each font role.

    ``fonts`` maps roles to font files' bytes; ``text/2`` and so on hold what follows ``text`` in
    the chain of its role.
    """
    chains: dict[str, list[tuple[str, bytes]]] = {}
    for name, data in fonts.items():
        chains.setdefault(name.partition("/")[0], []).append((name, data))
    return {
        role: _face(tuple(chain), tuple(sorted(features.get(role, {}).items())), language)
        for role, chain in chains.items()
    }


@lru_cache(maxsize=64)
def _face(
    chain: tuple[tuple[str, bytes], ...], features: tuple[tuple[str, bool], ...], language: str
) -> Face:
    """A face is the same for every format and region of a build, and so are its shaped words."""
    return Face(dict(chain), dict(features), language)
