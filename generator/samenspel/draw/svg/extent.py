"""How far a drawing reaches on its canvas: what is judged where a canvas is larger than its art."""

from __future__ import annotations

import re

from samenspel.draw.svg.values import Matrix, scale_of
from samenspel.model.frame import Box

_NUMBER = re.compile(r"-?[\d.]+")


class Extent:
    """The box around all that was painted; handles of curves count, so it may be a little large."""

    def __init__(self) -> None:
        self._left = self._low = float("inf")
        self._right = self._high = float("-inf")

    def add(self, outline: str, matrix: Matrix, line_width: float) -> None:
        """Take in a path of PDF operators (``m l c h``) and the line along it, in user units."""
        numbers = list(map(float, _NUMBER.findall(outline)))
        xs, ys = numbers[0::2], numbers[1::2]
        a, b, c, d, e, f = matrix
        corners = [(x, y) for x in (min(xs), max(xs)) for y in (min(ys), max(ys))]
        spread = line_width / 2 * scale_of(matrix)
        for x, y in corners:
            across, up = a * x + c * y + e, b * x + d * y + f
            self._left = min(self._left, across - spread)
            self._right = max(self._right, across + spread)
            self._low = min(self._low, up - spread)
            self._high = max(self._high, up + spread)

    def touches(self, width: float, height: float) -> bool:
        """Whether any of it comes on a canvas of this size, if only at its edge."""
        return (
            self._left <= width and self._right >= 0 and self._low <= height and self._high >= 0
        )

    def on(self, width: float, height: float) -> Box | None:
        """What is seen on a canvas of this size, from its upper left corner; None for nothing."""
        left, right = max(self._left, 0.0), min(self._right, width)
        top, bottom = max(height - self._high, 0.0), min(height - self._low, height)
        if left >= right or top >= bottom:
            return None
        return Box(round(left, 3), round(top, 3), round(right - left, 3), round(bottom - top, 3))
