"""Backs stand the same way up as their fronts."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.page import PageView

LARGEST = 200.0
"""Millimetres: a page whose shorter side is longer is a sheet or a poster, no card."""


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    ways = {page.number: _turned(page) for page in document.pages}
    known = [way for way in ways.values() if way is not None]
    if known.count(False) < known.count(True) or True not in known:
        return  # none, or most of them: then that is the way up
    for page in document.pages:
        if ways[page.number]:
            message = "the page stands on its head, unlike the others"
            yield page.problem(message, page.trim, Severity.WARNING)


def _turned(page: PageView) -> bool | None:
    """Whether a card's page stands on its head; ``None`` for pages that have no way up."""
    return None if min(page.place(page.trim)[1]) > LARGEST else page.turned


CHECK = Check(
    id="page-turned",
    title="Backs stand the same way up as their fronts",
    rationale="When a page is turned by half against the others, the card is printed head to foot.",
    remedy="turn the page, or tell the shop along which side the cards are flipped",
    source="print shops' eye",
    run=_run,
    severity=Severity.WARNING,
)
