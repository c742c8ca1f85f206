"""Pages are not rotated by a page entry."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        if page.rotate % 360:
            message = say("the page is rotated by {angle}°", angle=page.rotate)
            yield page.problem(message)


CHECK = Check(
    id="page-rotated",
    title="Pages are not rotated by a page entry",
    rationale="Imposition software is not at one on Rotate, and a turned card is waste.",
    remedy="draw the page upright",
    source="GWG 2022 R0004",
    run=_run,
    severity=Severity.WARNING,
)
