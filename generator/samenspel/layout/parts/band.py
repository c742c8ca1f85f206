"""The coloured head of a side: its title and, at the right, the art of what it touches."""

from __future__ import annotations

from samenspel.layout.blocks import Block
from samenspel.layout.discs import disc
from samenspel.layout.parts.pictures import listed, small_art
from samenspel.layout.scene import Scene
from samenspel.layout.styles import Style
from samenspel.layout.wording import Wording
from samenspel.model.design.items import Item
from samenspel.model.design.parts.furniture import Band
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER, Ink
from samenspel.model.paths import rectangle
from samenspel.model.style import TypeSize

BAND_TITLE = Style("heading", "title", hyphenate=False, balanced=True)
SMALLEST_REVERSED = 8.0
"""Reversed type smaller than this, in points, fills in on press (Ghent Workgroup 2022, R0016)."""
SMALLEST_DESIGN = 11.5
"""A title of one line is set no smaller, in points, so that it stands out from its label."""


def band(scene: Scene, part: Band, item: Item) -> Box:
    """The coloured head of a side; a label that takes several lines makes it higher."""
    del item
    page, k = scene.page, scene.scale
    layout, ink = page.layout, scene.on(part.ink)
    arts = [name for one in listed(scene.value(part.icons)) if (name := small_art(scene, one))]
    room = page.inner.width - _taken(scene, len(arts))
    label = _label(scene, scene.words(part.label), room, ink)
    height = _height(scene) + (label.step * (len(label.lines) - 1) if label else 0.0)
    b = page.bleed
    whole = Box(-b, -b, page.width + 2 * b, height + b)
    page.paint(rectangle(whole), scene.ink(part.ink), role="band")
    _discs(scene, arts, height)
    top, bottom = layout.format.safe + 1.2 * k, height - 2.6 * k
    label_height = label.height - label.drop + 2.4 * k if label else 0.0
    title = layout.type("title")
    design = max(title.design * 0.66, SMALLEST_DESIGN)
    sizes = TypeSize(design, max(9.0, title.minimum * 0.62), 1.06)
    words = scene.words(part.title)
    entry = layout.styled("title", words, room, size=sizes, ink=ink, style=BAND_TITLE)
    free = bottom - top - label_height
    block = page.single(entry, free, max_lines=2)
    y = top + (free - block.height + block.drop) * 0.5
    if label:  # close above the title, so that the two read as one
        page.text(label, page.margin, y)
    page.text(block, page.margin, y + label_height)
    return Box(0, 0, page.width, height)


def _height(scene: Scene) -> float:
    """Height in mm of a band whose label takes one line, from the trim's top."""
    page = scene.page
    return (9 if page.height > page.width else 10) / 48 * page.height  # rows of the grid


def _label(scene: Scene, words: Wording, room: float, ink: Ink) -> Block | None:
    if not words.text.strip():
        return None
    layout = scene.page.layout
    size = max(layout.type("furniture").design, SMALLEST_REVERSED)
    only = TypeSize(size, min(size, SMALLEST_REVERSED))
    return layout.small(words, room, size=only, face="text-bold", ink=ink)


def _radius(scene: Scene) -> float:
    return max(3.1, 5.0 * scene.scale)


def _taken(scene: Scene, count: int) -> float:
    """The width in mm that discs at the right take from the title."""
    each = 2 * _radius(scene) + 1.4 * scene.scale
    return count * each + 2.0 * scene.scale if count else 0.0


def _discs(scene: Scene, arts: list[str], height: float) -> None:
    page, radius = scene.page, _radius(scene)
    x = page.width - page.margin - radius
    for art in reversed(arts):
        disc(page, art, x, height / 2 + 0.6, radius, PAPER)
        x -= 2 * radius + 1.4 * scene.scale
