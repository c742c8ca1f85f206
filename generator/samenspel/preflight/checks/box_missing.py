"""Every page says where it is cut, once."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.geometry import area
from samenspel.pdf.values import inherited
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        if page.box("MediaBox") is None:
            yield page.problem("no MediaBox", subject="MediaBox")
        trim, art = page.box("TrimBox"), page.box("ArtBox")
        if trim is None and art is None:
            above = inherited(page.obj, "/TrimBox") is not None
            message = "a TrimBox in the page tree counts for no page" if above else "no TrimBox"
            yield page.problem(message, subject="TrimBox")
        for name, box in (("TrimBox", trim), ("ArtBox", art)):
            if box is not None and not area(box):
                yield page.problem(say("a {name} without an area", name=name), subject=name)
        if trim and art:
            message = "a TrimBox and an ArtBox; only one of them may stand"
            yield page.problem(message, art, subject="ArtBox")


CHECK = Check(
    id="box-missing",
    title="Every page says where it is cut, once",
    rationale=(
        "Imposition software places pages by the TrimBox (or ArtBox); without it, or with both, "
        "it guesses."
    ),
    remedy="set the TrimBox when finishing the file",
    source="PDF/X",
    run=_run,
)
