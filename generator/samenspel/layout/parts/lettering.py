"""Single words: a line of fixed words, and the index in a corner."""

from __future__ import annotations

from samenspel.layout.page import Page
from samenspel.layout.parts.pictures import icon
from samenspel.layout.scene import Scene
from samenspel.layout.wording import Wording
from samenspel.model.design.items import Item
from samenspel.model.design.parts.furniture import Index, Word
from samenspel.model.frame import Box
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.paths import rounded
from samenspel.units import MM_PER_POINT


def word(scene: Scene, part: Word, item: Item) -> Box:
    """One line of fixed words."""
    layout, box, text = scene.page.layout, scene.box(item), scene.words(part.text)
    scene.role(part.type)
    role = part.type if part.type in layout.format.type else "label"
    size = layout.type(role).design * part.size
    cap = layout.face(part.face).cap_height * size * MM_PER_POINT
    x = {"left": box.x, "centre": box.centre.x, "right": box.right}[part.align]
    if text.text:
        scene.page.word(text, size, x, box.y + cap, align=part.align, face=part.face,
                        ink=scene.ink(part.ink))  # fmt: skip
    return Box(box.x, box.y, box.width, cap)


def index(scene: Scene, part: Index, item: Item) -> Box | None:
    """A rank or number in a corner, with a small picture below it."""
    del item
    text, ground = scene.words(part.text), scene.ink(part.ground, PAPER)
    art = icon(scene, part.icon, ground) if part.icon else None
    chip = part.chip is not None and bool(scene.value(part.chip))
    size = scene.length(part.size, "x") if part.size else None
    return _index(
        scene.page, text, art, ground, chip,
        size=size, ink=scene.ink(part.ink), corner=part.corner,
    )  # fmt: skip


def _index(
    page: Page,
    text: Wording,
    art: str | None,
    ground: Ink,
    chip: bool,
    *,
    size: float | None = None,
    ink: Ink = BLACK,
    corner: str = "top left",
) -> Box:
    """The corner index: a number with a small pictogram below, read in a fanned hand.

    ``chip`` lays ``ground`` under it, for a photograph that would swallow it. ``size`` is in
    points. Returns the area that it takes.
    """
    layout = page.layout
    k = layout.scale
    size = size or max(11.5, 15 * k)
    side = max(3.8, 5.6 * k)
    display = layout.face("display")
    wide = max(display.width("10", size), display.width(text.text, size), side)
    half = wide / 2 + 1.3 * k
    # a chip stands in the safe zone itself
    x = layout.format.safe + (half if chip else 0.3 * k + wide / 2)
    cap = display.cap_height * size * MM_PER_POINT
    top = layout.format.safe + (1.6 * k if chip else 1.4 * k)
    height = cap + (1.6 * k + side if art else 0.0)
    if corner.endswith("right"):
        x = page.width - x
    if corner.startswith("bottom"):
        top = page.height - top - height
    if chip:
        box = Box(x - half, top - 1.6 * k, 2 * half, cap + side + 4.4 * k)
        page.paint(rounded(box, 1.6 * k), ground, role="chip")
    page.word(text, size, x, top + cap, align="centre", face="display", ink=ink)
    if art:
        below = Box(x - side / 2, top + cap + 1.6 * k, side, side)
        page.art(art, below, role="pictogram", ground=ground)
    return Box(x - wide / 2, top, wide, height)
