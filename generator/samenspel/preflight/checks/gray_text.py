"""Small black text is not in DeviceGray."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import TEXT
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(TEXT):
            paint, small = mark.look.paint, mark.text_size < expected.overprint_below
            if paint.space.family == "DeviceGray" and small and not paint.white:
                message = say("text of {size:.3g} pt in DeviceGray", size=mark.text_size)
                yield page.problem(message, mark, subject=mark.name, named=False)


CHECK = Check(
    id="gray-text",
    title="Small black text is not in DeviceGray",
    rationale=(
        "DeviceGray always knocks out, whatever the overprint says, so black text gets white edges."
    ),
    remedy="give black text as DeviceCMYK 0 0 0 1",
    source="GWG 2022 R0011",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("overprint_below",),
)
