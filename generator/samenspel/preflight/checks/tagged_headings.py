"""Headings go down one level at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samenspel.pdf.tags import elements
from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

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


CHECK = Check(
    id="tagged-headings",
    title="Headings go down one level at a time",
    rationale="Who goes from heading to heading believes to have missed one.",
    remedy="begin with H1, and leave out no level on the way down",
    source="ISO 14289-1, 7.4.2",
    run=_run,
    thresholds=("tagged",),
)
