"""Colour that reaches the cut runs on through the bleed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from samenspel.diagnostics import Severity
from samenspel.pdf.geometry import Box, intersect
from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.marks import FILL, IMAGE, SHADING, Mark
from samenspel.preflight.page import PageView
from samenspel.units import to_mm, to_points

GROUNDS = (FILL, IMAGE, SHADING)
INSIDE, EDGE, STEP = 0.3, 0.2, 1.5
"""Millimetres: how far inside the cut and inside the bleed's edge is looked, and how often."""
LEAST, USUAL = 0.5, 2.0
"""Millimetres: bleed that counts as none, and the bleed that is asked for where none is named."""
Interval = tuple[float, float, bool]
"""From, to, and whether it prints; in the order of painting."""


def _run(document: Document, expected: Expectation) -> Iterator[Problem]:
    severity = Severity.ERROR if expected.bleed else Severity.WARNING
    for page in document.pages:
        if page.box("TrimBox") is None and page.box("ArtBox") is None:
            continue  # ``box-missing`` tells that nobody knows where the cut is
        grounds = [mark for mark in page.marks if mark.kind in GROUNDS]
        for side in range(4):
            found = _open(page, grounds, side, expected.bleed)
            if found is not None:
                name = ("left", "bottom", "right", "top")[side]
                message = f"colour reaches the cut, but not through the bleed, at the {name}"
                yield page.problem(message, found, severity, name)


def _open(page: PageView, grounds: list[Mark], side: int, asked: float) -> Box | None:
    """Where one side's bleed is white beside colour that is cut: the first such strip."""
    trim, bleed = page.trim, intersect(page.bleed, page.media) or page.media
    out = -1 if side < 2 else 1
    there = to_mm((bleed[side] - trim[side]) * out)
    if there < asked - EDGE:
        return None  # ``bleed-size`` tells that
    deep = min(there, asked or USUAL) if there >= LEAST else 0.0
    within = _intervals(grounds, side, trim[side] - out * to_points(INSIDE), unsure=True)
    beyond = _intervals(
        grounds, side, trim[side] + out * to_points(max(deep - EDGE, 0.0)), unsure=False
    ) if deep else []  # fmt: skip
    low, high = trim[1 - side % 2], trim[3 - side % 2]
    if _covered(beyond, low, high):
        return None
    bad = [s for s in _steps(low, high) if _inked(within, s) and not _inked(beyond, s)]
    if not bad:
        return None
    last = next((a for a, b in pairwise(bad) if b - a > 1.5 * to_points(STEP)), bad[-1])
    ends = sorted((trim[side], trim[side] + out * to_points(asked or USUAL)))
    first, half = bad[0], to_points(STEP) / 2
    along = max(first - half, low), min(last + half, high)
    if side % 2:
        return along[0], ends[0], along[1], ends[1]
    return ends[0], along[0], ends[1], along[1]


def _intervals(grounds: list[Mark], side: int, place: float, *, unsure: bool) -> list[Interval]:
    """What lies on a line along a side. Of what is not sure, ink is taken as asked for."""
    axis, along = side % 2, 1 - side % 2
    found = []
    for mark in grounds:
        box = mark.extent
        if box[axis] <= place <= box[axis + 2]:
            inked = not mark.look.paint.white
            if mark.sure or inked == unsure:
                found.append((box[along], box[along + 2], inked))
    return found


def _covered(intervals: list[Interval], low: float, high: float) -> bool:
    """True when one ground prints all along, and no white lies on it."""
    for start, end, inked in reversed(intervals):
        if not inked or (start <= low and end >= high):
            return inked
    return False


def _steps(low: float, high: float) -> list[float]:
    count = max(int((high - low) / to_points(STEP)), 1)
    return [low + (n + 0.5) * (high - low) / count for n in range(count)]


def _inked(intervals: list[Interval], place: float) -> bool:
    """Whether the last that was painted there prints."""
    for low, high, inked in reversed(intervals):
        if low <= place <= high:
            return inked
    return False


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
