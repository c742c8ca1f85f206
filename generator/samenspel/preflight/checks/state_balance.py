"""Every ``q`` has its ``Q``, and texts and marked contents end."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import UNBALANCED


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        found = (mark.name for mark in page.unseen if mark.kind == UNBALANCED)
        for what in dict.fromkeys(found):
            yield page.problem(what, subject=what)


CHECK = Check(
    id="state-balance",
    title="Every saved graphics state is restored, and none that was not saved",
    rationale=(
        "Where q and Q are no pairs, programs that place the page in another one carry a clip or a "
        "colour over to what follows, or stop."
    ),
    remedy="export the page anew",
    source="PDF/X; ISO 32000-1, 8.4.2",
    run=_run,
    severity=Severity.WARNING,
)
