"""A page that is larger than the paper, in tiles to cut and glue: lengths alone."""

from __future__ import annotations

from math import ceil

from samenspel.model.frame import Box
from samenspel.model.sheet import Flip, Paper, SheetPlan, SheetSide, Slot

OVERLAP = 10.0
"""A tile shows so much of the next one, in mm: the strip that is glued."""
MARGIN = 12.0
"""What stays free of the page along each edge of the paper, for marks and for the printer."""
FLIP: Flip = "long-edge"


def tiled(trim: tuple[float, float], paper: Paper, margin: float = MARGIN) -> SheetPlan | None:
    """One tile a sheet, row by row, all of one size; the paper lies so that there are fewest.

    ``trim`` is the page's size in mm. ``None`` for a paper that leaves no room beside the margin.
    """
    upright = (min(paper.width, paper.height), max(paper.width, paper.height))
    lies = [size for size in (upright, upright[::-1]) if min(size) > 2 * margin + 2 * OVERLAP]
    if not lies:
        return None
    counts = {size: [_count(trim[at], size[at], margin) for at in (0, 1)] for size in lies}
    size = min(lies, key=lambda one: counts[one][0] * counts[one][1])
    columns, rows = counts[size]
    sides = tuple(
        SheetSide(number, "front", (_slot(trim, size, (columns, rows), place),))
        for number, place in enumerate(((x, y) for y in range(rows) for x in range(columns)), 1)
    )
    first = window(sides[0])
    return SheetPlan(
        paper=paper.name, width=size[0], height=size[1], columns=columns, rows=rows, flip=FLIP,
        sides=sides, cuts_x=(first.x, first.right), cuts_y=(first.y, first.bottom), scheme="tiles",
        unprintable=margin / 2,
    )  # fmt: skip


def window(side: SheetSide) -> Box:
    """Where the page is seen on a tile, on its paper."""
    (slot,) = side.slots
    left, top, right, bottom = slot.bleed
    return slot.box.inset(-left, -top, -right, -bottom)


def _count(long: float, paper: float, margin: float) -> int:
    """How many tiles go across a length."""
    room = paper - 2 * margin
    return max(1, ceil((long - OVERLAP) / (room - OVERLAP) - 1e-9))


def _slot(
    trim: tuple[float, float], paper: tuple[float, float], count: tuple[int, int],
    place: tuple[int, int],
) -> Slot:  # fmt: skip
    """The whole page, of which only this tile's window is seen, in the middle of the paper."""
    wide, high = (
        (long + (n - 1) * OVERLAP) / n for long, n in zip(trim, count, strict=True)
    )
    x, y = place[0] * (wide - OVERLAP), place[1] * (high - OVERLAP)
    left, top = (paper[0] - wide) / 2, (paper[1] - high) / 2
    seen = (-x, -y, x + wide - trim[0], y + high - trim[1])
    return Slot(0, Box(left - x, top - y, *trim), seen)
