"""The trim has the size that was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.tolerances import TRIM


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful if expected.trim else ():
        width, height = page.place(page.trim)[1]
        wanted = expected.trim or (width, height)
        if abs(width - wanted[0]) > TRIM or abs(height - wanted[1]) > TRIM:
            words = f"{width:.2f} × {height:.2f} mm, not {wanted[0]:g} × {wanted[1]:g} mm"
            yield page.problem(f"the trim is {words}", page.trim, subject="TrimBox", named=False)


CHECK = Check(
    id="box-size",
    title="The trim has the size that was asked for",
    rationale="A card that is a millimetre too large jams the box.",
    remedy="build with the right format",
    source="deck's own rule",
    run=_run,
)
