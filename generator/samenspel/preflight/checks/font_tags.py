"""Each subset of a font has a tag of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from samenspel.pdf.fonts import typeface
from samenspel.pdf.limits import content
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

TAG = re.compile(r"[A-Z]{6}\+")


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    known: dict[str, pikepdf.Object] = {}
    for item in document.resources:
        face = typeface(item.value) if item.group == "Font" else None
        if face is None or face.program is None or not TAG.match(face.name):
            continue
        other = known.setdefault(face.name, face.program)
        if other.objgen != face.program.objgen and content(other) != content(face.program):
            message = say("two different subsets are called {font}", font=face.name)
            yield Problem(message, item.page, subject=face.name)


CHECK = Check(
    id="font-tags",
    title="Each subset of a font has a tag of its own",
    rationale="Two subsets under one name are merged by some programs, and letters go missing.",
    remedy="tag each subset with six capitals of its own",
    source="ISO 32000-1, 9.6.4",
    run=_run,
)
