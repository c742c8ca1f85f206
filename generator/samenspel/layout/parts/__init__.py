"""The parts of pages: one function for each, by the parameters that a kind's file gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from samenspel.layout.parts import areas, furniture, model, shapes, stacks
from samenspel.layout.scene import Scene
from samenspel.model.design import Item, Part
from samenspel.model.design import parts as said
from samenspel.model.frame import Box, turned_box

Drawn = Callable[[Scene, Any, Item], Box | None]
"""Puts a part on the page; returns the area that it takes, for what refers to it."""

DRAWN: dict[type[Part], Drawn] = {
    said.Ground: shapes.ground,
    said.Area: shapes.area,
    said.Panel: shapes.panel,
    said.Picture: shapes.picture,
    said.Badge: shapes.badge,
    said.Index: shapes.index,
    said.Band: furniture.band,
    said.Foot: furniture.foot,
    said.Logo: furniture.logo,
    said.Word: furniture.word,
    said.Stack: stacks.stack,
    said.Row: furniture.row,
    said.Bar: furniture.bar,
    said.Qr: shapes.qr,
    said.Lines: furniture.lines,
    said.Boxes: furniture.boxes,
    said.Pattern: shapes.pattern,
    said.Rule: shapes.rule,
    said.Ring: model.ring,
    said.Rows: areas.rows,
    said.Columns: areas.columns,
    said.Grid: areas.grid,
    said.Group: areas.group,
}


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
    if not scene.holds(item.when):
        return
    first = scene.page.count
    area = DRAWN[type(item.part)](scene, item.part, item)
    if item.turn:
        middle = scene.middle(item)
        scene.page.turn_from(first, item.turn, middle)
        area = turned_box(area, item.turn, middle) if area else None
    if item.id:
        scene.areas[item.id] = area or scene.box(item)
