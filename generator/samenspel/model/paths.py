"""Paths that several designs need, as plain data in millimetres."""

from __future__ import annotations

from collections.abc import Sequence

from samenspel.model.frame import Box, Path, Segment, Turn, bounds_of, turned_point

KAPPA = 0.5522847498307936
"""Handle length of the cubic that stands for a quarter of a unit circle."""


def rectangle(box: Box) -> Path:
    """A rectangle, clockwise from its top left corner."""
    return (
        ("M", (box.x, box.y)),
        ("L", (box.right, box.y)),
        ("L", (box.right, box.bottom)),
        ("L", (box.x, box.bottom)),
        ("Z", ()),
    )


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Path:
    """An ellipse of four cubic Béziers."""
    kx, ky = rx * KAPPA, ry * KAPPA
    return (
        ("M", (cx + rx, cy)),
        ("C", (cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry)),
        ("C", (cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy)),
        ("C", (cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry)),
        ("C", (cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy)),
        ("Z", ()),
    )


def circle(cx: float, cy: float, radius: float) -> Path:
    """A circle."""
    return ellipse(cx, cy, radius, radius)


def rounded(box: Box, radius: float) -> Path:
    """A rectangle with round corners of ``radius`` mm (at most half its shorter side)."""
    r = min(radius, box.width / 2, box.height / 2)
    k = r * (1 - KAPPA)
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        ("M", (x + r, y)),
        ("L", (right - r, y)),
        ("C", (right - k, y, right, y + k, right, y + r)),
        ("L", (right, bottom - r)),
        ("C", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("L", (x + r, bottom)),
        ("C", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("L", (x, y + r)),
        ("C", (x, y + k, x + k, y, x + r, y)),
        ("Z", ()),
    )


def line(x1: float, y1: float, x2: float, y2: float) -> Path:
    """A straight line to be stroked."""
    return (("M", (x1, y1)), ("L", (x2, y2)))


bounds = bounds_of


def polygon(corners: Sequence[tuple[float, float]]) -> Path:
    """A closed path from corner to corner."""
    first, *rest = corners
    return (("M", first), *(("L", one) for one in rest), ("Z", ()))


def moved(path: Path, dx: float, dy: float) -> Path:
    """The path shifted by ``dx, dy`` mm."""
    shifted: list[Segment] = []
    for command, numbers in path:
        pairs = zip(numbers[0::2], numbers[1::2], strict=True)
        shifted.append((command, tuple(v for x, y in pairs for v in (x + dx, y + dy))))
    return tuple(shifted)


def stretched(path: Path, box: Box) -> Path:
    """A path in shares of a width and a height, as large as a box."""
    return tuple(
        (
            command,
            tuple(
                box.y + one * box.height if at % 2 else box.x + one * box.width
                for at, one in enumerate(numbers)
            ),
        )
        for command, numbers in path
    )


def turned(path: Path, turn: Turn, about: tuple[float, float]) -> Path:
    """The path turned about a point."""
    made: list[Segment] = []
    for command, numbers in path:
        pairs = zip(numbers[0::2], numbers[1::2], strict=True)
        made.append((command, tuple(v for x, y in pairs for v in turned_point(x, y, turn, about))))
    return tuple(made)


def mirrored(path: Path, width: float) -> Path:
    """The path seen from behind a page of this width: what was ``x`` is ``width - x``."""
    return tuple(
        (command, tuple(n if at % 2 else width - n for at, n in enumerate(numbers)))
        for command, numbers in path
    )
