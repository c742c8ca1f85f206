"""No large area carries more ink than dries."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        found = document.measured(page)
        if found is not None and found.coverage.square.percent > expected.ink_mean_limit:
            message = say(
                "{ink:.0f} % ink as the mean of 15 × 15 mm, more than {limit:g} %",
                ink=found.coverage.square.percent, limit=expected.ink_mean_limit,
            )  # fmt: skip
            yield page.problem(message, page.square(found.coverage.square, 15.0))


CHECK = Check(
    id="ink-window",
    title="No large area carries more ink than dries",
    rationale="A large area with much ink stays wet, whatever its single places have.",
    remedy="choose lighter builds for large areas",
    source="GWG 2022 R0026",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("ink_mean_limit",),
    thorough=True,
)
