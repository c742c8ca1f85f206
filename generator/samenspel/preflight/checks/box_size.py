"""The trim has the size that was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.tolerances import TRIM
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful if expected.trim else ():
        width, height = page.place(page.trim).size
        wide, high = expected.trim or (width, height)
        if abs(width - wide) > TRIM or abs(height - high) > TRIM:
            message = say(
                "the trim is {width:.2f} × {height:.2f} mm, not {wide:g} × {high:g} mm",
                width=width, height=height, wide=wide, high=high,
            )  # fmt: skip
            yield page.problem(message, page.trim, subject="TrimBox", named=False)


CHECK = Check(
    id="box-size",
    title="The trim has the size that was asked for",
    rationale="A card that is a millimetre too large jams the box.",
    remedy="build with the right format",
    source="deck's own rule",
    run=_run,
)
