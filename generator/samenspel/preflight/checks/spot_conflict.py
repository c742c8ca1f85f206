"""A spot colour looks the same wherever it is defined."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.spots import spot_looks, spots


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    shown = spots(document)
    for name, looks in spot_looks(document).items():
        if len(looks) > 1 and name in shown:
            page, mark = shown[name]
            yield page.problem(f'"{name}" is defined in {len(looks)} ways', mark, subject=name)


CHECK = Check(
    id="spot-conflict",
    title="A spot colour looks the same wherever it is defined",
    rationale="Where one name has two looks, proofs and screens show whichever they meet first.",
    remedy="define the spot once",
    source="PDF/X-4",
    run=_run,
)
