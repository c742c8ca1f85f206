"""Text and drawings stay clear of the cut."""

from __future__ import annotations

import math
from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import TEXT
from samenspel.preflight.objects import Thing, margins, things
from samenspel.preflight.page import PageView

SLACK = 0.05
"""Millimetres."""
SIDES = ("left", "bottom", "right", "top")


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.pages if expected.safe else ():
        if page.box("TrimBox") is None and page.box("ArtBox") is None:
            continue  # ``box-missing`` tells that nobody knows where the cut is
        for thing in things(page):
            side, distance = nearest(thing, page)
            if distance >= expected.safe - SLACK:
                continue
            how = "is cut" if distance < 0 else f"lies {distance:.1f} mm from the cut"
            severity = Severity.ERROR if distance < 0 else Severity.WARNING
            message = f"{thing.kind} {how} at the {side}, not {expected.safe:g} mm"
            yield page.problem(message, thing.box, severity, thing.name)


def nearest(thing: Thing, page: PageView) -> tuple[str, float]:
    """The side where it comes nearest to the cut. What is no text may run on beyond it."""
    found = [
        (distance, side)
        for side, distance in zip(SIDES, margins(thing, page), strict=True)
        if thing.kind == TEXT or distance > SLACK
    ]
    distance, side = min(found, default=(math.inf, ""))
    return side, distance


CHECK = Check(
    id="safe-zone",
    title="Text and drawings stay clear of the cut",
    rationale=(
        "Cutters are a millimetre off at times: what lies at the edge is cut into, or stands askew."
    ),
    remedy="move it away from the edge, or let it run on into the bleed",
    source="press preset (print shops ask for 3 to 5 mm)",
    run=_run,
    severity=Severity.ERROR,
    thresholds=("safe",),
)
