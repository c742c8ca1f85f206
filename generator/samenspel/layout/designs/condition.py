"""A condition: its pictogram and name in front; core, two questions and a warning sign behind."""

from __future__ import annotations

from samenspel.layout.blocks import Copy
from samenspel.layout.designs.parts import (
    Band,
    band,
    foot,
    numbered,
    pictogram,
    question_entries,
    scale,
)
from samenspel.layout.desk import Desk, Page
from samenspel.layout.fitting import Entry, Fit
from samenspel.model.cards import Condition
from samenspel.model.frame import Box, Frame
from samenspel.model.ink import PAPER
from samenspel.model.paths import circle, rounded
from samenspel.model.style import TypeSize


def front(desk: Desk, card: Condition) -> Frame:
    """A large pictogram on paper, on the full colour; the name and the core sentence below it."""
    page = Page(desk, card.id, "front")
    style = desk.style(card.condition)
    k = scale(desk)
    page.ground(style.strong)
    upright = desk.format.height > desk.format.width
    radius = page.width * (0.335 if upright else 0.26)
    cy = page.height * (0.365 if upright else 0.37)
    page.paint(circle(page.width / 2, cy, radius), PAPER, role="panel")
    side = radius * 1.76
    box = Box(page.width / 2 - side / 2, cy - side / 2, side, side)
    pictogram(page, card.condition, box, PAPER)
    _name_and_core(page, card, cy + radius + 7 * k)
    return page.frame()


def _name_and_core(page: Page, card: Condition, top: float) -> None:
    desk = page.desk
    k = scale(desk)
    inner = page.inner
    ink = desk.style(card.condition).on_strong
    title, core = desk.type("title"), desk.type("core")
    large = TypeSize(title.design * 1.36, title.minimum, 1.0)
    entries = [
        Entry(
            Copy(
                card.title,
                "display",
                ink,
                hyphenate=False,
                leading=1.0,
                align="centre",
                role="title",
                field=("title",),
            ),
            large,
            inner.width,
        ),
        Entry(
            Copy(
                card.core,
                "text-bold",
                ink,
                leading=core.leading,
                align="centre",
                balanced=True,
                role="core",
                field=("core",),
            ),
            core,
            inner.width,
            gap=3.4 * k,
        ),
    ]
    bottom = inner.bottom
    fit = desk.fit(card, entries, bottom - top)
    shift = max(0.0, (bottom - top - fit.height) * 0.3)
    y = page.text(fit.blocks[0], inner.x, top + shift)
    page.text(fit.blocks[1], inner.x, y + entries[1].gap)


def back(desk: Desk, card: Condition) -> Frame:
    """Band, text, two key questions, and the warning sign at the foot."""
    page = Page(desk, card.id, "back")
    style = desk.style(card.condition)
    page.ground(desk.theme.paper_tint)
    number = desk.number_of(card)
    head = band(
        page,
        card,
        Band(
            card.title,
            style.strong,
            style.on_strong,
            (card.condition,),
            f"{desk.label('condition')} {number}",
        ),
    )
    k = scale(desk)
    label = f"{number} {desk.label('of')} {len(desk.conditions())}"
    bottom = foot(page, desk.label("conditions"), label)
    _body(page, card, head, _warning(page, card, bottom - 3.4 * k))
    return page.frame()


def _body(page: Page, card: Condition, head: float, bottom: float) -> None:
    desk = page.desk
    k = scale(desk)
    inner = page.inner
    top = head + 5.4 * k
    room = bottom - 4.4 * k - top
    questions = question_entries(desk, card.questions, inner.width, 4 * k)
    first = Entry(
        questions[0].copy, questions[0].type, questions[0].measure, 6 * k, questions[0].floor
    )
    text = desk.type("text")
    copy = Copy(card.text, "text", leading=text.leading, role="text", field=("text",))
    with_text = "text" not in desk.format.drop
    entries = [Entry(copy, text, inner.width), first, *questions[1:]] if with_text else questions
    fit = desk.fit(card, entries, room)
    spare = room - fit.height
    y, blocks = top, fit.blocks
    if with_text:
        y = page.text(blocks[0], inner.x, y) + first.gap
        blocks = blocks[1:]
    share = min(spare * 0.4, 22 * k)
    y += (spare - share) * 0.45
    numbered(page, Fit(blocks, 0), questions, y, share, desk.style(card.condition).deep)


def _warning(page: Page, card: Condition, bottom: float) -> float:
    """The warning sign in a tinted box that ends at ``bottom``; returns the box's top."""
    desk = page.desk
    k = scale(desk)
    inner = page.inner
    style = desk.style(card.condition)
    pad = 3.2 * k
    label = desk.word(desk.label("warning"), desk.type("label").design, "text-bold")
    copy = Copy(
        card.warning,
        "text-semibold",
        leading=1.25,
        balanced=True,
        role="warning",
        field=("warning",),
    )
    size = TypeSize(desk.type("core").design * 0.92, desk.type("text").minimum, 1.25)
    block = desk.single(card, copy, size, Box(0, 0, inner.width - 2 * pad, page.height * 0.2))
    height = pad * 2 + label.height + 1.8 * k + block.height
    top = bottom - height
    page.paint(rounded(Box(inner.x, top, inner.width, height), 2.2 * k), style.tint, role="warning")
    y = page.text(label, inner.x + pad, top + pad)
    page.text(block, inner.x + pad, y + 1.8 * k)
    return top
