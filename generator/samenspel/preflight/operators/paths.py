"""Paths: construction, painting, clipping (ISO 32000-1, 8.5). Paths are judged by their boxes."""

from __future__ import annotations

from samenspel.preflight import lexer
from samenspel.preflight.geometry import intersect, scale, transform
from samenspel.preflight.marks import FILL, STROKE
from samenspel.preflight.run import NOTHING, Action, Run

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
    if len(run.path) != 1 or not isinstance(run.path[0], tuple) or len(run.path[0]) != 4:
        return 0.0
    x0, y0, x1, y1 = run.path[0]
    least = min(abs(x1 - x0), abs(y1 - y0))
    return max(least, HAIR) if least * scale(run.state.ctm) < THIN else 0.0


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
            state.clip = intersect(state.clip, area) or NOTHING
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
