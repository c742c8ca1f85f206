"""The A3 poster: five conditions around one shared centre, to be read from three metres."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.layout.blocks import Copy
from samenspel.layout.designs.parts import disc, logo
from samenspel.layout.desk import CENTRE_PICTURE, PICTOGRAM, Desk, Page
from samenspel.layout.fitting import Entry
from samenspel.model.deck import Condition, Model, Reminder
from samenspel.model.frame import Box, Frame, Path, Segment
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
    margin=12,
    type={
        "title": TypeSize(62, 60, 1.0),
        "core": TypeSize(20, 15, 1.22),
        "question": TypeSize(16.5, 12, 1.22),
        "text": TypeSize(10.5, 9, 1.2),
        "label": TypeSize(10.5, 9, 1.16),
        "furniture": TypeSize(9, 9, 1.2),
    },
)
FOOT = 36.0
"""Height in mm of the strip with title, logo and source."""
CENTRE = (210.0, 150.0)
RADIUS = 51.0
DISC = 10.0
GAP = 4.0
"""Between small cartoons, in mm."""
NARROWEST = 30.0
"""A small cartoon with its title takes at least this width in mm."""


@dataclass(frozen=True, slots=True)
class Field:
    """A condition's field: its coloured area, and where its texts and its reminders stand (mm)."""

    area: Path
    text: Box
    question: Box
    reminders: Box


def _fields(width: float, height: float, bleed: float) -> list[Field]:
    """Five fields clockwise from the top left, meeting in the centre."""
    cx, cy = CENTRE
    floor = height - FOOT
    left, right, top = -bleed, width + bleed, -bleed
    a, b = 137.0, 283.0
    to_left: Segment = ("C", (150, cy - 12, 70, cy + 12, left, cy + 4))
    from_right: Segment = ("C", (350, cy + 12, 270, cy - 12, cx, cy))
    down: Segment = ("C", (cx - 6, cy + 40, cx + 6, floor - 24, cx, floor))
    return [
        Field(
            (
                ("M", (left, top)),
                ("L", (a, top)),
                ("C", (a - 4, 84, 152, 112, cx, cy)),
                to_left,
                ("Z", ()),
            ),
            Box(12, 13, 122, 42),
            Box(12, 59.5, 122, 27),
            Box(12, 90, 126, 48),
        ),
        Field(
            (
                ("M", (a, top)),
                ("L", (b, top)),
                ("C", (b + 4, 84, 268, 112, cx, cy)),
                ("C", (152, 112, a - 4, 84, a, top)),
                ("Z", ()),
            ),
            Box(147, 13, 127, 42),
            Box(147, 59.5, 74, 32),
            Box(222, 55, 44, 44),
        ),
        Field(
            (
                ("M", (b, top)),
                ("L", (right, top)),
                ("L", (right, cy + 4)),
                from_right,
                ("C", (268, 112, b + 4, 84, b, top)),
                ("Z", ()),
            ),
            Box(293, 13, 115, 42),
            Box(293, 59.5, 115, 27),
            Box(278, 90, 130, 48),
        ),
        Field(
            (
                ("M", (right, cy + 4)),
                ("L", (right, floor)),
                ("L", (cx, floor)),
                ("C", (cx + 6, floor - 24, cx - 6, cy + 40, cx, cy)),
                ("C", (270, cy - 12, 350, cy + 12, right, cy + 4)),
                ("Z", ()),
            ),
            Box(264, 164, 145, 42),
            Box(318, 211, 90, 46),
            Box(218, 210, 92, 48),
        ),
        Field(
            (
                ("M", (left, cy + 4)),
                ("C", (70, cy + 12, 150, cy - 12, cx, cy)),
                down,
                ("L", (left, floor)),
                ("Z", ()),
            ),
            Box(12, 164, 140, 42),
            Box(12, 211, 90, 46),
            Box(110, 210, 92, 48),
        ),
    ]


def poster(desk: Desk) -> Frame:
    """The poster as one Frame, 420 × 297 mm with 3 mm bleed."""
    page = Page(desk, "poster", "front")
    page.ground(desk.theme.paper_tint)
    conditions = desk.conditions()
    fields = _fields(page.width, page.height, page.bleed)
    for condition, field in zip(conditions, fields, strict=False):
        page.paint(field.area, desk.style(condition.condition).tint, role="field")
    for condition, field in zip(conditions, fields, strict=False):
        _condition(page, condition, field)
    _centre(page)
    _foot(page)
    return page.frame()


def _condition(page: Page, card: Condition, field: Field) -> None:
    """Pictogram and name, core sentence, one key question, and the reminders that begin here."""
    desk = page.desk
    style = desk.style(card.condition)
    title, core = desk.type("title"), desk.type("core")
    box = field.text
    disc(page, card.condition, box.x + DISC, box.y + DISC, DISC, style.strong)
    name = Copy(card.title, "display", hyphenate=False, leading=1.0, role="title", field=("title",))
    indent = 2 * DISC + 3
    block = desk.single(card, name, title, Box(0, 0, box.width - indent, 40), max_lines=1)
    page.text(block, box.x + indent, box.y + DISC - block.cap / 2)
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
        page.text(block, 12, top + 13 - block.cap / 2)
        core = Copy(
            model.poster_core, "text-semibold", leading=1.2, role="core", field=("poster_core",)
        )
        block = desk.single(model, core, TypeSize(15, 11, 1.2), Box(0, 0, 270, 9), max_lines=1)
        page.text(block, 12, top + 22.5)
    _sender(page, top)


def _sender(page: Page, top: float) -> None:
    """Logo over source and edition, flush right."""
    desk = page.desk
    right = page.width - 12
    if desk.deck.region.logo:
        logo(page, Box(right - 90, top + 6, 90, 14), "right", ground=desk.theme.paper_tint)
    copy = Copy(
        f"{desk.label('source')}: {desk.deck.source}",
        "text",
        leading=1.25,
        align="right",
        balanced=True,
        role="source",
    )
    block = desk.setter.set(copy, desk.type("furniture").design, 110)
    if block is not None:
        page.text(block, right - 110, page.height - 8.5 - block.height)
