"""All that a page paints can be measured."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        found = document.measured(page)
        for what in found.left_out if found is not None else ():
            message = say("the ink is not measured in full: {what}", what=what)
            yield page.problem(message)


CHECK = Check(
    id="ink-measured",
    title="All that a page paints can be measured",
    rationale=(
        "What has to be converted or blended by the press first has no ink that could be added up: "
        "there may be more of it than the figures say."
    ),
    remedy="flatten the page in the press's colours, and measure again",
    source="how the plates are made (docs/proofing.md)",
    run=_run,
    severity=Severity.INFO,
    thorough=True,
)
