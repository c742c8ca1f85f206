"""Text is not in rich black."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.pdf.colours import Paint
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import TEXT
from samenspel.saying import say

BLACK, TOTAL = 85.0, 280.0
"""Percent of black, and of all inks together."""


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(TEXT):
            paint = mark.look.paint
            if rich_black(paint):
                message = say("text in rich black ({ink:.0f} % ink)", ink=paint.total)
                yield page.problem(message, mark, subject=mark.name, named=False)


def rich_black(paint: Paint) -> bool:
    """True for black with much of the other inks."""
    return dict(paint.inks).get("Black", 0.0) >= BLACK and paint.total > TOTAL


CHECK = Check(
    id="rich-black-text",
    title="Text is not in rich black",
    rationale="Letters in four heavy inks fill in, and show coloured edges at the least shift.",
    remedy="set text in black alone",
    source="GWG 2022 R0015",
    run=_run,
    severity=Severity.WARNING,
)
