"""Lines of several inks are not hairlines."""

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
            if len(mark.look.paint.printing) > 1 and mark.line_width < expected.line_minimum - LINE:
                message = say("a line in several inks of {width:.3g} pt", width=mark.line_width)
                yield page.problem(message, mark)


CHECK = Check(
    id="multi-ink-line",
    title="Lines of several inks are not hairlines",
    rationale=(
        "Where plates are a hair out of register, a thin line of several inks becomes several "
        "lines."
    ),
    remedy="draw the line at 0.25 pt (0.09 mm) or more",
    source="GWG 2022 R0019",
    run=_run,
    thresholds=("line_minimum",),
)
