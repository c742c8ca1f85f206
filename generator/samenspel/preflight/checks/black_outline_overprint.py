"""Black outlines on colour overprint, also the thicker ones and those drawn as shapes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.diagnostics import Severity
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.layering import on_colour
from samenspel.preflight.marks import FILL, STROKE, Mark
from samenspel.preflight.page import PageView
from samenspel.saying import say

THICKEST = 6.0
"""Points: a line that is thicker is a shape, whose edges a press can hold."""
LETTERS = 6
"""Small black shapes on one line from which they are taken for letters in outlines."""
LINE = 1.0
"""Points by which the feet of letters on one line may differ."""
APART = 1.0
"""Letters of a line, words among them, stand no further apart than so many times the tallest."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        found = list(_black(page, expected))
        lines = [mark for mark in found if mark.kind == STROKE or mark.stands_for_line]
        shapes = [mark for mark in found if mark.kind == FILL and not mark.stands_for_line]
        letters = _in_a_row(shapes)
        if lines:
            message = say(
                "a black outline of {width:.3g} pt knocks out the colour below",
                width=lines[0].line_width,
            )
            yield page.problem(message, lines[0], subject=lines[0].name, named=False)
        if letters:
            message = say(
                "{count} small black shapes in a row knock out the colour below",
                count=len(letters),
            )
            yield page.problem(message, letters[0])


def _in_a_row(shapes: Sequence[Mark]) -> list[Mark]:
    """The first shapes that stand on one line and are enough for text; dots in a drawing do not."""
    rows: dict[tuple[int, int], list[Mark]] = {}
    for mark in shapes:
        rows.setdefault((mark.art, round(mark.extent[1] / LINE)), []).append(mark)
    near = (run for row in rows.values() if len(row) >= LETTERS for run in _runs(row))
    return next((run for run in near if len(run) >= LETTERS), [])


def _runs(row: Sequence[Mark]) -> Iterator[list[Mark]]:
    """What of a row stands as near to each other as letters do; signs of a pattern do not."""
    run: list[Mark] = []
    far = APART * max(mark.extent[3] - mark.extent[1] for mark in row)
    for mark in sorted(row, key=lambda one: one.extent[0]):
        if run and mark.extent[0] - run[-1].extent[2] > far:
            yield run
            run = []
        run.append(mark)
    yield run


def _black(page: PageView, expected: Expectation) -> Iterator[Mark]:
    """Black that knocks out: outlines which ``black-line-overprint`` leaves, and small shapes."""
    for place, mark in enumerate(page.marks):
        if not mark.look.paint.solid_black or mark.look.keeps_ground:
            continue
        judged = _outline(mark, expected) or _letter(mark, expected)
        if judged and on_colour(page.marks, place):
            yield mark


def _outline(mark: Mark, expected: Expectation) -> bool:
    if mark.kind == STROKE:
        return expected.line_overprint_below <= mark.line_width < THICKEST
    return mark.kind == FILL and 0 < mark.line_width < THICKEST


def _letter(mark: Mark, expected: Expectation) -> bool:
    """True for a shape as small as a letter of text that should overprint."""
    left, bottom, right, top = mark.extent
    return mark.kind == FILL and max(right - left, top - bottom) < expected.overprint_below


CHECK = Check(
    id="black-outline-overprint",
    title="Black outlines on colour overprint",
    rationale=(
        "Around a black outline that knocks out its ground, paper shows at the least shift of the "
        "plates; around small shapes, too."
    ),
    remedy="let black outlines and letters in outlines overprint",
    source="print shops' eye",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("line_overprint_below", "overprint_below"),
)
