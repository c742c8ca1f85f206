"""What is written on by hand: lines with words above them, and boxes to tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from samenspel.layout.knowing import wording_of
from samenspel.layout.page import Page
from samenspel.layout.parts.pictures import listed
from samenspel.layout.scene import Scene
from samenspel.layout.wording import Wording
from samenspel.model.design import Found
from samenspel.model.design.expressions import Expression
from samenspel.model.design.items import Item
from samenspel.model.design.parts.furniture import Boxes, Lines
from samenspel.model.design.parts.values import WritingLines
from samenspel.model.frame import Box
from samenspel.model.ink import BLACK, Ink
from samenspel.model.paths import line, rectangle
from samenspel.saying import say
from samenspel.units import MM_PER_POINT

WRITING_LINE = 0.25
"""Width in mm of a line to write on."""
LEAST_PITCH = 6.0
"""Lines to write on stand at least this far apart, in mm."""
WRITING_INK = Ink(0, 0, 0, 45)


@dataclass(frozen=True, slots=True)
class _Field:
    """A label and how many lines to write on go with it."""

    label: Wording
    lines: int


def lines(scene: Scene, part: Lines, item: Item) -> Box:
    """Words with lines to write on."""
    box = scene.box(item)
    fields = list(_writing(scene, part.fields))
    if fields:
        count = sum(field.lines for field in fields)
        labelled = sum(1 for field in fields if field.label.text)
        room = box.height - 2.0 * scene.page.layout.type("label").design * MM_PER_POINT * labelled
        if room / len(fields) < LEAST_PITCH:
            scene.say(
                "lines-too-near",
                say(
                    "there is no room for {count} lines to write on in {height:.0f} mm",
                    count=count,
                    height=box.height,
                ),
                "make the area higher, or ask for fewer lines",
            )
        _writing_lines(scene.page, fields, box)
    return box


def _writing(
    scene: Scene, said: Expression | tuple[WritingLines, ...]
) -> Sequence[_Field]:
    """The labels and counts of a field of lines, or those that the kind itself lists."""
    if isinstance(said, Expression):
        found = scene.find(said)
        return [_field(one, (*found.path, place)) for place, one in enumerate(listed(found.value))]
    return [_Field(scene.words(one.label), one.lines) for one in said]


def _field(one: Any, path: tuple[str | int, ...]) -> _Field:
    """One of a field of lines; anything else is a word with a line below it."""
    if isinstance(one, Mapping):
        return _Field(wording_of(Found(one.get("label"), (*path, "label"))), one.get("lines") or 1)
    return _Field(wording_of(Found(one, path)), 1)


def _writing_lines(page: Page, fields: Sequence[_Field], box: Box) -> None:
    """Labels with lines to write on, spread evenly over the box."""
    layout = page.layout
    type_ = layout.type("label")
    label_room = 2.0 * type_.design * MM_PER_POINT
    blocks = [
        layout.small(field.label, box.width, size=type_, face="text-bold")
        if field.label.text
        else None
        for field in fields
    ]
    rooms = [label_room + block.step * (len(block.lines) - 1) if block else 0.0 for block in blocks]
    room = box.height - sum(rooms)
    counts = _counts([field.lines for field in fields], room)
    step = room / sum(counts)
    # a label stands nearer to its own lines than to those above it, with room to write between
    nearer = max(0.0, step - LEAST_PITCH) / 2
    y = box.y
    for block, above, count in zip(blocks, rooms, counts, strict=True):
        y += above
        if block is not None:
            page.text(block, box.x, y - block.height + nearer)
        for _ in range(count):
            y += step
            _line(page, box.x, box.right, y)


def _counts(wanted: Sequence[int], room: float) -> list[int]:
    """How many lines each label gets where there is no room for all: the most lose first."""
    counts = list(wanted)
    most = max(len(counts), int(room / LEAST_PITCH))
    for _ in range(max(0, sum(counts) - most)):
        counts[counts.index(max(counts))] -= 1
    return counts


def _line(page: Page, left: float, right: float, y: float) -> None:
    """One line to write on."""
    page.stroke(line(left, y, right, y), WRITING_INK, WRITING_LINE, role="writing-line")


def boxes(scene: Scene, part: Boxes, item: Item) -> Box:
    """Words with a box to tick before each; a text that does not fit on its line is refused."""
    layout, box = scene.page.layout, scene.box(item)
    found = scene.find(part.texts)
    size = scene.length(part.size, "x", 4.0 * scene.scale)
    values = listed(found.value)
    entries = [
        layout.styled("text", wording_of(Found(one, (*found.path, place))), box.width - 1.6 * size,
                      gap=0.55 * size, floor=size)
        for place, one in enumerate(values)
    ]  # fmt: skip
    if not entries:
        return Box(box.x, box.y, box.width, 0.0)
    fit = scene.page.fit(entries, box.height)
    y = box.y
    for place, (entry, block) in enumerate(zip(entries, fit.blocks, strict=True)):
        y += entry.gap if place else 0.0
        square = Box(box.x, y, size, size)
        scene.page.stroke(rectangle(square), BLACK, 0.35, role="tick")
        scene.page.text(block, box.x + 1.6 * size, y + max(0.0, (size - block.cap) / 2))
        y += max(block.height, size)
    return Box(box.x, box.y, box.width, y - box.y)
