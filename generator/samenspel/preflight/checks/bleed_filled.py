"""Colour that reaches the cut runs on through the bleed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samenspel.diagnostics import Severity
from samenspel.pdf.geometry import SIDES, Box, Side, intersect
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import FILL, IMAGE, SHADING, STROKE, Mark
from samenspel.preflight.page import PageView
from samenspel.preflight.words import AT
from samenspel.saying import say
from samenspel.units import to_mm, to_points

GROUNDS = (FILL, IMAGE, SHADING)
INSIDE, EDGE = to_points(0.3), to_points(0.2)
"""How far inside the cut and inside the bleed's edge is looked: further than files round."""
STEP = to_points(1.5)
"""How often is looked: shorter gaps are the ends of lines."""
MOST_STEPS = 10_000
"""How many places are looked at along a side at most: 15 m of them, more than any sheet."""
GAP = 1.5 * STEP
"""Places with so much between them belong to two stretches: one place left out parts them."""
LEAST = to_points(0.5)
"""Bleed that counts as none."""
PANEL = to_points(5.0)
"""What is smaller is no picture and no panel."""
STRAIGHT = 0.75
"""Share of its length from which a side is straight; of a disc 0.7 is surely painted."""
USUAL = 2.0
"""Millimetres of bleed that are asked for where no press names any."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one ground paints on a line along a side, in points."""

    start: float
    end: float
    inked: bool
    """False for white, which covers what lies below it."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    for page in document.doubtful:
        if not page.names_the_cut:
            continue  # ``box-missing`` reports that
        grounds = list(_grounds(page))
        for side in SIDES:
            found = _open(page, grounds, side, expected.bleed)
            if found is not None:
                open_edge = say(
                    "colour reaches the cut, but not through the bleed, {place}",
                    place=AT[side.name],
                )
                none = _room(page, side) < LEAST
                severity = Severity.ERROR if none else _severity(expected)
                yield page.problem(open_edge, found, severity, side.name)
                continue
            stopping = _stopping(page, grounds, side, to_points(expected.bleed))
            if stopping is not None:
                message = _stops(page, stopping, side)
                yield page.problem(message, stopping, _severity(expected), side.name)


def _severity(expected: Expectation) -> Severity:
    """How bad missing bleed is: for a press that asks for some, and for one that does not."""
    return Severity.ERROR if expected.bleed else Severity.WARNING


def _stops(page: PageView, mark: Mark, side: Side) -> str:
    """How a mark ends too early, in words."""
    over = _beyond(page, mark, side)
    if over < LEAST:
        return say("a {kind} stops at the cut {place}", kind=say(mark.kind), place=AT[side.name])
    return say(
        "a {kind} stops {over:.1f} mm beyond the cut {place}",
        kind=say(mark.kind), place=AT[side.name], over=to_mm(over),
    )  # fmt: skip


def _beyond(page: PageView, mark: Mark, side: Side) -> float:
    """Points by which a mark reaches beyond the cut."""
    return (side.edge(mark.extent) - side.edge(page.trim)) * side.outwards


def _stopping(page: PageView, grounds: Sequence[Mark], side: Side, asked: float) -> Mark | None:
    """A picture or a panel that ends at the cut, or between it and the bleed that is asked for,
    although another ground runs on below it.
    """
    cut = side.edge(page.trim)
    most = max(asked - EDGE, LEAST)
    if _room(page, side) < LEAST:
        return None
    for mark in grounds:
        near, far = side.across(mark.extent)
        over = _beyond(page, mark, side)
        low, high = side.along(mark.extent)
        if not -EDGE <= over < most or far - near < PANEL or high - low < PANEL:
            continue
        if not _straight(mark, side) or mark.look.paint.white or not mark.sure:
            continue
        middle = (low + high) / 2
        inner = _top(grounds, side, cut - side.outwards * INSIDE, middle)
        outer = _top(grounds, side, cut + side.outwards * (max(over, 0.0) + LEAST), middle)
        if inner is None or outer is None or grounds[inner].extent != mark.extent:
            continue  # what a pattern's cells paint lies on top of its panel
        if mark.kind == IMAGE or grounds[outer].look.paint != mark.look.paint:
            return mark
    return None


def _grounds(page: PageView) -> Iterator[Mark]:
    """What may be a panel; a straight line as thick as one ends where it was drawn to."""
    for mark in page.marks:
        if mark.kind in GROUNDS:
            yield mark
        elif mark.kind == STROKE and mark.core is not None:
            yield mark.moved_to(mark.core).with_core(mark.core)


def _straight(mark: Mark, side: Side) -> bool:
    """True for what ends in a straight line at a side, but for its corners: no disc does."""
    if mark.core is None:
        return False
    low, high = side.along(mark.extent)
    start, end = side.along(mark.core)
    return end - start >= STRAIGHT * (high - low)


def _top(grounds: Sequence[Mark], side: Side, across: float, along: float) -> int | None:
    """Which ground was painted last at a place."""
    for place in range(len(grounds) - 1, -1, -1):
        near, far = side.across(grounds[place].extent)
        low, high = side.along(grounds[place].extent)
        if near <= across <= far and low <= along <= high:
            return place
    return None


def _room(page: PageView, side: Side) -> float:
    """Points between the cut and the end of the bleed, which the page itself may end."""
    end = side.edge(intersect(page.bleed, page.media) or page.media)
    return (end - side.edge(page.trim)) * side.outwards


def _open(page: PageView, grounds: Sequence[Mark], side: Side, asked: float) -> Box | None:
    """Where one side's bleed is white beside colour that is cut: the first such strip."""
    cut = side.edge(page.trim)
    there = _room(page, side)
    if there < to_points(asked) - EDGE:
        return None  # ``bleed-size`` reports that
    wanted = to_points(asked or USUAL)
    deep = min(there, wanted) if there >= LEAST else 0.0
    within = _stretches(grounds, side, cut - side.outwards * INSIDE, unsure=True)
    if not any(one.inked for one in within):
        return None  # no colour is cut: a sheet's edge
    beyond = (
        _stretches(grounds, side, cut + side.outwards * (deep - EDGE), unsure=False) if deep else []
    )
    low, high = side.along(page.trim)
    if _covered(beyond, low, high):
        return None
    bare = [at for at in _steps(low, high) if _inked(within, at) and not _inked(beyond, at)]
    if not bare:
        return None
    last = next((one for one, other in pairwise(bare) if other - one > GAP), bare[-1])
    along = max(bare[0] - STEP / 2, low), min(last + STEP / 2, high)
    return side.box((cut, cut + side.outwards * wanted), along)


