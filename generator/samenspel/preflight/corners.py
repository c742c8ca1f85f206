"""Outlines that bend at right angles along the page: an L, a U, a cross."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from samenspel.pdf.geometry import Box, area

Corner = tuple[float, float]

SKEW = 0.01
"""Points by which a side may lie askew: files round."""


def largest_within(corners: Sequence[Corner]) -> Box | None:
    """The largest rectangle inside an outline that bends at right angles; ``None`` for others."""
    sides = list(zip(corners, (*corners[1:], corners[0]), strict=True))
    if any(min(abs(x1 - x0), abs(y1 - y0)) > SKEW for (x0, y0), (x1, y1) in sides):
        return None
    uprights = [(x0, min(y0, y1), max(y0, y1)) for (x0, y0), (x1, y1) in sides
                if abs(x1 - x0) <= SKEW]  # fmt: skip
    xs, ys = (sorted({corner[axis] for corner in corners}) for axis in (0, 1))
    full = [
        [_within((left + right) / 2, (low + high) / 2, uprights) for left, right in pairwise(xs)]
        for low, high in pairwise(ys)
    ]  # fmt: skip
    boxes = [
        (xs[left], ys[low], xs[right], ys[high])
        for left in range(len(xs))
        for right in range(left + 1, len(xs))
        for low in range(len(ys))
        for high in range(low + 1, len(ys))
        if all(all(row[left:right]) for row in full[low:high])
    ]
    return max(boxes, key=area, default=None)


def _within(x: float, y: float, uprights: Sequence[tuple[float, float, float]]) -> bool:
    """Whether a place lies inside: an odd number of sides stand to its right."""
    return sum(side > x and low < y < high for side, low, high in uprights) % 2 == 1
