"""Paths: construction, painting, clipping (ISO 32000-1, 8.5). Paths are judged by their boxes."""

from __future__ import annotations

import math
import re

from samenspel.pdf import lexer
from samenspel.pdf.geometry import intersect, outline_area, scale, transform
from samenspel.preflight.marks import FILL, STROKE
from samenspel.preflight.outlines import BOX_LIKE, cover
from samenspel.preflight.run import NOTHING, Action, Run

SHORT, LONG = 120, 20
"""Letters of a path that may be a quadrilateral; how often its thickness goes around a line."""
THIN, HAIR = 0.5, 1e-6
"""Points: rectangles up to this thickness count as lines, and one of none is as thin as can be."""


def _segments(run: Run, operands: bytes) -> None:
    run.path.append(operands)


def _odd_segment(run: Run, operands: bytes) -> None:
    """A segment whose operands are written in a way that only reading them can judge."""
    run.path.append(tuple(lexer.numbers(operands)))


def _rectangle(run: Run, operands: bytes) -> None:
    x, y, width, height = lexer.numbers(operands)
    run.path.append((x, y, x + width, y + height))


def _clip(run: Run, _: bytes) -> None:
    run.clipping = True


def _thickness(run: Run) -> float:
    """How thick a rectangle is that stands for a line, in its own space; 0 when it does not."""
    if len(run.path) != 1:
        return 0.0
    only = run.path[0]
    if isinstance(only, bytes):
        thin = _slit(only) if len(only) < SHORT else 0.0
        return thin if 0 < thin * scale(run.state.ctm) < THIN else 0.0
    if len(only) != 4:
        return 0.0
    x0, y0, x1, y1 = only
    least = min(abs(x1 - x0), abs(y1 - y0))
    return max(least, HAIR) if least * scale(run.state.ctm) < THIN else 0.0


def _slit(run: bytes) -> float:
    """How thick a long quadrilateral is, whichever way it lies; 0 for any other shape."""
    if re.sub(rb"[^mlcvyh]", b"", run) not in (b"mlll", b"mlllh", b"mllll", b"mllllh"):
        return 0.0
    points = lexer.points(run)[:8]
    corners = list(zip(points[::2], points[1::2], strict=True))
    sides = list(zip(corners, corners[1:] + corners[:1], strict=True))
    area = outline_area(corners)
    around = sum(math.hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in sides)
    thin = 2 * area / around if around else 0.0
    return thin if around > LONG * thin else 0.0


def _paint(*, fill: bool, stroke: bool) -> Action:
    """A painting operator; it also ends the path and lets a clip asked for begin."""

    def act(run: Run, _: bytes) -> None:
        state = run.state
        if fill and run.path:
            run.add_path(FILL, state.fill_look(), cell=state.fill_cell, thin=_thickness(run))
        if stroke and run.path:
            run.add_path(STROKE, state.stroke_look(), state.line_width, state.stroke_cell)
        if run.clipping:
            area = transform(run.path_box(), state.ctm) if run.path else NOTHING
            state.shaped = state.shaped or cover(run.path, state) < BOX_LIKE
            left, low, right, high = intersect(state.clip, area) or NOTHING
            solid = right > left and high > low  # a clip without an inside lets nothing through
            state.clip = (left, low, right, high) if solid else NOTHING
        run.path, run.clipping = [], False

    return act


_FILL, _STROKE = _paint(fill=True, stroke=False), _paint(fill=False, stroke=True)
_BOTH, _NEITHER = _paint(fill=True, stroke=True), _paint(fill=False, stroke=False)

ACTIONS: dict[bytes, Action] = {
    lexer.PATH: _segments,
    **dict.fromkeys((b"m", b"l", b"c", b"v", b"y"), _odd_segment),
    b"re": _rectangle,
    b"W": _clip,
    b"W*": _clip,
    b"n": _NEITHER,
    **dict.fromkeys((b"f", b"F", b"f*"), _FILL),
    **dict.fromkeys((b"S", b"s"), _STROKE),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), _BOTH),
}
