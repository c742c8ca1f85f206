"""What a path surely fills: all of a rectangle, the middle of a disc."""

from __future__ import annotations

from samenspel.pdf import lexer
from samenspel.pdf.geometry import Box, area, around, intersect, outline_area, upright
from samenspel.preflight.state import State

Path = list[bytes | tuple[float, ...]]
"""The pieces of a path: runs of segments as they are written, corners of rectangles, points."""

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


def core_of(path: Path, state: State, box: Box) -> Box | None:
    """The part of a path's ``box`` on the page that it surely fills and no clip takes away."""
    filled = cover(path, state)
    if filled < ROUND:
        return None
    left, bottom, right, top = box
    rim = 0.0 if filled >= BOX_LIKE else RIM
    across, up = rim * (right - left), rim * (top - bottom)
    return intersect((left + across, bottom + up, right - across, top - up), state.clip)
