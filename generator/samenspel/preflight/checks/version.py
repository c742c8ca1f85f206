"""The file is of the PDF version that PDF/X-4 is built on."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.values import entry


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    stated = entry(document.root, "/Version")
    found = max(document.pdf.pdf_version, str(stated)[1:] if stated is not None else "")
    if found != expected.version:
        yield Problem(f"the file is PDF {found}, not {expected.version}")


CHECK = Check(
    id="version",
    title="The file is of the PDF version that PDF/X-4 is built on",
    rationale=("Older workflows stop at a newer version, and PDF/X-4 is PDF 1.6."),
    remedy="write the file as PDF 1.6",
    source="PDF/X-4",
    run=_run,
)
