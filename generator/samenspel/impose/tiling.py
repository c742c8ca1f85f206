"""A page that is larger than the paper, in tiles to cut and glue: lengths alone."""

from __future__ import annotations

from itertools import product
from math import ceil
from typing import NamedTuple

from samenspel.model.frame import Box
from samenspel.model.sheet import Flip, Paper, SheetPlan, SheetSide, Slot
from samenspel.units import ROUNDING, Point, Size

OVERLAP = 10.0
"""A tile shows so much of the next one, in mm: the strip that is glued."""
MARGIN = 12.0
"""What stays free of the page along each edge of the paper, for marks and for the printer."""
FLIP: Flip = "long-edge"


class Tiles(NamedTuple):
    """How many tiles a page is cut into."""

    columns: int
    """Beside each other."""
    rows: int
    """Above each other."""


def tiled(trim: Size, paper: Paper, margin: float = MARGIN) -> SheetPlan | None:
    """One tile a sheet, row by row, all of one size; the paper lies so that there are fewest.

    ``trim`` is the page's size in mm. ``None`` for a paper that leaves no room beside the margin.
    """
    upright = Size(*sorted((paper.width, paper.height)))
    lying = Size(upright.height, upright.width)
    lies = [size for size in (upright, lying) if min(size) > 2 * margin + 2 * OVERLAP]
    if not lies:
        return None
    counts = {
        size: Tiles(
            _count(trim.width, size.width, margin), _count(trim.height, size.height, margin)
        )
        for size in lies
    }
    size = min(lies, key=lambda one: counts[one].columns * counts[one].rows)
    columns, rows = counts[size]
    sides = tuple(
        SheetSide(number, "front", (_slot(trim, size, counts[size], Point(x, y)),))
        for number, (y, x) in enumerate(product(range(rows), range(columns)), 1)
    )
    first = window(sides[0])
    return SheetPlan(
        paper=paper.name, width=size.width, height=size.height, columns=columns, rows=rows,
        flip=FLIP, sides=sides, cuts_x=(first.x, first.right), cuts_y=(first.y, first.bottom),
        scheme="tiles", unprintable=margin / 2,
    )  # fmt: skip


def window(side: SheetSide) -> Box:
    """Where the page is seen on a tile, on its paper."""
    (slot,) = side.slots
    left, top, right, bottom = slot.bleed
    return slot.box.inset(-left, -top, -right, -bottom)


def _count(long: float, paper: float, margin: float) -> int:
    """How many tiles go across a length."""
    room = paper - 2 * margin
    return max(1, ceil((long - OVERLAP) / (room - OVERLAP) - ROUNDING))


def _slot(trim: Size, paper: Size, count: Tiles, place: Point) -> Slot:
    """The whole page, of which only this tile's window is seen, in the middle of the paper."""
    wide, high = (
        (long + (n - 1) * OVERLAP) / n for long, n in zip(trim, count, strict=True)
    )
    x, y = place.x * (wide - OVERLAP), place.y * (high - OVERLAP)
    left, top = (paper.width - wide) / 2, (paper.height - high) / 2
    seen = (-x, -y, x + wide - trim.width, y + high - trim.height)
    return Slot(0, Box(left - x, top - y, *trim), seen)
