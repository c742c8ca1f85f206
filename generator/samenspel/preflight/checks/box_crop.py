"""A CropBox is absent or equals the MediaBox."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.tolerances import BOX


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        crop = page.box("CropBox")
        if crop and max(abs(a - b) for a, b in zip(crop, page.media, strict=True)) > BOX:
            yield page.problem("the CropBox differs from the MediaBox", crop, subject="CropBox")


CHECK = Check(
    id="box-crop",
    title="A CropBox is absent or equals the MediaBox",
    rationale="Some programs place a page by its CropBox, and a smaller one cuts the bleed off.",
    remedy="leave the CropBox out",
    source="GWG 2022 R0003",
    run=_run,
)
