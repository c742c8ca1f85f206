"""Curves and placements, as arrays of points.

All lengths are canvas units: 20 u = 1 mm in print, y points down.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
from shapely import affinity
from shapely.geometry.base import BaseGeometry

UNITS_PER_MM: Final = 20.0

Array = npt.NDArray[np.float64]
"""One point, shape (2,), or a line of points, shape (n, 2)."""

Knot = tuple[float, float] | tuple[float, float, str] | Array
"""A point a curve runs through; a third element ``"c"`` makes it a sharp corner."""

Knots = Sequence[Knot] | Array

GRID: Final = 2.0**-10
"""Points are rounded to this (0.00005 mm) wherever a drawing branches on them.

Sines and the like differ in their last bits from one processor to another; without a grid that
noise decides which way a boolean operation or a curve's fit falls. A power of two, as no sum of
halves and quarters then lies midway between two places.
"""


def vec(x: float, y: float) -> Array:
    """Return the point (x, y) as an array."""
    return np.array([x, y], dtype=np.float64)


def settled(points: Array) -> Array:
    """Return the points on the grid."""
    on_grid: Array = np.rint(points / GRID) * GRID
    return on_grid


def corner(point: Knot) -> tuple[float, float, str]:
    """Return `point` marked as a sharp corner."""
    return (float(point[0]), float(point[1]), "c")


def _is_corner(knot: Knot) -> bool:
    return isinstance(knot, tuple) and len(knot) == 3


def distance(a: Knot, b: Knot) -> float:
    """Return the distance from `a` to `b`."""
    return math.hypot(float(b[0]) - float(a[0]), float(b[1]) - float(a[1]))


def arc_lengths(points: Array) -> Array:
    """Return the distance along the line at each of its points; the first is 0."""
    steps = np.diff(points, axis=0)
    return np.concatenate([[0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))])


def _catmull_rom(p0: Array, p1: Array, p2: Array, p3: Array, count: int) -> Array:
    """Return `count` points of the centripetal Catmull-Rom piece from `p1` up to `p2`."""
    times = [0.0]
    for a, b in ((p0, p1), (p1, p2), (p2, p3)):
        times.append(times[-1] + math.sqrt(max(distance(a, b), 1e-6)))
    t0, t1, t2, t3 = times
    t = np.linspace(t1, t2, count, endpoint=False)[:, None]
    a1 = (t1 - t) / (t1 - t0) * p0 + (t - t0) / (t1 - t0) * p1
    a2 = (t2 - t) / (t2 - t1) * p1 + (t - t1) / (t2 - t1) * p2
    a3 = (t3 - t) / (t3 - t2) * p2 + (t - t2) / (t3 - t2) * p3
    b1 = (t2 - t) / (t2 - t0) * a1 + (t - t0) / (t2 - t0) * a2
    b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
    result: Array = (t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2
    return result


def _steps(a: Array, b: Array, step: float) -> int:
    """Return how many whole steps fit between two points."""
    return int(distance(a, b) / step + GRID)


def _open_piece(points: list[Array], step: float) -> Array:
    """Return the smooth open curve through `points` (at least two)."""
    if len(points) == 2:
        a, b = points
        count = max(2, _steps(a, b, step))
        straight: Array = a + (b - a) * np.linspace(0, 1, count)[:, None]
        return straight
    padded = [2 * points[0] - points[1], *points, 2 * points[-1] - points[-2]]
    pieces = []
    for i in range(1, len(padded) - 2):
        a, b, c, d = padded[i - 1 : i + 3]
        pieces.append(_catmull_rom(a, b, c, d, max(3, _steps(b, c, step / 1.2))))
    pieces.append(points[-1][None])
    return np.vstack(pieces)


def _closed_smooth(points: list[Array], step: float) -> Array:
    """Return the closed curve without corners through `points`."""
    n = len(points)
    pieces = []
    for i in range(n):
        a, b, c, d = points[i - 1], points[i], points[(i + 1) % n], points[(i + 2) % n]
        pieces.append(_catmull_rom(a, b, c, d, max(3, _steps(b, c, step / 1.2))))
    return np.vstack(pieces)


def spline(knots: Knots, closed: bool = False, step: float = 3.0) -> Array:
    """Return a dense smooth curve through `knots`, sharp at the knots marked ``"c"``.

    `step` is the wished distance between the points returned; a closed curve does not repeat
    its first point.
    """
    points = [vec(float(k[0]), float(k[1])) for k in knots]
    sharp = [_is_corner(k) for k in knots]
    if closed:
        corners = [i for i, is_corner in enumerate(sharp) if is_corner]
        if not corners:
            return settled(_closed_smooth(points, step))
        first = corners[0]
        points = [*points[first:], *points[:first], points[first]]
        breaks = [c - first for c in corners] + [len(points) - 1]
    else:
        inner = [i for i in range(1, len(points) - 1) if sharp[i]]
        breaks = [0, *inner, len(points) - 1]
    pieces = [_open_piece(points[a : b + 1], step) for a, b in pairwise(breaks)]
    line = settled(np.vstack([pieces[0], *(piece[1:] for piece in pieces[1:])]))
    return line[:-1] if closed else line


def curve(*knots: Knot) -> Array:
    """Return the open spline through the knots given as arguments."""
    return spline(knots)


def loop(*knots: Knot) -> Array:
    """Return the closed spline through the knots given as arguments."""
    return spline(knots, closed=True)


def arc(x: float, y: float, radius: float, start: float, end: float, count: int = 24) -> Array:
    """Return the arc round (x, y) from `start` to `end` degrees (clockwise on the page)."""
    angles = np.radians(np.linspace(start, end, count))
    return settled(np.column_stack([x + radius * np.cos(angles), y + radius * np.sin(angles)]))


def resample(points: Array, step: float = 3.0, closed: bool = False) -> Array:
    """Return the same line with points at even distances of about `step`."""
    line = np.asarray(points, dtype=np.float64)
    if closed:
        line = np.vstack([line, line[:1]])
    along = arc_lengths(line)
    keep = np.concatenate([[True], np.diff(along) > 1e-9])
    line, along = line[keep], along[keep]
    count = max(3 if closed else 2, round(float(settled(along[-1])) / step) + 1)
    places = np.linspace(0.0, along[-1], count)
    even = np.column_stack(
        [np.interp(places, along, line[:, 0]), np.interp(places, along, line[:, 1])]
    )
    return settled(even[:-1] if closed else even)


def smooth_closed(points: Array, sigma: float = 2.0) -> Array:
    """Return the closed line softened by a Gaussian of `sigma` points."""
    reach = int(3 * sigma) + 1
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    ring = np.vstack([points[-reach:], points, points[:reach]])
    soft = [np.convolve(ring[:, axis], kernel, "valid") for axis in (0, 1)]
    return settled(np.column_stack(soft))


def normals(points: Array, closed: bool) -> tuple[Array, Array]:
    """Return (normals, tangents), unit length; for a clockwise loop the normals point out."""
    if closed:
        tangents = np.roll(points, -1, 0) - np.roll(points, 1, 0)
    else:
        tangents = np.gradient(points, axis=0)
    lengths = np.hypot(tangents[:, 0], tangents[:, 1])
    lengths[lengths == 0] = 1
    tangents = tangents / lengths[:, None]
    return np.column_stack([tangents[:, 1], -tangents[:, 0]]), tangents


def rotation(degrees: float) -> Array:
    """Return the matrix that turns column vectors clockwise (on the page) by `degrees`."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, -s], [s, c]])


