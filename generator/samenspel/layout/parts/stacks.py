"""Texts under each other that shrink together, at the largest sizes at which all fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samenspel.layout.blocks import Block
from samenspel.layout.fitting import Fit, fit_group
from samenspel.layout.fitting import Stack as Fitting
from samenspel.layout.inks import GREY
from samenspel.layout.parts.entries import Line, Room, numeral_size, stack_lines
from samenspel.layout.parts.shapes import layered
from samenspel.layout.scene import Scene
from samenspel.layout.wording import Wording
from samenspel.model.design.items import Item
from samenspel.model.design.parts.texts import Stack, Texts
from samenspel.model.frame import Box
from samenspel.model.ink import BLACK
from samenspel.model.paths import circle, line, rounded
from samenspel.units import MM_PER_POINT

MOST_SPREAD = 28.0
"""What is spread over the gaps of a stack is no more than this, in mm on A6."""
SHARE = {"top": 0.0, "middle": 0.5, "bottom": 1.0, "spread": 0.0}
"""How much of what is over stands above a stack."""
EVEN_GAP = 2.0
"""The least between texts that each have a room of their own, in mm on A6."""
AIR = 0.6
"""What is left open between such texts where it can be, in lines of the text."""
LEAST_FOR_AIR = 0.9
"""For that air a text gets no smaller than this share of the size that it is designed at."""
RULE_WIDTH = 0.25
"""Of a line between the rows of a table, in mm."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A stack whose sizes are shared with others of its page."""

    part: Stack
    lines: tuple[Line, ...]
    box: Box


def stack(scene: Scene, part: Stack, item: Item) -> Box:
    """Texts under each other, at the largest sizes at which all fit."""
    box = scene.box(item)
    pad = padding(scene, part)
    box = box.inset(pad, pad, pad, pad)
    made = list(stack_lines(scene, part, part.texts, box.width))
    room = next((place for place, one in enumerate(made) if isinstance(one, Room)), None)
    lines = tuple(one for one in made if isinstance(one, Line))
    if part.runs_on:
        lines = _as_many_as_fit(scene, part, item.id, lines, box)
    if part.fit and lines:
        scene.waiting.setdefault(part.fit, []).append(Waiting(part, lines, box))
        return box
    if part.even and _even(scene, part, lines, box):
        return box
    fit = scene.page.fit([one.entry for one in lines], box.height, part.most)
    if room is None:
        return _placed(scene, Waiting(part, lines, box), fit)
    named = made[room]
    assert isinstance(named, Room)
    taken, scene.areas[named.name] = _parted(scene, lines, fit, box, room)
    return taken


def _even(scene: Scene, part: Stack, lines: Sequence[Line], box: Box) -> bool:
    """Each text in a room of its own, as high as the others: it stands where it always stands.

    False where one of them needs more than its share; then they are set as any stack.
    """
    gap = scene.length(part.gap, "y", EVEN_GAP * scene.scale)
    each = (box.height - gap * (len(lines) - 1)) / max(1, len(lines))
    rooms = [Fitting([one.entry], each, part.most) for one in lines]
    fits = fit_group(scene.page.layout.setter, rooms)
    if any(fit.excess for fit in fits):
        return False
    fits = _with_air(scene, rooms, fits, gap)
    for place, (one, room, fit) in enumerate(zip(lines, rooms, fits, strict=True)):
        scene.page.record(room.entries, fit, room.height, room.max_lines)
        placed_lines(scene, [one], fit.blocks, box, box.y + place * (each + gap))
    return True


def _with_air(
    scene: Scene, rooms: Sequence[Fitting], fits: list[Fit], gap: float
) -> list[Fit]:
    """The texts a little smaller, where that keeps them apart: lines of one text stand closer
    together than the last of one and the first of the next.
    """
    tighter = []
    for room in rooms:
        (entry,) = room.entries
        air = AIR * entry.type.design * entry.copy.leading * MM_PER_POINT
        tighter.append(replace(room, height=room.height - max(0.0, air - gap)))
    airy = fit_group(scene.page.layout.setter, tighter)
    least = [LEAST_FOR_AIR * room.entries[0].type.design for room in rooms]
    smaller = any(
        one.excess or one.blocks[0].size < min(plain.blocks[0].size, size)
        for size, one, plain in zip(least, airy, fits, strict=True)
    )
    return fits if smaller else airy


def padding(scene: Scene, part: Texts) -> float:
    """The space in mm between a panel and the texts on it."""
    return scene.length(part.pad, "x") if part.fill else 0.0


def _as_many_as_fit(
    scene: Scene, part: Stack, name: str, lines: tuple[Line, ...], box: Box
) -> tuple[Line, ...]:
    """The texts without the last paragraphs, those that find no room; one at least stays."""
    moving = [place for place, one in enumerate(lines) if one.look == "paragraphs"]
    kept = list(lines)
    gone: list[Line] = []
    for place in reversed(moving[1:]):
        entries = [one.entry for one in kept]
        if not scene.page.layout.fit(entries, box.height, part.most).excess:
            break
        gone.insert(0, kept.pop(place))
    scene.carried.rest[name] = tuple(one.found for one in gone if one.found)
    return tuple(kept)


