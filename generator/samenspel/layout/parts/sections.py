"""The same texts for each of a list: each section as high as its texts need, all in one size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from samenspel.layout.blocks import Block
from samenspel.layout.parts.entries import Line, stack_lines
from samenspel.layout.parts.stacks import (
    padding,
    panel_under,
    placed_lines,
    share_above,
    spread_of,
)
from samenspel.layout.scene import Scene
from samenspel.model.design.items import Item, loop
from samenspel.model.design.parts.texts import Sections
from samenspel.model.frame import Box

GAP = 3.0
"""Between two sections, in mm on A6, where a kind does not say."""


@dataclass(frozen=True, slots=True)
class _Section:
    """The texts of one of the list, ``left`` mm from the area's edge, and its least height."""

    lines: tuple[Line, ...]
    left: float
    width: float
    lowest: float
    blocks: Sequence[Block] = ()

    @property
    def text_height(self) -> float:
        """Height of its texts with their gaps, in mm."""
        gaps = sum(one.entry.gap for one in self.lines[1:])
        return gaps + sum(block.height for block in self.blocks)


def sections(scene: Scene, part: Sections, item: Item) -> Box:
    """The texts of all sections at the largest sizes at which they fit together."""
    box, pad = scene.box(item), padding(scene, part)
    gap = scene.length(part.gap, "y", GAP * scene.scale)
    made = _fitted(scene, part, _sections(scene, part, box, pad), box.height, gap, pad)
    if not made:
        return Box(box.x, box.y, box.width, 0.0)
    heights = [2 * pad + max(one.text_height, one.lowest) for one in made]
    room = box.height - gap * (len(made) - 1)
    share = min(1.0, room / sum(heights))  # what stands beside the texts may give way
    spare = room - share * sum(heights)
    more = spare / len(made) if part.grow else 0.0
    spread = 0.0 if part.grow else spread_of(scene, part, spare, len(made) - 1)
    y = top = box.y + (spare - more * len(made) - spread * (len(made) - 1)) * share_above(part)
    each, height = loop(part.each), 0.0
    for one, own, _ in zip(made, heights, scene.turns(each.name, each.source), strict=True):
        height = own * share + more
        _placed(scene, part, item, one, Box(box.x, y, box.width, height))
        y += height + gap + spread
    return Box(box.x, top, box.width, y - gap - spread - top)


def _sections(scene: Scene, part: Sections, box: Box, pad: float) -> Iterator[_Section]:
    before, after = scene.length(part.before, "x"), scene.length(part.after, "x")
    each = loop(part.each)
    for _ in scene.turns(each.name, each.source):
        beside = scene.holds(part.beside)
        left = pad + (before if beside else 0.0)
        width = box.width - left - pad - (after if beside else 0.0)
        made = stack_lines(scene, part, part.texts, width)
        lines = tuple(one for one in made if isinstance(one, Line))
        lowest = scene.length(part.lowest, "y") - pad if part.lowest and beside else 0.0
        yield _Section(lines, left, width, lowest)


def _fitted(
    scene: Scene, part: Sections, made: Iterator[_Section], height: float, gap: float, pad: float
) -> list[_Section]:
    """All sections with their texts at the sizes at which they fit together."""
    every = list(made)
    between = gap + 2 * pad
    entries = [
        line.entry if place else replace(line.entry, gap=between if number else 0.0)
        for number, one in enumerate(every)
        for place, line in enumerate(one.lines)
    ]
    if not entries:
        return []
    blocks = iter(scene.page.fit(entries, height - 2 * pad, part.most).blocks)
    return [replace(one, blocks=[next(blocks) for _ in one.lines]) for one in every]


def _placed(scene: Scene, part: Sections, item: Item, one: _Section, cell: Box) -> None:
    """One section: its panel, what stands beside its texts, and these."""
    from samenspel.layout.parts import painted

    pad = padding(scene, part)
    if part.fill is not None:
        panel_under(scene, part, cell.inset(pad, pad, pad, pad))
    y = cell.y + max(pad, (cell.height - one.text_height) / 2)
    texts = Box(cell.x + one.left, y, one.width, one.text_height)
    head = Box(texts.x, y, one.width, one.blocks[0].cap if one.blocks else 0.0)
    kept = dict(scene.areas)
    scene.areas = {**kept, "cell": cell, "texts": texts, "head": head}
    painted(scene, item.items)
    scene.areas = kept
    placed_lines(scene, one.lines, one.blocks, texts, y)
