"""Only the blend modes of PDF are named."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.saying import say

KNOWN = frozenset({
    "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge",
    "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color",
    "Luminosity",
})  # fmt: skip


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        reported: set[str] = set()
        for mark in page.marks:
            name = mark.look.blend
            if name not in KNOWN and name not in reported:
                reported.add(name)
                message = say("the blend mode {mode}", mode=name)
                yield page.problem(message, mark, subject=name)


CHECK = Check(
    id="blend-mode",
    title="Only the blend modes of PDF are named",
    rationale="A mode that no device knows is taken for Normal, and the picture looks different.",
    remedy="use one of the standard blend modes",
    source="PDF/X-4; ISO 32000-1, 11.3.5",
    run=_run,
)
