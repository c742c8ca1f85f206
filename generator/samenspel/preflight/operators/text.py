"""Text: state, positioning, showing (ISO 32000-1, 9.3 and 9.4).

Glyph widths are not followed, so text within one line counts at the place where its line begins.
"""

from __future__ import annotations

from samenspel.preflight import lexer
from samenspel.preflight.geometry import IDENTITY, Matrix, intersect, multiply, transform
from samenspel.preflight.marks import STROKE, TEXT, Mark
from samenspel.preflight.run import Action, Run
from samenspel.preflight.values import entry, matrix

FILLING, STROKING, INVISIBLE = (0, 2, 4, 6), (1, 2, 5, 6), (3, 7)
"""Text rendering modes (table 106)."""

GLYPH = (0.0, 0.0, 0.5, 0.7)
"""The box that stands for a first glyph, in ems: to cap height, without descender."""


def _begin(run: Run, _: bytes) -> None:
    run.text = run.line = IDENTITY


def _font(run: Run, operands: bytes) -> None:
    name, size = operands.split()[:2]
    run.state.font, run.state.font_size = run.typeface(name), float(size)


def _move(run: Run, operands: bytes) -> None:
    x, y = lexer.numbers(operands)
    run.text = run.line = multiply((1, 0, 0, 1, x, y), run.line)


def _move_leading(run: Run, operands: bytes) -> None:
    run.state.leading = -lexer.numbers(operands)[1]
    _move(run, operands)


def _matrix(run: Run, operands: bytes) -> None:
    run.text = run.line = lexer.six(operands)


def _next_line(run: Run, _: bytes) -> None:
    run.text = run.line = multiply((1, 0, 0, 1, 0, -run.state.leading), run.line)


def _leading(run: Run, operands: bytes) -> None:
    run.state.leading = float(operands)


def _stretch(run: Run, operands: bytes) -> None:
    run.state.stretch = float(operands) / 100


def _rise(run: Run, operands: bytes) -> None:
    run.state.rise = float(operands)


def _mode(run: Run, operands: bytes) -> None:
    run.state.mode = int(float(operands))


def _show(run: Run, operands: bytes) -> None:
    state = run.state
    if state.mode in INVISIBLE or not operands.translate(None, b" \t\r\n[]()<>"):
        return
    size = state.font_size
    glyph = (size * state.stretch, 0.0, 0.0, size, 0.0, state.rise)
    placed = multiply(multiply(glyph, run.text), state.ctm)
    area = intersect(transform(GLYPH, placed), state.clip)
    if area is None:
        return
    if state.mode in FILLING:
        run.marks.add(Mark(TEXT, state.fill_look(), placed, area, area, 0.0, state.font.name))
    if state.mode in STROKING:
        look = state.stroke_look()
        run.marks.add(Mark(STROKE, look, state.ctm, area, area, state.line_width))
    if state.font.drawn:
        _type3(run, placed)


def _type3(run: Run, placed: Matrix) -> None:
    """All glyphs of a Type 3 font count as shown; their procedures are forms in effect."""
    font = run.state.font.font
    procedures = entry(font, "/CharProcs")
    if font is None or procedures is None:
        return
    resources = entry(font, "/Resources") or run.resources
    inner = multiply(matrix(font, "/FontMatrix"), placed)
    for _, procedure in procedures.items():
        marks = run.read_form(procedure, run.state, resources, run.depth)
        run.budget.step(len(marks))
        run.marks.place(marks, inner, run.state.clip)


def _next_show(run: Run, operands: bytes) -> None:
    _next_line(run, b"")
    _show(run, operands)


ACTIONS: dict[bytes, Action] = {
    b"BT": _begin,
    b"Tf": _font,
    b"Td": _move,
    b"TD": _move_leading,
    b"Tm": _matrix,
    b"T*": _next_line,
    b"TL": _leading,
    b"Tz": _stretch,
    b"Ts": _rise,
    b"Tr": _mode,
    b"Tj": _show,
    b"TJ": _show,
    b"'": _next_show,
    b'"': _next_show,
}
