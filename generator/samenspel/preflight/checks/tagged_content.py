"""All that is painted is read, or is an artifact."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.tags import unmarked
from samenspel.pdf.values import entry, inherited, parts
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if not expected.tagged or entry(document.root, "/StructTreeRoot") is None:
        return
    for page in document.pages:
        if unmarked(parts(page.page), inherited(page.obj, "/Resources")):
            yield page.problem("something on the page is neither tagged nor an artifact")


CHECK = Check(
    id="tagged-content",
    title="All that is painted is tagged or an artifact",
    rationale="What is neither may be read at any moment, or never.",
    remedy="tag it, or mark it as an artifact when it only decorates",
    source="ISO 14289-1, 7.1",
    run=_run,
    thresholds=("tagged",),
)
