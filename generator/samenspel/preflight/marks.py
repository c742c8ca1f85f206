"""What a page paints, summed up: one mark for all that is painted in the same way."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from samenspel.preflight.colour import Paint
from samenspel.preflight.geometry import Box, Matrix, intersect, multiply, scale, transform, union

TEXT, FILL, STROKE, IMAGE, SHADING = "text", "fill", "stroke", "image", "shading"


@dataclass(frozen=True, slots=True)
class Look:
    """How something is painted: its colour and the graphics state that goes with it."""

    paint: Paint
    overprint: bool = False
    overprint_mode: int = 0
    alpha: float = 1.0
    blend: str = "Normal"
    soft_mask: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One way of painting, wherever a page uses it.

    ``matrix`` leads to the page: from the unit square of an image, from a glyph space in which
    text is 1 high, or from the space in which a line is ``width`` wide. ``box`` is the first
    place that is painted, ``extent`` the box around all, both in points and cut by the clips.
    ``name`` is a font's or an image's; ``pixels`` and ``bits`` are an image's.
    """

    kind: str
    look: Look
    matrix: Matrix
    box: Box
    extent: Box
    width: float = 0.0
    name: str = ""
    pixels: tuple[int, int] = (0, 0)
    bits: int = 8

    @property
    def text_size(self) -> float:
        """Points, as text stands on the page: Tf × text matrix × CTM."""
        return math.hypot(self.matrix[2], self.matrix[3])

    @property
    def line_width(self) -> float:
        """Points: w × √|det CTM|."""
        return self.width * scale(self.matrix)

    @property
    def resolution(self) -> float:
        """Pixels an inch, the smaller of the two directions."""
        a, b, c, d = self.matrix[:4]
        across, up = math.hypot(a, b), math.hypot(c, d)
        if not across or not up:
            return math.inf
        return min(self.pixels[0] * 72 / across, self.pixels[1] * 72 / up)

    def placed(self, matrix: Matrix, clip: Box) -> Mark | None:
        """The mark as it lies after another matrix and clip, or ``None`` when nothing shows."""
        extent = intersect(transform(self.extent, matrix), clip)
        if extent is None:
            return None
        box = extent
        if self.box != self.extent:
            box = intersect(transform(self.box, matrix), clip) or extent
        return self._with(multiply(self.matrix, matrix), box, extent)

    def moved_to(self, area: Box) -> Mark:
        """The same way of painting somewhere else."""
        return self._with(self.matrix, area, area)

    def _with(self, matrix: Matrix, box: Box, extent: Box) -> Mark:
        """The same way of painting; ``dataclasses.replace`` takes three times as long."""
        return Mark(
            self.kind, self.look, matrix, box, extent, self.width, self.name, self.pixels, self.bits
        )

    @property
    def _way(self) -> tuple[object, ...]:
        a, b, c, d = self.matrix[:4]
        linear = round(a, 4), round(b, 4), round(c, 4), round(d, 4)
        return self.kind, self.look, linear, self.width, self.name, self.pixels, self.bits


class Marks:
    """Marks in the order in which their way of painting is first met."""

    def __init__(self) -> None:
        """Start with none."""
        self._ways: dict[tuple[object, ...], Mark] = {}

    def widen(self, mark: Mark) -> bool:
        """Take in a mark if something has been painted in the same way; tell whether it was."""
        return self._widen(mark._way, mark)

    def _widen(self, way: tuple[object, ...], mark: Mark) -> bool:
        known = self._ways.get(way)
        if known is not None and not _within(mark.extent, known.extent):
            extent = union(known.extent, mark.extent)
            self._ways[way] = known._with(known.matrix, known.box, extent)
        return known is not None

    def add(self, mark: Mark) -> None:
        """Take in a mark, joining it to one of the same way."""
        way = mark._way
        if not self._widen(way, mark):
            self._ways[way] = mark

    def place(self, marks: Iterable[Mark], matrix: Matrix, clip: Box) -> None:
        """Take in what a form paints, where it is placed."""
        for mark in marks:
            placed = mark.placed(matrix, clip)
            if placed is not None:
                self.add(placed)

    def all(self) -> tuple[Mark, ...]:
        """The marks."""
        return tuple(self._ways.values())


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )
