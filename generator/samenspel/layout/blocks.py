"""Blocks of text: what is to be set, and what it becomes at a size and a measure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from samenspel.layout.breaking import break_lines
from samenspel.layout.faces import Face, Span
from samenspel.layout.icons import ICON_FONT, drawing_of
from samenspel.layout.rich import PARAGRAPH, labelled
from samenspel.layout.wording import Wording
from samenspel.model.frame import Placement, TextRun
from samenspel.model.ink import BLACK, Ink
from samenspel.model.places import TextPath
from samenspel.model.writing import is_right_to_left
from samenspel.units import MM_PER_POINT

Align = Literal["left", "centre", "right"]
"""``left`` is the side where lines begin: the right one in Arabic or Hebrew."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A text with the way it is to be set."""

    wording: Wording
    face: str
    ink: Ink = BLACK
    align: Align = "left"
    leading: float = 1.25
    hyphenate: bool = True
    balanced: bool = False
    role: str = "text"

    @property
    def text(self) -> str:
        """The words."""
        return self.wording.text

    @property
    def path(self) -> TextPath:
        """The field that the words stand in, or begin with."""
        return self.wording.path


@dataclass(frozen=True, slots=True)
class Block:
    """A text set in lines. ``height`` in mm runs from the first line's capitals to the descenders.

    ``cap`` is the height of capitals, ``step`` the distance of baselines, ``drop`` the room for
    descenders under the last baseline, all in mm.
    """

    copy: Copy
    face: Face
    size: float
    lines: tuple[str, ...]
    measure: float
    starts: tuple[int, ...] = ()
    """The lines with which paragraphs begin, but for the first."""
    labels: Mapping[int, str] = field(default_factory=dict)
    """What stands before the items of lists, by the line with which these begin."""
    indented: frozenset[int] = frozenset()
    """The lines of items, which stand to the right of their labels."""

    @property
    def cap(self) -> float:
        """Height of the capitals in mm."""
        return self.face.cap_height * self.size * MM_PER_POINT

    @property
    def step(self) -> float:
        """Distance of baselines in mm."""
        return self.size * self.copy.leading * MM_PER_POINT

    @property
    def drop(self) -> float:
        """Room for descenders in mm."""
        return 0.22 * self.size * MM_PER_POINT

    @property
    def height(self) -> float:
        """Height in mm, from the first capitals to the last descenders."""
        if not self.lines:
            return 0.0
        return self.cap + self.step * (len(self.lines) - 1) + self.gap(len(self.lines)) + self.drop

    def gap(self, line: int) -> float:
        """What stands open between paragraphs above a line, in mm."""
        opened = sum(
            ITEM_GAP if start in self.labels and start - 1 in self.indented else PARAGRAPH_GAP
            for start in self.starts
            if start <= line
        )
        return opened * self.step

    @property
    def width(self) -> float:
        """Width in mm of the widest line."""
        return max((self.face.width(line, self.size) for line in self.lines), default=0.0)

    def at(self, x: float, y: float) -> list[TextRun | Placement]:
        """The block's runs, and the drawings in its lines, with its top left corner at ``x, y``.

        All in mm in the frame.
        """
        shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[self.copy.align]
        if self.face.rtl:  # "left" is where lines begin
            shift = 1.0 - shift
        sources = [self._sources(line, parts) for line, parts in
                   zip(self.lines, self.copy.wording.sources(self.lines), strict=True)]  # fmt: skip
        indent = indent_at(self.size)
        made: list[TextRun | Placement] = []
        for index, line in enumerate(self.face.lines(self.lines, self.size)):
            left = x + (self.measure - line.width) * shift
            left += (index in self.indented) * indent * (1 - 2 * shift)
            baseline = y + self.cap + index * self.step + self.gap(index)
            rows = [(left, span) for span in line.spans]
            if label := self.labels.get(index):
                rows += [(x, span) for span in self.face.line(label, self.size).spans]
            made += [self._item(at, span, baseline, sources[index]) for at, span in rows]
        return made

    def _item(
        self, left: float, span: Span, baseline: float, sources: Sequence[tuple[float, TextPath]]
    ) -> TextRun | Placement:
        """A run of letters, or a drawing, of a line that begins at ``left``."""
        source = _source(sources, span.x)
        if span.font.startswith(ICON_FONT):
            drawing = drawing_of(span, left, baseline, self.size, self.cap)
            return replace(drawing, source=source)
        return TextRun(
            font=span.font,
            size=self.size,
            x=left + span.x,
            y=baseline,
            width=span.width,
            text=span.text,
            glyphs=span.glyphs,
            ink=self.copy.ink,
            role=self.copy.role,
            source=source,
            others=_others(sources, span.x, span.width),
        )

    def _sources(
        self, line: str, parts: Sequence[tuple[int, TextPath]]
    ) -> list[tuple[float, TextPath]]:
        """How far along a line the words of each field begin, in mm.

        In a line from right to left only the field that it begins with is known.
        """
        known = parts[:1] if self.face.rtl else parts
        return [(self.face.width(line[:place], self.size) if place else 0.0, path)
                for place, path in known]  # fmt: skip


