"""Backs stand the same way up as their fronts, and nothing stands in a mirror."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        if page.mirrored:
            yield page.problem("the page's text is mirrored", page.trim)
    ways = {page.number: page.turned for page in document.pages}
    known = [way for way in ways.values() if way is not None]
    if known.count(False) < known.count(True) or True not in known:
        return  # none, or most of them: then that is the way up
    for page in document.pages:
        if ways[page.number]:
            message = "the page stands on its head, unlike the others"
            yield page.problem(message, page.trim)


CHECK = Check(
    id="page-turned",
    title="Backs stand the same way up as their fronts",
    rationale="When a page is turned by half against the others, the card is printed head to foot.",
    remedy="turn the page, or tell the shop along which side the cards are flipped",
    source="print shops' eye",
    run=_run,
    severity=Severity.WARNING,
)
