"""What stands in a condition's field: name, core, key question, and the cards that touch it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samenspel.layout.discs import disc, small_picture
from samenspel.layout.fitting import Entry, Fit, Stack, fit_group
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.page import Page
from samenspel.layout.poster.areas import Field, PosterPlan
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import Wording, joined, wording, written
from samenspel.model.cards import Card
from samenspel.model.frame import Box

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
OTHERS_LEADING = 1.25


def condition_names(
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


def condition(page: Page, card: Card, field: Field, name: Fit) -> None:
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


def _alt(card: Card) -> str:
    """What a card's first picture shows, in words."""
    return next((card.alt_of(picture) for picture in card.spec.pictures), "")


def touched(card: Card) -> list[str]:
    """The conditions of the model that a card is about, the first first."""
    said = card.values[card.spec.touches]
    return list(said) if isinstance(said, list) else [said]
