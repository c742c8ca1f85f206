"""No page is empty."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.pdf.geometry import Box, intersect
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import Mark


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        stated = page.box("MediaBox") is not None  # else ``box-missing`` reports it
        if stated and not any(_prints(mark, page.bleed) for mark in page.marks):
            yield page.problem("nothing is printed on the page")


def _prints(mark: Mark, bleed: Box) -> bool:
    shows = mark.look.alpha > 0 and not mark.look.paint.white
    return shows and intersect(mark.extent, bleed) is not None


CHECK = Check(
    id="page-empty",
    title="No page is empty",
    rationale="An empty page is usually a mistake in the export, and is printed and paid for.",
    remedy="leave the page out, or say that it is meant to be blank",
    source="GWG 2022 R0005",
    run=_run,
    severity=Severity.WARNING,
)
