"""Nothing stands in the rounded corners."""

from __future__ import annotations

import math
from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.pdf.geometry import BOTTOM, LEFT, RIGHT, TOP
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.checks.safe_zone import nearest
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.objects import margins, page_objects
from samenspel.saying import say

CLEAR = 1.0
"""Millimetres between the arc and what must not be cut: a cutter's tolerance."""
CORNERS = ((LEFT, BOTTOM), (RIGHT, BOTTOM), (LEFT, TOP), (RIGHT, TOP))
"""The two sides that meet in each."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful if expected.radius else ():
        for item in page_objects(page):
            distance = margins(item, page)
            if nearest(item, page).distance < expected.safe:
                continue  # ``safe-zone`` reports what comes near to the straight cut
            if any(_sticks_out(distance[x], distance[y], expected.radius) for x, y in CORNERS):
                message = say(
                    "{kind} in a corner of {radius:g} mm radius",
                    kind=say(item.kind), radius=expected.radius,
                )  # fmt: skip
                yield page.problem(message, item.box, subject=item.name, named=False)


def _sticks_out(x: float, y: float, radius: float) -> bool:
    """True when the point at these distances from two edges lies too near the arc."""
    if not (0 < x < radius and 0 < y < radius):
        return False
    return math.hypot(radius - x, radius - y) > radius - CLEAR


CHECK = Check(
    id="corner-clear",
    title="Nothing stands in the rounded corners",
    rationale="Round corners take more away than the straight cut shows.",
    remedy="move it away from the corner",
    source="print shops (Onlineprinters, MeinSpiel)",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("radius",),
)
