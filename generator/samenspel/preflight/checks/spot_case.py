"""No two inks differ only in how their name is written."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.colours import PROCESS
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.spots import plain_name, spots
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    known = {plain_name(ink): ink for ink in PROCESS}
    for name, (page, mark) in spots(document).items():
        other = known.setdefault(plain_name(name), name)
        if other != name:
            message = say(
                '"{other}" and "{name}" are one name written twice', other=other, name=name
            )
            yield page.problem(message, mark, subject=name)


CHECK = Check(
    id="spot-case",
    title="No two inks differ only in how their name is written",
    rationale="Cutcontour and CutContour are two plates, where one was meant.",
    remedy="give the spot one name throughout",
    source="GWG 2022 R0022",
    run=_run,
)
