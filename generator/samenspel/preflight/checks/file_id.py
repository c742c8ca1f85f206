"""The file has its two identifiers."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    found = entry(document.pdf.trailer, "/ID")
    if not isinstance(found, pikepdf.Array) or len(found) != 2 or not all(map(bytes, found)):
        yield Problem("the trailer has no ID of two parts")


CHECK = Check(
    id="file-id",
    title="The file has its two identifiers",
    rationale="Workflows tell versions of a file apart by its ID, and PDF/X asks for it.",
    remedy="write the file anew with an ID in its trailer",
    source="PDF/X; ISO 32000-1, 14.4",
    run=_run,
)
