"""Thin black lines overprint."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import STROKE
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(STROKE):
            thin = mark.line_width < expected.line_overprint_below
            if thin and mark.look.paint.solid_black and not mark.look.keeps_ground:
                how = "with overprint mode 0" if mark.look.overprint else "without overprint"
                message = say(
                    "a black line of {width:.3g} pt {how}", width=mark.line_width, how=how
                )
                yield page.problem(message, mark)


CHECK = Check(
    id="black-line-overprint",
    title="Thin black lines overprint",
    rationale=(
        "A black line that knocks out its ground shows white edges at the least shift of the "
        "plates."
    ),
    remedy="draw it in DeviceCMYK black with overprint on and overprint mode 1",
    source="GWG 2022 R0010",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("line_overprint_below",),
)
