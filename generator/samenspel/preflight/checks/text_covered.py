"""No text lies under a shape, or looks like what it stands on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.diagnostics import Severity
from samenspel.pdf.geometry import inside, intersect
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.layering import MAX_LAYERS, hidden, hides
from samenspel.preflight.marks import FILL, TEXT, Mark
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        shapes = [(n, mark) for n, mark in enumerate(page.marks) if hides(mark)]
        for n, mark in enumerate(page.marks) if len(shapes) <= MAX_LAYERS else ():
            if mark.kind != TEXT:
                continue
            over = hidden(mark.extent, [one for m, one in shapes if m > n])
            message: str
            if over is not None:
                message = say("text lies under a {kind} and does not show", kind=say(over.kind))
            elif _as_its_ground(page.marks, n):
                message = "text has the colour of what it stands on, and does not show"
            else:
                continue
            yield page.problem(message, mark, subject=mark.name, named=False)


def _as_its_ground(marks: Sequence[Mark], place: int) -> bool:
    """True for text in the very inks of a panel all around it, or white on bare paper."""
    text = marks[place]
    paint, box = text.look.paint, text.extent
    if not paint.known or text.look.see_through or text.tiled or text.look.keeps_ground:
        return False
    for ground in marks[place - 1 :: -1] if place else ():
        if ground.kind == TEXT or intersect(ground.extent, box) is None:
            continue
        around = ground.core is not None and inside(box, ground.core, 0)
        same = ground.look.paint.known and ground.look.paint.inks == paint.inks
        return around and same and hides(ground) and ground.kind == FILL
    return paint.white


CHECK = Check(
    id="text-covered",
    title="No text lies under a shape or looks like its ground",
    rationale=(
        "Text that is covered is mostly a mistake in the order of layers; people who search or "
        "listen to the file meet it all the same."
    ),
    remedy="bring the text to the front, or take it out",
    source="print shops' eye",
    run=_run,
    severity=Severity.WARNING,
)
