"""Areas that are split, grids of the same items, and items that go together."""

from __future__ import annotations

from math import ceil

from samenspel.layout.scene import Scene
from samenspel.model.design.items import Item, loop
from samenspel.model.design.lengths import length
from samenspel.model.design.parts.areas import Columns, Grid, Group, Rows
from samenspel.model.frame import Box
from samenspel.saying import say

SLACK = 0.01
"""Sizes that are together so much more than their area, in mm, fill it: percentages round."""

REST = "rest"


def rows(scene: Scene, part: Rows, item: Item) -> Box:
    """Areas under each other; what is called ``rest`` shares what the others leave."""
    box, gap = scene.box(item), scene.length(part.gap, "y")
    sizes = _sizes(scene, part, box.height, gap, "y")
    y = box.y
    for name, size in sizes.items():
        scene.areas[name] = Box(box.x, y, box.width, size)
        y += size + gap
    return box


def columns(scene: Scene, part: Columns, item: Item) -> Box:
    """Areas beside each other, as ``rows``."""
    box, gap = scene.box(item), scene.length(part.gap, "x")
    x = box.x
    for name, size in _sizes(scene, part, box.width, gap, "x").items():
        scene.areas[name] = Box(x, box.y, size, box.height)
        x += size + gap
    return box


def _sizes(scene: Scene, part: Rows, whole: float, gap: float, axis: str) -> dict[str, float]:
    said = {name: None if text.strip() == REST else scene.length(length(text), axis)
            for name, text in part.areas.items()}  # fmt: skip
    left = whole - gap * (len(said) - 1) - sum(size for size in said.values() if size is not None)
    open_ = sum(1 for size in said.values() if size is None)
    share = left / open_ if open_ else 0.0
    if left < -SLACK or (open_ and share <= 0):
        scene.say(
            "design-area-empty",
            say(
                "these areas need {whole:.1f} mm, and there are {room:.1f} in format {name}",
                whole=whole - left,
                room=whole,
                name=scene.page.layout.format.name,
            ),
            "make some smaller, or say formats: for this one",
        )
    return {name: max(share, 1.0) if size is None else size for name, size in said.items()}


def grid(scene: Scene, part: Grid, item: Item) -> Box:
    """The same items for each of a list, in cells of equal size."""
    from samenspel.layout.parts import painted

    box, gap = scene.box(item), scene.length(part.gap, "x")
    each = loop(part.each)
    values = scene.value(each.source)
    count = len(values) if isinstance(values, (list, tuple)) else 0
    if not count:
        return box
    down = ceil(count / part.columns)
    width = (box.width - gap * (part.columns - 1)) / part.columns
    height = (box.height - gap * (down - 1)) / down
    kept = dict(scene.areas)
    for place, _ in enumerate(scene.turns(each.name, each.source)):
        column, row = place % part.columns, place // part.columns
        cell = Box(box.x + column * (width + gap), box.y + row * (height + gap), width, height)
        scene.areas = {**kept, "cell": cell}
        painted(scene, item.items)
    scene.areas = kept
    return box


def group(scene: Scene, part: Group, item: Item) -> Box | None:
    """Items that go together; a shared part knows the names that it was given."""
    from samenspel.layout.parts import painted

    del part
    kept = dict(scene.known)
    scene.known = {**kept, **{name: scene.find(one) for name, one in item.lets.items()}}
    if item.placing.inside or item.placing.lengths:
        scene.areas["inner"], inner = scene.box(item), scene.areas["inner"]
        painted(scene, item.items)
        scene.areas["inner"] = inner
    else:
        painted(scene, item.items)
    scene.known = kept
    return None
