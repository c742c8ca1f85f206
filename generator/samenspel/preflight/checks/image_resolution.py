"""Pictures have enough pixels for their size."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import IMAGE, Mark
from samenspel.preflight.tolerances import RESOLUTION
from samenspel.saying import say

SMALL = 16
"""Pictures of at most so many pixels a side are flat colour, not detail."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(IMAGE):
            error, warning = _limits(mark, expected)
            found = mark.resolution + RESOLUTION
            if max(mark.pixels) <= SMALL or found >= warning:
                continue
            limit = error if found < error else warning
            severity = Severity.ERROR if found < error else Severity.WARNING
            message = say(
                "{name} has {found:.0f} pixels an inch, fewer than {limit:g}",
                name=mark.name, found=found, limit=limit,
            )  # fmt: skip
            yield page.problem(message, mark, severity, mark.name)


def _limits(mark: Mark, expected: Expectation) -> tuple[float, float]:
    """Pictures of one bit have hard edges and need more."""
    if mark.bits == 1:
        return expected.bitmap_error, expected.bitmap_warning
    return expected.resolution_error, expected.resolution_warning


CHECK = Check(
    id="image-resolution",
    title="Pictures have enough pixels for their size",
    rationale="Below 150 pixels an inch the pixels show; below 225 details are soft.",
    remedy="use a larger picture or place it smaller",
    source="GWG 2022 R0031, R0032",
    run=_run,
    severity=Severity.ERROR,
    thresholds=("resolution_error", "resolution_warning", "bitmap_error", "bitmap_warning"),
)
