"""Nothing is set in Courier."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for name, page in document.shown_fonts.items():
        if name.rpartition("+")[2].lower().startswith("courier"):
            message = say("text in {font}", font=name)
            yield page.problem(message, page.first_in(name), subject=name)


CHECK = Check(
    id="font-courier",
    title="Nothing is set in Courier",
    rationale="Courier is what programs put in place of a font that they do not have.",
    remedy="set the text in the font that was meant",
    source="GWG 2022 R0014",
    run=_run,
    severity=Severity.WARNING,
)
