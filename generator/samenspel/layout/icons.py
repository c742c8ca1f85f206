"""Small drawings that stand in a line of text, where a maker writes ``<coin>``.

In a text that is set each is one character of a private part of Unicode; a face that knows these
characters gives them room in the line, and the block that is made of the line places the drawings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from samenspel.layout.faces import SHAPED, Face, Span
from samenspel.layout.rich import STYLES
from samenspel.layout.shaping import Strip, Word
from samenspel.layout.wording import Wording
from samenspel.markup import ICON
from samenspel.model.art import ArtSize
from samenspel.model.frame import Box, Placement
from samenspel.model.kind import ChoiceSet, Kind
from samenspel.units import MM_PER_POINT

FIRST = 0xE100
"""The character of the first drawing; the others follow."""
MOST = 256
"""So many drawings a kind may have for its texts."""
HEIGHT = 0.95
"""How high a drawing stands in a line, in ems: from below the baseline to above the capitals."""
BESIDE = 0.06
"""What stays open at either side of one, in ems."""
ICON_FONT = "icon:"
"""The font of a strip that is a drawing, with the drawing's name after it."""

_CHARACTER = re.compile(f"([{chr(FIRST)}-{chr(FIRST + MOST - 1)}])")
_STYLE = re.compile(f"[{STYLES}]")


def with_icons(said: Wording, names: Sequence[str]) -> Wording:
    """The text with a character for each ``<name>`` of these; other words between < and > stay."""

    def character(found: re.Match[str]) -> str:
        known = found[1] in names
        return chr(FIRST + names.index(found[1])) if known else found[0]

    return said.changed(lambda text: ICON.sub(character, text))


class IconFace(Face):
    """A face with drawings among its letters. All measures are those of the face itself."""

    def __init__(self, face: Face, drawings: Sequence[ArtSize]) -> None:
        """Shape with this face; ``drawings`` are in the order of their characters."""
        self._own, self._drawings = face, drawings
        self._fonts = face._fonts
        self.rtl = face.rtl
        self.word = lru_cache(maxsize=SHAPED)(self._word)
        self.advance = lru_cache(maxsize=SHAPED)(self._advance)
        self.ascent, self.descent = face.ascent, face.descent
        self.cap_height, self.x_height = face.cap_height, face.x_height
        self.space = face.space

    def _word(self, text: str, backward: bool = False) -> Word:
        if not _CHARACTER.search(text):
            return self._own.word(text, backward)
        strips: list[Strip] = []
        for start, part in self._parts(text):
            drawn = _CHARACTER.fullmatch(part)
            found = (self._drawing(part),) if drawn else self._own.word(part, backward).strips
            moved = [replace(strip, start=strip.start + start) for strip in found]
            strips = [*moved, *strips] if backward else [*strips, *moved]
        return Word(sum(strip.advance for strip in strips), tuple(strips))

    def _parts(self, text: str) -> Iterator[tuple[int, str]]:
        """The letters between drawings, and the drawings, with where each begins.

        Letters after a drawing go on in the style that stood before it.
        """
        style, start = "", 0
        for piece in _CHARACTER.split(text):
            if _CHARACTER.fullmatch(piece):
                yield start, piece
            elif piece:
                yield start, piece if piece[0] in STYLES else style + piece
                style = next(iter(_STYLE.findall(piece)[-1:]), style)
            start += len(piece)

    def _drawing(self, character: str) -> Strip:
        size = self._drawings[ord(character) - FIRST]
        width = HEIGHT * size.aspect + 2 * BESIDE
        return Strip(ICON_FONT + size.name, 0, "", width, ())


def icons_of(kind: Kind, sets: Mapping[str, ChoiceSet]) -> dict[str, str]:
    """The drawings that texts of a kind may name: its own, and the small ones of its choices."""
    choices = (one for name in kind.sets if name in sets for one in sets[name].choices.values())
    small = {one.id: one.small for one in choices if one.small.lower().endswith(".svg")}
    return {**small, **kind.icons}


def faces_with(faces: Mapping[str, Face], drawings: Sequence[ArtSize]) -> Mapping[str, Face]:
    """The faces of a language, each with these drawings among its letters."""
    return _faces_with(tuple(faces.items()), tuple(drawings))


@lru_cache(maxsize=32)
def _faces_with(
    faces: tuple[tuple[str, Face], ...], drawings: tuple[ArtSize, ...]
) -> Mapping[str, Face]:
    """The same for all cards of a kind, and so are the words that they shaped."""
    return {role: IconFace(face, drawings) for role, face in faces}


def drawing_of(span: Span, left: float, baseline: float, size: float, cap: float) -> Placement:
    """Where the drawing of a span stands: its middle at half the height of the capitals (mm)."""
    em = size * MM_PER_POINT
    place = Box(
        left + span.x + BESIDE * em,
        baseline - cap / 2 - HEIGHT * em / 2,
        span.width - 2 * BESIDE * em,
        HEIGHT * em,
    )
    return Placement(span.font.removeprefix(ICON_FONT), place, role="icon")