def _stretches(grounds: Sequence[Mark], side: Side, place: float, *, unsure: bool) -> list[Stretch]:
    """What lies on a line along a side, in the order of painting.

    Of what is not sure, ink is taken as asked for.
    """
    found = []
    for mark in grounds:
        near, far = side.across(mark.extent)
        inked = not mark.look.paint.white
        if near <= place <= far and (mark.sure or inked == unsure):
            found.append(Stretch(*side.along(mark.extent), inked))
    return found


def _covered(stretches: Sequence[Stretch], low: float, high: float) -> bool:
    """True when one ground prints all along, and no white lies on it."""
    for one in reversed(stretches):
        if not one.inked or (one.start <= low and one.end >= high):
            return one.inked
    return False


def _steps(low: float, high: float) -> list[float]:
    """The middles of equal steps; of a side as long as no sheet is, longer ones."""
    count = max(int(min((high - low) / STEP, MOST_STEPS)), 1)
    return [low + (n + 0.5) * (high - low) / count for n in range(count)]


def _inked(stretches: Sequence[Stretch], place: float) -> bool:
    """Whether the last that was painted there prints."""
    last = next((one for one in reversed(stretches) if one.start <= place <= one.end), None)
    return last is not None and last.inked


CHECK = Check(
    id="bleed-filled",
    title="Colour that reaches the cut runs on through the bleed",
    rationale=(
        "Where the bleed is white, the least error of the cutter leaves a white edge on the card."
    ),
    remedy="let grounds and pictures run on to the edge of the bleed",
    source="print shops; press preset",
    run=_run,
    severity=Severity.ERROR,
    thresholds=("bleed",),
)
