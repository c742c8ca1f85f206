"""Small text is printed with one ink."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.checks.rich_black_text import rich_black
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import FILL, STROKE, TEXT, Mark
from samenspel.preflight.page import PageView
from samenspel.preflight.tolerances import TYPE
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(TEXT):
            paint, size = mark.look.paint, mark.text_size
            if size >= expected.multi_ink_minimum - TYPE or rich_black(paint):
                continue
            inks = {ink for ink, _ in paint.printing} | _outlined(page, mark)
            if len(inks) > 1:
                message = say("text of {size:.3g} pt in {inks} inks", size=size, inks=len(inks))
                yield page.problem(message, mark, subject=mark.name, named=False)


def _outlined(page: PageView, text: Mark) -> set[str]:
    """The inks of the outlines of letters, and of the cells of a pattern in them."""
    lines = [one for one in page.of_kind(STROKE) if one.name and one.name == text.name]
    if text.tiled:
        lines += page.of_kind(FILL, STROKE)
    return {ink for one in lines if one.box == text.box for ink, _ in one.look.paint.printing}


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
