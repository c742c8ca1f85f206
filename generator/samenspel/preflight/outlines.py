"""What a path surely fills: all of a rectangle, the middle of a disc."""

from __future__ import annotations

import math
from collections.abc import Sequence

from samenspel.pdf import lexer
from samenspel.pdf.geometry import (
    Box,
    Matrix,
    area,
    around,
    intersect,
    outline_area,
    scale,
    transform,
    upright,
)
from samenspel.preflight.state import State

Path = list[bytes | tuple[float, ...]]
"""The pieces of a path: runs of segments as they are written, corners of rectangles, points."""

MAX_LINE = 100
"""Letters of a path that may be one straight line."""
MOST_BOXES = 24
"""Rectangles of one path that are looked at; what has more is a drawing."""
PANEL = 5.0
"""Points: a line as thick as this covers text like a panel."""
MAX_OUTLINE = 600
"""Letters of a path whose area is counted; what is longer is a drawing."""
BOX_LIKE = 0.999
"""Share of its box that a path fills to count as one."""
ROUND = 0.85
"""Share of its box from which a shape is a disc or fuller, so that its middle is painted."""
RIM = 0.15
"""So much of a disc's box, at each side, may lie outside it."""


def cover(path: Path, state: State) -> float:
    """How much of its box a path surely fills: 1 for a rectangle, 0 where nobody knows."""
    if len(path) != 1 or state.shaped or not upright(state.ctm):
        return 0.0
    piece = path[0]
    if not isinstance(piece, bytes):
        return 1.0 if len(piece) == 4 else 0.0
    if len(piece) > MAX_OUTLINE or piece.count(b"m") != 1:
        return 0.0
    points = lexer.points(piece)
    whole = area(around(points))
    corners = list(zip(points[::2], points[1::2], strict=True))
    return outline_area(corners) / whole if whole else 0.0


def thinned(path: Path, ctm: Matrix) -> float:
    """What a line's width is to be multiplied by where the page is squashed, for ``line_width``,
    which takes the mean scale: of a path that is not straight its thinnest part counts.
    """
    a, b, c, d = ctm[:4]
    mean = scale(ctm)
    if not mean or (abs(a) == abs(d) and abs(b) == abs(c)):
        return 1.0
    along = straight(path)
    if along is not None:
        return across(ctm, along)
    squares = a * a + b * b + c * c + d * d
    return mean / math.sqrt((squares + math.sqrt(max(squares * squares - 4 * mean**4, 0.0))) / 2)


def across(ctm: Matrix, along: tuple[float, float]) -> float:
    """The scale at right angles to a direction of length 1, as a share of the mean scale."""
    a, b, c, d = ctm[:4]
    x, y = along
    longer = math.hypot(x * a + y * c, x * b + y * d)
    return scale(ctm) / longer if longer else 1.0


def straight(path: Path) -> tuple[float, float] | None:
    """The direction of a path that is one straight line, of length 1; ``None`` for any other."""
    if len(path) > 2 or any(isinstance(piece, bytes) and len(piece) > MAX_LINE for piece in path):
        return None
    pieces = [piece for piece in path if isinstance(piece, bytes) or len(piece) == 2]
    points = [number for piece in pieces for number in _numbers(piece)]
    if len(points) != 4:
        return None
    x, y = points[2] - points[0], points[3] - points[1]
    length = math.hypot(x, y)
    return (x / length, y / length) if length else None


def core_of(path: Path, state: State, box: Box) -> Box | None:
    """The part of a path's ``box`` on the page that it surely fills and no clip takes away."""
    if len(path) > 1:
        return _largest(path, state)
    filled = cover(path, state)
    if filled < ROUND:
        return None
    left, bottom, right, top = box
    rim = 0.0 if filled >= BOX_LIKE else RIM
    across, up = rim * (right - left), rim * (top - bottom)
    return intersect((left + across, bottom + up, right - across, top - up), state.clip)


def _largest(path: Path, state: State) -> Box | None:
    """The largest of some rectangles that lie apart."""
    boxes = [ordered(piece) for piece in path if not isinstance(piece, bytes) and len(piece) == 4]
    if len(boxes) != len(path) or len(path) > MOST_BOXES or state.shaped or not upright(state.ctm):
        return None
    if any(intersect(one, other) for n, one in enumerate(boxes) for other in boxes[:n]):
        return None
    return intersect(transform(max(boxes, key=area), state.ctm), state.clip)


def ordered(piece: Sequence[float]) -> Box:
    """A rectangle with its corners in order."""
    x0, y0, x1, y1 = piece
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def core_of_line(path: Path, state: State, width: float) -> Box | None:
    """What a straight line along the page surely paints when it is as thick as a panel."""
    along = straight(path)
    thick = width * scale(state.ctm)
    if along is None or thick < PANEL or state.shaped or not upright(state.ctm) or 0 not in along:
        return None
    points = [number for piece in path for number in _numbers(piece)]
    left, bottom, right, top = around(points)
    half = width / 2
    if along[0]:
        bottom, top = bottom - half, top + half
    else:
        left, right = left - half, right + half
    return intersect(transform((left, bottom, right, top), state.ctm), state.clip)


def _numbers(piece: bytes | tuple[float, ...]) -> Sequence[float]:
    return lexer.points(piece) if isinstance(piece, bytes) else piece
