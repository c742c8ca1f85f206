"""Frames as text: one line an item, for golden tests and for people who compare."""

from __future__ import annotations

from samenspel.model.frame import Frame, Item, Placement, Shape, TextRun
from samenspel.model.ink import Ink
from samenspel.model.paths import bounds
from samenspel.units import number


def dump(frame: Frame) -> str:
    """The page as lines of text: role, place in mm (two decimals), look and content."""
    size = f"{number(frame.width)}x{number(frame.height)}"
    head = f"page {frame.name} trim {size} bleed {number(frame.bleed)}"
    return "\n".join([head, *(_line(item) for item in frame.items)]) + "\n"


def _line(item: Item) -> str:
    if isinstance(item, TextRun):
        place = f"{number(item.x, 2)},{number(item.y, 2)} w{number(item.width, 2)}"
        look = f"{item.font} {number(item.size, 2)}pt {item.ink}"
        return f"  text {item.role} {place}{_turn(item)} {look} | {item.text}"
    if isinstance(item, Placement):
        box = item.box
        place = ",".join(number(v, 2) for v in (box.x, box.y, box.width, box.height))
        return f"  art {item.role} {place}{_turn(item)} {item.art}"
    return _shape_line(item)


def _turn(item: TextRun | Placement) -> str:
    return f" turn {item.turn}" if item.turn else ""


def _shape_line(item: Shape) -> str:
    box = bounds(item.path)
    place = ",".join(number(v, 2) for v in (box.x, box.y, box.width, box.height))
    fill = f" fill {item.fill}" if isinstance(item.fill, Ink) else ""
    stroke = f" stroke {item.stroke} {number(item.line_width, 3)}mm" if item.stroke else ""
    return f"  shape {item.role} {place}{fill}{stroke}"
