"""What a path surely fills: all of a rectangle, the middle of a disc."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from samenspel.pdf import lexer
from samenspel.pdf.geometry import (
    Box,
    Matrix,
    apply,
    area,
    around,
    intersect,
    outline_area,
    scale,
    transform,
    upright,
)
from samenspel.preflight.corners import largest_within
from samenspel.preflight.state import State

Path = list[bytes | tuple[float, ...]]
"""The pieces of a path: runs of segments as they are written, corners of rectangles, points."""

MAX_LINE = 100
"""Letters of a path that may be one straight line."""
MOST_BOXES = 24
"""Rectangles of one path that are looked at; what has more is a drawing."""
PANEL = 5.0
"""Points: a line as thick as this covers text like a panel."""
LOOSE = 0.1
"""Points: ends that lie closer meet."""
MAX_OUTLINE = 600
"""Letters of a path whose area is counted; what is longer is a drawing."""
BOX_LIKE = 0.999
"""Share of its box that a path fills to count as one."""
MOST_CORNERS, BANDS = 12, 16
"""Corners of a panel that is no rectangle, and into how many bands it is cut to find one in it."""
ROUND = 0.85
"""Share of its box from which a shape is a disc or fuller, so that its middle is painted."""
RIM = 0.15
"""So much of a disc's box, at each side, may lie outside it."""
CORNER = 0.75
"""Of a shape that nearly fills its box, so many times the root of what it leaves out may lie
outside it at each side: a rounded corner takes 0.5, one corner cut off straight 0.71.
"""


def cover(path: Path, state: State) -> float:
    """How much of its box a path surely fills: 1 for a rectangle, 0 where nobody knows."""
    if len(path) != 1 or not upright(state.ctm):
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
    if filled < BOX_LIKE and (own := _inscribed(path, state)):
        return shown(own, state)
    if filled < ROUND:
        return None
    left, bottom, right, top = box
    rim = 0.0 if filled >= BOX_LIKE else CORNER * math.sqrt((1 - filled) * area(box))
    across, up = min(rim, RIM * (right - left)), min(rim, RIM * (top - bottom))
    return shown((left + across, bottom + up, right - across, top - up), state)


def _inscribed(path: Path, state: State) -> Box | None:
    """A large upright rectangle in an outline of straight lines that bulges nowhere inwards, or
    that bends at right angles, on a page that may be turned.
    """
    piece = path[0]
    if not isinstance(piece, bytes):
        runs = [_corners(piece)] if len(piece) == 4 else []
    elif len(piece) > MAX_LINE * 2 or b"c" in piece:
        return None
    else:
        runs = runs_of(piece)
    if len(runs) != 1:
        return None
    corners = [apply(x, y, state.ctm) for x, y in runs[0]]
    while len(corners) > 1 and math.dist(corners[0], corners[-1]) < LOOSE:
        corners.pop()
    if not 3 < len(corners) <= MOST_CORNERS:
        return None
    if not _convex(corners):
        return largest_within(corners)
    low, high = min(y for _, y in corners), max(y for _, y in corners)
    levels = [low + (high - low) * n / BANDS for n in range(BANDS + 1)]
    spans = [_span(corners, level) for level in levels]
    boxes = [
        (max(one[0], two[0]), levels[n], min(one[1], two[1]), levels[m])
        for m, two in enumerate(spans)
        for n, one in enumerate(spans[:m])
    ]
    best = max(boxes, key=lambda box: max(box[2] - box[0], 0) * (box[3] - box[1]))
    return best if best[2] > best[0] else None


def _convex(corners: Sequence[tuple[float, float]]) -> bool:
    """True for an outline that turns one way at every corner, and around once."""
    count, turns, around = len(corners), set(), 0.0
    for n in range(count):
        (x0, y0), (x1, y1), (x2, y2) = (corners[(n + step) % count] for step in range(3))
        before, after = (x1 - x0, y1 - y0), (x2 - x1, y2 - y1)
        cross = before[0] * after[1] - before[1] * after[0]
        around += math.atan2(cross, before[0] * after[0] + before[1] * after[1])
        turns.add(cross > 0)
    return len(turns) == 1 and abs(abs(around) - math.tau) < LOOSE


