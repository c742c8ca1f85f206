"""Text: state, positioning, showing (ISO 32000-1, 9.3 and 9.4).

Glyph widths are followed along the line; text counts from its baseline to cap height, and from its
first to its last glyph that paints: spaces at its ends have no place.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile

from samenspel.pdf import lexer
from samenspel.pdf.fonts import NO_GLYPH, OTHER_WIDTH
from samenspel.pdf.geometry import IDENTITY, Matrix, intersect, multiply, transform
from samenspel.pdf.strings import pieces
from samenspel.pdf.values import entry, matrix
from samenspel.preflight.marks import MISPLACED, MISSING, STROKE, TEXT, Mark
from samenspel.preflight.run import NOTHING, Action, Run

FILLING, STROKING, INVISIBLE = (0, 2, 4, 6), (1, 2, 5, 6), (3, 7)
"""Text rendering modes (table 106)."""

CLIPPING = (4, 5, 6, 7)
"""Those that make the letters a clip."""

FAULTS = {NO_GLYPH: MISSING, OTHER_WIDTH: MISPLACED}
"""The marks for what is wrong with a code."""

ONE_EM = 0.01
"""How far a Type 3 font's em may be from a thousand units to count as an ordinary font."""

CAPITAL = 0.7
"""The height that stands for a line of text, in ems: to cap height, without descender."""


def _begin(run: Run, _: bytes) -> None:
    run.text = run.line = IDENTITY
    run.in_text(begins=True)


def _end(run: Run, _: bytes) -> None:
    run.in_text(begins=False)


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


def _letter_space(run: Run, operands: bytes) -> None:
    run.state.letter_space = float(operands)


def _word_space(run: Run, operands: bytes) -> None:
    run.state.word_space = float(operands)


@dataclass(slots=True)
class Shown:
    """What one operator shows. Places are distances along the line in text space."""

    codes: list[int] = field(default_factory=list)
    pen: float = 0.0
    """How far it leads."""
    seen: tuple[float, float] | None = None
    """From where to where it paints; ``None`` when it is nothing but spaces."""
    faults: dict[str, tuple[float, float]] = field(default_factory=dict)
    """What is wrong, and the first place of each."""


def _show(run: Run, operands: bytes) -> None:
    """Follows the widths; what one operator shows is one place."""
    state, font = run.state, run.state.font
    size, stretch = state.font_size, state.stretch
    shown = Shown()
    for piece in pieces(operands):
        if isinstance(piece, float):
            shown.pen -= piece / 1000 * size * stretch
            continue
        codes = font.codes(piece)
        spacing = state.letter_space * len(codes) + state.word_space * font.spaces(piece)
        if any(map(font.verdict, codes)):
            _find_faults(run, codes, shown)
        start = shown.pen
        shown.pen += (font.width(codes) * size + spacing) * stretch
        shown.codes += codes
        _see(run, codes, start, shown)
    if shown.codes and size and state.mode not in INVISIBLE:
        _mark(run, shown)
    if state.mode in CLIPPING:
        state.window = NOTHING  # where letters let something through, nobody knows
    a, b, c, d, e, f = run.text
    run.text = a, b, c, d, e + shown.pen * a, f + shown.pen * b


def _see(run: Run, codes: list[int], start: float, shown: Shown) -> None:
    """Takes in codes that lie from ``start`` to the pen, without the spaces at their ends."""
    blank = run.state.font.blank
    before = list(takewhile(blank, codes))
    if len(before) == len(codes):
        return
    after = list(takewhile(blank, reversed(codes)))
    left = shown.seen[0] if shown.seen else start + _advance(run, before)
    shown.seen = left, shown.pen - _advance(run, after)


def _advance(run: Run, blanks: list[int]) -> float:
    """How far spaces lead. Word spacing of composite fonts is left out, as good as never used."""
    state = run.state
    words = 0 if state.font.composite else blanks.count(ord(" "))
    spacing = state.letter_space * len(blanks) + state.word_space * words
    return (state.font.width(blanks) * state.font_size + spacing) * state.stretch


def _find_faults(run: Run, codes: list[int], shown: Shown) -> None:
    """Where the first code of each fault lies; ``codes`` begin at the pen."""
    font, ems = run.state.font, run.state.font_size * run.state.stretch
    for n, code in enumerate(codes):
        verdict = font.verdict(code)
        if verdict and verdict not in shown.faults:
            left = shown.pen + font.width(codes[:n]) * ems
            shown.faults[verdict] = left, left + font.width([code]) * ems


def _mark(run: Run, shown: Shown) -> None:
    """Marks for what shows."""
    state, font = run.state, run.state.font
    top = state.rise + CAPITAL * state.font_size
    page = multiply(run.text, state.ctm)
    start, end = shown.seen or (0.0, shown.pen)
    area = intersect(transform((start, state.rise, end, top), page), state.clip)
    if area is None:
        return
    placed = multiply(
        (state.font_size * state.stretch, 0.0, 0.0, state.font_size, 0.0, state.rise), page
    )
    conventional = not font.drawn or abs(font.scale - 1) < ONE_EM
    if shown.seen and conventional and state.mode in FILLING + STROKING:
        filled = state.mode in FILLING
        look = state.fill_look() if filled else state.stroke_look()
        cell = state.fill_cell if filled else ()
        mark = Mark(TEXT, look, placed, area, area, 0.0, font.name, tiled=bool(cell))
        run.put(mark, cell)
    if shown.seen and state.mode in STROKING:
        line = Mark(STROKE, state.stroke_look(), state.ctm, area, area, state.line_width, font.name)
        run.put(line, state.stroke_cell)
    for fault, (left, right) in shown.faults.items():
        place = transform((left, state.rise, right, top), page)
        run.put(Mark(FAULTS[fault], state.fill_look(), placed, place, place, 0.0, font.name))
    if font.drawn:
        _type3(run, shown.codes, placed)


def _type3(run: Run, codes: list[int], placed: Matrix) -> None:
    """Glyphs of a Type 3 font are forms in effect; those of one string count at its start."""
    font = run.state.font
    resources = entry(font.font, "/Resources") or run.resources
    inner = multiply(matrix(font.font, "/FontMatrix"), placed) if font.font is not None else placed
    for code in sorted(set(codes)):
        procedure = font.glyph(code)
        if procedure is not None:
            marks = run.read_form(procedure, run.state, resources, run.depth + 1)
            run.place(marks, inner)


def _next_show(run: Run, operands: bytes) -> None:
    _next_line(run, b"")
    _show(run, operands)


def _spaced_show(run: Run, operands: bytes) -> None:
    """``aw ac string "`` sets both spaces first."""
    word, letter, text = operands.split(maxsplit=2)
    run.state.word_space, run.state.letter_space = float(word), float(letter)
    _next_show(run, text)


ACTIONS: dict[bytes, Action] = {
    b"BT": _begin,
    b"ET": _end,
    b"Tf": _font,
    b"Td": _move,
    b"TD": _move_leading,
    b"Tm": _matrix,
    b"T*": _next_line,
    b"TL": _leading,
    b"Tz": _stretch,
    b"Ts": _rise,
    b"Tc": _letter_space,
    b"Tw": _word_space,
    b"Tj": _show,
    b"TJ": _show,
    b"'": _next_show,
    b'"': _spaced_show,
}
