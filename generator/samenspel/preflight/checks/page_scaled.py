"""Pages are not scaled by a page entry."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        if page.user_unit != 1:
            yield page.problem(say("the page has a UserUnit of {unit:g}", unit=page.user_unit))


CHECK = Check(
    id="page-scaled",
    title="Pages are not scaled by a page entry",
    rationale="Many programs ignore UserUnit, and then the card is printed in another size.",
    remedy="draw the page at its true size",
    source="GWG 2022 R0002",
    run=_run,
)
