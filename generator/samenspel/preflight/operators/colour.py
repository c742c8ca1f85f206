"""Colours: ``g rg k cs sc scn`` and their capitals for strokes (ISO 32000-1, 8.6.8)."""

from __future__ import annotations

from samenspel.preflight import lexer
from samenspel.preflight.colour import CMYK, GRAY, PATTERN, RGB, Paint, Space, initial, space_of
from samenspel.preflight.geometry import EVERYWHERE
from samenspel.preflight.run import Action, Run
from samenspel.preflight.state import State
from samenspel.preflight.values import whole


def _device(space: Space, *, stroke: bool) -> Action:
    """A device space and a colour in one operator."""

    def act(run: Run, operands: bytes) -> None:
        paint = Paint(space, tuple(map(float, operands.split())))
        if stroke:
            run.state.stroke = paint
        else:
            run.state.fill = paint

    return act


def _fill_space(run: Run, operands: bytes) -> None:
    run.state.fill = initial(space_of(lexer.name(operands), run.resources))


def _stroke_space(run: Run, operands: bytes) -> None:
    run.state.stroke = initial(space_of(lexer.name(operands), run.resources))


def _fill_colour(run: Run, operands: bytes) -> None:
    run.state.fill = _coloured(run, run.state.fill, operands)


def _stroke_colour(run: Run, operands: bytes) -> None:
    run.state.stroke = _coloured(run, run.state.stroke, operands)


def _coloured(run: Run, paint: Paint, operands: bytes) -> Paint:
    words = operands.split()
    if not words or not words[-1].startswith(b"/"):
        return Paint(paint.space, tuple(map(float, words)))
    pattern = run.resource("/Pattern", words[-1])
    if pattern is None:
        return Paint(PATTERN)
    if "/Shading" in pattern:
        space = space_of(pattern.Shading.ColorSpace, run.resources)
        return Paint(Space("Pattern", space.family))
    if whole(pattern, "/PaintType", 1) != 1:
        return Paint(Space("Pattern", paint.space.base))
    # A cell that brings its own colours counts as painted where the pattern is chosen.
    cell = run.read_form(pattern, State(), run.resources, run.depth)
    clip = run.state.clip
    for mark in cell if clip != EVERYWHERE else ():
        run.marks.add(mark.moved_to(clip))
    return Paint(PATTERN)


ACTIONS: dict[bytes, Action] = {
    b"g": _device(GRAY, stroke=False),
    b"G": _device(GRAY, stroke=True),
    b"rg": _device(RGB, stroke=False),
    b"RG": _device(RGB, stroke=True),
    b"k": _device(CMYK, stroke=False),
    b"K": _device(CMYK, stroke=True),
    b"cs": _fill_space,
    b"CS": _stroke_space,
    b"sc": _fill_colour,
    b"scn": _fill_colour,
    b"SC": _stroke_colour,
    b"SCN": _stroke_colour,
}