def _span(corners: Sequence[tuple[float, float]], level: float) -> tuple[float, float]:
    """From where to where a convex outline reaches at a height."""
    found = []
    for (x0, y0), (x1, y1) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if min(y0, y1) <= level <= max(y0, y1):
            share = (level - y0) / (y1 - y0) if y1 != y0 else 0.0
            found += [x0 + share * (x1 - x0)] + ([x1] if y1 == y0 else [])
    return min(found, default=math.inf), max(found, default=-math.inf)


def shown(box: Box, state: State) -> Box | None:
    """The part of a box that no clip takes away."""
    inside = intersect(box, state.clip)
    return inside and intersect(inside, state.window)


def _largest(path: Path, state: State) -> Box | None:
    """The largest of some rectangles that lie apart."""
    boxes = [ordered(piece) for piece in path if not isinstance(piece, bytes) and len(piece) == 4]
    if len(boxes) != len(path) or len(path) > MOST_BOXES or not upright(state.ctm):
        return None
    if any(intersect(one, other) for n, one in enumerate(boxes) for other in boxes[:n]):
        return None
    return shown(transform(max(boxes, key=area), state.ctm), state)


def _corners(piece: Sequence[float]) -> list[tuple[float, float]]:
    """A rectangle's corners, one after the other."""
    left, low, right, high = piece
    return [(left, low), (right, low), (right, high), (left, high)]


def ordered(piece: Sequence[float]) -> Box:
    """A rectangle with its corners in order."""
    x0, y0, x1, y1 = piece
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def core_of_line(path: Path, state: State, width: float) -> Box | None:
    """What a straight line along the page surely paints when it is as thick as a panel."""
    along = straight(path)
    thick = width * scale(state.ctm)
    if along is None or thick < PANEL or not upright(state.ctm) or 0 not in along:
        return None
    points = [number for piece in path for number in _numbers(piece)]
    left, bottom, right, top = around(points)
    half = width / 2
    if along[0]:
        bottom, top = bottom - half, top + half
    else:
        left, right = left - half, right + half
    return shown(transform((left, bottom, right, top), state.ctm), state)


def _numbers(piece: bytes | tuple[float, ...]) -> Sequence[float]:
    return lexer.points(piece) if isinstance(piece, bytes) else piece


def open_sides(path: Path, *, close: bool) -> str:
    """The sides of a path's box that only its loose ends reach: letters of ``LBRT``.

    ``close`` says that the last line goes back to where it began. Rectangles have no loose ends.
    """
    if sum(len(piece) for piece in path if isinstance(piece, bytes)) > MAX_OUTLINE:
        return ""
    runs = [run for piece in path if isinstance(piece, bytes) for run in runs_of(piece)]
    loose = [run for run in runs if not close and math.dist(run[0], run[-1]) > LOOSE]
    if not loose or any(not isinstance(piece, bytes) for piece in path):
        return ""
    xs, ys = zip(*(point for run in runs for point in run), strict=True)
    edges = zip("LBRT", (0, 1, 0, 1), (min(xs), min(ys), max(xs), max(ys)), strict=True)
    found = ""
    for letter, axis, edge in edges:
        near = [[abs(point[axis] - edge) <= LOOSE for point in run] for run in runs]
        along = any(one and other for run in near for one, other in pairwise(run))
        if not along and not any(any(run[1:-1]) for run in near):
            found += letter
    return found


def runs_of(piece: bytes) -> list[list[tuple[float, float]]]:
    """The points of each part of a path, the controls of its curves among them."""
    found: list[list[tuple[float, float]]] = []
    numbers: list[float] = []
    for word in piece.split():
        if not word.isalpha():
            numbers.append(float(word))
            continue
        if word == b"m":
            found.append([])
        if word == b"h" and found and found[-1]:
            found[-1].append(found[-1][0])
        elif found:
            found[-1] += zip(numbers[::2], numbers[1::2], strict=True)
        numbers = []
    return [run for run in found if len(run) > 1]
