"""No line is thinner than a press can hold."""

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
            special = mark.look.paint.white or len(mark.look.paint.printing) > 1
            if not special and mark.line_width < expected.line_minimum - LINE:
                message = say(
                    "a line of {width:.3g} pt, under {least:g} pt",
                    width=mark.line_width, least=expected.line_minimum,
                )  # fmt: skip
                yield page.problem(message, mark)


CHECK = Check(
    id="line-width",
    title="No line is thinner than a press can hold",
    rationale=(
        "A line under a quarter of a point breaks up; width 0 is as thin as the device can, which "
        "is nothing."
    ),
    remedy="draw the line at 0.25 pt (0.09 mm) or more",
    source="deck's own rule; PDF/X",
    run=_run,
    thresholds=("line_minimum",),
)
