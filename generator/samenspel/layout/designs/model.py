"""The model at a glance: five conditions around one centre, and what each asks."""

from __future__ import annotations

import math

from samenspel.layout.blocks import Copy
from samenspel.layout.designs.parts import Band, band, disc, foot, heading, scale
from samenspel.layout.desk import Desk, Page
from samenspel.layout.fitting import Entry
from samenspel.model.cards import Model
from samenspel.model.frame import Box, Frame
from samenspel.model.ink import PAPER
from samenspel.model.paths import circle
from samenspel.units import MM_PER_POINT


def front(desk: Desk, card: Model) -> Frame:
    """Title, then a ring of five discs with names around the shared centre."""
    page = Page(desk, card.id, "front")
    page.ground(desk.theme.paper_tint)
    k = scale(desk)
    inner = page.inner
    block = heading(page, card, Box(inner.x, inner.y, inner.width, page.height * 0.2))
    bottom = foot(page, desk.deck.title)
    top = inner.y + block.height + 3 * k
    if desk.format.height > desk.format.width:  # a square has no room for the core beside the ring
        core = desk.type("core")
        copy = Copy(
            card.core,
            "text-semibold",
            leading=core.leading,
            balanced=True,
            role="core",
            field=("core",),
        )
        text = desk.single(card, copy, core, Box(0, 0, inner.width, page.height * 0.2))
        bottom -= 3.6 * k + text.height
        page.text(text, inner.x, bottom)
    ring(page, card, Box(inner.x, top, inner.width, bottom - 3.5 * k - top))
    return page.frame()


def ring(page: Page, card: Model, box: Box) -> None:
    """Five discs around a centre, as large as the box allows; names under the discs."""
    desk = page.desk
    conditions = desk.conditions()
    size = desk.type("label").design
    label = size * MM_PER_POINT * 1.7
    span = min(box.width / 1.98, (box.height - label) / 1.86)
    disc_radius = span * (0.24 if span > 34 else 0.215)  # or the names would close in
    orbit = span - disc_radius - label * 0.9  # the lower names stay inside the ring
    cx, cy = box.centre
    cy += span * 0.02
    page.paint(circle(cx, cy, span * 1.03), desk.accent_tint, role="panel")
    centre = orbit - disc_radius - label * 0.7  # clear of the names about it
    page.paint(circle(cx, cy, centre), PAPER, role="panel")
    face = desk.setter.faces["display"]
    word_size = min(desk.type("title").design, 1.84 * centre / face.width(card.centre, 1))
    if word_size >= 7:
        cap = face.cap_height * word_size * MM_PER_POINT
        page.word(card.centre, word_size, cx, cy + cap / 2, align="centre", face="display")
    for number, condition in enumerate(conditions):
        angle = math.tau * number / len(conditions) - math.pi / 2
        x, y = cx + orbit * math.cos(angle), cy + orbit * math.sin(angle) - label * 0.35
        style = desk.style(condition.condition)
        disc(page, condition.condition, x, y, disc_radius, style.strong)
        page.word(
            condition.title,
            size,
            x,
            y + disc_radius + label * 0.8,
            align="centre",
            face="text-bold",
        )


def back(desk: Desk, card: Model) -> Frame:
    """The five conditions as a list: pictogram, name, core sentence."""
    page = Page(desk, card.id, "back")
    page.ground(desk.theme.paper_tint)
    k = scale(desk)
    inner = page.inner
    head = band(
        page, card, Band(card.title, desk.accent, desk.on_accent, label=desk.label("conditions"))
    )
    bottom = foot(page, desk.deck.title)
    conditions = desk.conditions()
    top = head + 5.2 * k
    room = bottom - 4 * k - top
    radius = max(3.4, 5.6 * k)
    column = 2 * radius + 3.4 * k
    core, text = desk.type("core"), desk.type("text")
    entries = []
    for number, condition in enumerate(conditions):
        name = Copy(
            condition.title,
            "text-bold",
            leading=1.2,
            role="subtitle",
            field=(condition.id, "title"),
        )
        what = Copy(
            condition.core,
            "text",
            leading=text.leading * 0.96,
            role="text",
            balanced=True,
            field=(condition.id, "core"),
        )
        entries.append(Entry(name, core, inner.width - column, gap=3.0 * k if number else 0))
        entries.append(Entry(what, text, inner.width - column, gap=0.8 * k))
    fit = desk.fit(card, entries, room)
    spare = min((room - fit.height) / max(1, len(conditions) - 1), 7 * k)
    y = top + max(0.0, (room - fit.height - spare * (len(conditions) - 1)) / 2)
    for number, condition in enumerate(conditions):
        name_block, body = fit.blocks[2 * number : 2 * number + 2]
        if number:
            y += entries[2 * number].gap + spare
        height = name_block.height + 0.8 * k + body.height
        style = desk.style(condition.condition)
        disc(
            page,
            condition.condition,
            inner.x + radius,
            y + height / 2 - 0.6 * k,
            radius,
            style.strong,
        )
        below = page.text(name_block, inner.x + column, y)
        y = page.text(body, inner.x + column, below + 0.8 * k)
    return page.frame()
