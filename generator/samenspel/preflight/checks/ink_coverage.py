"""No flat colour asks for more ink than the press carries."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.checks.rich_black_text import rich_black
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import FILL, STROKE, TEXT, Mark

SLACK = 0.05
"""Percent: tints are written with a few digits."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        told: set[str] = set()
        for mark in page.of_kind(FILL, STROKE, TEXT):
            paint = mark.look.paint
            if paint.total <= expected.ink_limit + SLACK or str(paint) in told or _rich(mark):
                continue
            told.add(str(paint))
            message = (
                f"{mark.kind} with {paint.total:.0f} % ink, more than {expected.ink_limit:g} %"
            )
            yield page.problem(message, mark, subject=str(paint))


def _rich(mark: Mark) -> bool:
    """Text that ``rich-black-text`` tells."""
    return mark.kind == TEXT and rich_black(mark.look.paint)


CHECK = Check(
    id="ink-coverage",
    title="No flat colour asks for more ink than the press carries",
    rationale="Too much ink does not dry: cards stick together and set off on each other.",
    remedy="choose a build with less ink",
    source="press preset; GWG 2022 R0026 for means",
    run=_run,
    thresholds=("ink_limit",),
)
