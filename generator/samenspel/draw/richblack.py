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

from samenspel.model.frame import Frame, Shape
from samenspel.model.ink import BLACK, Ink
from samenspel.model.style import RichBlack
from samenspel.units import number

Point = tuple[float, float]

_STEP = re.compile(rb"([-\d.\s]*+)([a-z]++)")
_OPERATOR = re.compile(rb"[A-Za-z]+\*?")
_NUMBER = re.compile(rb"-?[\d.]+")
_PATHS = {b"m": "M", b"l": "L", b"c": "C", b"h": "Z", b"re": "re"}
_PAINTS = {b"f": False, b"f*": True, b"B": False, b"B*": True}


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
    """The closed outlines of a path: the area and the length of each."""

    def __init__(self) -> None:
        self._areas: list[float] = []
        self._length = 0.0
        self._start = self._here = (0.0, 0.0)

    def add(self, command: str, numbers: tuple[float, ...]) -> None:
        """``M``, ``L``, ``C`` or ``Z`` with its coordinates, as in a Frame's path."""
        if command == "M":
            self._close()
            self._areas.append(0.0)
            self._start = self._here = (numbers[0], numbers[1])
        elif command == "L":
            self._line((numbers[0], numbers[1]))
        elif command == "C":
            self._curve(*numbers)
        else:
            self._close()

    def across(self, even_odd: bool) -> float:
        """Twice the area by the length of the outlines; 0 without an area."""
        self._close()
        if not self._length:
            return 0.0
        if even_odd:  # what lies inside counts as holes, whichever way it runs
            sizes = sorted(map(abs, self._areas))
            return 2 * max(0.0, sizes[-1] - sum(sizes[:-1])) / self._length
        return 2 * abs(sum(self._areas)) / self._length

    def _close(self) -> None:
        if self._areas:
            self._line(self._start)

    def _line(self, end: Point) -> None:
        (x0, y0), (x1, y1) = self._here, end
        self._areas[-1] += (x0 * y1 - x1 * y0) / 2
        self._length += math.hypot(x1 - x0, y1 - y0)
        self._here = end

    def _curve(
        self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float
    ) -> None:
        """The area exactly, by Green's theorem; the length between chord and control polygon."""
        x0, y0 = self._here
        self._areas[-1] += (
            x0 * (-10 * y0 + 6 * y1 + 3 * y2 + y3)
            + 3 * x1 * (-2 * y0 + y2 + y3)
            + 3 * x2 * (-y0 - y1 + 2 * y3)
            + x3 * (-y0 - 3 * y1 - 6 * y2 + 10 * y3)
        ) / 20 + (x0 * y0 - x3 * y3) / 2
        chord = math.hypot(x3 - x0, y3 - y0)
        handles = math.hypot(x1 - x0, y1 - y0) + math.hypot(x2 - x1, y2 - y1)
        self._length += (chord + handles + math.hypot(x3 - x2, y3 - y2)) / 2
        self._here = (x3, y3)


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
    """Follows colour and scale through operators; ``found`` are the places of large black fills.

    Coordinates are looked at for black fills only, which spares most of the work.
    """

    def __init__(self, operators: bytes, scale: float, least: float) -> None:
        self.found: list[tuple[int, int]] = []
        self._source, self._least = operators, least
        self._scale = scale
        self._ink: tuple[float, ...] = ()
        self._stack: list[tuple[float, tuple[float, ...]]] = []
        since = 0
        for match in _OPERATOR.finditer(operators):
            if match[0] not in _PATHS:
                self._do(match[0], since, match.start(), match.end())
                since = match.end()

    def _do(self, word: bytes, since: int, place: int, end: int) -> None:
        """One operator that builds no path; its operands, or its path, begin at ``since``."""
        if word in _PAINTS:
            if self._ink == (0, 0, 0, 1):
                path = self._source[since:place]
                if _across(path, _PAINTS[word]) * self._scale >= self._least:
                    self.found.append((since, end))
        elif word == b"k":
            self._ink = tuple(map(float, _NUMBER.findall(self._source, since, place)))
        elif word == b"scn":  # a gradient
            self._ink = ()
        elif word == b"cm":
            a, b, c, d, *_ = map(float, _NUMBER.findall(self._source, since, place))
            self._scale *= math.sqrt(abs(a * d - b * c))
        elif word == b"q":
            self._stack.append((self._scale, self._ink))
        elif word == b"Q":
            self._scale, self._ink = self._stack.pop()


@lru_cache(maxsize=64)
def _across(path: bytes, even_odd: bool) -> float:
    """How wide an area is, in its own units; asked again wherever a drawing has another size."""
    outlines = Outlines()
    for operands, operator in _STEP.findall(path):
        command, numbers = _PATHS[operator], tuple(map(float, operands.split()))
        if command == "re":
            x, y, width, height = numbers
            outlines.add("M", (x, y))
            for corner in ((x + width, y), (x + width, y + height), (x, y + height)):
                outlines.add("L", corner)
        else:
            outlines.add(command, numbers)
    return outlines.across(even_odd)
