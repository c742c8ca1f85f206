"""Cards to write on: the agreement of the table, and a reminder of one's own."""

from __future__ import annotations

from dataclasses import replace

from samenspel.layout.designs.parts import (
    Band,
    WritingField,
    band,
    counted,
    foot,
    hill,
    numeral_column,
    numeral_size,
    writing_line,
    writing_lines,
)
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import wording
from samenspel.model.cards import Agreement, Blank
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER
from samenspel.model.paths import rounded
from samenspel.units import MM_PER_POINT

NAME = replace(STYLES["title"], balanced=False)
CORE = Style("text-bold", "core", balanced=True)
TIP = Style("text", "text", balanced=True)


def agreement_front(layout: FormatLayout, card: Agreement) -> Laid:
    """Title and core large on the accent tint, the tip below."""
    page = Page(layout, card.id, "front")
    k = layout.scale
    inner = page.inner
    page.ground(layout.theme.paper_tint)
    edge = page.height * 0.66
    page.paint(hill(page, edge), layout.accent, role="panel")
    ink = layout.on_accent
    name, core = wording(card, "title"), wording(card, "core")
    large = layout.type("title").larger(1.9).led(1.0)
    larger = layout.type("core").larger(1.35)
    entries = [
        layout.styled("title", name, inner.width, size=large, ink=ink, style=NAME),
        layout.styled("core", core, inner.width, size=larger, gap=4.6 * k, ink=ink, style=CORE),
    ]
    room = edge - 7 * k - inner.y - 2 * k
    fit = page.fit(entries, room)
    page.stack(entries, fit.blocks, inner.x, edge - 7 * k - fit.height)
    bottom = foot(page, page.base, layout.title)
    tip = layout.styled(
        "tip",
        wording(card, "tip"),
        inner.width,
        size=layout.type("text").larger(1.25),
        style=TIP,
    )
    top = edge + 6 * k
    page.text(page.single(tip, bottom - 3 * k - top), inner.x, top)
    return page.laid()


def agreement_back(layout: FormatLayout, card: Agreement) -> Laid:
    """Lines to write on: the agreement, who, when."""
    page = Page(layout, card.id, "back")
    page.ground(PAPER)
    head = band(page, Band(wording(card, "title"), layout.accent, layout.on_accent))
    bottom = foot(page, page.base, layout.title)
    writing_lines(page, _fields(card), _lines_box(page, head + 3 * layout.scale, bottom))
    return page.laid()


def _fields(card: Agreement | Blank) -> list[WritingField]:
    return [
        WritingField(wording(card, "fields", place, "label"), field.lines)
        for place, field in enumerate(card.fields)
    ]


def _lines_box(page: Page, top: float, foot_top: float) -> Box:
    """Where lines to write on stand: down to a finger's breadth above the foot line."""
    inner = page.inner
    return Box(inner.x, top, inner.width, foot_top - 5 * page.layout.scale - top)


def blank_front(layout: FormatLayout, card: Blank) -> Laid:
    """An empty panel to draw in, and lines for a title and a core sentence."""
    page = Page(layout, card.id, "front")
    k = layout.scale
    inner = page.inner
    page.ground(layout.theme.paper_tint)
    edge = page.height * (0.56 if page.height > 110 else 0.44)
    page.paint(hill(page, edge), layout.accent_tint, role="panel")
    top = inner.y
    height = edge - top - 4.5 * k
    page.paint(rounded(Box(inner.x, top, inner.width, height), 3 * k), PAPER, role="drawing")
    size = layout.type("label").led(1.25)
    hint = layout.styled("hint", wording(card, "hint"), inner.width - 8 * k, size=size)
    block = page.single(hint, height * 0.4)
    page.text(block, inner.x + 4 * k, top + height - block.height - 2.4 * k)
    bottom = foot(page, page.base, wording(card, "title"))
    writing_lines(page, _fields(card), _lines_box(page, edge + 1.5 * k, bottom))
    return page.laid()


LONGEST_FOOT = 60
"""A blank's core of fewer characters stands in its foot line; else its title does."""


def blank_back(layout: FormatLayout, card: Blank) -> Laid:
    """Three numerals with a starter each and lines for one's own questions."""
    page = Page(layout, card.id, "back")
    k = layout.scale
    page.ground(PAPER)
    head = band(page, Band(wording(card, "title"), layout.accent, layout.on_accent))
    below = wording(card, "core" if len(card.core) < LONGEST_FOOT else "title")
    bottom = foot(page, page.base, below) - 5 * k
    top = head + 6 * k
    step = (bottom - top) / len(card.questions_hint)
    for place in range(len(card.questions_hint)):
        _own_question(page, card, place, top + place * step, step)
    return page.laid()


def _own_question(page: Page, card: Blank, place: int, y: float, step: float) -> None:
    """A numeral, how a question may begin, and lines for the rest, in ``step`` mm from ``y``."""
    layout = page.layout
    k = layout.scale
    inner = page.inner
    size = numeral_size(layout)
    cap = layout.face("display").cap_height * size * MM_PER_POINT
    hint = wording(card, "questions_hint", place)
    page.word(counted(place + 1, hint), size, inner.x, y + cap, face="display")
    left = inner.x + numeral_column(layout)
    block = layout.small(hint, inner.right - left, size=layout.type("label"))
    page.text(block, left, y)
    lines = 3 if step > 26 * k else 2
    first = y + block.height + 1.5 * k
    pitch = (y + step - 2.5 * k - first) / lines
    for row in range(1, lines + 1):
        writing_line(page, left, inner.right, first + pitch * row)
