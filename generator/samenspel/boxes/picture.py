"""A closed box as one sees it from its front, a little from the right and from above.

An axonometric picture: what is parallel stays so, so that each panel of the blank comes to its
place by one matrix, with all that is drawn on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.boxes.blank import Blank, Panel

Point = tuple[float, float]

RIGHT: Point = (0.93, 0.13)
"""Where a millimetre along the front goes in the picture, x to the right and y down."""
STANDING: Point = (0.44, -0.30)
"""Where one goes that leads away from the viewer, of a box that stands."""
LYING: Point = (0.40, -0.44)
"""The same of a box that lies: it is seen more from above."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A panel in the picture; places are in mm from the picture's top left corner, y down.

    While a picture is being made they are from the top left corner of the box's front.
    """

    panel: Panel
    """What is seen, as it lies on the flat blank."""
    top_left: Point
    """Where the top left corner of the flat panel comes, whichever way the panel is turned."""
    top_right: Point
    """Where its top right corner comes."""
    bottom_left: Point
    """Where its bottom left corner comes; the fourth follows from these three."""

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """All four, around."""
        (ax, ay), (bx, by), (cx, cy) = self.top_left, self.top_right, self.bottom_left
        return self.top_left, self.top_right, (bx + cx - ax, by + cy - ay), self.bottom_left


def pictured(blank: Blank) -> tuple[tuple[Seen, ...], tuple[float, float]]:
    """The three sides that are seen, and the picture's width and height in mm.

    A tuck box stands on its bottom; of a two-piece box the lid lies over its tray.
    """
    found = _tuck(blank) if blank.name == "tuck" else _lid(blank)
    xs, ys = zip(*(corner for one in found for corner in one.corners), strict=True)
    left, top = min(xs), min(ys)

    def moved(point: Point) -> Point:
        return point[0] - left, point[1] - top

    seen = tuple(
        Seen(one.panel, moved(one.top_left), moved(one.top_right), moved(one.bottom_left))
        for one in found
    )
    return seen, (max(xs) - left, max(ys) - top)


def _tuck(blank: Blank) -> list[Seen]:
    front, side, lid = (blank.panel(name) for name in ("front", "side-2", "lid-top"))
    w, h, d = front.box.width, front.box.height, side.box.width

    def at(x: float, y: float, z: float) -> Point:
        return _at(STANDING, x, y, z)

    return [
        Seen(lid, at(w, 0, 0), at(0, 0, 0), at(w, 0, d)),  # its tuck is at the front
        Seen(side, at(w, 0, 0), at(w, 0, d), at(w, h, 0)),
        Seen(front, at(0, 0, 0), at(w, 0, 0), at(0, h, 0)),
    ]


def _lid(blank: Blank) -> list[Seen]:
    base, below, right = (blank.panel(name) for name in ("base", "wall-bottom", "wall-right"))
    w, h, d = base.box.width, base.box.height, below.box.height

    def at(x: float, y: float, z: float) -> Point:
        return _at(LYING, x, y, z)

    return [
        Seen(base, at(0, 0, h), at(w, 0, h), at(0, 0, 0)),
        Seen(right, at(w, 0, h), at(w, d, h), at(w, 0, 0)),
        Seen(below, at(0, 0, 0), at(w, 0, 0), at(0, d, 0)),
    ]


def _at(away: Point, x: float, y: float, z: float) -> Point:
    """A place on the box, from the front's top left: to the right, down, and away from it."""
    return x * RIGHT[0] + z * away[0], x * RIGHT[1] + y + z * away[1]
