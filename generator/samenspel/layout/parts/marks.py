"""Small pictures, dots or words beside each other, and bars."""

from __future__ import annotations

from typing import Any

from samenspel.layout.knowing import Chosen, wording_of
from samenspel.layout.parts.pictures import listed, small_art
from samenspel.layout.scene import Scene
from samenspel.model.design import Found
from samenspel.model.design.items import Item
from samenspel.model.design.parts.furniture import Bar, Row
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER, Ink
from samenspel.model.paths import circle, rectangle, rounded

OWN = "own"
"""As a disc's colour: that of the choice which stands on it."""


def row(scene: Scene, part: Row, item: Item) -> Box:
    """Small pictures, dots or words beside each other."""
    box, k = scene.box(item), scene.scale
    size = scene.length(part.size, "x", 5.6 * k)
    between = scene.length(part.between, "x", 1.4 * k)
    if part.tags is not None:
        return _tags(scene, part, box, size, between)
    if part.dots is not None:
        whole = int(scene.value(part.of) or 0) if part.of else 5
        _dots(scene, part, box, int(scene.value(part.dots) or 0), whole, size, between)
        return Box(box.x, box.y, box.width, size)
    values = listed(scene.value(part.icons))
    if values:  # a row is never wider than its area
        size = min(size, (box.width - (len(values) - 1) * between) / len(values))
    if part.spread and len(values) > 1:
        between = (box.width - len(values) * size) / (len(values) - 1)
    if item.placing.top is None and item.placing.bottom is not None:
        box = Box(box.x, box.bottom - size, box.width, size)  # it stands on the edge that is said
    x = _start(part, box, len(values) * (size + between) - between)
    for value in values:
        disc = _disc_ink(scene, part, value)
        name = small_art(scene, value, disc or PAPER)
        if disc is not None:
            scene.page.paint(circle(x + size / 2, box.y + size / 2, size / 2), disc, role="disc")
        pad = size * 0.165 if disc is not None else 0.0
        if name:
            place = Box(x + pad, box.y + pad, size - 2 * pad, size - 2 * pad)
            scene.page.art(name, place, role="pictogram", ground=disc or scene.ink(part.ink, PAPER))
        x += size + between
    return Box(box.x, box.y, box.width, size)


def _disc_ink(scene: Scene, part: Row, value: Any) -> Ink | None:
    """The colour of the disc below a small picture; ``own`` is the choice's own."""
    if part.disc is not None and part.disc.source == OWN:
        return value.ink("strong") if isinstance(value, Chosen) else None
    return scene.ink(part.disc) if part.disc else None


def _start(part: Row, box: Box, width: float) -> float:
    """Where a row of this width begins in its area."""
    return {"left": box.x, "centre": box.centre.x - width / 2, "right": box.right - width}[
        part.align
    ]


def _dots(
    scene: Scene, part: Row, box: Box, full: int, whole: int, size: float, between: float
) -> None:
    x, radius, ink = (
        _start(part, box, whole * (size + between) - between),
        size / 2,
        scene.ink(part.ink),
    )
    for place in range(whole):
        centre = x + radius + place * (size + between)
        if place < full:
            scene.page.paint(circle(centre, box.y + radius, radius), ink, role="dot")
        else:
            path = circle(centre, box.y + radius, radius - 0.2)
            scene.page.stroke(path, ink, 0.4, role="dot")


def _tags(scene: Scene, part: Row, box: Box, size: float, between: float) -> Box:
    """Words on small panels, on as many lines as they need."""
    layout = scene.page.layout
    assert part.tags is not None
    found = scene.find(part.tags)
    type_ = layout.type("label").design
    ground = scene.ink(part.disc, layout.accent_tint)
    ink = scene.ink(part.ink)
    x, y = box.x, box.y
    for place, value in enumerate(listed(found.value)):
        text = wording_of(Found(value, (*found.path, place) if found.path else ()), found.path)
        block = layout.word(text, type_, "text-semibold", ink)
        width = block.width + size * 0.9
        if x > box.x and x + width > box.right:
            x, y = box.x, y + size + between
        scene.page.paint(rounded(Box(x, y, width, size), size / 2), ground, role="tag")
        scene.page.word(
            text, type_, x + width / 2, y + (size + block.cap) / 2, align="centre", ink=ink
        )
        x += width + between
    return Box(box.x, box.y, box.width, y + size - box.y)


def bar(scene: Scene, part: Bar, item: Item) -> Box:
    """A bar that is filled for a share."""
    box = scene.box(item)
    whole, share = float(scene.value(part.of) or 0), float(scene.value(part.share) or 0)
    filled = max(0.0, min(1.0, share / whole)) if whole else 0.0
    scene.page.paint(rectangle(box), scene.ink(part.rest, Ink(0, 0, 0, 12)), role="bar")
    if filled:
        full = Box(box.x, box.y, box.width * filled, box.height)
        scene.page.paint(rectangle(full), scene.ink(part.ink), role="bar")
    return box
