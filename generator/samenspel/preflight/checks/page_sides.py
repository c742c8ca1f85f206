"""Every front has its back."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    count = len(document.pages)
    if expected.duplex and count % 2 and count > 1:  # one page alone is printed on one side
        message = say(
            "{pages} pages: {fronts} fronts and {backs} backs",
            pages=count, fronts=count // 2 + 1, backs=count // 2,
        )  # fmt: skip
        yield Problem(message, count)


CHECK = Check(
    id="page-sides",
    title="Every front has its back",
    rationale="With an odd number of pages one side is missing, and backs land on other cards.",
    remedy="give each card two pages, the front and its back",
    source="print shops' rule (MeinSpiel, MB Print)",
    run=_run,
    thresholds=("duplex",),
)
