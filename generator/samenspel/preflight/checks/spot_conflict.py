"""A spot colour looks the same wherever it is defined."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.pdf.colours import NO_PLATE, Space
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.spots import spot_looks, spot_mixtures, spots
from samenspel.saying import say


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    shown, known = spots(document), spot_looks(document)
    for name, looks in known.items():
        if len(looks) > 1 and name in shown:
            page, mark = shown[name]
            message = say('"{name}" is defined in {ways} ways', name=name, ways=len(looks))
            yield page.problem(message, mark, subject=name)
    for name, apart in spot_mixtures(document).items():
        if name in shown and len(known.get(name, ())) < 2:
            page, mark = shown[name]
            message = say(
                '"{name}" looks otherwise among other inks than alone, by {apart:.0f} %',
                name=name, apart=100 * apart,
            )  # fmt: skip
            yield page.problem(message, mark, subject=name)
    for page in document.doubtful:
        for mark in page.marks:
            for name in _twice(mark.look.paint.space):
                message = say('one colour space names "{name}" twice', name=name)
                yield page.problem(message, mark, subject=name)


def _twice(space: Space | None) -> list[str]:
    """Colorants that stand more than once in a DeviceN space (8.6.6.5)."""
    if space is None:
        return []
    names = [name for name in space.colorants if name != NO_PLATE]
    repeated = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    return repeated or _twice(space.behind)


CHECK = Check(
    id="spot-conflict",
    title="A spot colour looks the same wherever it is defined",
    rationale="Where one name has two looks, proofs and screens show whichever they meet first.",
    remedy="define the spot once",
    source="PDF/X-4",
    run=_run,
)
