"""No place carries more ink than the press can take."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.gradients import heavy_pages
from samenspel.saying import say

SLACK = 3.0
"""Percent: pictures are rounded on their way, and so are plates."""
NEAR = 20.0
"""Percent by which a first look may make small text too bold; so near to the limit it is measured
exactly.
"""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        if document.suspected is not None and page.number not in document.suspected:
            continue
        found = document.measured(page)
        least = expected.ink_limit - SLACK
        if found is not None and least < found.coverage.point.percent < least + NEAR:
            found = document.measured(page, exact=True)
        if found is not None and found.coverage.point.percent > expected.ink_limit + SLACK:
            message = say(
                "{ink:.0f} % ink, more than {limit:g} %",
                ink=found.coverage.point.percent, limit=expected.ink_limit,
            )  # fmt: skip
            yield page.problem(message, page.square(found.coverage.point, 1.0))


def _suspects(document: Document, expected: Expectation) -> frozenset[int]:
    """A gradient's ink stands in no flat colour, so ``ink-coverage`` knows nothing of it."""
    return heavy_pages(document, expected.ink_limit + SLACK)


CHECK = Check(
    id="ink-point",
    title="No place carries more ink than the press can take",
    rationale=(
        "Pictures and inks that overprint add up: where there is too much, cards stick together."
    ),
    remedy="take pictures through the press profile, and choose builds with less ink",
    source="press preset",
    run=_run,
    thresholds=("ink_limit",),
    thorough=True,
    suspects=_suspects,
)
