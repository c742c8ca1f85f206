"""Small black text overprints."""

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
            small = mark.text_size < expected.overprint_below
            if small and mark.look.paint.solid_black and not mark.look.keeps_ground:
                how = "with overprint mode 0" if mark.look.overprint else "without overprint"
                message = say("black text of {size:.3g} pt {how}", size=mark.text_size, how=how)
                yield page.problem(message, mark, subject=mark.name, named=False)


CHECK = Check(
    id="black-text-overprint",
    title="Small black text overprints",
    rationale=(
        "Black text that knocks out its ground shows white edges at the least shift of the plates."
    ),
    remedy="draw it in DeviceCMYK black with overprint on and overprint mode 1",
    source="GWG 2022 R0009",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("overprint_below",),
)
