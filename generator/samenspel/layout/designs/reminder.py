"""A reminder: the cartoon with its title in front, the text and three questions behind."""

from __future__ import annotations

from samenspel.layout.blocks import Copy
from samenspel.layout.designs.parts import (
    Band,
    band,
    foot,
    hill,
    index,
    numbered,
    pictogram,
    question_entries,
    scale,
)
from samenspel.layout.desk import Desk, Page
from samenspel.layout.fitting import Entry, Fit
from samenspel.model.cards import Reminder
from samenspel.model.frame import Box, Frame
from samenspel.model.ink import PAPER
from samenspel.model.paths import circle
from samenspel.units import MM_PER_POINT

BADGE = 7.8
"""The number badge's radius in mm, on A6."""
RING = 1.1
"""The ring of paper round it."""

LIFT = 4.2
"""How far the cartoon's canvas ends above the panel's edge, in mm on A6."""
ASIDE = 6.0
"""What the cartoon leaves free at the badge's side, in mm on A6, where the panel has that room."""
DROP = 1.0
"""How far the badge's middle lies below the panel's edge, in mm on A6."""


def panel_edge(desk: Desk) -> float:
    """Where the cartoon's panel ends, in mm from the trim's top, on every reminder of a deck.

    As low as a title of two lines and a core of three leave room for at their design sizes, but no
    lower than a square cartoon over the card's width asks for.
    """
    shape = desk.format
    if shape.height <= shape.width:
        return shape.height * 0.555
    title, core = desk.type("title"), desk.type("core")
    text = (2 * title.design * title.leading + 3 * core.design * core.leading) * MM_PER_POINT
    room = shape.height - shape.margin - text - _below_edge(desk) - CORE_GAP * scale(desk)
    square = shape.width - 1.5 * shape.margin + shape.safe + 0.075 * shape.height
    return max(0.58 * shape.height, min(room, square))


def _below_edge(desk: Desk) -> float:
    """From the panel's edge to the title, in mm: half the badge and some air."""
    return (BADGE + RING + 3.2) * scale(desk)


CORE_GAP = 3.6
"""Between title and core in mm, on A6."""


def front(desk: Desk, card: Reminder) -> Frame:
    """Cartoon on the tint of the first condition; badge, title and core below."""
    page = Page(desk, card.id, "front")
    style = desk.style(card.conditions[0])
    page.ground(desk.theme.paper_tint)
    edge = panel_edge(desk)
    page.paint(hill(page, edge), style.tint, role="panel")
    _picture(page, card, edge)
    number = str(desk.number_of(card))
    name = desk.cartoons.get(card.id)
    photo = name is not None and desk.art[name].opaque
    index(page, number, card.conditions, chip=photo)
    _badge(page, number, edge, card)
    _title_and_core(page, card, edge)
    return page.frame()


def _picture(page: Page, card: Reminder, edge: float) -> None:
    """The cartoon, or the condition's pictogram, large, when the card has none."""
    desk = page.desk
    style = desk.style(card.conditions[0])
    room = _picture_room(page, edge)
    name = desk.cartoons.get(card.id)
    if name and desk.art[name].opaque:
        page.cover(name, hill(page, edge), role="cartoon", alt=card.alt or "")
        return
    if name:
        page.art(name, room, ground=style.tint, role="cartoon", alt=card.alt or "")
        return
    radius = min(room.width, room.height) * 0.39
    cx, cy = page.width / 2, room.y + room.height * 0.5
    page.paint(circle(cx, cy, radius), PAPER, role="cartoon-ground")
    side = radius * 1.76
    pictogram(page, card.conditions[0], Box(cx - side / 2, cy - side / 2, side, side), PAPER)


def _picture_room(page: Page, edge: float) -> Box:
    """Where the cartoon stands: above the badge, and beside it as far as the panel's width allows.

    The drawings reach nearly to the canvas's lower left corner; a shoe there stays whole.
    """
    k = scale(page.desk)
    top = page.desk.format.safe * 0.9
    width, height = page.width - 1.5 * page.margin, edge - LIFT * k - top
    if page.width >= page.height:  # a low panel: the picture in its middle is clear of the badge
        return Box(page.margin * 0.75, top, width, edge - 0.008 * page.height - top)
    aside = min(ASIDE * k, max(0.0, width - height))
    height = min(height, width - aside)  # where width rules, away from the corner index
    return Box(page.margin * 0.75 + aside, edge - LIFT * k - height, width - aside, height)


