"""The quiet line at the bottom of a side, and the region's logo."""

from __future__ import annotations

from samenspel.layout.blocks import Block
from samenspel.layout.page import Page
from samenspel.layout.scene import Scene
from samenspel.layout.wording import Wording
from samenspel.model.design.items import Item
from samenspel.model.design.parts.furniture import Foot, Logo
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER, Ink
from samenspel.units import MM_PER_POINT

LEAST_LOGO = 13.0
"""A logo narrower than this, in mm, cannot be read."""
LOWEST_LOGO = 4.8
"""A logo in the foot line is at least this high, in mm; its lettering is a quarter of that."""


def foot(scene: Scene, part: Foot, item: Item) -> Box:
    """The quiet line at the bottom: texts, and at the right the region's logo."""
    del item
    page = scene.page
    left, right = scene.words(part.left), scene.words(part.right)
    top = _foot(page, page.base, left if left.text else None, right if right.text else None,
                part.logo)  # fmt: skip
    return Box(0, top, page.width, page.height - top)


def logo(scene: Scene, part: Logo, item: Item) -> Box | None:
    """The region's logo; nothing for a region without one."""
    ground = scene.page.layout.theme.paper_tint
    return placed_logo(scene.page, scene.box(item), part.align, ground)


def _foot(
    page: Page,
    box: Box,
    left: Wording | None,
    right: Wording | None = None,
    with_logo: bool = True,
) -> float:
    """The quiet line at the bottom of ``box``; returns its top.

    The region's logo stands at its right end on every card, the texts beside it. Nothing else comes
    below this line.
    """
    layout = page.layout
    baseline = box.bottom - 2.4 * layout.scale
    cap = layout.face("text").cap_height * layout.type("furniture").design * MM_PER_POINT
    top = baseline - cap
    if with_logo and layout.deck.region.logo:
        room = _logo_room(page, box, baseline - cap / 2)
        placed = placed_logo(page, room, "right", ground=layout.theme.paper_tint)
        if placed:
            top = min(top, placed.y)
            box = box.inset(0, 0, box.right - placed.x + 3.0 * layout.scale, 0)
    return min(top, _both_ends(page, box, baseline, left, right))


def _both_ends(
    page: Page,
    box: Box,
    baseline: float,
    left: Wording | None,
    right: Wording | None,
) -> float:
    """Furniture at the left and at the right of a box, over one baseline; returns its top.

    The right text has what it needs, at most half the box; the left one has the rest, on several
    lines if it must.
    """
    layout = page.layout
    gap = 3.0 * layout.scale
    top, free = baseline, box.width
    last = None
    if right:
        half = (box.width - gap) / 2 if left else box.width
        last = layout.small(right, half, face="text")
        free -= last.width + gap
    if left:
        top = _above(page, layout.small(left, free, face="text"), box.x, baseline)
    return min(top, _above(page, last, box.right - last.width, baseline)) if last else top


def _above(page: Page, block: Block, x: float, baseline: float) -> float:
    """Place a block with its last line on the baseline; returns its top."""
    top = baseline - (block.height - block.drop)
    page.text(block, x, top)
    return top


def _logo_room(page: Page, box: Box, middle: float) -> Box:
    """The box for a logo at the right of the foot line, around ``middle``, within ``box``."""
    height = max(LOWEST_LOGO, 6.2 * page.layout.scale)
    width = max(LEAST_LOGO, 0.3 * page.width)
    # the room ends in the safe zone, as the box does
    y = min(middle - height / 2, box.bottom - height)
    return Box(box.right - width, y, width, height)


def placed_logo(page: Page, box: Box, align: str = "centre", ground: Ink = PAPER) -> Box | None:
    """The region's logo as large as it fits in the box, or None when it has none."""
    name = page.layout.deck.region.logo
    if name is None:
        return None
    size = page.layout.art[name]
    width = min(box.width, box.height * size.aspect)
    x = {"left": box.x, "centre": box.x + (box.width - width) / 2, "right": box.right - width}[
        align
    ]
    place = Box(x, box.y, width, box.height)
    return page.art(name, place, ground=ground, role="logo", source=("@region", "logo"))
