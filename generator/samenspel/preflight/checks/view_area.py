"""Viewers and printers show the whole page."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.values import entry, kind
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

KEYS = ("ViewArea", "ViewClip", "PrintArea", "PrintClip")
ALLOWED = ("", "MediaBox", "BleedBox")


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    wishes = entry(document.root, "/ViewerPreferences")
    for key in KEYS:
        value = kind(wishes, f"/{key}") if wishes is not None else ""
        if value not in ALLOWED:
            message = say("{key} is the {box}, which cuts the bleed off", key=key, box=value)
            yield Problem(message, subject=key)


CHECK = Check(
    id="view-area",
    title="Viewers and printers show the page with its bleed",
    rationale="A program that follows these wishes shows or prints the page without its bleed.",
    remedy="take the wishes out (ViewArea, ViewClip, PrintArea, PrintClip)",
    source="PDF/X; ISO 32000-1, 12.2",
    run=_run,
)
