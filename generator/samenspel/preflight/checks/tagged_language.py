"""The file says in which language it is."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if expected.tagged and not str(entry(document.root, "/Lang") or "").strip():
        yield Problem("the file does not say in which language it is")


CHECK = Check(
    id="tagged-language",
    title="The file says in which language it is",
    rationale="A screen reader speaks Dutch as if it were English.",
    remedy="set the document's language",
    source="ISO 14289-1, 7.2",
    run=_run,
    thresholds=("tagged",),
)
