"""Grounds, panels, pictures, discs, patterns and lines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from samenspel.layout.discs import IN_DISC
from samenspel.layout.focus import focus_point, is_focus
from samenspel.layout.inks import GREY
from samenspel.layout.page import Page
from samenspel.layout.parts.pictures import icon
from samenspel.layout.scene import Scene
from samenspel.layout.wording import Wording
from samenspel.model.design import ArtRef
from samenspel.model.design.items import Item
from samenspel.model.design.parts.shapes import (
    Area,
    Badge,
    Ground,
    Panel,
    Pattern,
    Picture,
    Rule,
)
from samenspel.model.frame import Box, Path
from samenspel.model.ink import PAPER, Ink
from samenspel.model.paths import circle, ellipse, line, rectangle, rounded, stretched
from samenspel.saying import say
from samenspel.units import MM_PER_POINT, ROUNDING

LINE = 0.3
"""A line is so thick, in mm, where a kind does not say."""


def ground(scene: Scene, part: Ground, item: Item) -> Box:
    """The whole page in one colour."""
    del item
    scene.page.ground(scene.ink(part.ink))
    return scene.areas["trim"]


def area(scene: Scene, part: Area, item: Item) -> Box:
    """An area that others refer to."""
    del part
    return scene.box(item)


def panel(scene: Scene, part: Panel, item: Item) -> Box:
    """A coloured or framed area."""
    box = scene.box(item)
    path = _outline(scene, part, box)
    if path is None:
        return box
    if part.ink is not None or part.frame is None:
        layered(scene, path, scene.ink(part.ink), part.opacity)
    if part.frame is not None:
        width = scene.length(part.line, "x", LINE)
        scene.page.stroke(path, scene.ink(part.frame), width, role="frame")
    if item.id:
        scene.clips[item.id] = path
    return box


def layered(scene: Scene, path: Path, ink: Ink, opacity: float) -> None:
    """A panel, or a layer through which what lies below it is seen."""
    if opacity == 1:
        scene.page.paint(path, ink, role="panel", even_odd=True)
        return
    for name in scene.page.veil(path, ink, opacity):
        scene.say(
            "layer-over-pdf",
            say("a layer cannot be mixed with {name}, a page of a PDF", name=name),
            "save it as SVG, PNG or JPEG, or take opacity: away",
        )


def _outline(scene: Scene, part: Panel, box: Box) -> Path | None:
    if isinstance(part.shape, ArtRef):
        return _drawn_outline(scene, part.shape, scene.bled(box))
    match part.shape:
        case "hill" | "wave":
            return _hill(scene.page, box.bottom)
        case "circle":
            return circle(*box.centre, min(box.width, box.height) / 2)
        case "ellipse":
            return ellipse(*box.centre, box.width / 2, box.height / 2)
    if part.radius is not None:
        return rounded(box, scene.length(part.radius, "x"))
    return rectangle(scene.bled(box))


def _drawn_outline(scene: Scene, ref: ArtRef, box: Box) -> Path | None:
    """The outline of a drawing, as wide and as high as its area."""
    found = scene.art([ref])
    if found is None:
        return None
    outline = scene.page.layout.outlines.get(found[0])
    if outline is None:
        scene.say(
            "shape-not-one",
            say("{file} is not one filled shape, so no panel is cut by it", file=ref.file),
            "unite its shapes into one in a drawing program, without clips",
        )
        return None
    return stretched(outline, box)


def _hill(page: Page, edge: float) -> Path:
    """The panel over the upper part: full bleed, its lower edge a slow wave at ``edge`` mm.

    The wave keeps the edge from looking like a cut that went wrong.
    """
    b, w = page.bleed, page.width
    rise = 0.028 * w
    return (
        ("M", (-b, -b)),
        ("L", (w + b, -b)),
        ("L", (w + b, edge - rise)),
        ("C", (w * 0.72, edge - rise * 1.5, w * 0.38, edge + rise * 1.7, -b, edge + rise * 0.4)),
        ("Z", ()),
    )


def picture(scene: Scene, part: Picture, item: Item) -> Box | None:
    """A picture whole in its area, or filling it."""
    found = scene.art(part.art)
    if found is None:
        return None
    name, path = found
    box, page = scene.box(item), scene.page
    alt = _alt(scene, path)
    photo = page.layout.art[name].photo
    if part.mode == "fill" or (part.mode == "auto" and photo):
        focus = _focus(scene, part)
        clip = _clip(scene, part, item, box)
        page.cover(name, clip, role="cartoon", alt=alt, focus=focus, source=path)
        return box
    ground = scene.ink(part.ink, PAPER)
    return page.art(name, box, ground=ground, role="cartoon", alt=alt, source=path)


def _focus(scene: Scene, part: Picture) -> tuple[float, float] | None:
    words = scene.words(part.focus).text.strip()
    if not is_focus(words):
        scene.say(
            "design-value",
            say('"{words}" does not say what stays in sight', words=words),
            "write 50% 30% (from left and from above), left top, or centre",
        )
    return focus_point(words)


def _clip(scene: Scene, part: Picture, item: Item, box: Box) -> Path:
    """What a filled picture is cut to: the panel that it is in, where it has all of it."""
    if part.shape == "circle":
        return circle(*box.centre, min(box.width, box.height) / 2)
    whole = not item.placing.edges and item.placing.inside in scene.clips
    if part.shape == "panel" and whole:
        return scene.clips[item.placing.inside]
    return rectangle(scene.bled(box))


def _alt(scene: Scene, path: tuple[str | int, ...]) -> str:
    """What a card's picture shows, in words."""
    if len(path) != 2 or path[0] != scene.card.id:
        return ""
    field = scene.card.spec.fields.get(str(path[1]))
    return scene.card.alt_of(field) if field else ""


