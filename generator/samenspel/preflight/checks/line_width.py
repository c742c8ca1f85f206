"""No line is thinner than a press can hold."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.tolerances import LINE


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.lines:
            special = mark.look.paint.white or len(mark.look.paint.inks) > 1
            if not special and mark.line_width < expected.line_minimum - LINE:
                message = f"a line of {mark.line_width:.3g} pt, under {expected.line_minimum:g} pt"
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
