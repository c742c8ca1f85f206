"""Every page states MediaBox, TrimBox and BleedBox."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation

NEEDED = ("MediaBox", "TrimBox", "BleedBox")


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        missing = [name for name in NEEDED if page.box(name) is None]
        if missing:
            yield Problem(f"no {' and no '.join(missing)}", page.number)
        if page.box("TrimBox") and page.box("ArtBox"):
            yield Problem("a TrimBox and an ArtBox; only one of them may stand", page.number)


CHECK = Check(
    id="box-missing",
    title="Every page states MediaBox, TrimBox and BleedBox",
    rationale=(
        "Imposition software places pages by the TrimBox and cuts bleed by the BleedBox; "
        "without them it guesses."
    ),
    remedy="set the boxes when finishing the file",
    source="PDF/X-4 (trim); GWG 2022",
    run=_run,
)
