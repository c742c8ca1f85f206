"""Rectangles, paths and quarter turns: where things lie on a page, in millimetres.

Coordinates: origin at the top left corner, x to the right, y down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samenspel.units import ROUNDING, Point

Segment = tuple[str, tuple[float, ...]]
"""``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))`` or ``("Z", ())``."""

Path = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres."""

    x: float
    """Of its top left corner, from the page's left."""
    y: float
    """Of its top left corner, from the page's top, downwards."""
    width: float
    """To the right."""
    height: float
    """Downwards."""

    @property
    def right(self) -> float:
        """x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle point."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def inset(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The box made smaller (or, with negative values, larger) on each side."""
        return Box(
            self.x + left, self.y + top, self.width - left - right, self.height - top - bottom
        )

    def contains(self, other: Box, slack: float = ROUNDING) -> bool:
        """True when ``other`` lies wholly inside."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def shared(self, other: Box) -> Box:
        """What two boxes have in common; without width or height when they are apart."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Box(x, y, max(0.0, right - x), max(0.0, bottom - y))

    def overlaps(self, other: Box, slack: float = ROUNDING) -> bool:
        """True when the two share an area."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )


def bounds_of(path: Path) -> Box:
    """The box around a path's points and handles (it may be larger than the path itself)."""
    xs: list[float] = []
    ys: list[float] = []
    for _, numbers in path:
        xs.extend(numbers[0::2])
        ys.extend(numbers[1::2])
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


Turn = Literal[0, 90, 180, 270]
"""How far something is turned, in degrees clockwise as one sees it."""


def turned_point(x: float, y: float, turn: Turn, about: tuple[float, float]) -> tuple[float, float]:
    """A point turned about another one."""
    centre_x, centre_y = about
    dx, dy = x - centre_x, y - centre_y
    across, down = {0: (dx, dy), 90: (-dy, dx), 180: (-dx, -dy), 270: (dy, -dx)}[turn]
    return centre_x + across, centre_y + down


def turned_box(box: Box, turn: Turn, about: tuple[float, float]) -> Box:
    """A box turned about a point."""
    if not turn:
        return box
    x1, y1 = turned_point(box.x, box.y, turn, about)
    x2, y2 = turned_point(box.right, box.bottom, turn, about)
    return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
