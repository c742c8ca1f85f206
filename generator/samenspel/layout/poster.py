"""The A3 poster: five conditions around one shared centre, to be read from three metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samenspel.diagnostics import Diagnostic
from samenspel.layout.blocks import Copy
from samenspel.layout.discs import disc, small_picture
from samenspel.layout.fields import Field, PosterPlan, poster_plan
from samenspel.layout.fitting import Entry, Fit, Stack, fit_group
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.parts.foot import placed_logo
from samenspel.layout.poster_grid import made_plan
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import Wording, joined, wording, written
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
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
    plan = _plan(page)
    fields = plan.fields
    for name, field in fields.items():
        page.paint(field.area, layout.style(name).tint, role="field")
    cards = layout.condition_cards
    present = [(cards[name], field) for name, field in fields.items() if name in cards]
    for (card, field), (entry, fit) in zip(present, _names(layout, present, plan), strict=True):
        page.record([entry], fit, NAME_HEIGHT, 1, card.id)
        _condition(page, card, field, fit)
    _centre(page, plan)
    _foot(page, plan)
    return page.laid(*_gaps(layout, [name for name in fields if name not in cards]))


def _plan(page: Page) -> PosterPlan:
    """The drawn fields of the five built-in conditions; for any other model, made ones."""
    layout = page.layout
    names = tuple(layout.model)
    drawn = poster_plan(page.width, page.height, page.bleed)
    if set(names) == set(drawn.fields):
        return drawn
    return made_plan(names, page.width, page.height, page.bleed)


def touched(card: Card) -> list[str]:
    """The conditions of the model that a card is about, the first first."""
    said = card.values[card.spec.touches]
    return list(said) if isinstance(said, list) else [said]


def _alt(card: Card) -> str:
    """What a card's first picture shows, in words."""
    return next((card.alt_of(picture) for picture in card.spec.pictures), "")


def _gaps(layout: FormatLayout, missing: Sequence[str]) -> list[Diagnostic]:
    """The poster shows the whole model; a deck without one of its conditions gets none."""
    if layout.model and not missing:
        return []
    said = f"all conditions, and this deck has no card for {', '.join(missing)}"
    what = said if layout.model else "a model, and this deck is about none"
    return [
        Diagnostic(
            "poster-incomplete",
            f"the poster shows {what} (region {layout.deck.region.id})",
            remedy="add the cards that are missing, or leave the poster out (--product)",
        )
    ]


def whole_model(deck: Deck) -> bool:
    """True for a deck that has a card for each condition of its model: one to make a poster of."""
    if deck.model is None:
        return False
    named = {card.values[card.spec.stands_for] for card in deck.cards if card.spec.stands_for}
    return named >= set(deck.model.conditions)


def _names(
    layout: FormatLayout, conditions: Sequence[tuple[Card, Field]], plan: PosterPlan
) -> list[tuple[Entry, Fit]]:
    """The conditions' names, all at the largest size at which the longest fits on one line."""
    size = layout.type("title").led(1.0)
    if plan.least_name is not None:
        size = replace(size, minimum=plan.least_name)
    entries = [
        layout.styled(
            "title", wording(card, "title"), field.text.width - INDENT, size=size, style=NAME
        )
        for card, field in conditions
    ]
    fits = fit_group(layout.setter, [Stack([entry], NAME_HEIGHT, 1) for entry in entries])
    return list(zip(entries, fits, strict=True))


def _condition(page: Page, card: Card, field: Field, name: Fit) -> None:
    """Pictogram and name, core sentence, one key question, and the reminders that begin here."""
    layout = page.layout
    condition = card.values[card.spec.stands_for]
    strong = layout.style(condition).strong
    box = field.text
    art = small_picture(layout.condition(condition), layout.style(condition), strong)
    disc(page, art, box.x + DISC, box.y + DISC, DISC, strong)
    block = name.blocks[0]
    page.text(block, box.x + INDENT, box.y + DISC - block.cap / 2)
    y = box.y + 2 * DISC + 6.5
    if card.values.get("core"):
        core = layout.styled("core", wording(card, "core"), box.width, style=CORE)
        page.text(page.single(core, box.bottom - y, card=card.id), box.x, y)
    _question(page, card, field)
    _reminders(page, condition, field)


def _question(page: Page, card: Card, field: Field) -> None:
    """The condition's key question, and by number and title the other reminders that touch it."""
    layout = page.layout
    box = field.question
    condition = card.values[card.spec.stands_for]
    entries = []
    if card.values.get("questions"):
        ask = wording(card, "questions", 0)
        entries = [layout.styled("question", ask, box.width, style=QUESTION)]
    shown = _shown(layout, condition, field)
    others = [r for r in layout.touching if condition in touched(r) and r not in shown]
    if others:
        names = Wording("+ ") + joined((_numbered(layout, r) for r in others), " · ")
        size = layout.type("text").led(OTHERS_LEADING)
        entries.append(layout.styled("label", names, box.width, size=size, gap=3.0, style=OTHERS))
    fit = page.fit(entries, box.height, card=card.id)
    page.stack(entries, fit.blocks, box.x, box.y)


OTHERS_LEADING = 1.25


def _numbered(layout: FormatLayout, card: Card) -> Wording:
    """Number and title, the number kept with the first word."""
    return written(f"{layout.number_of(card)}\u00a0", card.id, "title") + wording(card, "title")


def _shown(layout: FormatLayout, condition: str, field: Field) -> list[Card]:
    """The reminders that stand in a field with their cartoon: as many as it has room for."""
    mine = [card for card in layout.touching if touched(card)[:1] == [condition]]
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


def _reminder(page: Page, card: Card, box: Box) -> None:
    """A small cartoon with number and title below it."""
    layout = page.layout
    condition = touched(card)[0]
    style = layout.style(condition)
    entry = layout.styled("label", _numbered(layout, card), box.width)
    block = page.single(entry, 12, card=card.id)
    two_lines = block.cap + block.step + block.drop
    room = Box(box.x, box.y, box.width, box.height - two_lines - 1.5)
    name = layout.cartoons.get(card.id)
    if name:
        page.art(name, room, ground=style.tint, role="cartoon", alt=_alt(card))
    else:
        art = layout.condition(condition).large
        page.art(art, room, ground=style.tint, role="pictogram")
    page.text(block, box.x, room.bottom + 1.5)


def _centre(page: Page, plan: PosterPlan) -> None:
    """The shared centre: the drawn picture when the deck has one, else the word for it."""
    layout = page.layout
    cx, cy = plan.centre
    page.paint(circle(cx, cy, plan.radius + 2.5), layout.theme.paper_tint, role="centre")
    page.paint(circle(cx, cy, plan.radius), PAPER, role="centre")
    if layout.centre:
        side = 2 * plan.radius * 1.045
        page.art(
            layout.centre,
            Box(cx - side / 2, cy - side / 2, side, side),
            role="cartoon",
            clip=circle(cx, cy, plan.radius),
        )
        return
    model = _model(layout)
    if model is not None:
        widest = layout.face("display").width(model.centre, 1)
        size = min(1.3 * plan.radius, 1.6 * plan.radius / widest)
        cap = layout.face("display").cap_height * size * MM_PER_POINT
        text = wording(model, "centre")
        page.word(text, size, cx, cy + cap / 2, align="centre", face="display")


def _model(layout: FormatLayout) -> Card | None:
    return next((card for card in layout.deck.cards if "poster_title" in card.spec.fields), None)


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
        placed_logo(page, box, "right", ground=layout.theme.paper_tint)
