"""Nothing is painted outside the bleed box."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.geometry import inside
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.tolerances import PIXEL
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        bleed = page.box("BleedBox")
        for mark in page.marks if bleed is not None else ():
            if not inside(mark.extent, page.bleed, PIXEL) and not mark.look.paint.white:
                message = say("{kind} reaches beyond the bleed", kind=say(mark.kind))
                yield page.problem(message, mark, subject=mark.name, named=False)


CHECK = Check(
    id="outside-bleed",
    title="Nothing is painted outside the bleed box",
    rationale="Whatever lies beyond the bleed lands on the neighbour of an imposed sheet.",
    remedy="clip the page to its bleed",
    source="deck's own rule",
    run=_run,
)
