"""Small text is not in a light tint."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import TEXT
from samenspel.preflight.tolerances import TYPE
from samenspel.saying import say

LIGHT = 50.0
"""Percent of the strongest ink, to which text is light."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(TEXT):
            look = mark.look
            strongest = look.alpha * max((tint for _, tint in look.paint.inks), default=0.0)
            small = mark.text_size < expected.light_text_minimum - TYPE
            if small and 0 < strongest < LIGHT:
                message = say(
                    "text of {size:.3g} pt in a tint of {tint:.0f} %",
                    size=mark.text_size, tint=strongest,
                )  # fmt: skip
                yield page.problem(message, mark, subject=mark.name, named=False)


CHECK = Check(
    id="text-light",
    title="Small text is not in a light tint",
    rationale=(
        "A tint is printed as dots: thin strokes of small letters break up between them, and grey "
        "on white is hard to read."
    ),
    remedy="set small text in a solid ink, or larger",
    source="print shops' eye",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("light_text_minimum",),
)