def two_bone_joint(a: Array, b: Array, upper: float, lower: float, bend: float) -> Array:
    """Return the joint between `a` and `b` for two bones; `bend` +1 or -1 picks the side."""
    across = b - a
    reach = float(np.hypot(across[0], across[1]))
    side = vec(-across[1], across[0]) / reach
    if reach >= (upper + lower) * 0.995:
        stretched: Array = a + across * upper / (upper + lower) + side * bend * 6
        return stretched
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    height = math.sqrt(max(upper**2 - along**2, 0.0))
    joint: Array = a + across / reach * along + side * height * bend
    return joint


class Placement:
    """Local coordinates on the canvas: scaled, mirrored (`flip` -1), turned, then moved."""

    def __init__(
        self, at: Knot, scale: float = 1.0, flip: float = 1.0, degrees: float = 0.0
    ) -> None:
        """Put the local origin at `at`."""
        self.origin = vec(float(at[0]), float(at[1]))
        self.scale = scale
        self.flip = flip
        self.matrix: Array = rotation(degrees) @ np.diag([scale * flip, scale])

    def points(self, points: Knots) -> Array:
        """Return local points on the canvas."""
        local = np.array([[float(p[0]), float(p[1])] for p in points])
        return settled(local @ self.matrix.T + self.origin)

    def point(self, x: float, y: float) -> Array:
        """Return one local point on the canvas."""
        placed: Array = self.points([(x, y)])[0]
        return placed

    def spline(self, knots: Knots, closed: bool = False) -> Array:
        """Return the spline through local knots, on the canvas."""
        return self.points(spline(knots, closed, step=3 / max(self.scale, 0.3)))

    def loop(self, *knots: Knot) -> Array:
        """Return the closed spline through local knots, on the canvas."""
        return self.spline(knots, closed=True)

    def region(self, region: BaseGeometry) -> BaseGeometry:
        """Return a local region on the canvas."""
        (a, b), (c, d) = self.matrix.tolist()
        return affinity.affine_transform(region, [a, b, c, d, self.origin[0], self.origin[1]])

    def inner(
        self, x: float, y: float, scale: float = 1.0, flip: float = 1.0, degrees: float = 0.0
    ) -> "Placement":
        """Return a placement inside this one, its origin at the local point (x, y)."""
        child = Placement(self.point(x, y), self.scale * scale, self.flip * flip)
        child.matrix = self.matrix @ rotation(degrees) @ np.diag([scale * flip, scale])
        return child
