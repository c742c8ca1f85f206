"""Crop marks stand outside the bleed."""

from __future__ import annotations

from collections.abc import Iterator

from samenspel.diagnostics import Severity
from samenspel.pdf.colours import PROCESS
from samenspel.pdf.geometry import Box, area, inside, intersect
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import FILL, STROKE, TEXT, Mark
from samenspel.preflight.page import PageView
from samenspel.preflight.tolerances import PIXEL
from samenspel.units import to_points

STRAIGHT = 2.0
"""Points: a mark is a line along the page, no wider than this."""
SHORT = to_points(15.0)
"""Points: no crop mark is longer."""
WORDS = 12.0
"""Points: what a program writes beside a page is no larger."""
USUAL = 2.0
"""Millimetres of bleed around a page that states none."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        if not page.names_the_cut or not area(page.trim):
            continue  # ``box-missing`` reports that
        bleed = _bleed(page, expected)
        lines = page.of_kind(STROKE, FILL)
        found = next((mark for mark in lines if _misplaced(mark, page.trim, bleed)), None)
        if found is not None:
            message = "a crop mark reaches into the bleed"
            yield page.problem(message, found)
        if (line := _line_of_words(page, bleed)) is not None:
            yield page.problem("a line of text stands in the bleed", line)
        if (patch := _colour_bar(page, bleed)) is not None:
            yield page.problem("a bar of colours stands in the bleed", patch)


def _line_of_words(page: PageView, bleed: Box) -> Mark | None:
    """Small text that lies in the bleed as a whole, where no text runs over the cut."""
    texts = [mark for mark in page.of_kind(TEXT) if intersect(mark.extent, page.trim) is None]
    over = any(
        intersect(mark.extent, page.trim) and not inside(mark.extent, page.trim, 0)
        for mark in page.of_kind(TEXT)
    )
    beside = (one for one in texts if intersect(one.extent, bleed) and one.text_size <= WORDS)
    return None if over else next(beside, None)


def _colour_bar(page: PageView, bleed: Box) -> Mark | None:
    """The first of patches beside the cut that each print one ink, of which most are there."""
    found: dict[str, Mark] = {}
    for mark in page.of_kind(FILL):
        inks = mark.look.paint.inks
        beside = intersect(mark.extent, page.trim) is None and intersect(mark.extent, bleed)
        if beside and len(inks) == 1 and inks[0][0] in PROCESS:
            found.setdefault(inks[0][0], mark)
    return next(iter(found.values())) if len(found) >= len(PROCESS) - 1 else None


def _bleed(page: PageView, expected: Expectation) -> Box:
    stated = page.box("BleedBox")
    if stated is not None and stated != page.trim:
        return stated
    left, bottom, right, top = page.trim
    reach = to_points(expected.bleed or USUAL)
    return left - reach, bottom - reach, right + reach, top + reach


def is_crop_mark(mark: Mark) -> bool:
    """True for a short straight line along the page."""
    left, bottom, right, top = mark.box
    thin, long = sorted((right - left, top - bottom))
    return mark.kind in (STROKE, FILL) and thin <= STRAIGHT < long <= SHORT


def _misplaced(mark: Mark, trim: Box, bleed: Box) -> bool:
    """True for a short straight line outside the trim that begins inside the bleed."""
    if not is_crop_mark(mark) or mark.look.paint.white:
        return False
    beside = intersect(mark.extent, _shrunk(trim, PIXEL + mark.line_width)) is None
    return beside and intersect(mark.extent, _shrunk(bleed, PIXEL)) is not None


def _shrunk(box: Box, by: float) -> Box:
    left, bottom, right, top = box
    return left + by, bottom + by, right - by, top - by


CHECK = Check(
    id="marks-in-bleed",
    title="Crop marks stand outside the bleed",
    rationale="A mark inside the bleed stays on the card when the cutter is a hair off.",
    remedy="export with an offset of marks as large as the bleed, or without marks",
    source="print shops' eye",
    run=_run,
    severity=Severity.WARNING,
    thresholds=("bleed",),
)
