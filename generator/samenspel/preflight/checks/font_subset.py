"""Embedded fonts are subsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.pdf.fonts import typeface
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

TAG = re.compile(r"[A-Z]{6}\+")


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    reported: set[str] = set()
    for item in document.resources:
        face = typeface(item.value) if item.group == "Font" else None
        if face is None or face.program is None or TAG.match(face.name) or face.name in reported:
            continue
        reported.add(face.name)
        message = say("the font {font} is not a subset", font=face.name)
        yield Problem(message, item.page, subject=face.name)


CHECK = Check(
    id="font-subset",
    title="Embedded fonts are subsets",
    rationale=(
        "Whole fonts bloat the file, and hand a font on to people who have no licence for it."
    ),
    remedy="let the program that writes the file embed only the letters in use",
    source="deck's own rule; ISO 32000-1, 9.6.4",
    run=_run,
    severity=Severity.WARNING,
)
