"""The A3 poster: five conditions around one shared centre, to be read from three metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samenspel.diagnostics import Diagnostic
from samenspel.layout.blocks import Copy
from samenspel.layout.designs.parts import disc, logo, small_pictogram
from samenspel.layout.fields import Field, PosterPlan, poster_plan
from samenspel.layout.fitting import Entry, Fit, Stack, fit_group
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import Wording, joined, wording, written
from samenspel.model.cards import Condition, Model, Reminder
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER
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
PORTRAIT_POSTER = replace(
    POSTER_FORMAT,
    title="A3 poster of the five-condition model, upright",
    width=297,
    height=420,
    type={**POSTER_FORMAT.type, "title": TypeSize(62, 44, 1.0)},  # its fields are narrower
)
RADIUS = 48.0
DISC = 8.5
INDENT = 2 * DISC + 2.5
"""From a field's edge to the condition's name, which stands beside its disc, in mm."""
GAP = 4.0
"""Between small cartoons, in mm."""
NARROWEST = 30.0
"""A small cartoon with its title takes at least this width in mm."""


NAME_HEIGHT = 40.0
"""More than the height of a condition's name at any size, in mm: its width decides."""
NAME = replace(STYLES["title"], balanced=False)
CORE = Style("text-bold", "core", balanced=True)
QUESTION = Style("text", "question", balanced=True)
OTHERS = Style("text", "text")
POSTER_CORE = Style("text-semibold", "core")


def poster(layout: FormatLayout) -> Laid:
    """The poster as one page, about 420 × 297 mm or 297 × 420 mm."""
    page = Page(layout, "poster", "front")
    page.ground(layout.theme.paper_tint)
    plan = poster_plan(page.width, page.height, page.bleed)
    fields = plan.fields
    for name, field in fields.items():
        page.paint(field.area, layout.style(name).tint, role="field")
    cards: dict[str, Condition] = {card.condition: card for card in layout.conditions()}
    present = [(cards[name], field) for name, field in fields.items() if name in cards]
    for (card, field), (entry, fit) in zip(present, _names(layout, present), strict=True):
        page.record([entry], fit, NAME_HEIGHT, 1, card.id)
        _condition(page, card, field, fit)
    _centre(page, plan)
    _foot(page, plan)
    return page.laid(*_gaps(layout, [name for name in fields if name not in cards]))


def _gaps(layout: FormatLayout, missing: Sequence[str]) -> list[Diagnostic]:
    """The poster shows the whole model; a deck without one of the five gets none."""
    if not missing:
        return []
    return [
        Diagnostic(
            "poster-incomplete",
            f"the poster shows all five conditions, and this deck has no card for "
            f"{', '.join(missing)} (region {layout.deck.region.id})",
            remedy="keep the five condition cards, or leave the poster out (--product)",
        )
    ]


def _names(
    layout: FormatLayout, conditions: Sequence[tuple[Condition, Field]]
) -> list[tuple[Entry, Fit]]:
    """The conditions' names, all at the largest size at which the longest fits on one line."""
    size = layout.type("title").led(1.0)
    entries = [
        layout.styled(
            "title", wording(card, "title"), field.text.width - INDENT, size=size, style=NAME
        )
        for card, field in conditions
    ]
    fits = fit_group(layout.setter, [Stack([entry], NAME_HEIGHT, 1) for entry in entries])
    return list(zip(entries, fits, strict=True))


def _condition(page: Page, card: Condition, field: Field, name: Fit) -> None:
    """Pictogram and name, core sentence, one key question, and the reminders that begin here."""
    layout = page.layout
    strong = layout.style(card.condition).strong
    box = field.text
    art = small_pictogram(layout, card.condition, strong)
    disc(page, art, box.x + DISC, box.y + DISC, DISC, strong)
    block = name.blocks[0]
    page.text(block, box.x + INDENT, box.y + DISC - block.cap / 2)
    y = box.y + 2 * DISC + 6.5
    core = layout.styled("core", wording(card, "core"), box.width, style=CORE)
    page.text(page.single(core, box.bottom - y, card=card.id), box.x, y)
    _question(page, card, field)
    _reminders(page, card.condition, field)


def _question(page: Page, card: Condition, field: Field) -> None:
    """The condition's key question, and by number and title the other reminders that touch it."""
    layout = page.layout
    box = field.question
    ask = layout.styled("question", wording(card, "questions", 0), box.width, style=QUESTION)
    entries = [ask]
    shown = _shown(layout, card.condition, field)
    others = [r for r in layout.reminders if card.condition in r.conditions and r not in shown]
    if others:
        names = Wording("+ ") + joined((_numbered(layout, r) for r in others), " · ")
        size = layout.type("text").led(OTHERS_LEADING)
        entries.append(layout.styled("label", names, box.width, size=size, gap=3.0, style=OTHERS))
    fit = page.fit(entries, box.height, card=card.id)
    page.stack(entries, fit.blocks, box.x, box.y)


