"""The title card: the deck's name and picture in front, a short welcome behind."""

from __future__ import annotations

from dataclasses import replace

from samenspel.layout.designs.parts import both_ends, disc, foot, logo, small_pictogram
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.styles import STYLES
from samenspel.layout.wording import Wording, joined, wording, written
from samenspel.model.cards import Cover
from samenspel.model.deck import Deck
from samenspel.model.frame import Box
from samenspel.model.paths import rectangle
from samenspel.model.style import TypeSize

MOST_CONTACT = 0.12
"""The contact line takes at most this share of the page's height."""
NAME = replace(STYLES["title"], balanced=False)


def front(layout: FormatLayout, card: Cover) -> Laid:
    """Name and subtitle over the picture; the region's logo or name at the foot."""
    page = Page(layout, card.id, "front")
    k = layout.scale
    page.ground(layout.theme.paper_tint)
    inner = page.inner
    foot_top = _sender(page)
    y = _names(page, card, inner.y + 2.5 * k)
    upright = page.height > page.width  # on a square the picture takes the row of discs' place
    stripe = _stripe(page, foot_top - 5.2 * k) if upright else foot_top
    room = Box(page.margin * 0.6, y + 2 * k, page.width - 1.2 * page.margin, stripe - y - 4 * k)
    if card.id in layout.cartoons and room.height > 12:
        page.art(
            layout.cartoons[card.id],
            room,
            ground=layout.theme.paper_tint,
            role="cartoon",
            alt=card.alt or "",
            source=(card.id, "cartoon"),
        )
    return page.laid()


def _names(page: Page, card: Cover, y: float) -> float:
    layout = page.layout
    inner = page.inner
    title = layout.type("title")
    large = TypeSize(title.design * 1.75, title.minimum * 1.1, 0.98)
    larger = layout.type("core").larger(1.08)
    name, subtitle = wording(card, "title"), wording(card, "subtitle")
    entries = [
        layout.styled("title", name, inner.width, size=large, style=NAME),
        layout.styled("core", subtitle, inner.width, size=larger, gap=2.4 * layout.scale),
    ]
    fit = page.fit(entries, page.height * 0.36)
    return page.stack(entries, fit.blocks, inner.x, y)


def _sender(page: Page) -> float:
    """The region's logo and name at the foot; returns their top."""
    layout = page.layout
    k = layout.scale
    inner = page.inner
    bottom = page.height - layout.format.safe - 3.2 * k
    height = 9 * k
    if layout.deck.region.logo is None:
        faces = "text-semibold", "text"
        top = both_ends(page, inner, bottom, layout.title, layout.edition, faces)
        return min(top, bottom - layout.type("furniture").design * 0.25)
    box = Box(inner.x, bottom - height, inner.width, height)
    placed = logo(page, box, "left", ground=layout.theme.paper_tint)
    return placed.y if placed else bottom


def _stripe(page: Page, bottom: float) -> float:
    """Discs with the conditions' pictograms, one row; returns the row's top."""
    layout = page.layout
    inner = page.inner
    count = len(layout.model)
    if not count:
        return bottom
    gap = 0.028 * inner.width
    radius = min((inner.width - (count - 1) * gap) / (2 * count), page.height * 0.055)
    span = 2 * count * radius + (count - 1) * gap
    x = inner.x + radius
    open_ = (inner.width - 2 * count * radius) / max(1, count - 1)
    step = 2 * radius + (gap if span >= inner.width - 0.1 else open_)
    cy = bottom - radius
    for name in layout.model:
        strong = layout.style(name).strong
        disc(page, small_pictogram(layout, name, strong), x, cy, radius, strong)
        x += step
    return cy - radius


def back(layout: FormatLayout, card: Cover) -> Laid:
    """The core sentence, large, on the accent; the welcome below; the sender at the foot."""
    page = Page(layout, card.id, "back")
    k = layout.scale
    page.ground(layout.theme.paper_tint)
    inner = page.inner
    edge = page.height * (0.46 if page.height > 110 else 0.41)
    b = page.bleed
    panel = Box(-b, -b, page.width + 2 * b, edge + b)
    page.paint(rectangle(panel), layout.accent, role="panel")
    title = layout.type("title")
    size = TypeSize(title.design, title.minimum * 0.6, 1.08)
    core = layout.styled(
        "title", wording(card, "core"), inner.width, size=size, ink=layout.on_accent
    )
    top = inner.y + 2 * k
    block = page.single(core, edge - top - 5 * k)
    page.text(block, inner.x, edge - 5.5 * k - block.height + block.drop)
    bottom = _contact(page, foot(page, page.base, layout.title)) - 4 * k
    larger = layout.type("text").larger(1.3)
    text = layout.styled("text", wording(card, "text"), inner.width, size=larger)
    y = edge + 6 * k
    page.text(page.single(text, bottom - y), inner.x, y)
    return page.laid()


def _contact(page: Page, bottom: float) -> float:
    """The region's contact line above the foot, on two lines if it must; returns its top."""
    layout = page.layout
    line = _contact_line(layout.deck)
    if line is None:
        return bottom
    size = layout.type("furniture").led(1.25)
    entry = layout.styled("contact", line, page.inner.width, size=size)
    block = page.single(entry, MOST_CONTACT * page.height)
    top = bottom - 3.2 * layout.scale - block.height
    page.text(block, page.inner.x, top)
    return top


def _contact_line(deck: Deck) -> Wording | None:
    """Whom to write to, in one line of print."""
    contact = deck.region.contact
    if contact is None:
        return None
    fields = [("function", contact.function), ("address", contact.address)]
    return joined(
        (written(text, "@region", "contact", name) for name, text in fields if text), ", "
    )
