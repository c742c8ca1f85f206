"""Trim lies inside bleed, bleed inside the medium."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.geometry import inside
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.tolerances import BOX
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        bleed, trim = page.box("BleedBox"), page.box("TrimBox") or page.box("ArtBox")
        if bleed and not inside(bleed, page.media, BOX):
            yield page.problem("the BleedBox leaves the MediaBox", bleed, subject="BleedBox")
        if trim and not inside(trim, bleed or page.media, BOX):
            outer = "BleedBox" if bleed else "MediaBox"
            message = say("the TrimBox leaves the {outer}", outer=outer)
            yield page.problem(message, trim, subject="TrimBox")


CHECK = Check(
    id="box-order",
    title="Trim lies inside bleed, bleed inside the medium",
    rationale=(
        "A trim outside the bleed cannot be cut, and a bleed outside the medium is not there."
    ),
    remedy="set the boxes when finishing the file",
    source="PDF/X; ISO 32000-1, 14.11.2",
    run=_run,
)
