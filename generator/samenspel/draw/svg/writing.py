"""Operators as they are written: saved states, what is set already, and pictures at the root."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from samenspel.draw.svg.paths import short
from samenspel.draw.svg.reading import Mistake
from samenspel.draw.svg.values import IDENTITY, Matrix
from samenspel.saying import say

MAX_OPERATORS = 60_000_000
"""Bytes of operators that a drawing may come to."""


class Writer:
    """Gathers a drawing's operators."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._size = 0
        self._state: dict[str, str] = {}
        self._levels: list[list[str]] = []
        self._breaks = 0

    def text(self, slots: dict[str, str] | None = None) -> bytes:
        """All operators; ``slots`` fills the places that were kept at the root."""
        lines = self._out
        if slots:
            lines = [slots.get(line, line) for line in lines]
        return "\n".join(line for line in lines if line).encode("ascii")

    def put(self, *lines: str) -> None:
        """Operators that paint, or that belong to one thing alone."""
        self._out.extend(lines)
        self._size += sum(map(len, lines))
        if self._size > MAX_OPERATORS:
            raise Mistake(
                "svg-too-complex",
                say(
                    "it comes to more than {max_operators} MB of print operators",
                    max_operators=MAX_OPERATORS // 10**6,
                ),
                "simplify the drawing",
            )

    def prepare(self, *lines: str) -> None:
        """Operators that hold for the rest of a saved state: matrices and clips."""
        self.put(*lines)
        self._levels[-1].extend(lines)

    def set(self, name: str, line: str) -> None:
        """What sets a thing of the graphics state, unless it is so already."""
        if self._state.get(name) != line:
            self._state[name] = line
            self.put(line)

    @contextmanager
    def saved(self, matrix: Matrix) -> Iterator[None]:
        """A graphics state of its own, with ``matrix`` before what is painted in it."""
        before, breaks = dict(self._state), self._breaks
        self.put("q")
        self._levels.append([])
        if matrix != IDENTITY:
            self.prepare(cm(matrix))
        yield
        self._levels.pop()
        self.put("Q")
        self._state = before if breaks == self._breaks else {}

    def at_root(self, line: str) -> None:
        """A line outside all saved states, which are closed before and opened anew behind it."""
        self.put(*["Q"] * len(self._levels), line)
        for level in self._levels:
            self.put("q", *level)
        self._state = {}
        self._breaks += 1


def cm(matrix: Matrix) -> str:
    """The operator that applies a matrix."""
    return " ".join(_precise(value) for value in matrix) + " cm"


def _precise(value: float) -> str:
    """A matrix entry with seven significant digits, in fixed point as PDF wants it."""
    if value == 0:
        return "0"
    return short(value, min(max(7 - math.floor(math.log10(abs(value))), 1), 15))
