"""Coloured text and shapes do not overprint what lies below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.diagnostics import Severity
from samenspel.pdf.colours import PROCESS, SPOTS
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.layering import below
from samenspel.preflight.marks import FILL, IMAGE, STROKE, TEXT, Mark
from samenspel.saying import say

SHAPES = (FILL, TEXT, STROKE, IMAGE)
"""Of pictures, stencils: only they have a colour."""
COLOURED = frozenset(PROCESS) - {"Black"}


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        reported: set[str] = set()
        for place, mark in enumerate(page.marks):
            name = f"{mark.kind} {mark.look.paint}"
            if mark.kind not in SHAPES or name in reported or not _mixes(page.marks, place):
                continue
            reported.add(name)
            message = say("a coloured {kind} overprints the colour below", kind=say(mark.kind))
            paint = str(mark.look.paint)
            yield page.problem(message, mark, subject=paint, named=False)


def _mixes(marks: Sequence[Mark], place: int) -> bool:
    """True when a process colour leaves an ink below that it has not got itself."""
    look = marks[place].look
    inks = {ink for ink, _ in look.paint.inks}
    if not look.keeps_ground or not inks & COLOURED or inks - set(PROCESS):
        return False
    own = set(PROCESS) if look.paint.space.family not in SPOTS else set(look.paint.space.colorants)
    return any(_others(mark, inks, own) for mark in below(marks, place))


def _others(mark: Mark, inks: set[str], own: set[str]) -> bool:
    """True when a ground has an ink that shows through; of a picture nobody knows."""
    paint = mark.look.paint
    if paint.white:
        return False
    found = {ink for ink, _ in paint.inks}
    return bool((found or {*PROCESS}) - inks) and bool(own or found)


CHECK = Check(
    id="colour-overprint",
    title="Coloured text and shapes do not overprint what lies below",
    rationale=(
        "A colour that overprints mixes with its ground: yellow on blue becomes green. It looks "
        "right on screens that do not show overprint."
    ),
    remedy="turn overprint off for everything but black",
    source="print shops' eye; GWG 2022 asks it of white alone",
    run=_run,
    severity=Severity.WARNING,
)
