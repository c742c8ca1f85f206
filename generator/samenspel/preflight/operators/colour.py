"""Colours: ``g rg k cs sc scn`` and their capitals for strokes (ISO 32000-1, 8.6.8)."""

from __future__ import annotations

from samenspel.preflight import lexer
from samenspel.preflight.colour import CMYK, GRAY, PATTERN, RGB, Paint, Space, initial, space_of
from samenspel.preflight.marks import Mark
from samenspel.preflight.run import Action, Run
from samenspel.preflight.state import State
from samenspel.preflight.values import whole

NAMED = frozenset({"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"})
"""Colour spaces that need no resource (8.6.3)."""


def _device(space: Space, *, stroke: bool) -> Action:
    """A device space and a colour in one operator."""

    def act(run: Run, operands: bytes) -> None:
        _set(run, Paint(space, tuple(map(float, operands.split()))), stroke=stroke)

    return act


def _set(run: Run, paint: Paint, cell: tuple[Mark, ...] = (), *, stroke: bool) -> None:
    """Glyphs and cells that take their colour from outside have none of their own (9.6.5)."""
    if run.state.colourless:
        return
    if stroke:
        run.state.stroke, run.state.stroke_cell = paint, cell
    else:
        run.state.fill, run.state.fill_cell = paint, cell


def _space(*, stroke: bool) -> Action:
    def act(run: Run, operands: bytes) -> None:
        name = lexer.name(operands)
        if name not in NAMED and run.resource("/ColorSpace", operands) is None:
            run.lacks(f"colour space {name[1:]}")
            _set(run, Paint(PATTERN), stroke=stroke)  # no colour that could be judged
            return
        _set(run, initial(space_of(name, run.resources)), stroke=stroke)

    return act


def _colour(*, stroke: bool) -> Action:
    def act(run: Run, operands: bytes) -> None:
        words = operands.split()
        paint = run.state.stroke if stroke else run.state.fill
        if words and words[-1].startswith(b"/"):
            _set(run, *_pattern(run, paint, words), stroke=stroke)
        else:
            _set(run, Paint(paint.space, tuple(map(float, words))), stroke=stroke)

    return act


def _pattern(run: Run, paint: Paint, words: list[bytes]) -> tuple[Paint, tuple[Mark, ...]]:
    """A pattern to paint with, and what its cell paints in the space of the content's start."""
    pattern = run.resource("/Pattern", words[-1])
    if pattern is None:
        run.lacks(f"pattern {lexer.name(words[-1])[1:]}")
    if pattern is None or run.state.colourless:
        return Paint(PATTERN), ()
    if "/Shading" in pattern:
        return Paint(Space("Pattern", space_of(pattern.Shading.ColorSpace, run.resources))), ()
    start = State()
    start.fill_overprint, start.stroke_overprint = run.state.fill_overprint, False
    start.overprint_mode = run.state.overprint_mode
    space = PATTERN
    if whole(pattern, "/PaintType", 1) != 1:
        base = paint.space.base or GRAY
        start.fill = start.stroke = Paint(base, tuple(map(float, words[:-1])))
        start.colourless, space = True, Space("Pattern", base)
    return Paint(space), run.read_form(pattern, start, run.resources, run.depth + 1)


def _undercolour(run: Run, _: bytes) -> None:
    """``d1``: the glyph is a shape that takes the text's colour."""
    run.state.colourless = True


ACTIONS: dict[bytes, Action] = {
    b"g": _device(GRAY, stroke=False),
    b"G": _device(GRAY, stroke=True),
    b"rg": _device(RGB, stroke=False),
    b"RG": _device(RGB, stroke=True),
    b"k": _device(CMYK, stroke=False),
    b"K": _device(CMYK, stroke=True),
    b"cs": _space(stroke=False),
    b"CS": _space(stroke=True),
    b"sc": _colour(stroke=False),
    b"scn": _colour(stroke=False),
    b"SC": _colour(stroke=True),
    b"SCN": _colour(stroke=True),
    b"d1": _undercolour,
}
