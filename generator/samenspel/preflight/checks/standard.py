"""The file says which standard it follows, and it is the one asked for."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    claimed, asked = document.claims.standard, expected.standard
    if not claimed and document.claims.packet is None and document.rules(expected).xmp:
        return  # ``metadata`` reports that there is nothing to read
    other, rules = document.claims.entry("GTS_PDFXVersion"), document.claims.rules
    if rules is not None and rules.xmp and other not in ("", claimed):
        message = say("the file claims {xmp} in XMP and {info} in Info", xmp=claimed, info=other)
        yield Problem(message, subject=other)
    if asked and claimed != asked:
        message = say("the file claims no standard, not {asked}", asked=asked)
        if claimed:
            message = say("the file claims {claimed}, not {asked}", claimed=claimed, asked=asked)
        yield Problem(message, subject=claimed)


CHECK = Check(
    id="standard",
    title="The file says which standard it follows, and it is the one asked for",
    rationale=(
        "A workflow chooses its rules by this claim, and stops a file that makes another one or "
        "none."
    ),
    remedy="export the file in the standard named",
    source="PDF/X; GWG 2022 R0001",
    run=_run,
    thresholds=("standard",),
)
