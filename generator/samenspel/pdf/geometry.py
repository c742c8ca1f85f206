"""Boxes and matrices in points, as PDF has them: y up, rows (a, b, c, d, e, f)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
"""(left, bottom, right, top)."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Box = (-math.inf, -math.inf, math.inf, math.inf)


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies ``first`` and then ``then`` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    k, m, n, p, q, r = then
    return (
        a * k + b * n,
        a * m + b * p,
        c * k + d * n,
        c * m + d * p,
        e * k + f * n + q,
        e * m + f * p + r,
    )


def transform(box: Box, matrix: Matrix) -> Box:
    """The box around a box's four corners after the matrix."""
    a, b, c, d, e, f = matrix
    left, bottom, right, top = box
    if math.inf in box or -math.inf in box:
        return EVERYWHERE
    xs = (a * left + c * bottom, a * right + c * bottom, a * left + c * top, a * right + c * top)
    ys = (b * left + d * bottom, b * right + d * bottom, b * left + d * top, b * right + d * top)
    return min(xs) + e, min(ys) + f, max(xs) + e, max(ys) + f


def apply(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """A point after the matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def contains(box: Box, point: tuple[float, float]) -> bool:
    """True when the point lies in the box or on its edge."""
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def intersect(one: Box, other: Box) -> Box | None:
    """What both share, or ``None``; a line or a point counts."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left <= right and bottom <= top else None


def union(one: Box, other: Box) -> Box:
    """The box around both."""
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def inside(inner: Box, outer: Box, slack: float) -> bool:
    """True when ``inner`` leaves ``outer`` by at most ``slack`` points."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def around(points: Sequence[float]) -> Box:
    """The box around x, y, x, y … (control points included, so it may be larger than the curve)."""
    xs, ys = points[0::2], points[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def upright(matrix: Matrix) -> bool:
    """True when boxes stay boxes: turned by quarters at most."""
    a, b, c, d = matrix[:4]
    return (not b and not c) or (not a and not d)


def area(box: Box) -> float:
    """Square points."""
    left, bottom, right, top = box
    return (right - left) * (top - bottom)


def outline_area(corners: Sequence[tuple[float, float]]) -> float:
    """What an outline encloses."""
    following = (*corners[1:], corners[0])
    pairs = zip(corners, following, strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def scale(matrix: Matrix) -> float:
    """The mean scale: √|determinant|."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a box, with what is measured along it and across it."""

    name: str
    upright: bool
    """True for left and right, which run up the page."""
    outwards: int
    """The direction away from the page: -1 towards smaller numbers, 1 towards larger ones."""

    def across(self, box: Box) -> tuple[float, float]:
        """From where to where a box reaches in the direction through this side."""
        left, bottom, right, top = box
        return (left, right) if self.upright else (bottom, top)

    def along(self, box: Box) -> tuple[float, float]:
        """From where to where a box reaches in the direction of this side."""
        left, bottom, right, top = box
        return (bottom, top) if self.upright else (left, right)

    def edge(self, box: Box) -> float:
        """Where this side of a box lies."""
        low, high = self.across(box)
        return low if self.outwards < 0 else high

    def box(self, across: tuple[float, float], along: tuple[float, float]) -> Box:
        """The box that reaches so far in both directions, given in any order."""
        (near, far), (low, high) = sorted(across), sorted(along)
        return (near, low, far, high) if self.upright else (low, near, high, far)


LEFT, BOTTOM = Side("left", True, -1), Side("bottom", False, -1)
RIGHT, TOP = Side("right", True, 1), Side("top", False, 1)
SIDES = (LEFT, BOTTOM, RIGHT, TOP)


def distances(inner: Box, outer: Box) -> dict[Side, float]:
    """How far each side of ``inner`` stays inside ``outer``; negative beyond it."""
    return {side: (side.edge(outer) - side.edge(inner)) * side.outwards for side in SIDES}
