"""Painting in the order of reading, as far as nothing lies over anything else than before.

What a page paints in another order than its tree says confuses readers that follow the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from samenspel.model.frame import Frame, Item, Placement, TextRun, bounds_of
from samenspel.units import MM_PER_POINT, ROUNDING

AROUND = 1.5
"""How far letters reach from their baseline, as a share of their size; rather too far."""


Reach = tuple[float, float, float, float]
"""How far an item reaches: left, top, right, bottom, in mm."""
NOWHERE = (0.0, 0.0, 0.0, 0.0)


def arranged(frame: Frame, wanted: Sequence[int]) -> list[int]:
    """The numbers of a page's items in an order that follows ``wanted`` where it can.

    Two items of which the boxes meet keep their order, but for texts, which never lie over each
    other. Items that are not wanted come as early as one that lies over them needs them.
    """
    items = frame.items
    if all(one < after for one, after in pairwise(wanted)):
        return list(range(len(items)))
    reaches = [reach(item) for item in items]
    texts = [isinstance(item, TextRun) for item in items]
    others = [place for place, text in enumerate(texts) if not text]
    order: dict[int, None] = {}

    def put(place: int) -> None:
        if place not in order:
            for below in others if texts[place] else range(place):
                if below >= place:
                    break
                if below not in order and _meet(reaches[below], reaches[place]):
                    put(below)
            order[place] = None

    for place in (*wanted, *range(len(items))):
        put(place)
    return list(order)


def _meet(one: Reach, other: Reach) -> bool:
    """Whether two share an area."""
    return (
        one[0] < other[2] - ROUNDING
        and other[0] < one[2] - ROUNDING
        and one[1] < other[3] - ROUNDING
        and other[1] < one[3] - ROUNDING
    )


def reach(item: Item) -> Reach:
    """How far an item may colour a page."""
    if isinstance(item, TextRun):
        around = item.size * MM_PER_POINT * AROUND
        if item.turn:
            around += item.width
        return item.x - around, item.y - around, item.x + item.width + around, item.y + around
    if isinstance(item, Placement):
        return item.box.x, item.box.y, item.box.right, item.box.bottom
    if not item.path:
        return NOWHERE
    half = item.line_width / 2 if item.stroke is not None else 0
    box = bounds_of(item.path)
    return box.x - half, box.y - half, box.right + half, box.bottom + half
