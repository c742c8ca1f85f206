"""A reminder: the cartoon with its title in front, the text and three questions behind."""

from __future__ import annotations

from samenspel.layout.designs.parts import (
    Band,
    band,
    below,
    foot,
    hill,
    index,
    numbered,
    numbered_entries,
    pictogram,
    running_text,
)
from samenspel.layout.focus import focus_point
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.wording import Wording, joined, wording, written
from samenspel.model.cards import Reminder
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER
from samenspel.model.paths import circle
from samenspel.units import MM_PER_POINT

BADGE = 7.8
"""The number badge's radius in mm, on A6."""
IN_BADGE = 0.8
"""A number is at most as wide as this share of its badge."""
RING = 1.1
"""The ring of paper round it."""

LIFT = 4.2
"""How far the cartoon's canvas ends above the panel's edge, in mm on A6."""
ASIDE = 6.0
"""What the cartoon leaves free at the badge's side, in mm on A6, where the panel has that room."""
DROP = 1.0
"""How far the badge's middle lies below the panel's edge, in mm on A6."""


def panel_edge(layout: FormatLayout) -> float:
    """Where the cartoon's panel ends, in mm from the trim's top, on every reminder of a deck.

    As low as a title of two lines and a core of three leave room for at their design sizes, but no
    lower than a square cartoon over the card's width asks for.
    """
    shape = layout.format
    if shape.height <= shape.width:
        return shape.height * 0.555
    title, core = layout.type("title"), layout.type("core")
    text = (2 * title.design * title.leading + 3 * core.design * core.leading) * MM_PER_POINT
    room = shape.height - shape.margin - text - _below_edge(layout) - CORE_GAP * layout.scale
    square = shape.width - 1.5 * shape.margin + shape.safe + 0.075 * shape.height
    return max(0.58 * shape.height, min(room, square))


def _below_edge(layout: FormatLayout) -> float:
    """From the panel's edge to the title, in mm: half the badge and some air."""
    return (BADGE + RING + 3.2) * layout.scale


CORE_GAP = 3.6
"""Between title and core in mm, on A6."""


def front(layout: FormatLayout, card: Reminder) -> Laid:
    """Cartoon on the tint of the first condition; badge, title and core below."""
    page = Page(layout, card.id, "front")
    style = layout.style(card.conditions[0])
    page.ground(layout.theme.paper_tint)
    edge = panel_edge(layout)
    page.paint(hill(page, edge), style.tint, role="panel")
    _picture(page, card, edge)
    number = written(str(layout.number_of(card)), card.id)
    name = layout.cartoons.get(card.id)
    photo = name is not None and layout.art[name].photo
    index(page, number, layout.condition(card.conditions[0]).small, style.tint, chip=photo)
    _badge(page, number, edge, card)
    _title_and_core(page, card, edge)
    return page.laid()


def _picture(page: Page, card: Reminder, edge: float) -> None:
    """The cartoon, or the condition's pictogram, large, when the card has none."""
    layout = page.layout
    style = layout.style(card.conditions[0])
    room = _picture_room(page, edge)
    name = layout.cartoons.get(card.id)
    if name and layout.art[name].photo:
        page.cover(
            name,
            hill(page, edge),
            role="cartoon",
            alt=card.alt or "",
            focus=focus_point(card.values.get("focus")),
            source=(card.id, "cartoon"),
        )
        return
    if name:
        page.art(
            name,
            room,
            ground=style.tint,
            role="cartoon",
            alt=card.alt or "",
            source=(card.id, "cartoon"),
        )
        return
    radius = min(room.width, room.height) * 0.39
    cx, cy = page.width / 2, room.y + room.height * 0.5
    page.paint(circle(cx, cy, radius), PAPER, role="cartoon-ground")
    side = radius * 1.76
    box = Box(cx - side / 2, cy - side / 2, side, side)
    pictogram(page, layout.condition(card.conditions[0]).large, box, PAPER)


