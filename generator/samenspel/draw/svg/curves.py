"""The mathematics of curves: arcs and quadratics as cubics, and the room that a path takes."""

from __future__ import annotations

import math

from samenspel.draw.svg.values import Matrix, apply
from samenspel.model.frame import Path, Segment


def raised(
    x: float, y: float, qx: float, qy: float, ex: float, ey: float
) -> tuple[float, float, float, float, float, float]:
    """The cubic that is the same curve as a quadratic."""
    return (
        (x + 2 * qx) / 3, (y + 2 * qy) / 3, (ex + 2 * qx) / 3, (ey + 2 * qy) / 3, ex, ey,
    )  # fmt: skip


NOTHING = 1e-9
"""Radii and parts of a quarter turn under this are rounding."""
VANISHING = 1e-12
"""A coefficient under this share of the largest is rounding: the curve has a lower degree."""


def arc(x1: float, y1: float, values: list[float]) -> list[Segment]:
    """An elliptical arc as cubics (SVG 2, appendix B.2.4)."""
    rx, ry, rotation, large, sweep, x2, y2 = values
    rx, ry = abs(rx), abs(ry)
    if (x1, y1) == (x2, y2):
        return []
    if rx < NOTHING or ry < NOTHING:
        return [("L", (x2, y2))]
    phi = math.radians(rotation % 360)
    cos, sin = math.cos(phi), math.sin(phi)
    hx, hy = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = cos * hx + sin * hy, -sin * hx + cos * hy
    stretch = (px / rx) ** 2 + (py / ry) ** 2
    if stretch > 1:
        rx, ry = rx * math.sqrt(stretch), ry * math.sqrt(stretch)
        root = 0.0
    else:
        root = math.sqrt(max(0.0, 1 / stretch - 1)) * (-1 if large == sweep else 1)
    cx, cy = root * rx * py / ry, -root * ry * px / rx
    frame: Matrix = (
        rx * cos, rx * sin, -ry * sin, ry * cos,
        cos * cx - sin * cy + (x1 + x2) / 2, sin * cx + cos * cy + (y1 + y2) / 2,
    )  # fmt: skip
    begin = math.atan2((py - cy) / ry, (px - cx) / rx)
    turn = math.atan2((-py - cy) / ry, (-px - cx) / rx) - begin
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    return _unit_arc(frame, begin, turn, (x2, y2))


def _unit_arc(frame: Matrix, begin: float, turn: float, end: tuple[float, float]) -> list[Segment]:
    """An arc of the unit circle through ``frame``, in pieces of a quarter turn at most."""
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - NOTHING))
    step = turn / pieces
    reach = 4 / 3 * math.tan(step / 4)
    out: list[Segment] = []
    for piece in range(pieces):
        a = begin + piece * step
        b = a + step
        one = apply(frame, math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a))
        two = apply(frame, math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b))
        last = end if piece == pieces - 1 else apply(frame, math.cos(b), math.sin(b))
        out.append(("C", (*one, *two, *last)))
    return out


def extent(path: Path) -> tuple[float, float, float, float]:
    """The tight box around a path: left, top, right, bottom (curves by their extrema)."""
    xs: list[float] = []
    ys: list[float] = []
    x = y = 0.0
    for command, numbers in path:
        if command == "C":
            xs.extend(_extrema(x, *numbers[0::2]))
            ys.extend(_extrema(y, *numbers[1::2]))
        elif command != "Z":
            xs.append(numbers[0])
            ys.append(numbers[1])
        if numbers:
            x, y = numbers[-2], numbers[-1]
    return min(xs), min(ys), max(xs), max(ys)


def _extrema(p0: float, p1: float, p2: float, p3: float) -> list[float]:
    """The values of a cubic at its ends and where it turns."""
    a, b, c = -p0 + 3 * p1 - 3 * p2 + p3, 2 * (p0 - 2 * p1 + p2), p1 - p0
    scale = max(abs(a), abs(b), abs(c))
    if scale == 0:
        return [p0, p3]
    roots: list[float] = []
    if abs(a) < VANISHING * scale:
        roots = [-c / b] if abs(b) > VANISHING * scale else []
    elif (under := b * b - 4 * a * c) >= 0:
        # the stable form: one root from the sum that does not cancel, the other from the product
        q = -(b + math.copysign(math.sqrt(under), b)) / 2
        roots = [q / a, *([c / q] if q else [])]
    return [p0, p3, *(_cubic(t, p0, p1, p2, p3) for t in roots if 0 < t < 1)]


def _cubic(t: float, p0: float, p1: float, p2: float, p3: float) -> float:
    u = 1 - t
    return u**3 * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t**3 * p3