def _source(along: Sequence[tuple[float, TextPath]], x: float) -> TextPath:
    """The field whose words stand at ``x`` on a line."""
    return next((path for start, path in reversed(along) if start <= x), along[0][1])


def _others(
    along: Sequence[tuple[float, TextPath]], x: float, width: float
) -> tuple[tuple[float, TextPath], ...]:
    """The fields whose words begin further on in a run."""
    return tuple((start - x, path) for start, path in along if x < start < x + width)


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets copy in one language with one set of faces."""

    faces: Mapping[str, Face]
    language: str

    @property
    def rtl(self) -> bool:
        """True when lines begin at the right."""
        return is_right_to_left(self.language)

    def set(self, copy: Copy, size: float, measure: float) -> Block | None:
        """The block at ``size`` points in ``measure`` mm; None when a word is wider than that."""
        if PARAGRAPH in copy.text:
            return self._paragraphs(copy, size, measure)
        face = self.faces[copy.face]
        lines = self._lines(copy, copy.text, size, measure)
        return None if lines is None else Block(copy, face, size, tuple(lines), measure)

    def _lines(self, copy: Copy, text: str, size: float, measure: float) -> list[str] | None:
        return break_lines(
            text,
            self.faces[copy.face],
            size,
            measure,
            language=self.language,
            hyphenate=copy.hyphenate,
            balanced=copy.balanced,
        )

    def _paragraphs(self, copy: Copy, size: float, measure: float) -> Block | None:
        """A text of several paragraphs, one under the other; items stand beside their labels."""
        lines: list[str] = []
        starts: list[int] = []
        labels: dict[int, str] = {}
        indented: set[int] = set()
        for paragraph in copy.text.split(PARAGRAPH):
            label, text = labelled(paragraph)
            width = measure - (indent_at(size) if label else 0.0)
            found = self._lines(copy, text, size, width)
            if found is None:
                return None
            starts.append(len(lines))
            labels |= {len(lines): label} if label else {}
            indented |= set(range(len(lines), len(lines) + len(found))) if label else set()
            lines += found
        face = self.faces[copy.face]
        return Block(
            copy, face, size, tuple(lines), measure, tuple(starts[1:]), labels, frozenset(indented)
        )

    def least_lines(self, copy: Copy, size: float, measure: float, most: int) -> int:
        """At least so many lines the copy takes; beyond ``most`` the rest is not looked at."""
        face = self.faces[copy.face]
        room = measure * (1 + BOUND_SLACK) + face.space * size * MM_PER_POINT
        used = 0.0
        for word in filter(None, copy.text.split(" ")):
            used += (face.advance(word) + face.space) * size * MM_PER_POINT
            if used > room * most:
                return most + 1
        return math.ceil(used / room)

    def shortened(self, copy: Copy, words: int) -> Copy:
        """The copy without its last ``words`` words."""
        kept = words_in(copy)[: -words or None]
        return replace(copy, wording=replace(copy.wording, text=" ".join(kept)))


PARAGRAPH_GAP, ITEM_GAP = 0.5, 0.2
"""Between paragraphs, and between the items of a list, in lines."""


def indent_at(size: float) -> float:
    """How far items of a list stand in, in mm."""
    return 1.35 * size * MM_PER_POINT


BOUND_SLACK = 0.02
"""Words that are divided are shaped in parts, which may make a line a little shorter."""


def words_in(copy: Copy) -> list[str]:
    """The words that a text is shortened by."""
    return copy.text.split()
