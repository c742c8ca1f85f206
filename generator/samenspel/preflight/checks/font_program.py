"""The programs of all fonts can be read."""

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
        if face is None or face.name not in shown or face.name in reported or not face.fault:
            continue
        reported.add(face.name)
        page = shown[face.name]
        message = say("the program of the font {font} {fault}", font=face.name, fault=face.fault)
        yield page.problem(message, page.first_in(face.name), subject=face.name)


CHECK = Check(
    id="font-program",
    title="The programs of all fonts can be read",
    rationale=(
        "A RIP cannot draw with a font program that is empty, cut off or damaged: it takes another "
        "font, leaves the text out, or stops."
    ),
    remedy="embed the font anew, from a font file that is whole",
    source="PDF/X; ISO 32000-1, 9.9",
    run=_run,
)
