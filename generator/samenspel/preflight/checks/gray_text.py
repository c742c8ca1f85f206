"""Text is not in DeviceGray."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import TEXT


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    for page in document.pages:
        for mark in page.of_kind(TEXT):
            if mark.look.paint.space.family == "DeviceGray":
                yield Problem(
                    "text in DeviceGray", page.number, page.position(mark), Severity.WARNING
                )


CHECK = Check(
    id="gray-text",
    title="Text is not in DeviceGray",
    rationale=(
        "DeviceGray always knocks out, whatever the overprint says, so black text gets white edges."
    ),
    remedy="give black text as DeviceCMYK 0 0 0 1",
    source="GWG 2022 R0011",
    run=_run,
)
