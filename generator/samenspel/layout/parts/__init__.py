"""The parts of pages: one function for each, by the parameters that a kind's file gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from samenspel.layout.parts import (
    areas,
    band,
    codes,
    foot,
    lettering,
    marks,
    ring,
    sections,
    shapes,
    stacks,
    writing,
)
from samenspel.layout.scene import Scene
from samenspel.model.design import PARTS, Item, Part
from samenspel.model.frame import Box, turned_box

Drawn = Callable[[Scene, Any, Item], Box | None]
"""Puts a part on the page; returns the area that it takes, for what refers to it."""

_DRAWN: dict[str, Drawn] = {
    "ground": shapes.ground,
    "area": shapes.area,
    "panel": shapes.panel,
    "picture": shapes.picture,
    "badge": shapes.badge,
    "index": lettering.index,
    "band": band.band,
    "foot": foot.foot,
    "logo": foot.logo,
    "word": lettering.word,
    "stack": stacks.stack,
    "sections": sections.sections,
    "row": marks.row,
    "bar": marks.bar,
    "qr": codes.qr,
    "lines": writing.lines,
    "boxes": writing.boxes,
    "pattern": shapes.pattern,
    "rule": shapes.rule,
    "ring": ring.ring,
    "rows": areas.rows,
    "columns": areas.columns,
    "grid": areas.grid,
    "group": areas.group,
}
DRAWN: dict[type[Part], Drawn] = {PARTS[name]: drawn for name, drawn in _DRAWN.items()}
"""The function of each part."""


def painted(scene: Scene, items: Sequence[Item]) -> None:
    """Put items on the page in their order, those whose conditions are met."""
    for item in items:
        if item.only and scene.page.layout.format.name not in item.only:
            continue
        if item.loop is None:
            _item(scene, item)
            continue
        for _ in scene.turns(item.loop.name, item.loop.source):
            _item(scene, item)


def _item(scene: Scene, item: Item) -> None:
    scene.item = item
    if not scene.holds(item.when) or not scene.has_room(item):
        return
    first = scene.page.count
    area = DRAWN[type(item.part)](scene, item.part, item)
    if item.turn:
        middle = area.centre if area and item.part.turns_in_place else scene.middle(item)
        scene.page.turn_from(first, item.turn, middle)
        area = turned_box(area, item.turn, middle) if area else None
    if item.id:
        scene.areas[item.id] = area or scene.box(item)
        scene.carried.shown.append(item.id)
