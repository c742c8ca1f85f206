"""The file is of a PDF version that its standard allows."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    stated = entry(document.root, "/Version")
    found = max(document.pdf.pdf_version, str(stated)[1:] if stated is not None else "")
    allowed = expected.version or document.rules(expected).version
    if found > allowed:
        message = say("the file is PDF {found}, newer than {allowed}", found=found, allowed=allowed)
        yield Problem(message)


CHECK = Check(
    id="version",
    title="The file is of a PDF version that its standard allows",
    rationale=(
        "Older workflows stop at a newer version: PDF/X-4 is PDF 1.6, the older standards 1.3 or "
        "1.4."
    ),
    remedy="write the file in the version named",
    source="PDF/X (ISO 15930)",
    run=_run,
    thresholds=("version",),
)
