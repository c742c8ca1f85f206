"""Matrices, lines and marked content: ``cm w ri BDC EMC d1`` (ISO 32000-1, 8.4.4, 14.6)."""

from __future__ import annotations

from samenspel.pdf import lexer
from samenspel.pdf.geometry import multiply
from samenspel.pdf.lexer import six
from samenspel.pdf.limits import MAX_SAVED, TooLargeError
from samenspel.preflight.run import Action, Run
from samenspel.saying import say


def _concat(run: Run, operands: bytes) -> None:
    run.state.ctm = multiply(six(operands), run.state.ctm)


def _line_width(run: Run, operands: bytes) -> None:
    run.state.line_width = float(operands)


def _dash(run: Run, operands: bytes) -> None:
    """``[on off] phase d``; an empty array is a line without gaps (8.4.3.6)."""
    run.state.dashed = bool(operands.partition(b"[")[2].partition(b"]")[0].strip())


def _intent(run: Run, operands: bytes) -> None:
    run.state.intent = lexer.name(operands)[1:]


def _begin_content(run: Run, operands: bytes) -> None:
    """``/OC /Name BDC`` begins what belongs to a layer (8.11.3.2)."""
    words = operands.split()
    if len(run.contents) >= MAX_SAVED:
        raise TooLargeError(say("marked content lies more than {count:,} deep", count=MAX_SAVED))
    layered = len(words) == 2 and words[0] == b"/OC"
    run.enter(hidden=layered and run.switched_off(run.resource("/Properties", words[1])))


def _begin_plain_content(run: Run, _: bytes) -> None:
    run.enter(hidden=False)


def _end_content(run: Run, _: bytes) -> None:
    run.leave()


def _undercolour(run: Run, _: bytes) -> None:
    """``d1``: the glyph is a shape that takes the text's colour (9.6.5)."""
    run.state.colourless = True


def _begin_lenient(run: Run, _: bytes) -> None:
    run.compatible(begins=True)


def _end_lenient(run: Run, _: bytes) -> None:
    run.compatible(begins=False)


ACTIONS: dict[bytes, Action] = {
    b"cm": _concat,
    b"w": _line_width,
    b"d": _dash,
    b"ri": _intent,
    b"BDC": _begin_content,
    b"BMC": _begin_plain_content,
    b"EMC": _end_content,
    b"BX": _begin_lenient,
    b"EX": _end_lenient,
    b"d1": _undercolour,
}
