"""A box as somebody folds it who has only its file: lines are cut and creased, panels turned up.

Panels are what lies between lines; across a crease a panel is turned by 90° to the inside.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pikepdf
from PIL import Image, ImageDraw
from tests.press.sheet_reading import Point, lines_on

NEAR = 0.02
"""Lines whose ends lie so near to each other meet, in mm."""
CREASE = "/Crease"
DOTS = 10
"""Pixels a millimetre in which a side of the box is looked at."""

Space = tuple[float, float, float]
Edge = tuple[Point, Point]


@dataclass(frozen=True)
class Panel:
    """A panel when all is folded: its corners in space, in mm."""

    corners: tuple[Space, ...]

    def span(self, axis: int) -> tuple[float, float]:
        """Its least and greatest place along an axis."""
        places = [corner[axis] for corner in self.corners]
        return min(places), max(places)

    @property
    def axis(self) -> int:
        """The axis on which it stands."""
        return min(range(3), key=lambda axis: self.span(axis)[1] - self.span(axis)[0])


def folded(page: pikepdf.Page) -> list[Panel]:
    """The largest panel lies at z = 0, and all others above it."""
    edges = _edges(page)
    faces = _faces(edges)
    first = max(faces, key=_area)
    across: dict[Edge, list[tuple[Point, ...]]] = defaultdict(list)
    for face in faces:
        for edge in _around(face):
            across[_either(edge)].append(face)
    placed: dict[tuple[Point, ...], list[Edge]] = {first: []}
    queue = [first]
    while queue:
        face = queue.pop()
        for edge in _around(face):
            for other in across[_either(edge)] if edges[_either(edge)] == CREASE else ():
                if other not in placed:
                    placed[other] = [edge, *placed[face]]
                    queue.append(other)
    assert len(placed) == len(faces), "a panel hangs on no crease"
    return [Panel(tuple(_risen(point, placed[face]) for point in face)) for face in faces]


def covered(panels: Iterable[Panel], axis: int, at: float, within: float, inset: float) -> float:
    """How much of a side of the box is closed, from 0 to 1: all but a strip along its edges.

    Panels count that stand within so many mm of ``at``.
    """
    panels = list(panels)
    one, two = (other for other in range(3) if other != axis)
    low = [min(panel.span(n)[0] for panel in panels) + inset for n in (one, two)]
    high = [max(panel.span(n)[1] for panel in panels) - inset for n in (one, two)]
    size = [round((b - a) * DOTS) for a, b in zip(low, high, strict=True)]
    picture = Image.new("L", (size[0], size[1]))
    for panel in panels:
        if panel.axis == axis and abs(panel.span(axis)[0] - at) <= within:
            points = [((c[one] - low[0]) * DOTS, (c[two] - low[1]) * DOTS) for c in panel.corners]
            ImageDraw.Draw(picture).polygon(points, fill=255)
    return picture.histogram()[255] / (size[0] * size[1])


def _edges(page: pikepdf.Page) -> Mapping[Edge, str]:
    """All lines in pieces between the points where one ends or meets another, with their plate."""
    lines = [
        (mark.ink, a, b) for mark in lines_on(page) for a, b in pairwise(map(_snapped, mark.points))
    ]
    ends = {point for _, a, b in lines for point in (a, b)}
    found = {}
    for ink, a, b in lines:
        stops = sorted((p for p in ends if _on(p, a, b)), key=lambda p: math.dist(a, p))
        for one, two in pairwise(stops):
            found[_either((one, two))] = ink
    return found


def _snapped(point: Point) -> Point:
    return round(point[0] / NEAR) * NEAR, round(point[1] / NEAR) * NEAR


def _on(point: Point, a: Point, b: Point) -> bool:
    return math.dist(a, point) + math.dist(point, b) - math.dist(a, b) < NEAR / 10


def _either(edge: Edge) -> Edge:
    return min(edge), max(edge)


def _faces(edges: Iterable[Edge]) -> list[tuple[Point, ...]]:
    """What lines go around: at each point on to the next line clockwise."""
    out: dict[Point, list[Point]] = defaultdict(list)
    for a, b in edges:
        out[a].append(b)
        out[b].append(a)
    for point, ends in out.items():
        ends.sort(key=lambda end: math.atan2(end[1] - point[1], end[0] - point[0]))
    left = {(a, b) for a, ends in out.items() for b in ends}
    found = []
    while left:
        start = edge = min(left)
        face = []
        while True:
            left.discard(edge)
            a, b = edge
            face.append(a)
            ends = out[b]
            edge = b, ends[(ends.index(a) - 1) % len(ends)]
            if edge == start:
                break
        if _area(face) > 0:
            found.append(tuple(face))
    return found


def _area(face: Iterable[Point]) -> float:
    corners = list(face)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in _around(corners)) / 2


def _around(face: Iterable[Point]) -> list[Edge]:
    corners = list(face)
    return list(zip(corners, [*corners[1:], corners[0]], strict=True))


def _risen(point: Point, creases: Iterable[Edge]) -> Space:
    """A point of a flat panel, turned up about its own crease and then about those below it."""
    at: Space = (*point, 0.0)
    for a, b in creases:
        long = math.dist(a, b)
        along = ((b[0] - a[0]) / long, (b[1] - a[1]) / long)
        away = (along[1], -along[0])  # from the panel that it hangs on
        x, y, z = at[0] - a[0], at[1] - a[1], at[2]
        far, on = x * away[0] + y * away[1], x * along[0] + y * along[1]
        at = a[0] + on * along[0] - z * away[0], a[1] + on * along[1] - z * away[1], far
    return at
