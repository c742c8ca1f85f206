"""Cards to write on: the agreement of the table, and a reminder of one's own."""

from __future__ import annotations

from samenspel.layout.blocks import Copy
from samenspel.layout.designs.parts import (
    WRITING_INK,
    WRITING_LINE,
    Band,
    band,
    foot,
    hill,
    numeral_column,
    numeral_size,
    scale,
    writing_lines,
)
from samenspel.layout.desk import Desk, Page
from samenspel.layout.fitting import Entry
from samenspel.model.cards import Agreement, Blank
from samenspel.model.frame import Box, Frame
from samenspel.model.ink import BLACK, PAPER
from samenspel.model.paths import line, rounded
from samenspel.model.style import TypeSize
from samenspel.units import MM_PER_POINT


def agreement_front(desk: Desk, card: Agreement) -> Frame:
    """Title and core large on the accent tint, the tip below."""
    page = Page(desk, card.id, "front")
    k = scale(desk)
    inner = page.inner
    page.ground(desk.theme.paper_tint)
    edge = page.height * 0.66
    page.paint(hill(page, edge), desk.accent, role="panel")
    ink = desk.on_accent
    title, core = desk.type("title"), desk.type("core")
    entries = [
        Entry(
            Copy(
                card.title,
                "display",
                ink,
                leading=1.0,
                hyphenate=False,
                role="title",
                field=("title",),
            ),
            TypeSize(title.design * 1.9, title.minimum, 1.0),
            inner.width,
        ),
        Entry(
            Copy(
                card.core,
                "text-bold",
                ink,
                leading=core.leading,
                balanced=True,
                role="core",
                field=("core",),
            ),
            TypeSize(core.design * 1.35, core.minimum, core.leading),
            inner.width,
            gap=4.6 * k,
        ),
    ]
    room = edge - 7 * k - inner.y - 2 * k
    fit = desk.fit(card, entries, room)
    y = page.text(fit.blocks[0], inner.x, edge - 7 * k - fit.height)
    page.text(fit.blocks[1], inner.x, y + entries[1].gap)
    bottom = foot(page, desk.deck.title)
    text = desk.type("text")
    size = TypeSize(text.design * 1.25, text.minimum, text.leading)
    copy = Copy(card.tip, "text", leading=size.leading, balanced=True, role="tip", field=("tip",))
    top = edge + 6 * k
    block = desk.single(card, copy, size, Box(0, 0, inner.width, bottom - 3 * k - top))
    page.text(block, inner.x, top)
    return page.frame()


def agreement_back(desk: Desk, card: Agreement) -> Frame:
    """Lines to write on: the agreement, who, when."""
    page = Page(desk, card.id, "back")
    k = scale(desk)
    page.ground(PAPER)
    head = band(page, card, Band(card.title, desk.accent, desk.on_accent))
    bottom = foot(page, desk.deck.title)
    writing_lines(page, card.fields, head + 3 * k, bottom - 5 * k)
    return page.frame()


def blank_front(desk: Desk, card: Blank) -> Frame:
    """An empty panel to draw in, and lines for a title and a core sentence."""
    page = Page(desk, card.id, "front")
    k = scale(desk)
    inner = page.inner
    page.ground(desk.theme.paper_tint)
    edge = page.height * (0.56 if page.height > 110 else 0.44)
    page.paint(hill(page, edge), desk.accent_tint, role="panel")
    top = inner.y
    height = edge - top - 4.5 * k
    page.paint(rounded(Box(inner.x, top, inner.width, height), 3 * k), PAPER, role="drawing")
    size = desk.type("label")
    copy = Copy(
        card.hint, "text", leading=1.25, align="centre", balanced=True, role="hint", field=("hint",)
    )
    block = desk.single(card, copy, size, Box(0, 0, inner.width - 8 * k, height * 0.4))
    page.text(block, inner.x + 4 * k, top + height - block.height - 2.4 * k)
    bottom = foot(page, card.title)
    writing_lines(page, card.fields, edge + 1.5 * k, bottom - 5 * k)
    return page.frame()


def blank_back(desk: Desk, card: Blank) -> Frame:
    """Three numerals with a starter each and lines for one's own questions."""
    page = Page(desk, card.id, "back")
    k = scale(desk)
    inner = page.inner
    page.ground(PAPER)
    head = band(page, card, Band(card.title, desk.accent, desk.on_accent))
    bottom = foot(page, card.core if len(card.core) < 60 else card.title) - 5 * k
    top = head + 6 * k
    step = (bottom - top) / 3
    size = numeral_size(desk)
    cap = desk.setter.faces["display"].cap_height * size * MM_PER_POINT
    column = numeral_column(desk)
    for number, hint in enumerate(card.questions_hint, 1):
        y = top + (number - 1) * step
        page.word(str(number), size, inner.x, y + cap, face="display", ink=BLACK)
        block = desk.word(hint, desk.type("label").design, "text-semibold")
        page.text(block, inner.x + column, y)
        lines = 3 if step > 26 * k else 2
        first = y + block.height + 1.5 * k
        pitch = (y + step - 2.5 * k - first) / lines
        for row in range(1, lines + 1):
            page.stroke(
                line(inner.x + column, first + pitch * row, inner.right, first + pitch * row),
                WRITING_INK,
                WRITING_LINE,
                role="writing-line",
            )
    return page.frame()
