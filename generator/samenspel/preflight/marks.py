"""What a page paints: one mark for all that is painted in the same way, or one for each place."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from samenspel.pdf.colours import Paint
from samenspel.pdf.geometry import (
    EVERYWHERE,
    Box,
    Matrix,
    inside,
    intersect,
    multiply,
    scale,
    transform,
    union,
    upright,
)

TEXT, FILL, STROKE, IMAGE, SHADING = "text", "fill", "stroke", "picture", "shading"
MISSING, HIDDEN, LOST = "missing", "hidden", "lost"
"""Kinds of marks that say what does not show: glyphs that a font has not, layers that are off, and
what the content calls for although the file does not have it."""
MISPLACED = "misplaced"
"""A glyph that is wider or narrower in its font than the file says."""
SPOILED = "spoiled"
"""A picture in the content itself whose data is not what it should be."""
UNBALANCED = "unbalanced"
"""A ``q`` without its ``Q``, or the other way round."""
UNSEEN = frozenset({MISSING, HIDDEN, LOST, MISPLACED, SPOILED, UNBALANCED})

OPAQUE = ("Normal", "Compatible")
"""Blend modes that cover what lies below."""

THIN = 0.5
"""Points: rectangles and slits that are thinner count as lines."""
DOT = 3.0
"""How much longer than thick a rectangle is that stands for a line: less is a dot of a drawing."""
PLACES = 60
"""So many places of one way of painting are kept apart; more are joined to the last."""


@dataclass(frozen=True, slots=True)
class Look:
    """How something is painted: its colour and the graphics state that goes with it."""

    paint: Paint
    overprint: bool = False
    overprint_mode: int = 0
    alpha: float = 1.0
    blend: str = "Normal"
    soft_mask: bool = False
    intent: str = ""

    def __hash__(self) -> int:
        """By the tints alone, which differ for nearly all: looks are hashed very often."""
        return hash(self.paint.tints)

    @property
    def see_through(self) -> bool:
        """True when what lies below shows through."""
        return self.soft_mask or self.alpha < 1 or self.blend not in OPAQUE

    @property
    def keeps_ground(self) -> bool:
        """True when black printed so leaves the other plates alone (8.6.7)."""
        direct = self.paint.space.family == "DeviceCMYK"
        return self.overprint and (self.overprint_mode == 1 or not direct)


@dataclass(frozen=True, slots=True)
class Mark:
    """One way of painting, at one place or wherever a page uses it; boxes in points, clips cut."""

    kind: str
    look: Look
    matrix: Matrix
    """Leads to the page: from the unit square of an image, from a glyph space in which text is 1
    high, or from the space in which a line, or a fill that stands for one, is ``width`` wide."""
    box: Box
    """The first place that is painted."""
    extent: Box
    """The box around all places."""
    width: float = 0.0
    name: str = ""
    """A font's or an image's."""
    pixels: tuple[int, int] = (0, 0)
    bits: int = 8
    art: int = 0
    """Counts the forms that a page places, from 1; 0 is what the page paints itself."""
    sure: bool = True
    """False where a quick reading took the clip for the place."""
    core: Box | None = None
    """The part of the extent that is surely painted: all of a rectangle or a picture, the middle of
    a disc, ``None`` where nobody knows."""
    tiled: bool = False
    """True for a panel with a pattern: what its cells paint are the marks that follow."""
    open_sides: str = ""
    """Of a line in a spot, the sides of its box that only its loose ends reach, one letter each."""
    dashed: bool = False
    """True for a line in a spot that has gaps."""

    @property
    def text_size(self) -> float:
        """Points, as text stands on the page: Tf × text matrix × CTM."""
        return math.hypot(self.matrix[2], self.matrix[3])

    @property
    def line_width(self) -> float:
        """Points: w × √|det CTM|."""
        return self.width * scale(self.matrix)

    @property
    def stands_for_line(self) -> bool:
        """True for a fill, a gradient in a clip or a row of a stencil as thin as a line."""
        return self.kind in (FILL, SHADING, IMAGE) and 0 < self.line_width < THIN

    @property
    def resolution(self) -> float:
        """Pixels an inch, the smaller of the two directions."""
        a, b, c, d = self.matrix[:4]
        across, up = math.hypot(a, b), math.hypot(c, d)
        if not across or not up:
            return math.inf
        return min(self.pixels[0] * 72 / across, self.pixels[1] * 72 / up)

    def placed(self, matrix: Matrix, clip: Box, art: int = 0) -> Mark | None:
        """The mark as it lies after another matrix and clip, or ``None`` when nothing shows."""
        extent = intersect(transform(self.extent, matrix), clip)
        if extent is None:
            return None
        box = extent
        if self.box != self.extent:
            box = intersect(transform(self.box, matrix), clip) or extent
        core = None
        if self.core is not None and upright(matrix):
            core = intersect(transform(self.core, matrix), clip)
        placed = self._with(multiply(self.matrix, matrix), box, extent, art or self.art, core)
        same = matrix[0] > 0 and matrix[3] > 0 and upright(matrix)
        return placed if same or not self.open_sides else replace(placed, open_sides="")

    def with_core(self, core: Box | None) -> Mark:
        """The same, of which another part is surely painted."""
        return self._with(self.matrix, self.box, self.extent, self.art, core)

    def moved_to(self, area: Box) -> Mark:
        """The same way of painting somewhere else."""
        return self._with(self.matrix, area, area, self.art)

    def scaled(self, matrix: Matrix, panel: Mark) -> Mark:
        """A pattern cell's mark where the pattern is painted: over all of the panel.

        One that fills its cell fills what the panel fills.
        """
        core = panel.core if self.core == EVERYWHERE else None
        return self._with(multiply(self.matrix, matrix), panel.box, panel.box, self.art, core)

    def unsure(self) -> Mark:
        """The same, of a place that has not been looked at closely."""
        return Mark(
            self.kind, self.look, self.matrix, self.box, self.extent, self.width, self.name,
            self.pixels, self.bits, self.art, sure=False, tiled=self.tiled, dashed=self.dashed,
        )  # fmt: skip

    def _with(
        self, matrix: Matrix, box: Box, extent: Box, art: int, core: Box | None = None
    ) -> Mark:
        """The same way of painting; ``dataclasses.replace`` takes three times as long."""
        return Mark(
            self.kind, self.look, matrix, box, extent, self.width, self.name, self.pixels,
            self.bits, art, self.sure, core, self.tiled, self.open_sides, self.dashed,
        )  # fmt: skip

    @property
    def _way(self) -> tuple[object, ...]:
        a, b, c, d = self.matrix[:4]
        linear = round(a, 4), round(b, 4), round(c, 4), round(d, 4)
        return (
            self.kind, self.look, linear, self.width, self.name, self.pixels, self.bits, self.sure
        )  # fmt: skip


class Marks:
    """Marks in the order in which they are first met.

    ``apart`` keeps the places of one way of painting apart; only text that touches is joined.
    """

    def __init__(self, *, apart: bool = False) -> None:
        """Start with none."""
        self._apart = apart
        self._marks: list[Mark] = []
        self._ways: dict[tuple[object, ...], list[int]] = {}

    def widen(self, mark: Mark) -> bool:
        """Take in a mark if something has been painted in the same way; True when it was."""
        places = self._ways.get(mark._way)
        if places is None:
            return False
        self._stretch(places[-1], mark.extent)
        return True

    def add(self, mark: Mark) -> None:
        """Take in a mark, joining it to one of the same way."""
        places = self._ways.setdefault(mark._way, [])
        if places and not self._new_place(places, mark):
            self._stretch(places[-1], mark.extent)
            return
        places.append(len(self._marks))
        self._marks.append(mark)

    def place(
        self,
        marks: Iterable[Mark],
        matrix: Matrix,
        clip: Box,
        art: int = 0,
        window: Box = EVERYWHERE,
    ) -> None:
        """Take in what a form paints, where it is placed; ``window`` is what the clip surely lets
        through.
        """
        for mark in marks:
            placed = mark.placed(matrix, clip, art)
            if placed is None:
                continue
            if placed.core is not None and window != clip:
                placed = placed.with_core(intersect(placed.core, window))
            self.add(placed)

    def all(self) -> tuple[Mark, ...]:
        """The marks."""
        return tuple(self._marks)

    def _new_place(self, places: list[int], mark: Mark) -> bool:
        last = self._marks[places[-1]]
        if not self._apart or len(places) >= PLACES:
            return False
        if mark.core and places[-1] != len(self._marks) - 1:
            return True  # what it covers may have been painted in between
        return last.art != mark.art or not _touch(last, mark)

    def _stretch(self, place: int, extent: Box) -> None:
        known = self._marks[place]
        if not inside(extent, known.extent, 0):
            joined = union(known.extent, extent)
            box = joined if self._apart and known.kind == TEXT else known.box
            wider = known._with(known.matrix, box, joined, known.art)
            self._marks[place] = replace(wider, open_sides="") if known.open_sides else wider


def _touch(last: Mark, mark: Mark) -> bool:
    """True for the words and lines of one text, and for the very same place."""
    reach = mark.text_size if mark.kind == TEXT else 0.0
    left, bottom, right, top = last.extent
    grown = left - reach, bottom - reach, right + reach, top + reach
    if mark.kind == TEXT:
        return intersect(grown, mark.extent) is not None
    return inside(mark.extent, grown, 0)
