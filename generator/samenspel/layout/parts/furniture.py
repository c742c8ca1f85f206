"""Bands, foot lines, single words, rows of small pictures, bars, and what is written on by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from samenspel.layout.designs import parts as drawn
from samenspel.layout.knowing import Chosen, wording_of
from samenspel.layout.scene import Scene
from samenspel.model.design import Found
from samenspel.model.design.items import Item
from samenspel.model.design.parts import (
    Band,
    Bar,
    Boxes,
    Foot,
    Lines,
    Logo,
    Row,
    Word,
)
from samenspel.model.frame import Box
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.paths import circle, rectangle, rounded
from samenspel.units import MM_PER_POINT

OWN = "own"
"""As a disc's colour: that of the choice which stands on it."""


def band(scene: Scene, part: Band, item: Item) -> Box:
    """The coloured head of a side."""
    del item
    page = scene.page
    arts = tuple(small_art(scene, one) for one in _listed(scene.value(part.icons)))
    label = scene.words(part.label)
    content = drawn.Band(
        scene.words(part.title), scene.ink(part.ink), scene.on(part.ink),
        tuple(name for name in arts if name), label if label.text.strip() else None,
    )  # fmt: skip
    return Box(0, 0, page.width, drawn.band(page, content))


def _listed(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, (list, tuple)) else [value]


def small_art(scene: Scene, value: Any, ground: Ink = PAPER) -> str | None:
    """The small picture of a choice on a ground, or a picture that is named itself."""
    if isinstance(value, Chosen):
        white = value.style and ground == value.style.strong and value.style.on_strong == PAPER
        name = value.choice.reversed if white and value.choice.reversed else value.choice.small
    else:
        name = str(value)
    if name and name not in scene.page.layout.art:
        scene.say("design-art-missing", f'there is no picture "{name}"',
                  "put it under assets/, and name it from there on")  # fmt: skip
        return None
    return name or None


def foot(scene: Scene, part: Foot, item: Item) -> Box:
    """The quiet line at the bottom."""
    del item
    page = scene.page
    left, right = scene.words(part.left), scene.words(part.right)
    top = drawn.foot(page, page.base, left if left.text else None, right if right.text else None,
                     part.logo)  # fmt: skip
    return Box(0, top, page.width, page.height - top)


def logo(scene: Scene, part: Logo, item: Item) -> Box | None:
    """The region's logo; nothing for a region without one."""
    return drawn.logo(scene.page, scene.box(item), part.align, scene.page.layout.theme.paper_tint)


def word(scene: Scene, part: Word, item: Item) -> Box:
    """One line of fixed words."""
    layout, box, text = scene.page.layout, scene.box(item), scene.words(part.text)
    scene.role(part.type)
    role = part.type if part.type in layout.format.type else "label"
    size = layout.type(role).design * part.size
    cap = layout.face(part.face).cap_height * size * MM_PER_POINT
    x = {"left": box.x, "centre": box.centre[0], "right": box.right}[part.align]
    if text.text:
        scene.page.word(text, size, x, box.y + cap, align=part.align, face=part.face,
                        ink=scene.ink(part.ink))  # fmt: skip
    return Box(box.x, box.y, box.width, cap)


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
    values = _listed(scene.value(part.icons))
    if part.spread and len(values) > 1:
        size = min(size, (box.width - (len(values) - 1) * between) / len(values))
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
    return {"left": box.x, "centre": box.centre[0] - width / 2, "right": box.right - width}[
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
    for place, value in enumerate(_listed(found.value)):
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


def lines(scene: Scene, part: Lines, item: Item) -> Box:
    """Words with lines to write on."""
    box = scene.box(item)
    fields = list(_writing(scene, part.fields))
    if fields:
        count = sum(field.lines for field in fields)
        room = box.height - 2.0 * scene.page.layout.type("label").design * MM_PER_POINT * len(
            fields
        )
        if room / max(len(fields), 1) < drawn.LEAST_PITCH:
            scene.say(
                "lines-too-near",
                f"there is no room for {count} lines to write on in {box.height:.0f} mm",
                "make the area higher, or ask for fewer lines",
            )
        drawn.writing_lines(scene.page, fields, box)
    return box


def _writing(scene: Scene, said: Any) -> Sequence[drawn.WritingField]:
    """The labels and counts of a field of lines, or those that the kind itself lists."""
    from samenspel.model.design.expressions import expression, template

    if isinstance(said, str):
        found = scene.find(expression(said))
        return [
            drawn.WritingField(
                wording_of(Found(one.get("label"), (*found.path, place, "label"))),
                int(one.get("lines") or 1),
            )
            for place, one in enumerate(_listed(found.value))
        ]
    return [
        drawn.WritingField(
            scene.words(template(str(one.get("label", "")))), int(one.get("lines", 1))
        )
        for one in _listed(said)
        if isinstance(one, Mapping)
    ]


def boxes(scene: Scene, part: Boxes, item: Item) -> Box:
    """Words with a box to tick before each; a text that does not fit on its line is refused."""
    layout, box = scene.page.layout, scene.box(item)
    found = scene.find(part.texts)
    size = scene.length(part.size, "x", 4.0 * scene.scale)
    values = _listed(found.value)
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


__all__ = ["band", "bar", "boxes", "foot", "lines", "logo", "row", "word"]
