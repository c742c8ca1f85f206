"""Every letter has its glyph."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import MISSING, Mark
from samenspel.preflight.page import PageView
from samenspel.saying import counted


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    first: dict[str, tuple[PageView, Mark]] = {}
    pages: dict[str, set[int]] = {}
    for page in document.doubtful:
        for mark in page.unseen:
            if mark.kind == MISSING:
                first.setdefault(mark.name, (page, mark))
                pages.setdefault(mark.name, set()).add(page.number)
    for name, (page, mark) in first.items():
        count = len(pages[name])
        message = counted(
            "letters that the font {font} does not have",
            "letters that the font {font} does not have, on {count} pages",
            count=count,
            font=name,
        )
        yield page.problem(message, mark, subject=name)


CHECK = Check(
    id="font-glyph",
    title="Every letter has its glyph",
    rationale="A letter that the font does not have is printed as a box, or not at all.",
    remedy="set the text in a font that has the letter",
    source="PDF/X; ISO 32000-1, 9.7.6.3",
    run=_run,
)
