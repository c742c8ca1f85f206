"""Every letter has its glyph."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import MISSING


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        for mark in page.unseen:
            if mark.kind == MISSING:
                message = f"a letter that the font {mark.name} does not have"
                yield page.problem(message, mark, subject=mark.name)


CHECK = Check(
    id="font-glyph",
    title="Every letter has its glyph",
    rationale="A letter that the font does not have is printed as a box, or not at all.",
    remedy="set the text in a font that has the letter",
    source="PDF/X; ISO 32000-1, 9.7.6.3",
    run=_run,
)
