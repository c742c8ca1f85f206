"""Every font is embedded."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.fonts import typeface
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    reported: set[str] = set()
    shown = document.shown_fonts
    for item in document.resources:
        face = typeface(item.value) if item.group == "Font" else None
        if face is None or face.embedded or face.name not in shown:
            continue
        if face.name not in reported:
            reported.add(face.name)
            page = shown[face.name]
            mark = page.first_in(face.name)
            message = say("the font {font} is not embedded", font=face.name)
            yield page.problem(message, mark, subject=face.name)


CHECK = Check(
    id="font-embedded",
    title="Every font is embedded",
    rationale=(
        "A font that is missing at the press is replaced by another, and lines break elsewhere."
    ),
    remedy="embed the font, or draw with one of the deck's own",
    source="PDF/X",
    run=_run,
)
