"""The A3 poster: five conditions around one shared centre, to be read from three metres."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.diagnostics import Diagnostic
from samenspel.layout.blocks import Block, Copy
from samenspel.layout.designs.parts import disc, logo
from samenspel.layout.desk import CENTRE_PICTURE, PICTOGRAM, Desk, Page
from samenspel.layout.fields import CENTRE, FOOT, Field, poster_fields
from samenspel.layout.fitting import Entry
from samenspel.model.cards import Condition, Model, Reminder
from samenspel.model.frame import Box, Frame
from samenspel.model.ink import BLACK, PAPER
from samenspel.model.paths import circle, rectangle
from samenspel.model.style import Format, TypeSize
from samenspel.units import MM_PER_POINT

POSTER_FORMAT = Format(
    name="poster",
    title="A3 poster of the five-condition model",
    width=420,
    height=297,
    bleed=3,
    safe=4,
    radius=0,
    margin=10,
    type={
        "title": TypeSize(62, 50, 1.0),
        "core": TypeSize(20, 15, 1.22),
        "question": TypeSize(16.5, 12, 1.22),
        "text": TypeSize(10.5, 9, 1.2),
        "label": TypeSize(10.5, 9, 1.16),
        "furniture": TypeSize(9, 9, 1.2),
    },
)
RADIUS = 48.0
DISC = 8.5
INDENT = 2 * DISC + 2.5
"""From a field's edge to the condition's name, which stands beside its disc, in mm."""
GAP = 4.0
"""Between small cartoons, in mm."""
NARROWEST = 30.0
"""A small cartoon with its title takes at least this width in mm."""


def poster(desk: Desk) -> Frame:
    """The poster as one Frame, 420 × 297 mm with 3 mm bleed."""
    page = Page(desk, "poster", "front")
    page.ground(desk.theme.paper_tint)
    fields = poster_fields(page.width, page.height, page.bleed)
    for name, field in fields.items():
        page.paint(field.area, desk.style(name).tint, role="field")
    cards: dict[str, Condition] = {card.condition: card for card in desk.conditions()}
    size = _name_size(desk, cards, fields)
    for name, field in fields.items():
        if name in cards:
            _condition(page, cards[name], field, size)
    if len(cards) < len(fields):
        _refuse_gaps(desk, [name for name in fields if name not in cards])
    _centre(page)
    _foot(page)
    return page.frame()


def _refuse_gaps(desk: Desk, missing: list[str]) -> None:
    """The poster shows the whole model; a deck without one of the five gets none."""
    names = ", ".join(missing)
    desk.problems.append(
        Diagnostic(
            "poster-incomplete",
            f"the poster shows all five conditions, and this deck has no card for {names} "
            f"(region {desk.deck.region.id})",
            remedy="keep the five condition cards, or leave the poster out (--product)",
        )
    )


def _name(desk: Desk, card: Condition, field: Field, size: TypeSize) -> Block:
    """A condition's name on one line, beside its disc."""
    copy = Copy(card.title, "display", hyphenate=False, leading=1.0, role="title", field=("title",))
    return desk.single(card, copy, size, Box(0, 0, field.text.width - INDENT, 40), max_lines=1)


def _name_size(
    desk: Desk, cards: Mapping[str, Condition], fields: Mapping[str, Field]
) -> TypeSize:
    """The size that the five names share: the largest at which the longest fits."""
    largest = desk.type("title")
    sizes = [_name(desk, card, fields[name], largest).size for name, card in cards.items()]
    least = min(sizes, default=largest.design)
    return TypeSize(least, least, largest.leading)


def _condition(page: Page, card: Condition, field: Field, size: TypeSize) -> None:
    """Pictogram and name, core sentence, one key question, and the reminders that begin here."""
    desk = page.desk
    style = desk.style(card.condition)
    core = desk.type("core")
    box = field.text
    disc(page, card.condition, box.x + DISC, box.y + DISC, DISC, style.strong)
    block = _name(desk, card, field, size)
    page.text(block, box.x + INDENT, box.y + DISC - block.cap / 2)
    y = box.y + 2 * DISC + 6.5
    copy = Copy(
        card.core, "text-bold", leading=core.leading, balanced=True, role="core", field=("core",)
    )
    page.text(desk.single(card, copy, core, Box(0, 0, box.width, box.bottom - y)), box.x, y)
    _question(page, card, field)
    _reminders(page, card.condition, field)


def _question(page: Page, card: Condition, field: Field) -> None:
    """The condition's key question, and by number and title the other reminders that touch it."""
    desk = page.desk
    box = field.question
    question, text = desk.type("question"), desk.type("text")
    ask = Copy(
        card.questions[0],
        "text",
        leading=question.leading,
        balanced=True,
        role="question",
        field=("questions", 0),
    )
    entries = [Entry(ask, question, box.width)]
    shown = _shown(desk, card.condition, field)
    others = [r for r in desk.reminders if card.condition in r.conditions and r not in shown]
    if others:
        names = " · ".join(_numbered(desk, r) for r in others)
        entries.append(Entry(Copy(f"+ {names}", "text", role="label"), text, box.width, 3.0))
    fit = desk.fit(card, entries, box.height)
    y = box.y
    for entry, block in zip(entries, fit.blocks, strict=True):
        y = page.text(block, box.x, y + (entry.gap if y > box.y else 0))


