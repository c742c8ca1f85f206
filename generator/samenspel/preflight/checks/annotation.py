"""No annotations and no form fields."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.values import entry


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        notes = entry(page.obj, "/Annots")
        if notes is not None and len(notes):
            yield Problem(f"{len(notes)} annotations", page.number)
    if "/AcroForm" in document.root:
        yield Problem("the file has a form with fields")


CHECK = Check(
    id="annotations",
    title="No annotations and no form fields",
    rationale=(
        "Notes, links and fields may or may not print; PDF/X forbids them where the page prints."
    ),
    remedy="remove annotations, links and form fields",
    source="PDF/X-4",
    run=_run,
)
