"""Text and drawings stay clear of the cut."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import TEXT
from samenspel.preflight.objects import PageObject, margins, page_objects
from samenspel.preflight.page import PageView
from samenspel.preflight.tolerances import PLACE
from samenspel.preflight.words import AT
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful if expected.safe else ():
        if not page.names_the_cut:
            continue  # ``box-missing`` reports that
        for item in page_objects(page):
            near = nearest(item, page)
            if near.distance >= expected.safe - PLACE:
                continue
            cut = near.distance < 0
            how = "is cut" if cut else say("lies {far:.1f} mm from the cut", far=near.distance)
            severity = Severity.ERROR if cut else Severity.WARNING
            message = say(
                "{kind} {how} {place}, not {safe:g} mm",
                kind=say(item.kind), how=how, place=AT[near.side], safe=expected.safe,
            )  # fmt: skip
            yield page.problem(message, item.box, severity, item.name, named=False)


@dataclass(frozen=True, slots=True)
class Nearest:
    """The side where something comes nearest to the cut, and how near in mm."""

    side: str
    distance: float


def nearest(item: PageObject, page: PageView) -> Nearest:
    """The side where it comes nearest to the cut. What is no text may run on beyond it."""
    found = [
        Nearest(side.name, distance)
        for side, distance in margins(item, page).items()
        if item.kind == TEXT or distance > PLACE
    ]
    return min(found, key=lambda one: one.distance, default=Nearest("", math.inf))


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
