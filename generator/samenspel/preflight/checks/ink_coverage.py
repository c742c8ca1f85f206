"""No flat colour asks for more ink than the press carries."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.checks.rich_black_text import rich_black
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import FILL, IMAGE, STROKE, TEXT, Mark
from samenspel.preflight.page import PageView
from samenspel.preflight.tolerances import TINT
from samenspel.saying import say

SQUARE = 15.0
"""Millimetres: a flat ground of this size has its ink as its mean, too (R0026)."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        reported: set[str] = set()
        for mark in page.of_kind(FILL, STROKE, TEXT, IMAGE):
            paint = mark.look.paint
            severity, limit = _limit(mark, page, expected)
            if paint.total <= limit + TINT or str(paint) in reported or _rich(mark):
                continue
            reported.add(str(paint))
            message = say(
                "{kind} with {ink:.0f} % ink, more than {limit:g} %",
                kind=say(mark.kind), ink=paint.total, limit=limit,
            )  # fmt: skip
            yield page.problem(message, mark, severity, str(paint), named=False)


def _limit(mark: Mark, page: PageView, expected: Expectation) -> tuple[Severity, float]:
    """What holds for a colour: for a large ground also the limit of means, as a warning."""
    large = mark.kind == FILL and min(page.place(mark.extent).size) >= SQUARE
    over = mark.look.paint.total > expected.ink_limit + TINT
    if large and not over:
        return Severity.WARNING, min(expected.ink_limit, expected.ink_mean_limit)
    return Severity.ERROR, expected.ink_limit


def _rich(mark: Mark) -> bool:
    """Text that ``rich-black-text`` reports."""
    return mark.kind == TEXT and rich_black(mark.look.paint)


CHECK = Check(
    id="ink-coverage",
    title="No flat colour asks for more ink than the press carries",
    rationale="Too much ink does not dry: cards stick together and set off on each other.",
    remedy="choose a build with less ink",
    source="press preset; GWG 2022 R0026 for means",
    run=_run,
    thresholds=("ink_limit", "ink_mean_limit"),
)