def _picture_room(page: Page, edge: float) -> Box:
    """Where the cartoon stands: above the badge, and beside it as far as the panel's width allows.

    The drawings reach nearly to the canvas's lower left corner; a shoe there stays whole.
    """
    k = page.layout.scale
    top = page.layout.format.safe
    width, height = page.width - 1.5 * page.margin, edge - LIFT * k - top
    if page.width >= page.height:  # a low panel: the picture in its middle is clear of the badge
        return Box(page.margin * 0.75, top, width, edge - 0.008 * page.height - top)
    aside = min(ASIDE * k, max(0.0, width - height))
    height = min(height, width - aside)  # where width rules, away from the corner index
    return Box(page.margin * 0.75 + aside, edge - LIFT * k - height, width - aside, height)


def _badge(page: Page, number: Wording, edge: float, card: Reminder) -> None:
    """The round number on the panel's edge."""
    layout = page.layout
    k = layout.scale
    style = layout.style(card.conditions[0])
    radius = BADGE * k
    cx, cy = page.margin + radius, edge + DROP * k
    page.paint(circle(cx, cy, radius + RING * k), layout.theme.paper_tint, role="badge")
    page.paint(circle(cx, cy, radius), style.strong, role="badge")
    display = layout.face("display")
    size = 24 * k if len(number.text) == 1 else 21 * k
    size = min(size, IN_BADGE * 2 * radius / display.width(number.text, 1))
    cap = display.cap_height * size * MM_PER_POINT
    page.word(number, size, cx, cy + cap / 2, align="centre", face="display", ink=style.on_strong)


def _title_and_core(page: Page, card: Reminder, edge: float) -> None:
    layout = page.layout
    inner = page.inner
    top = edge + _below_edge(layout)
    entries = [
        layout.styled("title", wording(card, "title"), inner.width),
        layout.styled("core", wording(card, "core"), inner.width, gap=CORE_GAP * layout.scale),
    ]
    fit = page.fit(entries, inner.bottom - top)
    page.stack(entries, fit.blocks, inner.x, top)


def back(layout: FormatLayout, card: Reminder) -> Laid:
    """Band with title and pictograms, the text, and the three questions as the card's heart."""
    page = Page(layout, card.id, "back")
    style = layout.style(card.conditions[0])
    page.ground(layout.theme.paper_tint)
    head = band(
        page,
        Band(
            wording(card, "title"),
            style.strong,
            style.on_strong,
            tuple(layout.condition(name).small for name in card.conditions),
            layout.label("reminder") + f" {layout.number_of(card)}",
        ),
    )
    _body(page, card, head, _foot(page, card))
    return page.laid()


def _body(page: Page, card: Reminder, head: float, bottom: float) -> None:
    layout = page.layout
    k = layout.scale
    inner = page.inner
    top = head + 5.4 * k
    room = bottom - 3.4 * k - top
    texts = [wording(card, "questions", place) for place in range(len(card.questions))]
    questions = numbered_entries(layout, "question", texts, inner.width, 3.2 * k)
    entries = questions
    said = running_text(layout, card)
    if said is not None:
        text = layout.styled("text", said, inner.width)
        entries = [text, below(questions[0], 5.4 * k), *questions[1:]]
    fit = page.fit(entries, room)
    spare = room - fit.height
    y, blocks = top, fit.blocks
    if len(entries) > len(questions):
        extra = min(spare * 0.28, 6 * k)
        y = page.text(blocks[0], inner.x, y) + entries[1].gap + extra
        spare, blocks = spare - extra, blocks[1:]
    share = min(spare * 0.75, 28 * k)
    if len(entries) == len(questions):
        y += min(spare - share, 3.5 * k)  # numeral 1 stands at the same height on every card
    numbered(page, questions, blocks, inner.x, y, share, layout.style(card.conditions[0]).deep)


def _foot(page: Page, card: Reminder) -> float:
    """Conditions at the left, the region's logo in the middle, the card's number at the right."""
    layout = page.layout
    names = (layout.condition_title(card, place) for place in range(len(card.conditions)))
    number = written(f"{layout.number_of(card)} ", card.id)
    right = number + layout.label("of") + f" {len(layout.reminders)}"
    return foot(page, page.base, joined(names, " · "), right)
