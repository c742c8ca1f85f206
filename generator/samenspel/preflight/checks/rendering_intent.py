"""Only the four rendering intents of PDF are named."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from samenspel.pdf.values import kind
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

KNOWN = ("", "AbsoluteColorimetric", "RelativeColorimetric", "Saturation", "Perceptual")


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for item in document.resources:
        if not isinstance(item.value, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        name = kind(item.value, "/RI" if item.group == "ExtGState" else "/Intent")
        if item.group in ("ExtGState", "XObject") and name not in KNOWN:
            message = say("the rendering intent {intent} in {name}", intent=name, name=item.name)
            yield Problem(message, item.page, subject=name)
    for page in document.doubtful:
        for mark in page.marks:
            if mark.look.intent not in KNOWN:
                name = mark.look.intent
                message = say("the rendering intent {intent}", intent=name)
                yield page.problem(message, mark, subject=name)
                break


CHECK = Check(
    id="rendering-intent",
    title="Only the four rendering intents of PDF are named",
    rationale="A name that no device knows is replaced by whatever it takes for the usual one.",
    remedy="name one of the standard rendering intents",
    source="PDF/X; ISO 32000-1, table 70",
    run=_run,
)
