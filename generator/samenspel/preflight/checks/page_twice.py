"""No card is in the file twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.page import PageView
from samenspel.saying import say

TWICE = 2
"""Pages that are alike: more of them are a back that cards share, or copies that are meant."""
LINES, LONG = 3, 1 / 3
"""A card to write on has so many lines, each longer than this share of its width."""


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    prints = document.page_prints
    alike: dict[bytes, list[int]] = {}
    for number, digest in enumerate(prints, start=1):
        alike.setdefault(digest, []).append(number)
    for numbers in alike.values():
        if len(numbers) == TWICE and not _shared(prints, numbers) and not _blank(document, numbers):
            first, second = numbers
            page = document.pages[second - 1]
            message = say("page {second} is the same as page {first}", second=second, first=first)
            yield page.problem(message, page.trim)


def _shared(prints: Sequence[bytes], numbers: Sequence[int]) -> bool:
    """True for the one back, or the one front, of a file of two cards; one side may be missing."""
    if numbers != list(range(len(prints) + 1))[numbers[0] :: 2] or numbers[0] > TWICE:
        return False
    others = {digest for n, digest in enumerate(prints, start=1) if n not in numbers}
    return len(others) > 1


def _blank(document: Document, numbers: Sequence[int]) -> bool:
    """True for cards to write on, which decks repeat; the lines may be on the other side."""
    pages = document.pages
    sides = (pages[number - 1] for number in numbers)
    backs = (pages[at] for number in numbers if (at := (number - 1) ^ 1) < len(pages))
    return any(_to_write_on(page) for page in (*sides, *backs))


def _to_write_on(page: PageView) -> bool:
    left, _, right, _ = page.trim
    long = 0
    for mark in page.lines:
        x0, y0, x1, y1 = mark.extent
        long += x1 - x0 > LONG * (right - left) and y1 - y0 < x1 - x0
    return long >= LINES


CHECK = Check(
    id="page-twice",
    title="No card is in the file twice",
    rationale="A card that is there twice mostly stands in the place of one that is missing.",
    remedy="put the card in its place that was meant, or tell the shop that both are",
    source="print shops' eye",
    run=_run,
    severity=Severity.WARNING,
)