def _badge(page: Page, number: str, edge: float, card: Reminder) -> None:
    """The round number on the panel's edge."""
    desk = page.desk
    k = scale(desk)
    style = desk.style(card.conditions[0])
    radius = BADGE * k
    cx, cy = page.margin + radius, edge + DROP * k
    page.paint(circle(cx, cy, radius + RING * k), desk.theme.paper_tint, role="badge")
    page.paint(circle(cx, cy, radius), style.strong, role="badge")
    size = 24 * k if len(number) == 1 else 21 * k
    cap = desk.setter.faces["display"].cap_height * size * MM_PER_POINT
    page.word(number, size, cx, cy + cap / 2, align="centre", face="display", ink=style.on_strong)


def _title_and_core(page: Page, card: Reminder, edge: float) -> None:
    desk = page.desk
    k = scale(desk)
    inner = page.inner
    top = edge + _below_edge(desk)
    title, core = desk.type("title"), desk.type("core")
    entries = [
        Entry(
            Copy(
                card.title,
                "display",
                leading=title.leading,
                hyphenate=False,
                balanced=True,
                role="title",
                field=("title",),
            ),
            title,
            inner.width,
        ),
        Entry(
            Copy(
                card.core,
                "text-semibold",
                leading=core.leading,
                balanced=True,
                role="core",
                field=("core",),
            ),
            core,
            inner.width,
            gap=CORE_GAP * k,
        ),
    ]
    fit = desk.fit(card, entries, inner.bottom - top)
    bottom = page.text(fit.blocks[0], inner.x, top)
    page.text(fit.blocks[1], inner.x, bottom + entries[1].gap)


def back(desk: Desk, card: Reminder) -> Frame:
    """Band with title and pictograms, the text, and the three questions as the card's heart."""
    page = Page(desk, card.id, "back")
    style = desk.style(card.conditions[0])
    page.ground(desk.theme.paper_tint)
    number = desk.number_of(card)
    head = band(
        page,
        card,
        Band(
            card.title,
            style.strong,
            style.on_strong,
            tuple(card.conditions),
            f"{desk.label('reminder')} {number}",
        ),
    )
    bottom = reminder_foot(page, card)
    _body(page, card, head, bottom)
    return page.frame()


def _body(page: Page, card: Reminder, head: float, bottom: float) -> None:
    desk = page.desk
    k = scale(desk)
    inner = page.inner
    top = head + 5.4 * k
    room = bottom - 3.4 * k - top
    questions = question_entries(desk, card.questions, inner.width, 3.2 * k)
    entries = list(questions)
    if "text" not in desk.format.drop:
        text = desk.type("text")
        copy = Copy(card.text, "text", leading=text.leading, role="text", field=("text",))
        entries = [Entry(copy, text, inner.width), *questions]
        entries[1] = Entry(
            questions[0].copy, questions[0].type, questions[0].measure, 5.4 * k, questions[0].floor
        )
    fit = desk.fit(card, entries, room)
    spare = room - fit.height
    y, blocks = top, fit.blocks
    if len(entries) > len(questions):
        extra = min(spare * 0.28, 6 * k)
        y = page.text(blocks[0], inner.x, y) + entries[1].gap + extra
        spare, blocks = spare - extra, blocks[1:]
    share = min(spare * 0.75, 28 * k)
    if len(entries) == len(questions):
        y += min(spare - share, 3.5 * k)  # numeral 1 stands at the same height on every card
    style = desk.style(card.conditions[0])
    numbered(page, Fit(blocks, 0), questions, y, share, style.deep)


def reminder_foot(page: Page, card: Reminder) -> float:
    """Conditions at the left, the region's logo in the middle, the card's number at the right."""
    desk = page.desk
    names = " · ".join(desk.condition_title(name) for name in card.conditions)
    return foot(page, names, f"{desk.number_of(card)} {desk.label('of')} {len(desk.reminders)}")