OTHERS_LEADING = 1.25


def _numbered(layout: FormatLayout, card: Reminder) -> Wording:
    """Number and title, the number kept with the first word."""
    return written(f"{layout.number_of(card)}\u00a0", card.id, "title") + wording(card, "title")


def _shown(layout: FormatLayout, condition: str, field: Field) -> list[Reminder]:
    """The reminders that stand in a field with their cartoon: as many as it has room for."""
    mine = [card for card in layout.reminders if card.conditions[0] == condition]
    room = int((field.reminders.width + GAP) / (NARROWEST + GAP))
    drawn_first = sorted(mine, key=lambda card: card.id not in layout.cartoons)
    kept = drawn_first[:room]
    return [card for card in mine if card in kept]


def _reminders(page: Page, condition: str, field: Field) -> None:
    """A row of small cartoons with their titles."""
    mine = _shown(page.layout, condition, field)
    if not mine:
        return
    box = field.reminders
    width = min((box.width - GAP * (len(mine) - 1)) / len(mine), 44.0)
    for place, card in enumerate(mine):
        _reminder(page, card, Box(box.x + place * (width + GAP), box.y, width, box.height))


def _reminder(page: Page, card: Reminder, box: Box) -> None:
    """A small cartoon with number and title below it."""
    layout = page.layout
    style = layout.style(card.conditions[0])
    entry = layout.styled("label", _numbered(layout, card), box.width)
    block = page.single(entry, 12, card=card.id)
    two_lines = block.cap + block.step + block.drop
    room = Box(box.x, box.y, box.width, box.height - two_lines - 1.5)
    name = layout.cartoons.get(card.id)
    if name:
        page.art(
            name,
            room,
            ground=style.tint,
            role="cartoon",
            alt=card.alt or "",
            source=(card.id, "cartoon"),
        )
    else:
        page.art(
            layout.condition(card.conditions[0]).large, room, ground=style.tint, role="pictogram"
        )
    page.text(block, box.x, room.bottom + 1.5)


def _centre(page: Page, plan: PosterPlan) -> None:
    """The shared centre: the drawn picture when the deck has one, else the word for it."""
    layout = page.layout
    cx, cy = plan.centre
    page.paint(circle(cx, cy, RADIUS + 2.5), layout.theme.paper_tint, role="centre")
    page.paint(circle(cx, cy, RADIUS), PAPER, role="centre")
    if layout.centre:
        side = 2 * RADIUS * 1.045
        page.art(
            layout.centre,
            Box(cx - side / 2, cy - side / 2, side, side),
            role="cartoon",
            clip=circle(cx, cy, RADIUS),
        )
        return
    model = _model(layout)
    if model is not None:
        cap = layout.face("display").cap_height * 40 * MM_PER_POINT
        text = wording(model, "centre")
        page.word(text, 40, cx, cy + cap / 2, align="centre", face="display")


def _model(layout: FormatLayout) -> Model | None:
    return next((card for card in layout.deck.cards if isinstance(card, Model)), None)


def _foot(page: Page, plan: PosterPlan) -> None:
    """The strip at the foot: title and core at the left, logo and source at the right."""
    layout = page.layout
    b = page.bleed
    top = page.height - plan.foot
    strip = Box(-b, top, page.width + 2 * b, plan.foot + b)
    page.paint(rectangle(strip), layout.theme.paper_tint, role="foot")
    model = _model(layout)
    if model is not None:
        size = TypeSize(40, 22, 1.0)
        text = wording(model, "poster_title")
        title = layout.styled("title", text, plan.title_width, size=size, style=NAME)
        block = page.single(title, 16, max_lines=1, card=model.id)
        page.text(block, page.margin, top + 13 - block.cap / 2)
        core = layout.styled(
            "core",
            wording(model, "poster_core"),
            plan.core_width,
            size=TypeSize(15, 11, 1.2),
            style=POSTER_CORE,
        )
        block = page.single(core, 9, max_lines=1, card=model.id)
        page.text(block, page.margin, top + 22.5)
    _sender(page, top, plan.logo_width)


def _sender(page: Page, top: float, logo_width: float) -> None:
    """Logo over source and edition, flush right."""
    layout = page.layout
    right = page.width - page.margin
    copy = Copy(
        layout.label("source") + ": " + written(layout.deck.source, "@deck", "source"),
        "text",
        leading=1.25,
        align="right",
        balanced=True,
        role="source",
    )
    block = layout.setter.set(copy, layout.type("furniture").design, 110)
    more = 0.0
    if block is not None:
        more = block.height * (1 - 1 / len(block.lines))  # a second line lifts the logo
        page.text(block, right - 110, page.height - 8.5 - block.height)
    if layout.deck.region.logo:
        box = Box(right - logo_width, top + 6 - more, logo_width, 14)
        logo(page, box, "right", ground=layout.theme.paper_tint)
