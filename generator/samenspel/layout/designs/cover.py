"""The title card: the deck's name and picture in front, a short welcome behind."""

from __future__ import annotations

from samenspel.layout.blocks import Copy
from samenspel.layout.designs.parts import disc, foot, logo, scale
from samenspel.layout.desk import Desk, Page
from samenspel.layout.fitting import Entry
from samenspel.model.cards import CONDITIONS, Cover
from samenspel.model.frame import Box, Frame
from samenspel.model.paths import rectangle
from samenspel.model.style import TypeSize


def front(desk: Desk, card: Cover) -> Frame:
    """Name and subtitle over the picture; the region's logo or name at the foot."""
    page = Page(desk, card.id, "front")
    k = scale(desk)
    page.ground(desk.theme.paper_tint)
    inner = page.inner
    foot_top = _sender(page)
    y = _names(page, card, inner.y + 2.5 * k)
    upright = page.height > page.width  # on a square the picture takes the row of discs' place
    stripe = _stripe(page, foot_top - 5.2 * k) if upright else foot_top
    room = Box(page.margin * 0.6, y + 2 * k, page.width - 1.2 * page.margin, stripe - y - 4 * k)
    if card.id in desk.cartoons and room.height > 12:
        page.art(
            desk.cartoons[card.id],
            room,
            ground=desk.theme.paper_tint,
            role="cartoon",
            alt=card.alt or "",
        )
    return page.frame()


def _names(page: Page, card: Cover, y: float) -> float:
    desk = page.desk
    k = scale(desk)
    inner = page.inner
    title, core = desk.type("title"), desk.type("core")
    large = TypeSize(title.design * 1.75, title.minimum * 1.1, 0.98)
    entries = [
        Entry(
            Copy(
                card.title, "display", leading=0.98, hyphenate=False, role="title", field=("title",)
            ),
            large,
            inner.width,
        ),
        Entry(
            Copy(
                card.subtitle,
                "text-semibold",
                leading=core.leading,
                balanced=True,
                role="core",
                field=("subtitle",),
            ),
            TypeSize(core.design * 1.08, core.minimum, core.leading),
            inner.width,
            gap=2.4 * k,
        ),
    ]
    fit = desk.fit(card, entries, page.height * 0.36)
    bottom = page.text(fit.blocks[0], inner.x, y)
    return page.text(fit.blocks[1], inner.x, bottom + entries[1].gap)


def _sender(page: Page) -> float:
    """The region's logo and name at the foot; returns their top."""
    desk = page.desk
    k = scale(desk)
    inner = page.inner
    region = desk.deck.region
    bottom = page.height - desk.format.safe - 3.2 * k
    height = 9 * k
    if region.logo is None:
        size = desk.type("furniture").design
        page.word(desk.deck.edition, size, inner.right, bottom, align="right", face="text")
        page.word(desk.deck.title, size, inner.x, bottom)
        return bottom - size * 0.25
    placed = logo(
        page,
        Box(inner.x, bottom - height, inner.width, height),
        "left",
        ground=desk.theme.paper_tint,
    )
    return placed.y if placed else bottom


def _stripe(page: Page, bottom: float) -> float:
    """Five discs with the conditions' pictograms, one row; returns the row's top."""
    desk = page.desk
    inner = page.inner
    gap = 0.028 * inner.width
    radius = min((inner.width - 4 * gap) / 10, page.height * 0.055)
    span = 10 * radius + 4 * gap
    x = inner.x + radius
    step = 2 * radius + (gap if span >= inner.width - 0.1 else (inner.width - 10 * radius) / 4)
    cy = bottom - radius
    for name in CONDITIONS:
        disc(page, name, x, cy, radius, desk.style(name).strong)
        x += step
    return cy - radius


def back(desk: Desk, card: Cover) -> Frame:
    """The core sentence, large, on the accent; the welcome below; the sender at the foot."""
    page = Page(desk, card.id, "back")
    k = scale(desk)
    page.ground(desk.theme.paper_tint)
    inner = page.inner
    edge = page.height * (0.46 if page.height > 110 else 0.41)
    b = page.bleed
    page.paint(
        rectangle(Box(-b, -b, page.width + 2 * b, edge + b)),
        desk.accent,
        role="panel",
    )
    title = desk.type("title")
    copy = Copy(
        card.core,
        "display",
        desk.on_accent,
        leading=1.08,
        hyphenate=False,
        balanced=True,
        role="title",
        field=("core",),
    )
    size = TypeSize(title.design, title.minimum * 0.6, 1.08)
    top = inner.y + 2 * k
    block = desk.single(card, copy, size, Box(0, 0, inner.width, edge - top - 5 * k))
    page.text(block, inner.x, edge - 5.5 * k - block.height + block.drop)
    bottom = _contact(page, foot(page, desk.deck.title)) - 4 * k
    text = desk.type("text")
    copy = Copy(card.text, "text", leading=text.leading, role="text", field=("text",))
    size = TypeSize(text.design * 1.3, text.minimum, text.leading)
    y = edge + 6 * k
    block = desk.single(card, copy, size, Box(0, 0, inner.width, bottom - y))
    page.text(block, inner.x, y)
    return page.frame()


def _contact(page: Page, bottom: float) -> float:
    """The region's contact line above the foot, on two lines if it must; returns its top."""
    desk = page.desk
    if desk.deck.region.contact is None:
        return bottom
    contact = desk.deck.region.contact.line
    copy = Copy(contact, "text-semibold", leading=1.25, hyphenate=False, role="contact")
    block = desk.setter.set(copy, desk.type("furniture").design, page.inner.width)
    if block is None:  # one long address: let it break where it can
        block = desk.word(contact.replace(", ", " "), desk.type("furniture").minimum)
    top = bottom - 3.2 * scale(desk) - block.height
    page.text(block, page.inner.x, top)
    return top
