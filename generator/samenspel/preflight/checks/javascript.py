"""No JavaScript, actions or attachments."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.values import entry


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    names = entry(document.root, "/Names")
    for key, what in (("/JavaScript", "JavaScript"), ("/EmbeddedFiles", "attached files")):
        if entry(names, key) is not None:
            yield Problem(f"the file has {what}")
    action = entry(document.root, "/OpenAction")
    if action is not None and str(entry(action, "/S") or "") not in ("", "/GoTo"):
        yield Problem(f"the file acts on opening: {str(action.S)[1:]}")
    if "/AA" in document.root:
        yield Problem("the file has additional actions")
    for page in document.pages:
        if "/AA" in page.obj:
            yield Problem("the page has actions", page.number)


CHECK = Check(
    id="javascript",
    title="No JavaScript, actions or attachments",
    rationale=("A file for a press does nothing by itself; programs refuse files that might."),
    remedy="remove scripts, actions and attached files",
    source="PDF/X-4",
    run=_run,
)
