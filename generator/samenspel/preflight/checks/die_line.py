"""The die line is a spot of its own that overprints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

from samenspel.diagnostics import Severity
from samenspel.pdf.geometry import (
    BOTTOM,
    LEFT,
    RIGHT,
    SIDES,
    TOP,
    Side,
    distances,
    inside,
    intersect,
    union,
)
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.die_lines import is_die_line
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.layering import hides
from samenspel.preflight.marks import STROKE, Mark
from samenspel.preflight.page import PageView
from samenspel.preflight.spots import spots
from samenspel.preflight.tolerances import LINE
from samenspel.preflight.words import AT
from samenspel.saying import say
from samenspel.units import to_mm

THICK = 1.0
"""Points: a line that a blade follows is thinner."""
OFF = 0.3
"""Millimetres that the line may stand off the cut."""
ON = 0.1
"""Millimetres to which a line lies on the cut itself."""
WHOLE = 0.4
"""Share of the card from which a line goes around it; smaller ones are holes and slots."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    shown = spots(document)
    if expected.die_line and expected.die_line not in shown:
        name = expected.die_line
        yield Problem(say('no die line in the spot "{name}"', name=name), subject=name)
    lined: dict[int, str] = {}
    for page in document.doubtful:
        for name, marks in _lines(page, expected).items():
            lined[page.number] = name
            faults = {fault: mark for mark in reversed(marks) for fault in _faults(mark)}
            if not faults and (fault := _place_fault(page, marks)):
                faults[fault] = marks[0]
            if not faults and _covered(page, marks[0]):
                faults[say("lies under what knocks it out")] = marks[0]
            for fault, mark in faults.items():
                message = say('the die line "{name}" {fault}', name=name, fault=fault)
                yield page.problem(message, mark, subject=name)
        if page.names_the_cut and page.number not in lined:
            yield from _printed(page)
    yield from _missing(document, lined, bool(expected.die_line))


def _covered(page: PageView, line: Mark) -> bool:
    """True when a ground is painted after a line, over all of it, and does not overprint."""
    area = intersect(line.extent, page.trim) or line.extent
    later = page.marks[page.marks.index(line) + 1 :]
    return any(hides(one) and one.core is not None and inside(area, one.core, 0) for one in later)


def _printed(page: PageView) -> Iterator[Problem]:
    """A thin line in a printing ink that goes around the card on the cut itself."""
    for mark in page.of_kind(STROKE):
        thin = mark.line_width <= THICK and not mark.look.paint.white and not mark.name
        if thin and all(abs(to_mm(far)) <= ON for far in _off(page, [mark]).values()):
            message = "a line runs along the cut and is printed"
            yield page.problem(message, mark, Severity.WARNING)
            return


def _astray(page: PageView, mark: Mark) -> float:
    """How far a long straight line stands off the side of the cut that it runs along, in mm."""
    found = 0.0
    for one, other in ((LEFT, RIGHT), (BOTTOM, TOP)):
        near, far = one.across(mark.extent)
        low, high = one.along(mark.extent)
        start, end = one.along(page.trim)
        if far - near <= mark.line_width + LINE and high - low >= WHOLE * (end - start):
            at = (near + far) / 2
            found = to_mm(min(abs(at - side.edge(page.trim)) for side in (one, other)))
    return found


def _off(page: PageView, marks: Sequence[Mark]) -> dict[Side, float]:
    """How far lines taken together stay inside the cut at each side, in points."""
    box = marks[0].extent
    for mark in marks[1:]:
        box = union(box, mark.extent)
    half = max(mark.line_width for mark in marks) / 2
    left, bottom, right, top = box
    return distances((left + half, bottom + half, right - half, top - half), page.trim)


def _lines(page: PageView, expected: Expectation) -> dict[str, list[Mark]]:
    """The marks of each die line on a page."""
    found: dict[str, list[Mark]] = {}
    for mark in page.marks:
        for name in mark.look.paint.space.spots:
            if is_die_line(name, expected.die_line):
                found.setdefault(name, []).append(mark)
    return found


def _missing(document: Document, lined: Mapping[int, str], strict: bool) -> Iterator[Problem]:
    """Pages without the line that others have; it may be on fronts alone, or on one of its own."""
    pages = document.pages
    if not lined or len(lined) == len(pages):
        return
    name = next(iter(lined.values()))
    fronts = len(lined) > 1 and [*lined] == [page.number for page in pages][::2]
    if not strict and (fronts or _alone(pages, lined)):
        return
    for page in pages:
        if page.number not in lined:
            message = say('no die line "{name}" on this page', name=name)
            yield page.problem(message, None, subject=name)


def _alone(pages: Sequence[PageView], lined: Mapping[int, str]) -> bool:
    """True when the line is on one page that shows nothing else."""
    shown = [page for page in pages if page.number in lined]
    spots = {name for page in shown for mark in page.marks for name in mark.look.paint.space.spots}
    return len(shown) == 1 and all(
        set(mark.look.paint.space.spots) & spots for mark in shown[0].marks
    )


def _faults(mark: Mark) -> Iterator[str]:
    look = mark.look
    if look.paint.space.family != "Separation":
        yield say("is mixed with other inks ({space})", space=str(look.paint.space))
    elif look.paint.tints and min(look.paint.tints) < 1:
        yield say("is not solid ({tint:g} %)", tint=look.paint.tints[0] * 100)
    if look.see_through:
        yield "is see-through"
    if not look.overprint:
        yield "knocks out what lies below"
    if mark.dashed:
        yield "has gaps: a blade cuts them too, or leaves the card on the sheet"
    if mark.kind != STROKE:
        yield say("is a {kind}, not a line", kind=say(mark.kind))
    elif mark.line_width > THICK + LINE:
        yield say(
            "is {width:.3g} pt thick, more than {most:g} pt", width=mark.line_width, most=THICK
        )


def _place_fault(page: PageView, marks: Sequence[Mark]) -> str:
    """Where the line goes around the card, it lies on the cut."""
    inside = {side.name: to_mm(far) for side, far in _off(page, marks).items()}
    wide, high = page.place(page.trim).size
    width = wide - inside["left"] - inside["right"]
    height = high - inside["bottom"] - inside["top"]
    if not page.names_the_cut or width * height < WHOLE * wide * high:
        return ""
    off = max(*map(abs, inside.values()), *(_astray(page, mark) for mark in marks))
    if off > OFF:
        return say("lies {off:.1f} mm off the cut", off=off)
    bare = next((side for side in SIDES if not _lined(marks, side)), None)
    return say("is missing {place}", place=AT[bare.name]) if bare else ""


def _lined(marks: Sequence[Mark], side: Side) -> bool:
    """True when lines run along a side of the box around all of them, for half of it at least."""
    whole = reduce(union, (mark.extent for mark in marks))
    low, high = side.along(whole)
    found = 0.0
    for mark in marks:
        if abs(side.edge(mark.extent) - side.edge(whole)) <= mark.line_width + LINE:
            start, end = side.along(mark.extent)
            found += 0 if side.name[0].upper() in mark.open_sides else end - start
    return found >= (high - low) / 2


CHECK = Check(
    id="die-line",
    title="The die line is a thin line on the cut, in a spot of its own that overprints",
    rationale=(
        "A die line that knocks out leaves a white line in the print, one in a process ink is "
        "printed."
    ),
    remedy="draw the die line as an overprinting line in its own spot colour",
    source="print shops (Onlineprinters, Puzzlefactory)",
    run=_run,
    thresholds=("die_line",),
)
