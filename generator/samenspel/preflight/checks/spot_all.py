"""Nothing is painted on all plates at once."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.pdf.geometry import intersect
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if expected.marks:
        return
    for page in document.pages:
        for mark in page.marks:
            if "All" in mark.look.paint.space.spots and intersect(mark.extent, page.bleed):
                message = f"a {mark.kind} on all plates"
                yield page.problem(message, mark, Severity.WARNING, "All")


CHECK = Check(
    id="spot-all",
    title="Nothing is painted on all plates at once",
    rationale=(
        "The colour All is for crop marks; on the card it is four solids on top of each other."
    ),
    remedy="use black, and All for marks outside the bleed",
    source="GWG 2022 R0024",
    run=_run,
    severity=Severity.WARNING,
)
