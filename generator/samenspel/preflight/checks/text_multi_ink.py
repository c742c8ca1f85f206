"""Small text is printed with one ink."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import TEXT

SLACK = 0.01
"""Points."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        for mark in page.of_kind(TEXT):
            inks = len(mark.look.paint.inks)
            if inks > 1 and mark.text_size < expected.multi_ink_minimum - SLACK:
                yield Problem(
                    f"text of {mark.text_size:.3g} pt in {inks} inks",
                    page.number,
                    page.position(mark),
                    Severity.WARNING,
                )


CHECK = Check(
    id="text-multi-ink",
    title="Small text is printed with one ink",
    rationale=(
        "Where plates are a hair out of register, small letters of several inks grow "
        "coloured edges."
    ),
    remedy="use black or one ink for small text, or set it larger",
    source="GWG 2022 R0017",
    run=_run,
)
