"""Nothing is painted on all plates at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.diagnostics import Severity
from samenspel.pdf.colours import ALL_PLATES
from samenspel.pdf.geometry import intersect
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.checks.marks_in_bleed import is_crop_mark
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.layering import below
from samenspel.preflight.marks import Mark
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for place, mark in enumerate(page.marks):
            if ALL_PLATES not in mark.look.paint.space.spots:
                continue
            if intersect(mark.extent, page.bleed) and not _crop_mark(page.marks, place):
                message = say("a {kind} on all plates", kind=say(mark.kind))
                yield page.problem(message, mark, Severity.WARNING, ALL_PLATES, named=False)


def _crop_mark(marks: Sequence[Mark], place: int) -> bool:
    """True for a mark that stands on bare paper, as those between the cards of a sheet do."""
    return is_crop_mark(marks[place]) and all(one.look.paint.white for one in below(marks, place))


CHECK = Check(
    id="spot-all",
    title="Nothing is painted on all plates at once",
    rationale=(
        "The colour All is for crop marks; on the card it is four solids on top of each other."
    ),
    remedy="use black, and All for marks outside the bleed",
    source="GWG 2022 R0024",
    run=_run,
    severity=Severity.WARNING,
)
