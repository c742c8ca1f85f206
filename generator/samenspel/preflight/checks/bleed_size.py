"""There is as much bleed as was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.geometry import intersect
from samenspel.units import to_mm

SLACK = 0.01
"""Millimetres."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        trim, bleed = page.trim, intersect(page.bleed, page.media) or page.media
        sides = trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]
        least = to_mm(min(sides))
        if least < expected.bleed - SLACK:
            some = f"{least:.2f} mm bleed" if least >= SLACK else "no bleed on one side or more"
            message = f"{some}, not {expected.bleed:g} mm"
            yield page.problem(message, bleed, subject="BleedBox")


CHECK = Check(
    id="bleed-size",
    title="There is as much bleed as was asked for",
    rationale="Cutters are a millimetre off at times; with too little bleed a white edge shows.",
    remedy=(
        "export the page with the bleed that the print shop asks for; sheets that carry their own "
        "marks are checked with --bleed 0"
    ),
    source="press preset",
    run=_run,
    thresholds=("bleed",),
)
