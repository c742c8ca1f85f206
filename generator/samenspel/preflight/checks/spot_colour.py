"""No spot colour that was not asked for."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.spots import spots
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    allowed = expected.spots | {expected.die_line}
    for name, (page, mark) in spots(document).items():
        if name not in allowed:
            message = say('the spot colour "{name}"', name=name)
            yield page.problem(message, mark, subject=name)


CHECK = Check(
    id="spot-colour",
    title="No spot colour that was not asked for",
    rationale=(
        "Each spot is one more plate to pay for, and a job for four inks with a fifth is stopped."
    ),
    remedy="use the press colours, or a profile or press that allows the spot",
    source="GWG 2022 R0020",
    run=_run,
    thresholds=("spots",),
)
