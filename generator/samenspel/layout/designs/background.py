"""Background: where the deck comes from in front; source, colophon and sender behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.layout.designs.parts import Band, band, disc, foot, heading, small_pictogram
from samenspel.layout.fitting import Entry, Fit, stack_height
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.wording import wording
from samenspel.model.cards import Card
from samenspel.model.frame import Box
from samenspel.model.ink import Ink
from samenspel.model.style import TypeSize

EMBLEM_LEAST = 36.0
"""The centre picture is not placed narrower than this, in mm: its faces would close up."""

ROW_RADIUS = 7.0
"""The radius of the conditions' discs that stand in its place, in mm on A6."""


@dataclass(frozen=True, slots=True)
class _Story:
    """What stands in front: the paragraphs that fit, from ``top`` in ``room`` mm."""

    entries: Sequence[Entry]
    fit: Fit
    top: float
    room: float

    @property
    def open_from(self) -> float:
        """Where the page stays open below the story, in mm from the trim's top."""
        return self.top + stack_height(self.entries, self.fit.blocks)


def front(layout: FormatLayout, card: Card) -> Laid:
    """The story in short paragraphs; what finds no room goes on at the back."""
    page = Page(layout, card.id, "front")
    page.ground(layout.accent_tint)
    heading(page, wording(card, "title"), _title_box(page))
    foot(page, page.base, layout.title, with_logo=False)
    story = _story_in_front(layout, card)
    page.record(story.entries, story.fit, story.room)
    page.stack(story.entries, story.fit.blocks, page.inner.x, story.top)
    top, bottom = _open(page, story)
    if _spacious(page, top, bottom):
        _emblem(page, top, bottom, layout.accent_tint)
    return page.laid()


def _open(page: Page, story: _Story) -> tuple[float, float]:
    """From where to where the front stays open below its story."""
    return story.open_from + 5 * page.layout.scale, story.top + story.room


def _spacious(page: Page, top: float, bottom: float) -> bool:
    """True when a short story leaves the front so open that the emblem stands there."""
    return bottom - top > 0.36 * page.height


def _title_box(page: Page) -> Box:
    inner = page.inner
    return Box(inner.x, inner.y + 1.5 * page.layout.scale, inner.width, page.height * 0.25)


def _story_in_front(layout: FormatLayout, card: Card) -> _Story:
    """The paragraphs that fit in front, as large as they fit there; at least one stays there."""
    page = Page(layout, card.id, "front")  # never handed on: only the room is measured
    k = layout.scale
    title = heading(page, wording(card, "title"), _title_box(page))
    top = page.inner.y + 6 * k + title.height
    room = foot(page, page.base, layout.title, with_logo=False) - 4 * k - top
    least = _paragraphs(layout, card)
    fitting = (
        count for count in range(len(least), 1, -1) if not layout.fit(least[:count], room).excess
    )
    entries = _paragraphs(layout, card, 1.6)[: next(fitting, 1)]
    return _Story(entries, layout.fit(entries, room), top, room)


def _paragraphs(layout: FormatLayout, card: Card, larger: float = 1.0) -> list[Entry]:
    size = layout.type("text").larger(larger)
    gap = 4.4 * layout.scale
    measure = layout.format.width - 2 * layout.format.margin
    return [
        layout.styled("text", wording(card, "text", place), measure, size=size, gap=gap)
        for place in range(len(card.text))
    ]


def back(layout: FormatLayout, card: Card) -> Laid:
    """The rest of the story, the source and, at the foot, the colophon and the logo."""
    page = Page(layout, card.id, "back")
    page.ground(layout.theme.paper_tint)
    k = layout.scale
    inner = page.inner
    head = band(page, Band(layout.label("source"), layout.accent, layout.on_accent))
    bottom = foot(page, page.base, layout.title, layout.edition) - 4 * k
    story = _story_in_front(layout, card)
    core = layout.type("core")
    size = TypeSize(core.design * 1.2, layout.type("text").minimum, core.leading)
    source = layout.styled("source", wording(card, "source"), inner.width, size=size)
    entries = [source, *_paragraphs(layout, card)[len(story.entries) :]]
    colophon = _colophon(layout, card)
    room = bottom - head - 5.5 * k - 4 * k
    fit = page.fit([*entries, *colophon], room)
    first = len(entries)
    y = page.stack(entries, fit.blocks[:first], inner.x, head + 5.5 * k)
    # the colophon stands at the foot, where people look for it
    height = stack_height(colophon, fit.blocks[first:])
    page.stack(colophon, fit.blocks[first:], inner.x, bottom - height)
    if not _spacious(page, *_open(page, story)):
        _emblem(page, y + 5 * k, bottom - height - 6 * k, layout.theme.paper_tint)
    return page.laid()


def _emblem(page: Page, top: float, bottom: float, ground: Ink) -> None:
    """The poster's centre picture where a text leaves it room; where less, the five conditions."""
    layout = page.layout
    side = min(bottom - top, 0.56 * page.width)
    if layout.centre and side >= EMBLEM_LEAST:
        box = Box(page.inner.x, top + (bottom - top - side) * 0.4, side, side)
        page.art(layout.centre, box, ground=ground, role="emblem")
        return
    count = max(1, len(layout.model))
    radius = min(ROW_RADIUS * layout.scale, page.inner.width / (2 * count + 1))
    if bottom - top < 2.5 * radius:
        return
    x, y = page.inner.x + radius, top + radius + (bottom - top - 2 * radius) * 0.4
    for place, name in enumerate(layout.model):
        strong = layout.style(name).strong
        art = small_pictogram(layout, name, strong)
        disc(page, art, x + place * 2.25 * radius, y, radius, strong)


def _colophon(layout: FormatLayout, card: Card) -> list[Entry]:
    size = TypeSize(layout.type("label").design, layout.type("furniture").minimum, 1.32)
    measure = layout.format.width - 2 * layout.format.margin
    gap = 1.5 * layout.scale
    return [
        layout.styled("colophon", wording(card, "colophon", place), measure, size=size, gap=gap)
        for place in range(len(card.colophon))
    ]
