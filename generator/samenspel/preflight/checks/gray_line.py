"""Thin black lines are not in DeviceGray."""

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
            paint, thin = mark.look.paint, mark.line_width < expected.line_overprint_below
            if paint.space.family == "DeviceGray" and thin and not paint.white:
                message = say("a line of {width:.3g} pt in DeviceGray", width=mark.line_width)
                yield page.problem(message, mark)


CHECK = Check(
    id="gray-line",
    title="Thin black lines are not in DeviceGray",
    rationale="DeviceGray always knocks out, and a thin line with white edges looks broken.",
    remedy="give black lines as DeviceCMYK 0 0 0 1",
    source="GWG 2022 R0012",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("line_overprint_below",),
)
