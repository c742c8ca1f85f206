"""Pictures and drawings fill the bleed, too."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.checks import bleed_filled
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.words import AT
from samenspel.saying import say
from samenspel.units import Point, Size


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    reported = {problem.page for problem in bleed_filled.CHECK.run(document, expected)}
    severity = Severity.ERROR if expected.bleed else Severity.WARNING
    for page in document.pages:
        found = document.measured(page) if page.number not in reported else None
        for edge in found.edges if found is not None else ():
            x0, y0, x1, y1 = edge.box
            message = say("the bleed {place} is white beside colour", place=AT[edge.side])
            corner, extent = Point(x0, y0), Size(x1 - x0, y1 - y0)
            yield Problem(message, page.number, corner, severity, edge.side, extent)


CHECK = Check(
    id="bleed-white",
    title="Pictures and drawings fill the bleed, too",
    rationale=(
        "A picture may reach into the bleed and be white there; a white edge shows all the same."
    ),
    remedy="let the picture itself run on to the edge of the bleed",
    source="print shops; press preset",
    run=_run,
    severity=Severity.ERROR,
    thresholds=("bleed",),
    thorough=True,
)
