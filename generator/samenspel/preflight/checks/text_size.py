"""No text is smaller than can be read."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import TEXT
from samenspel.preflight.tolerances import TYPE
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(TEXT):
            size = mark.text_size
            if size < expected.text_minimum - TYPE:
                message = say(
                    "text of {size:.3g} pt, smaller than {least:g} pt",
                    size=size, least=expected.text_minimum,
                )  # fmt: skip
                yield page.problem(message, mark, subject=mark.name, named=False)


CHECK = Check(
    id="text-size",
    title="No text is smaller than can be read",
    rationale="Below 7 points people at a table cannot read a card, and counters fill in.",
    remedy="set the text larger",
    source="deck's own rule",
    run=_run,
    thresholds=("text_minimum",),
)
