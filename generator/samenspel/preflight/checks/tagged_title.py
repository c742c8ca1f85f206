"""The file has a title, which programs show."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.values import entry
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if not expected.tagged:
        return
    if not document.claims.title:
        yield Problem("the file has no title in its metadata")
    shown = entry(entry(document.root, "/ViewerPreferences"), "/DisplayDocTitle")
    if str(shown) != "True":
        yield Problem("programs show the file's name and not its title")


CHECK = Check(
    id="tagged-title",
    title="The file has a title, and programs show it",
    rationale="A screen reader begins with the name of the file.",
    remedy="set a title, and ViewerPreferences /DisplayDocTitle to true",
    source="ISO 14289-1, 7.1",
    run=_run,
    thresholds=("tagged",),
)
