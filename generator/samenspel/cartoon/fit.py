"""Dense rings of points become few cubic Béziers (least squares, split where it misses).

After P. J. Schneider, "An algorithm for automatically fitting digitized curves" (1990).
All lengths are canvas units (20 u = 1 mm in print).
"""

import math
from itertools import pairwise
from typing import Final

import numpy as np

from samenspel.cartoon.geometry import Array, arc_lengths

TOLERANCE: Final = 0.15
"""Largest distance between a fitted curve and the points it stands for (0.0075 mm)."""

_CORNER = 0.6  # a turn sharper than this, in radians, stays a corner
_LONG_CORNER = 0.4  # the same where both neighbouring edges are long
_LONG = 12.0
_DENSE = 2.0  # longest step between the points that a curve is fitted to

Cubic = tuple[Array, Array, Array, Array]


def _unit(v: Array) -> Array:
    length = math.hypot(float(v[0]), float(v[1]))
    return v / length if length > 1e-12 else v


def _evaluate(cubic: Cubic, t: Array) -> Array:
    """Return the points of the curve at the parameters `t`."""
    a, b, c, d = cubic
    s = 1 - t
    weights = np.column_stack([s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t])
    points: Array = weights @ np.vstack([a, b, c, d])
    return points


def _solve(points: Array, t: Array, start: Array, end: Array) -> Cubic:
    """Return the best cubic with these end tangents for points at the parameters `t`."""
    first, last = points[0], points[-1]
    s = 1 - t
    b1, b2 = 3 * s * s * t, 3 * s * t * t
    base = np.outer(s * s * s + b1, first) + np.outer(b2 + t * t * t, last)
    rest = points - base
    cross = float(start @ end)
    c11, c12, c22 = float(b1 @ b1), float(b1 @ b2) * cross, float(b2 @ b2)
    x1, x2 = float(b1 @ (rest @ start)), float(b2 @ (rest @ end))
    det = c11 * c22 - c12 * c12
    chord = math.hypot(float(last[0] - first[0]), float(last[1] - first[1]))
    if abs(det) > 1e-12:
        alpha, beta = (x1 * c22 - x2 * c12) / det, (c11 * x2 - c12 * x1) / det
    else:
        alpha = beta = 0.0
    if not (1e-3 * chord < alpha < 3 * chord and 1e-3 * chord < beta < 3 * chord):
        alpha = beta = chord / 3
    return first, first + start * alpha, last + end * beta, last


def _reparametrise(cubic: Cubic, points: Array, t: Array) -> Array:
    """Return parameters one Newton step nearer to the points' feet on the curve."""
    a, b, c, d = cubic
    s = (1 - t)[:, None]
    u = t[:, None]
    slope = 3 * (s * s * (b - a) + 2 * s * u * (c - b) + u * u * (d - c))
    bend = 6 * (s * (c - 2 * b + a) + u * (d - 2 * c + b))
    miss = _evaluate(cubic, t) - points
    below = np.sum(slope * slope, 1) + np.sum(miss * bend, 1)
    step = np.where(np.abs(below) > 1e-9, np.sum(miss * slope, 1) / np.where(below, below, 1), 0)
    moved = np.clip(t - step, 0, 1)
    return np.maximum.accumulate(moved)


def _fit_open(points: Array, start: Array, end: Array, out: list[Cubic]) -> None:
    """Append to `out` the cubics for an open run of points with these end tangents."""
    if len(points) == 2:
        third = (points[1] - points[0]) / 3
        out.append((points[0], points[0] + third, points[1] - third, points[1]))
        return
    t = arc_lengths(points)
    t = t / t[-1]
    middle = len(points) // 2
    for _ in range(3):
        cubic = _solve(points, t, start, end)
        miss = np.hypot(*(_evaluate(cubic, t) - points).T)
        worst = float(miss.max())
        between = _evaluate(cubic, (t[:-1] + t[1:]) / 2) - (points[:-1] + points[1:]) / 2
        bulge = float(np.hypot(*between.T).max())
        if worst <= TOLERANCE and bulge <= 2 * TOLERANCE:
            out.append(cubic)
            return
        middle = int(np.clip(int(miss.argmax()), 1, len(points) - 2))
        if worst > 5 * TOLERANCE:
            break
        t = _reparametrise(cubic, points, t)
    reach = min(2, middle, len(points) - 1 - middle)
    tangent = _unit(points[middle + reach] - points[middle - reach])
    _fit_open(points[: middle + 1], start, -tangent, out)
    _fit_open(points[middle:], tangent, end, out)


def _dense(ring: Array) -> Array:
    """Return a run of points with further ones on its long edges, at most `_DENSE` apart."""
    pieces = []
    for a, b in pairwise(ring):
        count = max(1, math.ceil(math.hypot(b[0] - a[0], b[1] - a[1]) / _DENSE))
        pieces.append(a + (b - a) * (np.arange(count) / count)[:, None])
    return np.vstack([*pieces, ring[-1:]])


def _corners(ring: Array) -> list[int]:
    """Return the indices of the ring's sharp points."""
    before, after = ring - np.roll(ring, 1, 0), np.roll(ring, -1, 0) - ring
    turn = np.arctan2(after[:, 1], after[:, 0]) - np.arctan2(before[:, 1], before[:, 0])
    turn = np.abs(np.angle(np.exp(1j * turn)))
    short = np.minimum(np.hypot(*before.T), np.hypot(*after.T))
    sharp = (turn > _CORNER) | ((turn > _LONG_CORNER) & (short > _LONG))
    return [int(i) for i in np.flatnonzero(sharp)]


def fit_ring(ring: Array) -> list[Cubic]:
    """Return cubics round a closed ring (its first point not repeated); corners stay sharp."""
    corners = _corners(ring)
    smooth = not corners
    start = corners[0] if corners else 0
    turned = np.roll(ring, -start, axis=0)
    turned = np.vstack([turned, turned[:1]])
    breaks = [c - start for c in corners] or [0]
    breaks.append(len(ring))
    out: list[Cubic] = []
    for a, b in pairwise(breaks):
        run = _dense(turned[a : b + 1])
        reach = min(2, len(run) - 1)
        if smooth:
            first = _unit(run[reach] - run[-1 - reach])
            last = -first
        else:
            first, last = _unit(run[reach] - run[0]), _unit(run[-1 - reach] - run[-1])
        _fit_open(run, first, last, out)
    return out
