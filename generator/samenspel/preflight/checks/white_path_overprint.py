"""White shapes do not overprint."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import FILL, IMAGE, STROKE
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(FILL, STROKE, IMAGE):
            letters = mark.kind == STROKE and mark.name  # ``white-text-overprint`` reports them
            if mark.look.paint.white and mark.look.overprint and not letters:
                message = say("a white {kind} overprints", kind=say(mark.kind))
                yield page.problem(message, mark)


CHECK = Check(
    id="white-path-overprint",
    title="White shapes do not overprint",
    rationale="White that overprints prints nothing: the shape vanishes.",
    remedy="turn overprint off for white",
    source="GWG 2022 R0008",
    run=_run,
    severity=Severity.WARNING,
)