def badge(scene: Scene, part: Badge, item: Item) -> Box:
    """A disc with a word or a small picture in it."""
    del item
    page, radius = scene.page, scene.length(part.radius, "x")
    cx, cy = scene.length(part.x, "x"), scene.length(part.y, "y")
    if part.ring is not None:
        ring = radius + scene.length(part.ring, "x")
        page.paint(circle(cx, cy, ring), page.layout.theme.paper_tint, role="badge")
    ink = scene.ink(part.ink)
    page.paint(circle(cx, cy, radius), ink, role="badge")
    name = icon(scene, part.icon, ink) if part.icon else None
    if name:
        side = radius * IN_DISC
        box = Box(cx - side / 2, cy - side / 2, side, side)
        page.art(name, box, ground=ink, role="pictogram")
    text = scene.words(part.text)
    if text.text:
        _in_disc(scene, part, text, cx, cy, radius)
    return Box(cx - radius, cy - radius, 2 * radius, 2 * radius)


def _in_disc(scene: Scene, part: Badge, text: Wording, cx: float, cy: float, radius: float) -> None:
    """A word as large as it stands well in a disc: one sign large, two a little less."""
    face = scene.page.layout.face("display")
    size = radius * (24 if len(text.text) == 1 else 21) / 7.8
    widest = 1.66 * radius
    size = min(size, widest / max(face.width(text.text, 1), ROUNDING))
    cap = face.cap_height * size * MM_PER_POINT
    ink = scene.on(part.ink)
    scene.page.word(text, size, cx, cy + cap / 2, align="centre", face="display", ink=ink)


def pattern(scene: Scene, part: Pattern, item: Item) -> Box:
    """Pictures over an area: every other row shifted by half, or as tiles up to its edges."""
    box, step = scene.bled(scene.box(item)), scene.length(part.step, "x")
    side, ground = scene.length(part.size, "x"), scene.ink(part.ink, PAPER)
    arts = [name for ref in part.art if (name := icon(scene, ref, ground))]
    if part.seamless and arts:
        _tiles(scene, arts, box, step, ground)
        return box
    hole = scene.length(part.hole, "x", 0.0) / 2
    for row, column, place in _spots(box, step, side) if step > side / 2 else ():
        away = math.dist(box.centre, place.centre) - side / 2
        if arts and (not hole or away >= hole):
            scene.page.art(arts[(row + column) % len(arts)], place, ground=ground, role="pattern")
    return box


def _spots(box: Box, step: float, side: float) -> Iterator[tuple[int, int, Box]]:
    """Row, column and square of each picture, about the middle of an area and whole inside it.

    Every other row is shifted by half a step and has one picture fewer. Of three rows or more there
    is an odd number, so that the last is as the first; without one more the others move apart.
    """
    rows, columns = (
        max(0, math.floor((length - side) / step + ROUNDING) + 1)
        for length in (box.height, box.width)
    )
    down = step
    if rows > 2 and not rows % 2:
        rows -= 1
        down = (box.height - side) / (rows - 1)
    top = box.centre[1] - (rows - 1) * down / 2 - side / 2
    for row in range(rows):
        shifted = row % 2
        left = box.centre[0] - (columns - 1 - shifted) * step / 2 - side / 2
        for column in range(columns - shifted):
            yield row, column, Box(left + column * step, top + row * down, side, side)


def _tiles(scene: Scene, arts: Sequence[str], box: Box, side: float, ground: Ink) -> None:
    """Square tiles from the middle of an area outwards, cut at its edges."""
    clip = rectangle(box)
    cx, cy = box.centre
    first = [math.ceil((reach + side / 2) / side) for reach in (cx - box.x, cy - box.y)]
    for row in range(-first[1] + 1, first[1]):
        for column in range(-first[0] + 1, first[0]):
            place = Box(cx + (column - 0.5) * side, cy + (row - 0.5) * side, side, side)
            name = arts[(row + column) % len(arts)]
            scene.page.art(name, place, ground=ground, role="pattern", clip=clip)


def rule(scene: Scene, part: Rule, item: Item) -> Box:
    """A straight line along the edge of an area."""
    box, width = scene.box(item), scene.length(part.line, "x", LINE)
    path = line(box.x, box.y, box.x, box.bottom) if part.down else \
        line(box.x, box.y, box.right, box.y)  # fmt: skip
    scene.page.stroke(path, scene.ink(part.ink, GREY), width, role="rule")
    return box
