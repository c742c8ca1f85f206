"""Background: where the deck comes from in front; source, colophon and sender behind."""

from __future__ import annotations

from samenspel.layout.blocks import Copy
from samenspel.layout.designs.parts import Band, band, foot, heading, logo, scale
from samenspel.layout.desk import Desk, Page
from samenspel.layout.fitting import Entry
from samenspel.model.deck import Background
from samenspel.model.frame import Box, Frame
from samenspel.model.style import TypeSize


def front(desk: Desk, card: Background) -> Frame:
    """The story in a few short paragraphs."""
    page = Page(desk, card.id, "front")
    page.ground(desk.style("relatie").tint)
    k = scale(desk)
    inner = page.inner
    top = inner.y + 1.5 * k
    block = heading(page, card, Box(inner.x, top, inner.width, page.height * 0.25))
    y = top + block.height + 4.5 * k
    bottom = foot(page, desk.deck.title) - 4 * k
    text = desk.type("text")
    entries = [
        Entry(
            Copy(paragraph, "text", leading=text.leading, role="text", field=("text", number)),
            TypeSize(text.design * 1.1, text.minimum, text.leading),
            inner.width,
            gap=2.6 * k,
        )
        for number, paragraph in enumerate(card.text)
    ]
    fit = desk.fit(card, entries, bottom - y)
    for number, placed in enumerate(fit.blocks):
        y = page.text(placed, inner.x, y + (entries[number].gap if number else 0))
    return page.frame()


def back(desk: Desk, card: Background) -> Frame:
    """Source and colophon; the region's logo and contact line at the foot."""
    page = Page(desk, card.id, "back")
    page.ground(desk.theme.paper_tint)
    k = scale(desk)
    inner = page.inner
    head = band(page, card, Band(desk.label("source"), desk.style("relatie").strong))
    bottom = foot(page, desk.deck.region.contact or "", desk.deck.edition)
    placed = logo(
        page,
        Box(inner.x, bottom - 15 * k, inner.width, 10 * k),
        "left",
        ground=desk.theme.paper_tint,
    )
    bottom = (placed.y if placed else bottom) - 4 * k
    text, core = desk.type("text"), desk.type("core")
    small = TypeSize(desk.type("label").design, desk.type("furniture").minimum, 1.32)
    y = head + 5.5 * k
    copy = Copy(
        card.source,
        "text-semibold",
        leading=core.leading,
        balanced=True,
        role="source",
        field=("source",),
    )
    size = TypeSize(core.design, text.minimum, core.leading)
    block = desk.single(card, copy, size, Box(0, 0, inner.width, (bottom - y) * 0.5))
    y = page.text(block, inner.x, y) + 4 * k
    entries = [
        Entry(
            Copy(item, "text", leading=1.32, role="colophon", field=("colophon", number)),
            small,
            inner.width,
            gap=1.5 * k,
        )
        for number, item in enumerate(card.colophon)
    ]
    fit = desk.fit(card, entries, bottom - y)
    y = bottom - fit.height  # the colophon stands at the foot, where people look for it
    for number, block in enumerate(fit.blocks):
        y = page.text(block, inner.x, y + (entries[number].gap if number else 0))
    return page.frame()
