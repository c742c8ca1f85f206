"""No line is thinner than a press can hold."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import STROKE

SLACK = 0.0005
"""Points: numbers in a file are rounded."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        for mark in page.of_kind(STROKE):
            if mark.line_width < expected.line_minimum - SLACK:
                yield Problem(
                    f"a line of {mark.line_width:.3g} pt, under {expected.line_minimum:g} pt",
                    page.number,
                    page.position(mark),
                )


CHECK = Check(
    id="line-width",
    title="No line is thinner than a press can hold",
    rationale=(
        "A line under a quarter of a point breaks up; width 0 is as thin as the device "
        "can, which is nothing."
    ),
    remedy="draw the line at 0.25 pt (0.09 mm) or more",
    source="GWG 2022 R0018, R0019 (hairline)",
    run=_run,
)
