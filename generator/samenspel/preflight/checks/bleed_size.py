"""There is as much bleed as was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.pdf.geometry import distances, inside, intersect
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.page import PageView
from samenspel.preflight.tolerances import TRIM
from samenspel.saying import say
from samenspel.units import to_mm, to_points


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        trim, bleed = page.trim, intersect(page.bleed, page.media) or page.media
        least = to_mm(min(distances(trim, bleed).values()))
        if least < expected.bleed - TRIM:
            some = "no bleed on one side or more"
            if least >= TRIM:
                some = say("{least:.2f} mm bleed", least=least)
            message = say("{some}, not {asked:g} mm", some=some, asked=expected.bleed)
            severity = Severity.ERROR
            if _white_along_cut(page, expected.bleed):
                message += ", but nothing is printed near the cut"
                severity = Severity.INFO
            yield page.problem(message, bleed, severity, subject="BleedBox", named=False)


def _white_along_cut(page: PageView, reach: float) -> bool:
    """True for pages with white all along the cut, as sheets with marks of their own have."""
    left, bottom, right, top = page.trim
    inset = to_points(reach)
    middle = left + inset, bottom + inset, right - inset, top - inset
    return all(inside(mark.extent, middle, 0) for mark in page.marks if not mark.look.paint.white)


CHECK = Check(
    id="bleed-size",
    title="There is as much bleed as was asked for",
    rationale="Cutters are a millimetre off at times; with too little bleed a white edge shows.",
    remedy=(
        "export the page with the bleed that the print shop asks for; imposed sheets, which carry "
        "their own marks, need none"
    ),
    source="press preset",
    run=_run,
    thresholds=("bleed",),
)
