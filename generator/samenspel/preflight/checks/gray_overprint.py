"""DeviceGray is not set to overprint."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import FILL, IMAGE, STROKE, TEXT, Mark
from samenspel.saying import say


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        for mark in page.of_kind(FILL, STROKE, TEXT, IMAGE):
            look, paint = mark.look, mark.look.paint
            gray = paint.space.family == "DeviceGray" and paint.known and not paint.white
            if look.overprint and gray and not _reported(mark, expected):
                message = say("a {kind} in DeviceGray overprints", kind=say(mark.kind))
                yield page.problem(message, mark)


def _reported(mark: Mark, expected: Expectation) -> bool:
    """Lines and text that ``gray-line`` and ``gray-text`` report."""
    if mark.kind == TEXT:
        return mark.text_size < expected.overprint_below
    return mark.kind == STROKE and mark.line_width < expected.line_overprint_below


CHECK = Check(
    id="gray-overprint",
    title="DeviceGray is not set to overprint",
    rationale=(
        "DeviceGray knocks out whatever the overprint says: what was meant to lie on top cuts a "
        "hole."
    ),
    remedy="give the colour as DeviceCMYK with black alone",
    source="GWG 2022 R0013",
    run=_run,
    severity=Severity.WARNING,
)
