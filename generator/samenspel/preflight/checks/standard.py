"""The file says which standard it follows, and it is the one asked for."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    told, asked = document.claims.standard, expected.standard
    if not told and document.claims.packet is None and document.rules(expected).xmp:
        return  # ``metadata`` tells that there is nothing to read
    other = document.claims.entry("GTS_PDFXVersion")
    if document.claims.rules is not None and document.claims.rules.xmp and other not in ("", told):
        yield Problem(f"the file claims {told} in XMP and {other} in Info", subject=other)
    if asked and told != asked:
        claim = f"claims {told}" if told else "claims no standard"
        yield Problem(f"the file {claim}, not {asked}", subject=told)


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
