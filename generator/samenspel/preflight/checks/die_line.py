"""The die line is a spot of its own that overprints."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.die_lines import is_die_line
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import STROKE, Mark
from samenspel.preflight.spots import spots


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    shown = spots(document)
    if expected.die_line and expected.die_line not in shown:
        yield Problem(f'no die line in the spot "{expected.die_line}"', subject=expected.die_line)
    for page in document.pages:
        for mark in page.marks:
            paint = mark.look.paint
            names = [name for name in paint.space.spots if is_die_line(name, expected.die_line)]
            for name in names:
                for fault in _faults(mark):
                    yield page.problem(f'the die line "{name}" {fault}', mark, subject=name)


def _faults(mark: Mark) -> Iterator[str]:
    look = mark.look
    if look.paint.space.family != "Separation":
        yield f"is mixed with other inks ({look.paint.space})"
    elif look.paint.tints and min(look.paint.tints) < 1:
        yield f"is not solid ({look.paint.tints[0] * 100:g} %)"
    if not look.overprint:
        yield "knocks out what lies below"
    if mark.kind != STROKE:
        yield f"is a {mark.kind}, not a line"


CHECK = Check(
    id="die-line",
    title="The die line is a spot of its own that overprints",
    rationale=(
        "A die line that knocks out leaves a white line in the print, one in a process ink is "
        "printed."
    ),
    remedy="draw the die line as an overprinting line in its own spot colour",
    source="print shops (Onlineprinters, Puzzlefactory)",
    run=_run,
    thresholds=("die_line",),
)
