"""Background: where the deck comes from in front; source, colophon and sender behind."""

from __future__ import annotations

from collections.abc import Sequence

from samenspel.layout.blocks import Block, Copy
from samenspel.layout.designs.parts import Band, band, disc, foot, heading, scale
from samenspel.layout.desk import CENTRE_PICTURE, Desk, Page
from samenspel.layout.fitting import Entry, fit_stack, stack_height
from samenspel.model.cards import CONDITIONS, Background
from samenspel.model.frame import Box, Frame
from samenspel.model.ink import Ink
from samenspel.model.style import TypeSize

EMBLEM_LEAST = 36.0
"""The centre picture is not placed narrower than this, in mm: its faces would close up."""

ROW_RADIUS = 7.0
"""The radius of the conditions' discs that stand in its place, in mm on A6."""


def front(desk: Desk, card: Background) -> Frame:
    """The story in short paragraphs; what finds no room goes on at the back."""
    page = Page(desk, card.id, "front")
    page.ground(desk.accent_tint)
    top, bottom = _tell(page, card)
    if _spacious(page, top, bottom):
        _emblem(page, top, bottom, desk.accent_tint)
    return page.frame()


def _tell(page: Page, card: Background) -> tuple[float, float]:
    """Set title and story; returns from where to where the page stays open."""
    desk = page.desk
    k = scale(desk)
    block = heading(page, card, _title_box(page))
    y = page.inner.y + 6 * k + block.height
    bottom = foot(page, desk.deck.title, with_logo=False) - 4 * k
    entries = _story(desk, card, 1.6)[: _paragraphs_in_front(desk, card)]
    fit = desk.fit(card, entries, bottom - y)
    return _stack(page, entries, fit.blocks, y) + 5 * k, bottom


def _spacious(page: Page, top: float, bottom: float) -> bool:
    """True when a short story leaves the front so open that the emblem stands there."""
    return bottom - top > 0.36 * page.height


def _title_box(page: Page) -> Box:
    inner = page.inner
    return Box(inner.x, inner.y + 1.5 * scale(page.desk), inner.width, page.height * 0.25)


def _story(desk: Desk, card: Background, larger: float = 1.0) -> list[Entry]:
    text = desk.type("text")
    size = TypeSize(text.design * larger, text.minimum, text.leading)
    gap = 4.4 * scale(desk)
    measure = desk.format.width - 2 * desk.format.margin
    return [
        Entry(Copy(part, "text", leading=text.leading, field=("text", place)), size, measure, gap)
        for place, part in enumerate(card.text)
    ]


def _paragraphs_in_front(desk: Desk, card: Background) -> int:
    """How many paragraphs fit in front at their smallest size; at least one stays there."""
    page = Page(desk, card.id, "measure")
    k = scale(desk)
    title = heading(page, card, _title_box(page))
    top = page.inner.y + 6 * k + title.height
    room = foot(page, desk.deck.title, with_logo=False) - 4 * k - top
    entries = _story(desk, card)
    for count in range(len(entries), 1, -1):
        if not fit_stack(desk.setter, entries[:count], room).excess:
            return count
    return 1


def _stack(page: Page, entries: Sequence[Entry], blocks: Sequence[Block], y: float) -> float:
    """Place blocks under each other with their gaps; returns where the last one ends."""
    for place, (entry, block) in enumerate(zip(entries, blocks, strict=True)):
        y = page.text(block, page.inner.x, y + (entry.gap if place else 0))
    return y


def back(desk: Desk, card: Background) -> Frame:
    """The rest of the story, the source and, at the foot, the colophon and the logo."""
    page = Page(desk, card.id, "back")
    page.ground(desk.theme.paper_tint)
    k = scale(desk)
    inner = page.inner
    head = band(page, card, Band(desk.label("source"), desk.accent, desk.on_accent))
    bottom = foot(page, desk.deck.title, desk.deck.edition) - 4 * k
    core = desk.type("core")
    rest = _story(desk, card)[_paragraphs_in_front(desk, card) :]
    source = Copy(
        card.source,
        "text-semibold",
        leading=core.leading,
        balanced=True,
        role="source",
        field=("source",),
    )
    size = TypeSize(core.design * 1.2, desk.type("text").minimum, core.leading)
    entries = [Entry(source, size, inner.width), *rest]
    colophon = _colophon(desk, card)
    room = bottom - head - 5.5 * k - 4 * k
    fit = desk.fit(card, [*entries, *colophon], room)
    first = len(entries)
    y = _stack(page, entries, fit.blocks[:first], head + 5.5 * k)
    # the colophon stands at the foot, where people look for it
    height = stack_height(colophon, fit.blocks[first:])
    _stack(page, colophon, fit.blocks[first:], bottom - height)
    if not _spacious(page, *_tell(Page(desk, card.id, "measure"), card)):
        _emblem(page, y + 5 * k, bottom - height - 6 * k, desk.theme.paper_tint)
    return page.frame()


def _emblem(page: Page, top: float, bottom: float, ground: Ink) -> None:
    """The poster's centre picture where a text leaves it room; where less, the five conditions."""
    side = min(bottom - top, 0.56 * page.width)
    if CENTRE_PICTURE in page.desk.art and side >= EMBLEM_LEAST:
        box = Box(page.inner.x, top + (bottom - top - side) * 0.4, side, side)
        page.art(CENTRE_PICTURE, box, ground=ground, role="emblem")
        return
    radius = min(ROW_RADIUS * scale(page.desk), page.inner.width / 11)
    if bottom - top < 2.5 * radius:
        return
    x, y = page.inner.x + radius, top + radius + (bottom - top - 2 * radius) * 0.4
    for place, name in enumerate(CONDITIONS):
        disc(page, name, x + place * 2.25 * radius, y, radius, page.desk.style(name).strong)


def _colophon(desk: Desk, card: Background) -> list[Entry]:
    size = TypeSize(desk.type("label").design, desk.type("furniture").minimum, 1.32)
    measure = desk.format.width - 2 * desk.format.margin
    return [
        Entry(
            Copy(item, "text", leading=1.32, role="colophon", field=("colophon", place)),
            size,
            measure,
            gap=1.5 * scale(desk),
        )
        for place, item in enumerate(card.colophon)
    ]