def _numbered(desk: Desk, card: Reminder) -> str:
    """Number and title, the number kept with the first word."""
    return f"{desk.number_of(card)}\u00a0{card.title}"


def _shown(desk: Desk, condition: str, field: Field) -> list[Reminder]:
    """The reminders that stand in a field with their cartoon: as many as it has room for."""
    mine = [card for card in desk.reminders if card.conditions[0] == condition]
    room = int((field.reminders.width + GAP) / (NARROWEST + GAP))
    drawn_first = sorted(mine, key=lambda card: card.id not in desk.cartoons)
    kept = drawn_first[:room]
    return [card for card in mine if card in kept]


def _reminders(page: Page, condition: str, field: Field) -> None:
    """A row of small cartoons with their titles."""
    mine = _shown(page.desk, condition, field)
    if not mine:
        return
    box = field.reminders
    width = min((box.width - GAP * (len(mine) - 1)) / len(mine), 44.0)
    for place, card in enumerate(mine):
        _reminder(page, card, Box(box.x + place * (width + GAP), box.y, width, box.height))


def _reminder(page: Page, card: Reminder, box: Box) -> None:
    """A small cartoon with number and title below it."""
    desk = page.desk
    style = desk.style(card.conditions[0])
    label = desk.type("label")
    copy = Copy(
        _numbered(desk, card),
        "text-bold",
        leading=label.leading,
        hyphenate=False,
        balanced=True,
        align="centre",
        role="label",
        field=("title",),
    )
    block = desk.single(card, copy, label, Box(0, 0, box.width, 12))
    two_lines = block.cap + block.step + block.drop
    room = Box(box.x, box.y, box.width, box.height - two_lines - 1.5)
    if card.id in desk.cartoons:
        page.art(
            desk.cartoons[card.id], room, ground=style.tint, role="cartoon", alt=card.alt or ""
        )
    else:
        page.art(PICTOGRAM.format(card.conditions[0]), room, ground=style.tint, role="pictogram")
    page.text(block, box.x, room.bottom + 1.5)


def _centre(page: Page) -> None:
    """The shared centre: the drawn picture when the deck has one, else the word for it."""
    desk = page.desk
    cx, cy = CENTRE
    page.paint(circle(cx, cy, RADIUS + 2.5), desk.theme.paper_tint, role="centre")
    page.paint(circle(cx, cy, RADIUS), PAPER, role="centre")
    if CENTRE_PICTURE in desk.art:
        side = 2 * RADIUS * 1.045
        page.art(
            CENTRE_PICTURE,
            Box(cx - side / 2, cy - side / 2, side, side),
            role="cartoon",
            clip=circle(cx, cy, RADIUS),
        )
        return
    model = _model(desk)
    if model is not None:
        cap = desk.setter.faces["display"].cap_height * 40 * MM_PER_POINT
        page.word(model.centre, 40, cx, cy + cap / 2, align="centre", face="display", ink=BLACK)


def _model(desk: Desk) -> Model | None:
    return next((card for card in desk.deck.cards if isinstance(card, Model)), None)


def _foot(page: Page) -> None:
    """The strip at the foot: title and core at the left, logo and source at the right."""
    desk = page.desk
    b = page.bleed
    top = page.height - FOOT
    strip = Box(-b, top, page.width + 2 * b, FOOT + b)
    page.paint(rectangle(strip), desk.theme.paper_tint, role="foot")
    model = _model(desk)
    if model is not None:
        title = Copy(
            model.poster_title,
            "display",
            leading=1.0,
            hyphenate=False,
            role="title",
            field=("poster_title",),
        )
        room = Box(0, 0, 270, 16)
        block = desk.single(model, title, TypeSize(40, 22, 1.0), room, max_lines=1)
        page.text(block, page.margin, top + 13 - block.cap / 2)
        core = Copy(
            model.poster_core, "text-semibold", leading=1.2, role="core", field=("poster_core",)
        )
        block = desk.single(model, core, TypeSize(15, 11, 1.2), Box(0, 0, 270, 9), max_lines=1)
        page.text(block, page.margin, top + 22.5)
    _sender(page, top)


def _sender(page: Page, top: float) -> None:
    """Logo over source and edition, flush right."""
    desk = page.desk
    right = page.width - page.margin
    copy = Copy(
        f"{desk.label('source')}: {desk.deck.source}",
        "text",
        leading=1.25,
        align="right",
        balanced=True,
        role="source",
    )
    block = desk.setter.set(copy, desk.type("furniture").design, 110)
    more = 0.0
    if block is not None:
        more = block.height * (1 - 1 / len(block.lines))  # a second line lifts the logo
        page.text(block, right - 110, page.height - 8.5 - block.height)
    if desk.deck.region.logo:
        logo(page, Box(right - 90, top + 6 - more, 90, 14), "right", ground=desk.theme.paper_tint)
