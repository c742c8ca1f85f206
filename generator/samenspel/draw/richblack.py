"""Rich black: large areas of black ink alone get other inks below it, by the press's recipe.

Black alone looks dark grey over a large area; text and contours must not have more than one ink,
for any shift of a plate would show. So the width of an area decides (``RichBlack``), and text is
never looked at.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from samenspel.model.frame import Frame, Shape
from samenspel.model.ink import BLACK, Ink
from samenspel.model.style import RichBlack
from samenspel.units import number

Point = tuple[float, float]

STEPS = 8
"""Straight pieces that a curve is measured by; within 1 % of a circle's area."""

_TOKEN = re.compile(rb"[^\s\[\]]+")
_PAINTS = {b"f": False, b"f*": True, b"B": False, b"B*": True}
_ENDS = {b"S", b"n", *_PAINTS}
_COMMANDS = {b"m": "M", b"l": "L", b"c": "C", b"h": "Z"}


def enriched(frame: Frame, rich: RichBlack) -> Frame:
    """The page with its own large black shapes in rich black."""
    items = (
        replace(item, fill=rich.ink)
        if isinstance(item, Shape) and item.fill == BLACK and _large(item, rich)
        else item
        for item in frame.items
    )
    return replace(frame, items=tuple(items))


def _large(shape: Shape, rich: RichBlack) -> bool:
    outlines = Outlines()
    for command, numbers in shape.path:
        outlines.add(command, numbers)
    return outlines.across(shape.even_odd) >= rich.least


class Outlines:
    """The closed outlines of a path, as polygons."""

    def __init__(self) -> None:
        self._polygons: list[list[Point]] = []

    def add(self, command: str, numbers: tuple[float, ...]) -> None:
        """``M``, ``L``, ``C`` or ``Z`` with its coordinates, as in a Frame's path."""
        points = list(zip(numbers[0::2], numbers[1::2], strict=True))
        if command == "M":
            self._polygons.append(points)
        elif self._polygons and command == "L":
            self._polygons[-1] += points
        elif self._polygons and command == "C":
            self._polygons[-1] += _curve(self._polygons[-1][-1], *points)

    def across(self, even_odd: bool) -> float:
        """Twice the area by the length of the outlines; 0 without an area."""
        closed = [[*polygon, polygon[0]] for polygon in self._polygons if len(polygon) > 2]
        areas = [_area(polygon) for polygon in closed]
        length = sum(math.dist(*pair) for polygon in closed for pair in pairwise(polygon))
        if not length:
            return 0.0
        if even_odd:  # what lies inside counts as holes, whichever way it runs
            sizes = sorted(map(abs, areas))
            return 2 * max(0.0, sizes[-1] - sum(sizes[:-1])) / length
        return 2 * abs(sum(areas)) / length


def _area(polygon: list[Point]) -> float:
    """Signed, by the shoelace formula."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(polygon)) / 2


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    points = []
    for step in range(1, STEPS + 1):
        t = step / STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        points.append(
            (
                a * start[0] + b * first[0] + c * second[0] + d * end[0],
                a * start[1] + b * first[1] + c * second[1] + d * end[1],
            )
        )
    return points


@lru_cache(maxsize=64)
def enriched_operators(operators: bytes, rich: RichBlack, scale: float) -> bytes:
    """A drawing's operators with its large black fills in rich black; ``scale`` is mm a unit.

    The operators are those that art is prepared as: paths and DeviceCMYK alone.
    """
    out: list[bytes] = []
    kept = 0
    for start, end in _Reader(operators, scale, rich.least).found:
        out += [operators[kept:start], _colour(rich.ink), operators[start:end], _colour(BLACK)]
        kept = end
    return b"".join([*out, operators[kept:]])


def _colour(ink: Ink) -> bytes:
    tints = " ".join(number(tint / 100) for tint in (ink.c, ink.m, ink.y, ink.k))
    return f"\n{tints} k\n".encode("ascii")


class _Reader:
    """Follows colour, scale and path through operators; ``found`` are the places of large fills."""

    def __init__(self, operators: bytes, scale: float, least: float) -> None:
        self.found: list[tuple[int, int]] = []
        self._least = least
        self._scale = scale
        self._ink: tuple[float, ...] = ()
        self._stack: list[tuple[float, tuple[float, ...]]] = []
        self._outlines, self._start = Outlines(), -1
        operands: list[float] = []
        begin = -1
        for token in _TOKEN.finditer(operators):
            begin = token.start() if begin < 0 else begin
            try:
                operands.append(float(token[0]))
            except ValueError:
                self._do(token[0], tuple(operands), begin, token.end())
                operands.clear()
                begin = -1

    def _do(self, word: bytes, numbers: tuple[float, ...], begin: int, end: int) -> None:
        """One operator, whose operands begin at ``begin``."""
        if word in (b"m", b"l", b"c", b"h", b"re"):
            self._path(word, numbers, begin)
        elif word == b"k":
            self._ink = numbers
        elif word == b"cm":
            self._scale *= math.sqrt(abs(numbers[0] * numbers[3] - numbers[1] * numbers[2]))
        elif word == b"q":
            self._stack.append((self._scale, self._ink))
        elif word == b"Q":
            self._scale, self._ink = self._stack.pop()
        elif word in _ENDS:
            if word in _PAINTS and self._ink == (0, 0, 0, 1):
                across = self._outlines.across(_PAINTS[word]) * self._scale
                if across >= self._least:
                    self.found.append((self._start, end))
            self._outlines, self._start = Outlines(), -1

    def _path(self, word: bytes, numbers: tuple[float, ...], begin: int) -> None:
        if self._start < 0:
            self._start = begin
        if word == b"re":
            x, y, width, height = numbers
            self._outlines.add("M", (x, y))
            self._outlines.add("L", (x + width, y, x + width, y + height, x, y + height))
        else:
            self._outlines.add(_COMMANDS[word], numbers)
