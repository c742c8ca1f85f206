"""The file has as many pages as were asked for."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import counted


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    found = len(document.pages)
    if expected.pages is not None and found != expected.pages:
        message = counted(
            "1 page, expected {expected}",
            "{count} pages, expected {expected}",
            count=found,
            expected=expected.pages,
        )
        yield Problem(message)


CHECK = Check(
    id="page-count",
    title="The file has as many pages as were asked for",
    rationale=(
        "A missing or surplus page shifts fronts against backs, and every card after it is wrong."
    ),
    remedy="build the product again; report it if that does not help",
    source="deck's own rule",
    run=_run,
)
