"""Painting in the order of reading, as far as nothing lies over anything else than before.

What a page paints in another order than its tree says confuses readers that follow the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from samenspel.model.frame import Box, Frame, Item, Placement, TextRun, bounds_of
from samenspel.units import MM_PER_POINT

AROUND = 1.5
"""How far letters reach from their baseline, as a share of their size; rather too far."""


def arranged(frame: Frame, wanted: Sequence[int]) -> list[int]:
    """The numbers of a page's items in an order that follows ``wanted`` where it can.

    Two items of which the boxes meet keep their order, but for texts, which never lie over each
    other. Items that are not wanted come as early as one that lies over them needs them.
    """
    if all(one < after for one, after in pairwise(wanted)):
        return list(range(len(frame.items)))
    boxes = [_reach(item) for item in frame.items]
    order: dict[int, None] = {}

    def put(place: int) -> None:
        if place not in order:
            for below in range(place):
                if below not in order and _meet(frame.items, boxes, below, place):
                    put(below)
            order[place] = None

    for place in (*wanted, *range(len(boxes))):
        put(place)
    return list(order)


def _meet(items: Sequence[Item], boxes: Sequence[Box], one: int, other: int) -> bool:
    texts = isinstance(items[one], TextRun) and isinstance(items[other], TextRun)
    return not texts and boxes[one].overlaps(boxes[other])


def _reach(item: Item) -> Box:
    """What an item can touch, in mm."""
    if isinstance(item, Placement):
        return item.box
    if isinstance(item, TextRun):
        around = item.size * MM_PER_POINT * AROUND
        if item.turn:
            around += item.width
        return Box(item.x, item.y, item.width, 0).inset(-around, -around, -around, -around)
    if not item.path:
        return Box(0, 0, 0, 0)
    half = item.line_width / 2 if item.stroke is not None else 0
    return bounds_of(item.path).inset(-half, -half, -half, -half)
