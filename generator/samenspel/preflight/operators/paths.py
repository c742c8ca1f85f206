"""Paths: construction, painting, clipping (ISO 32000-1, 8.5). Paths are judged by their boxes."""

from __future__ import annotations

import math

from samenspel.pdf import lexer
from samenspel.pdf.geometry import intersect, outline_area, scale, transform
from samenspel.preflight.frames import framed, ticks
from samenspel.preflight.marks import DOT, FILL, STROKE, THIN
from samenspel.preflight.outlines import MOST_BOXES, across, core_of, ordered
from samenspel.preflight.run import NOTHING, Action, Run

SHORT, LONG = 400, 20
"""Letters of a path that may be quadrilaterals; how often its thickness goes around a line."""
HAIR = 1e-6
"""Points: a rectangle of no thickness is as thin as can be."""
DEEP = 20.0
"""How much thicker than a line a slit may be that a form paints, which may be placed smaller."""


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


def _thickness(run: Run, *, odd: bool) -> float:
    """How thick rectangles, slits and frames are that stand for lines, in their own space, as
    ``Mark.line_width`` takes it; 0 when any of the path does not. ``odd`` leaves out what lies
    within another part.
    """
    found = []
    limit = THIN * DEEP if run.depth else THIN
    if thin := framed(run.path, odd=odd):
        return thin if thin * scale(run.state.ctm) < limit else 0.0
    for piece in run.path if len(run.path) <= MOST_BOXES else ():
        each = _slits(piece) if isinstance(piece, bytes) else [_flat(piece, run)]
        found += each
        if not each or not all(0 < thin * scale(run.state.ctm) < limit for thin in each):
            return 0.0
    return min(found, default=0.0)


def _flat(piece: tuple[float, ...], run: Run) -> float:
    """How thick a rectangle is: on a page any, in a form a long one."""
    if len(piece) != 4:
        return 0.0
    left, low, right, high = ordered(piece)
    wide, tall = right - left, high - low
    if max(wide, tall) < DOT * min(wide, tall):
        return 0.0
    if run.depth and max(wide, tall) <= LONG / 2 * min(wide, tall):
        thin = min(wide, tall) * scale(run.state.ctm) < THIN
        return min(wide, tall) if thin else 0.0
    along = (1.0, 0.0) if tall <= wide else (0.0, 1.0)
    return max(min(wide, tall) * across(run.state.ctm, along), HAIR)


def _slits(run: bytes) -> list[float]:
    """How thick the quadrilaterals of a run of segments are; none where it has other shapes."""
    if len(run) > SHORT or b"c" in run:
        return []
    found: list[float] = []
    words: list[bytes] = []
    for word in run.split():
        if word == b"m" and words[:-2]:
            found.append(_slit(words[:-2]))
            words = words[-2:]
        words.append(word)
    found.append(_slit(words))
    return found if all(found) else []


def _slit(words: list[bytes]) -> float:
    """How thick a long quadrilateral or a sliver is, whichever way it lies; 0 for others."""
    operators = b"".join(word for word in words if word.isalpha())
    if operators not in (b"mll", b"mllh", b"mlll", b"mlllh", b"mllll", b"mllllh"):
        return 0.0
    points = [float(word) for word in words if not word.isalpha()][:8]
    corners = list(zip(points[::2], points[1::2], strict=True))
    sides = list(zip(corners, corners[1:] + corners[:1], strict=True))
    area = outline_area(corners)
    around = sum(math.hypot(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in sides)
    sharp = 2 if len(corners) == 3 else 1  # a sliver is twice as thick at its end as in the middle
    thin = 2 * sharp * area / around if around else 0.0
    return thin if around > LONG * thin else 0.0


def _paint(*, fill: bool, stroke: bool, close: bool = False, odd: bool = False) -> Action:
    """A painting operator; it also ends the path and lets a clip asked for begin."""

    def act(run: Run, _: bytes) -> None:
        state = run.state
        if fill and run.path:
            thin = _thickness(run, odd=odd)
            run.add_path(FILL, state.fill_look(), cell=state.fill_cell, thin=thin)
        for part in (ticks(run.path) or [run.path]) if stroke and run.path else ():
            run.path, whole = part, run.path
            run.add_path(
                STROKE, state.stroke_look(), state.line_width, state.stroke_cell, close=close
            )
            run.path = whole
        if run.clipping:
            area = transform(run.path_box(), state.ctm) if run.path else NOTHING
            window = core_of(run.path, state, area) if run.path else None
            left, low, right, high = intersect(state.clip, area) or NOTHING
            solid = right > left and high > low  # a clip without an inside lets nothing through
            state.clip = (left, low, right, high) if solid else NOTHING
            state.window = window or NOTHING
        run.path, run.clipping = [], False

    return act


_FILL, _STROKE = _paint(fill=True, stroke=False), _paint(fill=False, stroke=True)
_ODD = _paint(fill=True, stroke=False, odd=True)
_BOTH, _NEITHER = _paint(fill=True, stroke=True), _paint(fill=False, stroke=False)
_CLOSED, _CLOSED_BOTH = (_paint(fill=fill, stroke=True, close=True) for fill in (False, True))

ACTIONS: dict[bytes, Action] = {
    lexer.PATH: _segments,
    **dict.fromkeys((b"m", b"l", b"c", b"v", b"y"), _odd_segment),
    b"re": _rectangle,
    b"W": _clip,
    b"W*": _clip,
    b"n": _NEITHER,
    **dict.fromkeys((b"f", b"F"), _FILL),
    b"f*": _ODD,
    b"S": _STROKE,
    b"s": _CLOSED,
    **dict.fromkeys((b"B", b"B*"), _BOTH),
    **dict.fromkeys((b"b", b"b*"), _CLOSED_BOTH),
}
