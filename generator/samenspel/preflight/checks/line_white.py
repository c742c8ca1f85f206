"""White lines are not hairlines."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.tolerances import LINE
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.lines:
            if mark.look.paint.white and mark.line_width < expected.line_minimum - LINE:
                message = say("a white line of {width:.3g} pt", width=mark.line_width)
                yield page.problem(message, mark)


CHECK = Check(
    id="white-line",
    title="White lines are not hairlines",
    rationale="Ink runs into a white line from both sides, and closes it.",
    remedy="draw the line at 0.25 pt (0.09 mm) or more",
    source="GWG 2022 R0018",
    run=_run,
    thresholds=("line_minimum",),
)
