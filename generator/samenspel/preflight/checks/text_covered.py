"""No text lies under a shape."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.layering import MAX_LAYERS, hidden, hides
from samenspel.preflight.marks import TEXT
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        shapes = [(n, mark) for n, mark in enumerate(page.marks) if hides(mark)]
        for n, mark in enumerate(page.marks) if len(shapes) <= MAX_LAYERS else ():
            if mark.kind != TEXT:
                continue
            over = hidden(mark.extent, [one for m, one in shapes if m > n])
            if over is not None:
                message = say("text lies under a {kind} and does not show", kind=say(over.kind))
                yield page.problem(message, mark, subject=mark.name, named=False)


CHECK = Check(
    id="text-covered",
    title="No text lies under a shape",
    rationale=(
        "Text that is covered is mostly a mistake in the order of layers; people who search or "
        "listen to the file meet it all the same."
    ),
    remedy="bring the text to the front, or take it out",
    source="print shops' eye",
    run=_run,
    severity=Severity.WARNING,
)
