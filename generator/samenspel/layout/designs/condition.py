"""A condition: its pictogram and name in front; core, two questions and a warning sign behind."""

from __future__ import annotations

from dataclasses import replace

from samenspel.layout.designs.parts import (
    Band,
    band,
    below,
    foot,
    numbered,
    numbered_entries,
    pictogram,
    running_text,
)
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import wording, written
from samenspel.model.cards import Condition
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER
from samenspel.model.paths import circle, rounded
from samenspel.model.style import TypeSize

NAME = replace(STYLES["title"], balanced=False, align="centre")
CORE = Style("text-bold", "core", balanced=True, align="centre")


def front(layout: FormatLayout, card: Condition) -> Laid:
    """A large pictogram on paper, on the full colour; the name and the core sentence below it."""
    page = Page(layout, card.id, "front")
    style = layout.style(card.condition)
    k = layout.scale
    page.ground(style.strong)
    upright = layout.format.height > layout.format.width
    radius = page.width * (0.335 if upright else 0.26)
    cy = page.height * (0.365 if upright else 0.37)
    page.paint(circle(page.width / 2, cy, radius), PAPER, role="panel")
    side = radius * 1.76
    box = Box(page.width / 2 - side / 2, cy - side / 2, side, side)
    pictogram(page, layout.condition(card.condition).large, box, PAPER)
    _name_and_core(page, card, cy + radius + 7 * k)
    return page.laid()


def _name_and_core(page: Page, card: Condition, top: float) -> None:
    layout = page.layout
    inner = page.inner
    ink = layout.style(card.condition).on_strong
    name, core = wording(card, "title"), wording(card, "core")
    large = layout.type("title").larger(1.36).led(1.0)
    entries = [
        layout.styled("title", name, inner.width, size=large, ink=ink, style=NAME),
        layout.styled("core", core, inner.width, gap=3.4 * layout.scale, ink=ink, style=CORE),
    ]
    room = inner.bottom - top
    fit = page.fit(entries, room)
    shift = max(0.0, (room - fit.height) * 0.3)
    page.stack(entries, fit.blocks, inner.x, top + shift)


def back(layout: FormatLayout, card: Condition) -> Laid:
    """Band, text, two key questions, and the warning sign at the foot."""
    page = Page(layout, card.id, "back")
    style = layout.style(card.condition)
    page.ground(layout.theme.paper_tint)
    number = layout.number_of(card)
    head = band(
        page,
        Band(
            wording(card, "title"),
            style.strong,
            style.on_strong,
            (layout.condition(card.condition).small,),
            layout.label("condition") + f" {number}",
        ),
    )
    count = written(f"{number} ", card.id) + layout.label("of") + f" {len(layout.conditions())}"
    bottom = foot(page, page.base, layout.label("conditions"), count)
    _body(page, card, head, _warning(page, card, bottom - 3.4 * layout.scale))
    return page.laid()


def _body(page: Page, card: Condition, head: float, bottom: float) -> None:
    layout = page.layout
    k = layout.scale
    inner = page.inner
    top = head + 5.4 * k
    room = bottom - 4.4 * k - top
    texts = [wording(card, "questions", place) for place in range(len(card.questions))]
    questions = numbered_entries(layout, "question", texts, inner.width, 4 * k)
    entries = questions
    said = running_text(layout, card)
    if said is not None:
        text = layout.styled("text", said, inner.width)
        entries = [text, below(questions[0], 6 * k), *questions[1:]]
    fit = page.fit(entries, room)
    spare = room - fit.height
    y, blocks = top, fit.blocks
    if len(entries) > len(questions):
        y = page.text(blocks[0], inner.x, y) + entries[1].gap
        blocks = blocks[1:]
    share = min(spare * 0.4, 22 * k)
    y += (spare - share) * 0.45
    numbered(page, questions, blocks, inner.x, y, share, layout.style(card.condition).deep)


def _warning(page: Page, card: Condition, bottom: float) -> float:
    """The warning sign in a tinted box that ends at ``bottom``; returns the box's top."""
    layout = page.layout
    k = layout.scale
    inner = page.inner
    pad = 3.2 * k
    label = layout.small(
        layout.label("warning"),
        inner.width - 2 * pad,
        size=layout.type("label"),
        face="text-bold",
    )
    size = TypeSize(layout.type("core").design * 0.92, layout.type("text").minimum, 1.25)
    entry = layout.styled("warning", wording(card, "warning"), inner.width - 2 * pad, size=size)
    block = page.single(entry, page.height * 0.2)
    height = pad * 2 + label.height + 1.8 * k + block.height
    top = bottom - height
    tint = layout.style(card.condition).tint
    page.paint(rounded(Box(inner.x, top, inner.width, height), 2.2 * k), tint, role="warning")
    y = page.text(label, inner.x + pad, top + pad)
    page.text(block, inner.x + pad, y + 1.8 * k)
    return top
