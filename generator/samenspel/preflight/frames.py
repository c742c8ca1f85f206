"""Paths of a kind: thin frames, bands with right angles, and marks that lie far apart."""

from __future__ import annotations

import math
from collections.abc import Sequence

from samenspel.pdf.geometry import Box, around, outline_area
from samenspel.preflight.outlines import MAX_OUTLINE, Path, runs_of

Corner = tuple[float, float]

LONG = 20
"""How often its thickness goes around a frame at least; less is a dot or a letter."""
MOST_TICKS, APART = 16, 4
"""Lines of one path that may be marks; how many times longer the path is than any of them."""
EVEN = 2.0
"""How many times thicker one side of a frame may be than another."""
BENDS = 14
"""Corners of a band with right angles at most; what has more is a drawing."""


def framed(path: Path, *, odd: bool) -> float:
    """How thick a frame or a band with right angles is, in its own space; 0 for any other path.

    ``odd`` says that the path is filled by the even-odd rule; otherwise the outline within must
    turn the other way (ISO 32000-1, 8.5.3.3).
    """
    if not path or len(path) > 2 or sum(map(len, path)) > MAX_OUTLINE:
        return 0.0
    outlines = [outline for piece in path for outline in _outlines(piece)]
    if len(outlines) == 1 and isinstance(path[0], bytes) and b"c" not in path[0]:
        return _band(outlines[0])
    if len(outlines) != 2 or not (odd or _signed(outlines[0]) * _signed(outlines[1]) < 0):
        return 0.0
    inner, outer = sorted(outlines, key=outline_area)
    return _between(outer, inner)


def ticks(path: Path) -> list[Path]:
    """The lines of a path of several short ones that lie far apart, such as crop marks; none of any
    other path.
    """
    if not path or sum(map(len, path)) > MAX_OUTLINE:
        return []
    runs = [run for piece in path if isinstance(piece, bytes) for run in runs_of(piece)]
    whole = [piece for piece in path if not isinstance(piece, bytes)]
    if whole or not 1 < len(runs) <= MOST_TICKS or any(len(run) != 2 for run in runs):
        return []
    left, low, right, high = _box([corner for run in runs for corner in run])
    longest = max(math.dist(*run) for run in runs)
    if longest * APART > max(right - left, high - low):
        return []
    return [[b"%f %f m %f %f l " % (*run[0], *run[1])] for run in runs]


def _outlines(piece: bytes | tuple[float, ...]) -> list[list[Corner]]:
    if isinstance(piece, bytes):
        return runs_of(piece)
    if len(piece) != 4:
        return []
    left, low, right, high = piece
    return [[(left, low), (right, low), (right, high), (left, high)]]


def _signed(outline: Sequence[Corner]) -> float:
    """What an outline encloses, below 0 when it turns to the right."""
    pairs = zip(outline, (*outline[1:], outline[0]), strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) / 2


def _around(outline: Sequence[Corner]) -> float:
    pairs = zip(outline, (*outline[1:], outline[0]), strict=True)
    return sum(math.dist(one, other) for one, other in pairs)


def _box(outline: Sequence[Corner]) -> Box:
    return around([number for corner in outline for number in corner])


def _between(outer: Sequence[Corner], inner: Sequence[Corner]) -> float:
    """The width between two outlines, one of which lies within the other at every side."""
    (l0, b0, r0, t0), (l1, b1, r1, t1) = _box(outer), _box(inner)
    gaps = (l1 - l0, b1 - b0, r0 - r1, t0 - t1)
    length = (_around(outer) + _around(inner)) / 2
    thin = (outline_area(outer) - outline_area(inner)) / length if length else 0.0
    if min(gaps) <= 0 or max(gaps) > EVEN * min(gaps) or length < LONG * thin:
        return 0.0
    return thin if min(gaps) / EVEN < thin < max(gaps) * EVEN else 0.0


def _band(outline: Sequence[Corner]) -> float:
    """The width of a band that bends at right angles: an L, a U."""
    corners = list(dict.fromkeys(outline))
    if not 5 < len(corners) <= BENDS:
        return 0.0
    sides = list(zip(corners, (*corners[1:], corners[0]), strict=True))
    if any(x0 != x1 and y0 != y1 for (x0, y0), (x1, y1) in sides):
        return 0.0
    length = _around(corners)
    thin = 2 * outline_area(corners) / length
    left, low, right, high = _box(corners)
    return thin if max(right - left, high - low) > LONG * thin else 0.0
