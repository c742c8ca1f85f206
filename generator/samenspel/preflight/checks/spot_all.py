"""Nothing is painted on all plates at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from samenspel.diagnostics import Severity
from samenspel.pdf.colours import ALL_PLATES
from samenspel.pdf.geometry import Box, intersect
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.checks.marks_in_bleed import is_crop_mark
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.layering import below
from samenspel.preflight.marks import TEXT, Mark
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        places = [at for at, mark in enumerate(page.marks) if _on_all(mark)]
        cut = _cut_out(page.marks[at] for at in places)
        for at in places:
            mark = page.marks[at]
            if intersect(mark.extent, page.bleed) and not _beside(page.marks, at, cut):
                message = say("a {kind} on all plates", kind=say(mark.kind))
                yield page.problem(message, mark, subject=ALL_PLATES, named=False)


def _on_all(mark: Mark) -> bool:
    return ALL_PLATES in mark.look.paint.space.spots


def _cut_out(marks: Iterable[Mark]) -> Box | None:
    """From the first to the last crop mark each way; ``None`` where they do not stand both ways.

    Upright marks say where is cut across, lying ones how high.
    """
    across: list[float] = []
    up: list[float] = []
    for left, bottom, right, top in (mark.box for mark in marks if is_crop_mark(mark)):
        if top - bottom > right - left:
            across.append((left + right) / 2)
        else:
            up.append((bottom + top) / 2)
    return (min(across), min(up), max(across), max(up)) if across and up else None


def _beside(marks: Sequence[Mark], at: int, cut: Box | None) -> bool:
    """True for a mark on bare paper, as those between a sheet's cards are, and for its slug."""
    mark = marks[at]
    slug = mark.kind == TEXT and cut is not None and intersect(mark.extent, cut) is None
    bare = all(one.look.paint.white for one in below(marks, at))
    return bare and (slug or is_crop_mark(mark))


CHECK = Check(
    id="spot-all",
    title="Nothing is painted on all plates at once",
    rationale=(
        "The colour All is for crop marks; on the card it is four solids on top of each other."
    ),
    remedy="use black, and All for crop marks and what stands beyond them",
    source="GWG 2022 R0024",
    run=_run,
    severity=Severity.WARNING,
)
