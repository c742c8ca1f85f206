"""Everything that a page calls for is in the file."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import LOST
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.unseen:
            if mark.kind == LOST:
                message = say("the page calls for the {what}, which is not there", what=mark.name)
                yield page.problem(message, subject=mark.name)


CHECK = Check(
    id="missing-resource",
    title="Everything that a page calls for is there",
    rationale=(
        "A RIP leaves out what it does not find, a picture or a whole plate, or it stops; screens "
        "often show nothing of it."
    ),
    remedy="export the page anew, in a program that shows it as it should be",
    source="PDF/X; ISO 32000-1, 7.8.3",
    run=_run,
)
