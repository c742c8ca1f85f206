"""Headings go down one level at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.pdf.tags import elements
from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

MANY = 20
"""Pages beyond which Acrobat's own check asks for bookmarks too."""
_LEVEL = re.compile(r"H([1-9])")


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    tree = entry(document.root, "/StructTreeRoot")
    if not expected.tagged or tree is None:
        return
    last = 0
    for kind, _ in elements(tree):
        level = _LEVEL.fullmatch(kind)
        if level is None:
            continue
        now = int(level[1])
        if now > last + 1:
            above = f"H{last}" if last else say("nothing")
            message = say("a heading {kind} follows {above}", kind=kind, above=above)
            yield Problem(message, subject=kind)
        last = now
    if len(document.pages) > MANY and entry(document.root, "/Outlines") is None:
        yield Problem("the file has many pages, and no bookmarks", severity=Severity.WARNING)


CHECK = Check(
    id="tagged-headings",
    title="Headings go down one level at a time",
    rationale="Who goes from heading to heading believes to have missed one.",
    remedy="begin with H1, leave out no level on the way down, and give a long file bookmarks",
    source="ISO 14289-1, 7.4.2",
    run=_run,
    thresholds=("tagged",),
)
