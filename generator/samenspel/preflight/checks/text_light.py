"""Small text is not in a light tint."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.layering import below
from samenspel.preflight.marks import TEXT, Look, Mark
from samenspel.preflight.tolerances import TYPE
from samenspel.saying import say

LIGHT = 50.0
"""Percent of the strongest ink, to which text is light."""
FAINT = 15.0
"""Percent of another ink up to which yellow stays yellow."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for place, mark in enumerate(page.marks):
            if mark.kind != TEXT:
                continue
            look = mark.look
            strongest = look.alpha * max((tint for _, tint in look.paint.inks), default=0.0)
            small = mark.text_size < expected.light_text_minimum - TYPE
            if small and 0 < strongest < LIGHT:
                message = say(
                    "text of {size:.3g} pt in a tint of {tint:.0f} %",
                    size=mark.text_size, tint=strongest,
                )  # fmt: skip
                yield page.problem(message, mark, subject=mark.name, named=False)
            elif small and _pale(look) and not any(map(_dark, below(page.marks, place))):
                message = say(
                    "text of {size:.3g} pt in yellow on a light ground", size=mark.text_size
                )
                yield page.problem(message, mark, subject=mark.name, named=False)


def _pale(look: Look) -> bool:
    """True for yellow, however full: it is hardly darker than paper."""
    inks = dict(look.paint.inks)
    return inks.pop("Yellow", 0.0) >= LIGHT and max(inks.values(), default=0.0) < FAINT


def _dark(mark: Mark) -> bool:
    """True for a ground that yellow stands out on; of a picture nobody knows."""
    inks = dict(mark.look.paint.inks)
    inks.pop("Yellow", None)
    return not mark.look.paint.known or max(inks.values(), default=0.0) >= LIGHT


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
