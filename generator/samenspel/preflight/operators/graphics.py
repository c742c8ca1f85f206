"""The graphics state: ``q Q cm gs w`` (ISO 32000-1, 8.4.4)."""

from __future__ import annotations

from samenspel.preflight.geometry import multiply
from samenspel.preflight.lexer import six
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


ACTIONS: dict[bytes, Action] = {
    b"q": _save,
    b"Q": _restore,
    b"cm": _concat,
    b"gs": _settings,
    b"w": _line_width,
}
