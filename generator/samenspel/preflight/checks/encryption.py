"""The file is not encrypted."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    if document.pdf.is_encrypted:
        yield Problem("the file is encrypted")


CHECK = Check(
    id="encryption",
    title="The file is not encrypted",
    rationale=("A press cannot open a protected file, and PDF/X forbids protection of any kind."),
    remedy="save the file without a password",
    source="PDF/X-4",
    run=_run,
)
