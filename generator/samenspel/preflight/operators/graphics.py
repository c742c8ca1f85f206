"""The graphics state and marked content: ``q Q cm gs w BDC EMC`` (ISO 32000-1, 8.4.4, 14.6)."""

from __future__ import annotations

from samenspel.preflight import lexer
from samenspel.preflight.geometry import multiply
from samenspel.preflight.lexer import six
from samenspel.preflight.limits import MAX_SAVED, TooLargeError
from samenspel.preflight.run import Action, Run


def _save(run: Run, _: bytes) -> None:
    run.save()


def _restore(run: Run, _: bytes) -> None:
    if run.stack:
        run.state = run.stack.pop()


def _concat(run: Run, operands: bytes) -> None:
    run.state.ctm = multiply(six(operands), run.state.ctm)


def _settings(run: Run, operands: bytes) -> None:
    run.state.apply(run.graphics_state(operands))


def _line_width(run: Run, operands: bytes) -> None:
    run.state.line_width = float(operands)


def _intent(run: Run, operands: bytes) -> None:
    run.state.intent = lexer.name(operands)[1:]


def _begin_content(run: Run, operands: bytes) -> None:
    """``/OC /Name BDC`` begins what belongs to a layer (8.11.3.2)."""
    words = operands.split()
    if len(run.contents) >= MAX_SAVED:
        raise TooLargeError(f"marked content lies more than {MAX_SAVED:,} deep")
    layered = len(words) == 2 and words[0] == b"/OC"
    run.enter(away=layered and run.switched_off(run.resource("/Properties", words[1])))


def _begin_plain_content(run: Run, _: bytes) -> None:
    run.enter(away=False)


def _end_content(run: Run, _: bytes) -> None:
    run.leave()


def _begin_lenient(run: Run, _: bytes) -> None:
    run.lenient = True


def _end_lenient(run: Run, _: bytes) -> None:
    run.lenient = False


ACTIONS: dict[bytes, Action] = {
    b"q": _save,
    b"Q": _restore,
    b"cm": _concat,
    b"gs": _settings,
    b"w": _line_width,
    b"ri": _intent,
    b"BDC": _begin_content,
    b"BMC": _begin_plain_content,
    b"EMC": _end_content,
    b"BX": _begin_lenient,
    b"EX": _end_lenient,
}
