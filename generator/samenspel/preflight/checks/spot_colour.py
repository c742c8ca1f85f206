"""No spot colour that was not asked for."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation

PROCESS = frozenset({"Cyan", "Magenta", "Yellow", "Black", "None"})


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        told: set[str] = set()
        for mark in page.marks:
            unknown = set(mark.look.paint.space.colorants) - PROCESS - expected.spots - told
            for name in sorted(unknown):
                yield Problem(f'the spot colour "{name}"', page.number, page.position(mark))
            told |= unknown


CHECK = Check(
    id="spot-colour",
    title="No spot colour that was not asked for",
    rationale=(
        "Each spot is one more plate to pay for, and a job for four inks with a fifth is stopped."
    ),
    remedy="use the press colours, or name the spot in the expectation",
    source="GWG 2022 R0020, R0024",
    run=_run,
)
