"""The file has a structure tree, and says so."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.tags import elements
from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if not expected.tagged:
        return
    root = document.root
    tree = entry(root, "/StructTreeRoot")
    if tree is None or next(elements(tree), None) is None:
        yield Problem("the file has no structure tree")
        return
    if str(entry(entry(root, "/MarkInfo"), "/Marked")) != "True":
        yield Problem("the file does not say that it is tagged")
    if not document.claims.pdf_ua:
        yield Problem("the metadata do not call it PDF/UA")


CHECK = Check(
    id="tagged-tree",
    title="The file is tagged, and says so",
    rationale="Without a structure tree a screen reader guesses what is read, and in which order.",
    remedy="make it as a tagged PDF (PDF/UA-1)",
    source="ISO 14289-1, 5 and 7.1",
    run=_run,
    thresholds=("tagged",),
)