def finish_groups(scene: Scene) -> None:
    """The stacks that share their sizes, once all of a page are known."""
    for group in scene.waiting.values():
        rooms = [Fitting([line.entry for line in one.lines], one.box.height, one.part.most)
                 for one in group]  # fmt: skip
        fits = fit_group(scene.page.layout.setter, rooms)
        for one, room, fit in zip(group, rooms, fits, strict=True):
            scene.page.record(room.entries, fit, room.height, room.max_lines)
            _placed(scene, one, fit)
    scene.waiting.clear()


def _parted(
    scene: Scene, lines: tuple[Line, ...], fit: Fit, box: Box, at: int
) -> tuple[Box, Box]:
    """A stack with its texts above and below the room in it; returns both areas."""
    above, below = fit.blocks[:at], fit.blocks[at:]
    y = placed_lines(scene, lines[:at], above, box, box.y)
    gaps = sum(one.entry.gap for one in lines[at + 1 :])
    high = sum(max(block.height, one.entry.floor)
               for one, block in zip(lines[at:], below, strict=True))  # fmt: skip
    bottom = box.bottom - high - gaps
    placed_lines(scene, lines[at:], below, box, bottom)
    return box, Box(box.x, y, box.width, max(0.0, bottom - y))


def spread_of(scene: Scene, part: Texts, spare: float, gaps: int) -> float:
    """What each gap of a stack gets of what is over, in mm."""
    wanted = float(part.spread[:-1]) / 100 if part.spread else 0.0
    wanted = 1.0 if part.valign == "spread" else wanted
    return min(spare * wanted, MOST_SPREAD * scene.scale) / max(1, gaps)


def share_above(part: Texts) -> float:
    """How much of what is over stands above a stack."""
    valign = part.valign
    return float(valign[:-1]) / 100 if valign.endswith("%") else SHARE[valign]


def _placed(scene: Scene, one: Waiting, fit: Fit) -> Box:
    """Put a fitted stack into its area; returns what it takes of it."""
    if not one.lines:
        return Box(one.box.x, one.box.y, one.box.width, 0.0)
    spare, gaps = max(0.0, one.box.height - fit.height), len(one.lines) - 1
    spread = spread_of(scene, one.part, spare, gaps)
    if one.part.valign == "middle" and [len(block.lines) for block in fit.blocks] == [1]:
        spare += min(fit.blocks[0].drop, spare)  # of a word alone the capitals are in the middle
    y = one.box.y + (spare - spread * gaps) * share_above(one.part)
    taken = Box(one.box.x, y, one.box.width, fit.height + spread * gaps)
    if one.part.fill is not None:
        taken = panel_under(scene, one.part, taken)
    placed_lines(scene, one.lines, fit.blocks, one.box, y, spread)
    return taken


def panel_under(scene: Scene, part: Texts, box: Box) -> Box:
    """The panel under texts, as much larger than they as its padding."""
    pad = padding(scene, part)
    whole = box.inset(-pad, -pad, -pad, -pad)
    path = rounded(whole, scene.length(part.radius, "x"))
    layered(scene, path, scene.ink(part.fill), part.opacity)
    return whole


def placed_lines(
    scene: Scene, lines: Sequence[Line], blocks: Sequence[Block], box: Box, y: float,
    spread: float = 0.0,
) -> float:  # fmt: skip
    """Texts under each other from ``y`` on; returns where the last one ends."""
    for place, (text, block) in enumerate(zip(lines, blocks, strict=True)):
        if place:
            y += text.entry.gap + spread
        y = _line(scene, text, block, box, y, spread)
    return y


def _line(scene: Scene, text: Line, block: Block, box: Box, y: float, spread: float) -> float:
    page, x = scene.page, box.x + text.indent
    bottom = y + max(block.height, text.entry.floor)
    if text.look == "numbered":
        cap = text.entry.floor
        number = _counted(text.number, text.entry.copy.wording)
        size = numeral_size(page.layout)
        page.word(number, size, box.x, y + cap, face="display", ink=text.mark or BLACK)
        alone = len(block.lines) == 1
        y += max(0.0, (cap - block.height + block.drop) / 2) if alone else 0.0
    elif text.look == "bullets":
        radius = 0.32 * block.cap
        ink = text.mark or text.entry.copy.ink
        page.paint(circle(box.x + radius, y + block.cap / 2, radius), ink, role="bullet")
    elif text.look == "table":
        if text.rule:
            middle = y - (text.entry.gap + spread) / 2
            page.stroke(line(box.x, middle, box.right, middle), GREY, RULE_WIDTH, role="rule")
        if text.cell and text.cell.text:
            page.word(text.cell, block.size, box.right, y + block.cap, align="right",
                      face="text-semibold", ink=text.entry.copy.ink)  # fmt: skip
    page.text(block, x, y)
    return bottom


def _counted(number: int, of: Wording) -> Wording:
    """The number of a text among its like; it comes from where the text stands."""
    return Wording(str(number), of.parts[:1])
