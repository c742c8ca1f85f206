"""No two spot colours look the same."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.spots import plain_name, spot_solids, spots
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    shown = spots(document)
    known: dict[bytes, str] = {}
    for name, look in spot_solids(document).items():
        other = known.setdefault(look, name) if name in shown else name
        if other != name and plain_name(other) != plain_name(name):
            page, mark = shown[name]
            message = say('"{other}" and "{name}" look the same', other=other, name=name)
            yield page.problem(message, mark, subject=name)


CHECK = Check(
    id="spot-twins",
    title="No two spot colours look the same",
    rationale="Two names for one look are mostly one ink meant twice, and cost two plates.",
    remedy="give the spot one name throughout",
    source="GWG 2022 R0023",
    run=_run,
)
