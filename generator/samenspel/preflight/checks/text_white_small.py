"""White text is large enough to stay open."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
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
            if mark.look.paint.white and size < expected.white_text_minimum - TYPE:
                message = say(
                    "white text of {size:.3g} pt, under {least:g} pt",
                    size=size, least=expected.white_text_minimum,
                )  # fmt: skip
                yield page.problem(message, mark, subject=mark.name, named=False)


CHECK = Check(
    id="white-text-small",
    title="White text is large enough to stay open",
    rationale="Ink runs into small white letters, and they close.",
    remedy="set white text larger or bolder",
    source="GWG 2022 R0016",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("white_text_minimum",),
)
