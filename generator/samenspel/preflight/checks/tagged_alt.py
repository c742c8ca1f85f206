"""Figures say in words what they show."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.tags import elements
from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation

SHOWN = ("Figure", "Formula")


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    tree = entry(document.root, "/StructTreeRoot")
    if not expected.tagged or tree is None:
        return
    numbers = {page.obj.objgen: page.number for page in document.pages}
    for kind, one in elements(tree):
        words = (entry(one, "/Alt"), entry(one, "/ActualText"))
        if kind in SHOWN and not any(str(word).strip() for word in words if word is not None):
            page = entry(one, "/Pg")
            number = numbers.get(page.objgen, 0) if page is not None else 0
            yield Problem("a figure has no words for what it shows", number)


CHECK = Check(
    id="tagged-alt",
    title="Figures say in words what they show",
    rationale="A screen reader says “image” and nothing more.",
    remedy="give each figure an alternative text, or make it an artifact",
    source="ISO 14289-1, 7.3",
    run=_run,
    thresholds=("tagged",),
)
