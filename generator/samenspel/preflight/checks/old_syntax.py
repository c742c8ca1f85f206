"""Nothing in the file is newer than the standard that it claims."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.values import kind, whole
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

NEWER = ("/JPXDecode", "/JBIG2Decode", "/Crypt")
"""Filters that came with PDF 1.4 and 1.5."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    if document.rules(expected).live:
        return
    if kind(document.pdf.trailer, "/Type") == "XRef":
        message, what = "compressed objects (PDF 1.5)", "cross-reference stream"
        yield Problem(message, subject=what, subject_named=False)
    if "/OCProperties" in document.root:
        yield Problem("layers (PDF 1.5)", subject="OCProperties", subject_named=False)
    for stream in document.streams:
        for name in NEWER:
            if name in str(stream.get("/Filter", "")):
                message = say("compression by {filter}", filter=name[1:])
                yield Problem(message, subject=name[1:])
        if kind(stream) == "OpenType":
            yield Problem("an OpenType font (PDF 1.6)")
        if kind(stream) == "Image" and whole(stream, "/BitsPerComponent", 8) == 16:
            yield Problem("a picture of 16 bits (PDF 1.5)")


CHECK = Check(
    id="old-syntax",
    title="Nothing in the file is newer than the standard that it claims",
    rationale=(
        "A workflow for PDF/X-1a or X-3 reads PDF 1.3 or 1.4; what came later it drops, or it "
        "stops."
    ),
    remedy="export the file anew in the standard that it claims",
    source="PDF/X-1a and X-3 (ISO 15930-4, -6)",
    run=_run,
    thresholds=("standard",),
)
