"""Small text is printed with one ink."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.checks.rich_black_text import rich_black
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import TEXT
from samenspel.preflight.tolerances import TYPE
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(TEXT):
            paint, size = mark.look.paint, mark.text_size
            small = size < expected.multi_ink_minimum - TYPE
            if small and len(paint.inks) > 1 and not rich_black(paint):
                message = say(
                    "text of {size:.3g} pt in {inks} inks", size=size, inks=len(paint.inks)
                )
                yield page.problem(message, mark, Severity.WARNING, mark.name, named=False)


CHECK = Check(
    id="text-multi-ink",
    title="Small text is printed with one ink",
    rationale=(
        "Where plates are a hair out of register, small letters of several inks grow coloured "
        "edges."
    ),
    remedy="use black or one ink for small text, or set it larger",
    source="GWG 2022 R0017",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("multi_ink_minimum",),
)
