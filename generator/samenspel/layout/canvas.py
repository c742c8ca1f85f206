"""The canvas: each condition of the model with a place to lay a card on, and voting dots for it.

Places are as large as a card and stand in two rows, in the order of the model. The lower row has
title, picture and logo in its middle. Where two rows of upright cards are too high, the cards of
the lower one lie on their sides, then those of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from samenspel.layout.blocks import Block
from samenspel.layout.discs import disc, small_picture
from samenspel.layout.fitting import Stack, fit_group
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.packaging import lined
from samenspel.layout.page import Page
from samenspel.layout.parts.foot import placed_logo
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import wording, written
from samenspel.model.cards import Card
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER
from samenspel.model.paths import circle, rounded
from samenspel.model.style import Format
from samenspel.units import MM_PER_POINT, Size

GAP = 4.0
"""Between the fields of two conditions, in mm."""
PAD = 2.5
"""From a place to the edge of its field."""
STRIP, HIGHEST = 10.0, 18.0
"""The height of the line with a condition's name: at least, and where there is room for more."""
SIGN = 0.38
"""The radius of a condition's sign, of that height."""
CENTRE = 72.0
"""The least width of what stands in the middle of the lower row."""
CORNER = 4.0
"""Radius of a place's corners, as of a card's."""
DASH, LINE = (2.0, 1.6), 0.4
NAME = replace(STYLES["title"], balanced=False)
CORE = Style("text-semibold", "core", hyphenate=False, balanced=True, align="centre")
TITLE = replace(STYLES["title"], align="centre")
SOURCE = Style("text", "furniture", balanced=True, align="centre")

RADIUS, PITCH = 6.5, 17.0
"""Of a voting dot, and from one to the next: 2 mm of colour beyond each cut."""
BLEED = 2.0
APART = 0.01
"""So much of that colour is left out, in mm, that two dots never touch by rounding."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Where everything stands on a canvas, in mm from the trim's top left corner."""

    fields: tuple[tuple[Box, Box], ...]
    """Of each condition its field, and the place for a card in it."""
    centre: Box
    strip: float


def canvas_plan(count: int, card: Size, page: Format) -> Canvas | None:
    """Where the places of so many conditions stand; ``None`` when they do not fit the page."""
    upright, lying = Size(min(card), max(card)), Size(max(card), min(card))
    for upper, lower in ((card, card), (upright, upright), (upright, lying), (lying, lying)):
        made = _planned(count, upper, lower, page)
        if made is not None:
            return made
    return None


def _planned(count: int, upper: Size, lower: Size, page: Format) -> Canvas | None:
    above, below = count - count // 2, count // 2
    spare = page.height - 2 * page.margin - GAP - upper.height - lower.height - 2 * (STRIP + PAD)
    strip = min(HIGHEST, STRIP + spare / 2)
    before = below - below // 2
    first = _across([upper.width + 2 * PAD] * above, page)
    wide = lower.width + 2 * PAD
    second = _across([*[wide] * before, CENTRE, *[wide] * (below - before)], page)
    if spare < 0 or first is None or second is None:
        return None
    free = page.height - 2 * page.margin - GAP - upper.height - lower.height - 2 * (strip + PAD)
    top, below_it = page.margin, page.margin + strip + upper.height + PAD + GAP + free
    boxes = [Box(x, top, wide, strip + upper.height + PAD) for x, wide in first]
    row = [Box(x, below_it, wide, strip + lower.height + PAD) for x, wide in second]
    centre = row.pop(before)
    sizes = [*[upper] * above, *[lower] * below]
    fields = tuple(
        (box, Box(box.centre.x - size.width / 2, box.y + strip, *size))
        for box, size in zip([*boxes, *row], sizes, strict=True)
    )
    return Canvas(fields, centre, strip)


def _across(widths: Sequence[float], page: Format) -> list[tuple[float, float]] | None:
    """Fields of at least these widths beside each other, as wide as the page lets them be."""
    spare = page.width - 2 * page.margin - GAP * (len(widths) - 1) - sum(widths)
    if spare < 0:
        return None
    found, x = [], page.margin
    for width in widths:
        wide = width + spare / len(widths)
        found.append((x, wide))
        x += wide + GAP
    return found


def laid_canvas(layout: FormatLayout, plan: Canvas) -> Laid:
    """The canvas as one page, for a deck whose conditions all have their cards."""
    page = Page(layout, "canvas", "front")
    page.ground(layout.theme.paper_tint)
    cards = [layout.condition_cards[name] for name in layout.model]
    names = _names(page, cards, plan)
    for card, name, title, (field, place) in zip(
        cards, layout.model, names, plan.fields, strict=True
    ):
        _field(page, name, card, title, (field, place), plan.strip)
    _middle(page, plan.centre)
    return page.laid()


