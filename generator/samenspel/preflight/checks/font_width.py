"""Letters are as wide as the file says."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import MISPLACED
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    reported: set[str] = set()
    for page in document.doubtful:
        for mark in page.unseen:
            if mark.kind == MISPLACED and mark.name not in reported:
                reported.add(mark.name)
                message = say(
                    "letters of the font {font} have other widths than the file says",
                    font=mark.name,
                )
                yield page.problem(message, mark, subject=mark.name)


CHECK = Check(
    id="font-width",
    title="Letters are as wide as the file says",
    rationale=(
        "Where file and font disagree, letters overlap or stand apart, and each program follows "
        "another of the two."
    ),
    remedy="embed the font that the text was set in, and export the page again",
    source="ISO 32000-1, 9.7.4.3; PDF/A has it as a rule",
    run=_run,
    severity=Severity.WARNING,
)
