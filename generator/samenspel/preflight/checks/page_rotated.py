"""Pages are neither rotated nor scaled by a page entry."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        if page.rotate % 360:
            yield Problem(f"the page is rotated by {page.rotate}°", page.number)
        if page.user_unit != 1:
            yield Problem(f"the page has a UserUnit of {page.user_unit:g}", page.number)


CHECK = Check(
    id="page-rotated",
    title="Pages are neither rotated nor scaled by a page entry",
    rationale=(
        "Imposition software is not at one on Rotate and UserUnit, and a turned or scaled "
        "card is waste."
    ),
    remedy="draw the page upright at its true size",
    source="GWG 2022 R0002 and R0004",
    run=_run,
)
