"""Paths as corners: whether a point lies inside, whether a path or a line reaches into a box."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from samenspel.model.frame import Box, Path, Placement, Shape
from samenspel.model.paths import bounds

CURVE_STEPS = 8
"""Straight pieces that stand for a Bézier when a point is sought inside a path."""
PITCH = 0.4
"""How far apart the points of a box are that are sought inside a path, in mm: less than a stem of
large type is wide, so that no letter is missed."""

Point = tuple[float, float]


def inside(path: Path, point: Point) -> bool:
    """True for a point within a path's filled area (even-odd)."""
    box = box_of(path)
    x, y = point
    if not (box.x <= x <= box.right and box.y <= y <= box.bottom):
        return False
    crossed = sum(
        1
        for part in corners(path)
        for (x1, y1), (x2, y2) in pairwise(part)
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
    )
    return crossed % 2 == 1


def fills(path: Path, box: Box) -> bool:
    """True when a path's filled area reaches into a box."""
    if not box_of(path).overlaps(box):
        return False
    if any(_holds(box, point) for part in corners(path) for point in part):
        return True
    return any(inside(path, point) for point in _points(box))


def shows(item: Shape | Placement, point: Point) -> bool:
    """True where an item is not cut away by what it is clipped to."""
    return all(inside(clip, point) for clip in item.clips)


def crosses(path: Path, width: float, box: Box) -> bool:
    """True when a line of ``width`` mm along a path reaches into a box."""
    half = width / 2
    near = box.inset(-half, -half, -half, -half)
    around = box_of(path)
    if around.x > near.right or around.right < near.x:
        return False
    if around.y > near.bottom or around.bottom < near.y:
        return False
    return any(
        _cuts(first, second, near)
        for part in corners(path, closed=False)
        for first, second in pairwise(part)
    )


def _cuts(first: Point, second: Point, box: Box) -> bool:
    """True when a straight line between two points passes through a box (Liang and Barsky)."""
    (x1, y1), (x2, y2) = first, second
    enters, leaves = 0.0, 1.0
    across, down = (x1, x2 - x1, box.x, box.right), (y1, y2 - y1, box.y, box.bottom)
    for start, step, low, high in (across, down):
        if step == 0:
            if not low < start < high:
                return False
            continue
        near, far = sorted(((low - start) / step, (high - start) / step))
        enters, leaves = max(enters, near), min(leaves, far)
    return enters < leaves


def _points(box: Box) -> Iterator[Point]:
    """Points all over a box, its edges too."""
    columns, rows = int(box.width / PITCH) + 1, int(box.height / PITCH) + 1
    for row in range(rows + 1):
        for column in range(columns + 1):
            yield box.x + box.width * column / columns, box.y + box.height * row / rows


def _holds(box: Box, point: Point) -> bool:
    return box.x < point[0] < box.right and box.y < point[1] < box.bottom


@lru_cache(maxsize=4096)
def box_of(path: Path) -> Box:
    """The box around a path."""
    return bounds(path)


@lru_cache(maxsize=4096)
def corners(path: Path, closed: bool = True) -> tuple[tuple[Point, ...], ...]:
    """The corners of each part of a path, with curves as short straight pieces.

    A path that is filled is closed, one that is drawn along only where it says so.
    """
    parts: list[list[Point]] = []
    for command, n in path:
        if command == "M":
            parts.append([(n[0], n[1])])
        elif command == "L":
            parts[-1].append((n[0], n[1]))
        elif command == "C":
            parts[-1] += _curve(parts[-1][-1], n)
        elif not closed:
            parts[-1].append(parts[-1][0])
    return tuple(tuple([*part, part[0]] if closed else part) for part in parts)


def _curve(start: Point, n: tuple[float, ...]) -> Iterator[Point]:
    x0, y0 = start
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (
            a * x0 + b * n[0] + c * n[2] + d * n[4],
            a * y0 + b * n[1] + c * n[3] + d * n[5],
        )