def _names(page: Page, cards: Sequence[Card], plan: Canvas) -> list[Block]:
    """The conditions' names, all in the size at which the longest has room beside its sign."""
    layout, strip = page.layout, plan.strip
    size = replace(layout.type("title"), design=strip * 0.6 / MM_PER_POINT)
    size = replace(size, minimum=min(size.minimum, size.design))
    stacks = [
        Stack([layout.styled("title", wording(card, "title"), place.width - _sign_room(strip),
                             size=size, style=NAME)], strip, 1)
        for card, (_, place) in zip(cards, plan.fields, strict=True)
    ]  # fmt: skip
    fits = fit_group(layout.setter, stacks)
    for card, stack, fit in zip(cards, stacks, fits, strict=True):
        page.record(stack.entries, fit, strip, 1, card.id)
    return [fit.blocks[0] for fit in fits]


def _sign_room(strip: float) -> float:
    """What a condition's sign takes of the line with its name, in mm."""
    return 2 * SIGN * strip + 2.4


def _field(
    page: Page, name: str, card: Card, title: Block, boxes: tuple[Box, Box], strip: float
) -> None:
    layout, style, (field, place) = page.layout, page.layout.style(name), boxes
    page.paint(rounded(field, CORNER + PAD), style.tint, role="field")
    radius = strip * SIGN
    cx, cy = place.x + radius, field.y + strip / 2
    art = small_picture(layout.condition(name), style, style.strong)
    if art:
        disc(page, art, cx, cy, radius, style.strong)
    page.text(title, place.x + _sign_room(strip), cy - title.cap / 2)
    page.paint(rounded(place, CORNER), PAPER, role="place")
    page.stroke(rounded(place, CORNER), style.deep, LINE, DASH, role="frame")
    core = layout.styled("core", wording(card, "core"), place.width * 0.76, style=CORE)
    block = page.single(core, place.height * 0.7, card=card.id)
    page.text(block, place.centre.x - block.measure / 2, place.centre.y - block.height / 2)


def _middle(page: Page, box: Box) -> None:
    """The model's picture, the title, the logo and the source, under each other."""
    layout = page.layout
    model = next((card for card in layout.deck.cards if "poster_title" in card.spec.fields), None)
    said = wording(model, "poster_title") if model else layout.title
    title = layout.styled("title", said, box.width, style=TITLE)
    source = layout.label("source") + ": " + written(layout.deck.source, "@deck", "source")
    small = layout.styled("furniture", source, box.width * 0.9, style=SOURCE)
    high = 0.16 * box.height
    name = page.single(title, 0.3 * box.height, max_lines=2, card=model.id if model else "@deck")
    foot = page.single(small, 0.14 * box.height, card="@deck")
    y = box.bottom - foot.height
    page.text(foot, box.centre.x - foot.measure / 2, y)
    y -= high + 4
    if placed_logo(page, Box(box.x, y, box.width, high), ground=layout.theme.paper_tint) is None:
        y += high
    y -= name.height + 5
    page.text(name, box.centre.x - name.measure / 2, y)
    side = min(box.width, y - box.y - 5)
    if layout.centre and side > 0:
        place = Box(box.centre.x - side / 2, box.y + (y - 5 - box.y - side) / 2, side, side)
        round_ = circle(*place.centre, side / 2)
        page.paint(round_, PAPER, role="centre")
        page.art(layout.centre, place, role="cartoon", clip=round_)


def laid_dots(layout: FormatLayout) -> Laid:
    """A sheet of voting dots, row by row of each condition, with the cut around each."""
    page = Page(layout, "dots", "front")
    page.ground(PAPER)
    cuts = []
    for name, cx, cy in _dots(layout):
        style = layout.style(name)
        page.paint(circle(cx, cy, RADIUS + BLEED - APART), style.strong, role="dot")
        art = small_picture(layout.condition(name), style, style.strong)
        if art:
            disc(page, art, cx, cy, RADIUS * 0.78, style.strong)
        cuts.append(circle(cx, cy, RADIUS))
    laid = page.laid()
    return replace(laid, frame=lined(laid.frame, cuts=cuts))


def _dots(layout: FormatLayout) -> Iterator[tuple[str, float, float]]:
    """Of each dot its condition and its middle; as many full rounds of rows as there is room."""
    shape, names = layout.format, list(layout.model)
    across = int((shape.width - 2 * shape.margin) // PITCH)
    down = int((shape.height - 2 * shape.margin) // PITCH)
    rows = down // len(names) * len(names) or down
    left = (shape.width - (across - 1) * PITCH) / 2
    top = (shape.height - (rows - 1) * PITCH) / 2
    for row in range(rows):
        for column in range(across):
            yield names[row * len(names) // rows], left + column * PITCH, top + row * PITCH
