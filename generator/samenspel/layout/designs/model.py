"""The model at a glance: five conditions around one centre, and what each asks."""

from __future__ import annotations

from samenspel.layout.designs.parts import (
    Band,
    RingDisc,
    band,
    disc,
    foot,
    heading,
    ring,
    small_pictogram,
)
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.styles import Style
from samenspel.layout.wording import wording
from samenspel.model.cards import Card
from samenspel.model.frame import Box

CORE = Style("text", "text", balanced=True)


def front(layout: FormatLayout, card: Card) -> Laid:
    """Title, then a ring of five discs with names around the shared centre."""
    page = Page(layout, card.id, "front")
    page.ground(layout.theme.paper_tint)
    k = layout.scale
    inner = page.inner
    title = Box(inner.x, inner.y, inner.width, page.height * 0.2)
    top = inner.y + heading(page, wording(card, "title"), title).height + 3 * k
    bottom = foot(page, page.base, layout.title)
    if page.height > page.width:  # a square has no room for the core beside the ring
        core = layout.styled("core", wording(card, "core"), inner.width)
        block = page.single(core, page.height * 0.2)
        bottom -= 3.6 * k + block.height
        page.text(block, inner.x, bottom)
    discs = [
        RingDisc(
            small_pictogram(layout, name, layout.style(name).strong),
            layout.style(name).strong,
            wording(one, "title"),
        )
        for name, one in layout.condition_cards.items()
    ]
    room = Box(inner.x, top, inner.width, bottom - 3.5 * k - top)
    ring(page, discs, wording(card, "centre"), room, layout.accent_tint)
    return page.laid()


def back(layout: FormatLayout, card: Card) -> Laid:
    """The five conditions as a list: pictogram, name, core sentence."""
    page = Page(layout, card.id, "back")
    page.ground(layout.theme.paper_tint)
    k = layout.scale
    inner = page.inner
    label = layout.label("conditions")
    head = band(page, Band(wording(card, "title"), layout.accent, layout.on_accent, label=label))
    bottom = foot(page, page.base, layout.title)
    conditions = list(layout.condition_cards.values())
    top = head + 5.2 * k
    room = bottom - 4 * k - top
    radius = max(3.4, 5.6 * k)
    column = 2 * radius + 3.4 * k
    measure = inner.width - column
    text = layout.type("text")
    name_size, core_size = layout.type("core").led(1.2), text.led(text.leading * 0.96)
    entries = []
    for number, condition in enumerate(conditions):
        name, core = wording(condition, "title"), wording(condition, "core")
        gap = 3.0 * k if number else 0
        entries.append(layout.styled("subtitle", name, measure, size=name_size, gap=gap))
        entries.append(
            layout.styled("text", core, measure, size=core_size, gap=0.8 * k, style=CORE)
        )
    fit = page.fit(entries, room)
    spare = min((room - fit.height) / max(1, len(conditions) - 1), 7 * k)
    y = top + max(0.0, (room - fit.height - spare * (len(conditions) - 1)) / 2)
    for number, condition in enumerate(conditions):
        name_block, body = fit.blocks[2 * number : 2 * number + 2]
        if number:
            y += entries[2 * number].gap + spare
        height = name_block.height + 0.8 * k + body.height
        strong = layout.style(condition.values[condition.spec.stands_for]).strong
        art = small_pictogram(layout, condition.values[condition.spec.stands_for], strong)
        disc(page, art, inner.x + radius, y + height / 2 - 0.6 * k, radius, strong)
        below = page.text(name_block, inner.x + column, y)
        y = page.text(body, inner.x + column, below + 0.8 * k)
    return page.laid()
