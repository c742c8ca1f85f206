"""White text does not overprint."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import STROKE, TEXT


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(TEXT, STROKE):
            if mark.name and mark.look.paint.white and mark.look.overprint:
                yield page.problem("white text overprints", mark, subject=mark.name, named=False)


CHECK = Check(
    id="white-text-overprint",
    title="White text does not overprint",
    rationale="White that overprints prints nothing: the text vanishes.",
    remedy="turn overprint off for white",
    source="GWG 2022 R0007",
    run=_run,
)
