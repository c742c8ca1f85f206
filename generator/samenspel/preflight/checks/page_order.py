"""Fronts and backs follow each other as the print shop asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

WORDS = {
    "front-back": "each front is followed by its back",
    "back-front": "each back is followed by its front",
    "separate": "fronts and backs are files of their own",
    "halves": "all fronts come first, then all backs",
    "mixed": "two fronts or two backs follow each other",
}
LEAST = 4
"""Pages from which an order can be seen."""
MANY = 3
"""Equal pages that are the back of all cards, wherever they stand."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if not expected.page_order or len(document.pages) < LEAST:
        return
    found = _order(document.page_prints)
    if found and found != expected.page_order:
        asked = WORDS[expected.page_order]
        message = say("{found}; the shop asks that {asked}", found=WORDS[found], asked=asked)
        yield Problem(message)


def _order(prints: Sequence[bytes]) -> str:
    """The order as a back that all cards share shows it, or an empty text."""
    half = len(prints) // 2
    for name, fronts, backs in (
        ("front-back", prints[::2], prints[1::2]),
        ("back-front", prints[1::2], prints[::2]),
        ("halves", prints[:half], prints[half:]),
    ):
        if len(fronts) == len(backs) == len(set(fronts)) and len(set(backs)) == 1:
            return name
    equal = max(map(prints.count, prints))
    shared = equal >= MANY and len(set(prints)) == equal + 1 and len(prints) == 2 * equal
    return "mixed" if shared else ""


CHECK = Check(
    id="page-order",
    title="Fronts and backs follow each other as the print shop asks",
    rationale="In another order every card gets a stranger's back, or two fronts.",
    remedy="put the pages in the order that the shop asks for",
    source="print shops' rule (MeinSpiel, DriveThruCards, LongPack)",
    run=_run,
    thresholds=("page_order",),
)
