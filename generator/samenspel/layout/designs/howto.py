"""How to use the deck: three ways in front, the rhythm of a card and a tip behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samenspel.layout.blocks import Block
from samenspel.layout.designs.parts import Band, band, counted, foot, heading
from samenspel.layout.fitting import Entry
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.styles import Style
from samenspel.layout.wording import Wording, joined, wording
from samenspel.model.cards import Card
from samenspel.model.frame import Box
from samenspel.model.paths import circle, rounded
from samenspel.units import MM_PER_POINT

NAME = Style("heading", "core", hyphenate=False)
OCCASION = Style("text-semibold", "text")
OCCASION_LEADING = 1.25


@dataclass(frozen=True, slots=True)
class _Panel:
    """One way: its texts as they were fitted, and the height in mm that its panel takes."""

    entries: Sequence[Entry]
    blocks: Sequence[Block]
    height: float
    picture: str | None


def front(layout: FormatLayout, card: Card) -> Laid:
    """The title and three tinted panels: a quarter of an hour, an hour, half a day."""
    page = Page(layout, card.id, "front")
    page.ground(layout.theme.paper_tint)
    k = layout.scale
    inner = page.inner
    title = Box(inner.x, inner.y, inner.width, page.height * 0.2)
    top = inner.y + heading(page, wording(card, "title"), title).height + 3.0 * k
    gap = 2.4 * k
    bottom = page.height - layout.format.safe - 2.2 * k
    panels = _panels(page, card, bottom - top - 2 * gap)
    spare = (bottom - top - 2 * gap - sum(panel.height for panel in panels)) / 3
    for panel in panels:
        height = panel.height + spare
        _panel(page, panel, Box(inner.x, top, inner.width, height))
        top += height + gap
    return page.laid()


def _padding(layout: FormatLayout) -> float:
    return 3.2 * layout.scale


def _vignette(layout: FormatLayout) -> float:
    """Side in mm of the small picture in a panel; 0 where it would take the text's room."""
    roomy = layout.format.width >= 90 and layout.format.height >= 120
    return 17.0 * layout.scale if roomy else 0.0


def _way_entries(page: Page, card: Card, number: int) -> list[Entry]:
    """Name, occasion and steps of one way."""
    layout, way = page.layout, card.ways[number]
    k = layout.scale
    side = _vignette(layout)
    picture = side + 2.5 * k if way.picture and side else 0.0
    measure = page.inner.width - 2 * _padding(layout) - picture
    text = layout.type("text")
    name = wording(card, "ways", number, "title")
    large = layout.type("core").larger(1.12).led(1.1)
    row = [layout.styled("subtitle", name, measure, size=large, style=NAME)]
    if way.subtitle and "text" not in layout.format.drop:
        when = wording(card, "ways", number, "subtitle")
        size = text.led(OCCASION_LEADING)
        row.append(layout.styled("text", when, measure, size=size, gap=1.9 * k, style=OCCASION))
    steps = joined(
        (wording(card, "ways", number, "steps", place) for place in range(len(way.steps))), " "
    )
    size = text.led(text.leading * 0.96)
    row.append(layout.styled("text", steps, measure, size=size, gap=1.9 * k))
    return row


def _panels(page: Page, card: Card, room: float) -> list[_Panel]:
    """Fit the texts of all panels at once; the panels together are no higher than ``room`` mm."""
    layout = page.layout
    pad, least = _padding(layout), _vignette(layout)
    rows = [_way_entries(page, card, number) for number in range(len(card.ways))]
    used = 6 * pad + sum(entry.gap for row in rows for entry in row[1:])
    plain = [replace(entry, gap=0.0) for row in rows for entry in row]
    blocks = list(page.fit(plain, room - used).blocks)
    panels = []
    for row, way in zip(rows, card.ways, strict=True):
        own, blocks = blocks[: len(row)], blocks[len(row) :]
        height = sum(block.height for block in own) + sum(entry.gap for entry in row[1:])
        panels.append(_Panel(row, own, 2 * pad + max(height, least - pad), way.picture))
    total = sum(panel.height for panel in panels)
    share = min(1.0, room / total)
    return [replace(panel, height=panel.height * share) for panel in panels]


def _panel(page: Page, panel: _Panel, box: Box) -> None:
    layout = page.layout
    pad = _padding(layout)
    tint = layout.accent_tint
    page.paint(rounded(box, 2.4 * layout.scale), tint, role="panel")
    side = _vignette(layout)
    if panel.picture and side:
        page.art(
            panel.picture,
            Box(box.right - pad * 0.8 - side, box.y + (box.height - side) / 2, side, side),
            ground=tint,
            role="vignette",
            source=(*panel.entries[0].copy.path[:-1], "picture"),
        )
    gaps = sum(entry.gap for entry in panel.entries[1:])
    height = sum(block.height for block in panel.blocks) + gaps
    y = box.y + max(pad, (box.height - height) / 2)
    page.stack(panel.entries, panel.blocks, box.x + pad, y)


def back(layout: FormatLayout, card: Card) -> Laid:
    """The rhythm of one card in numbered beats, and a tip at the foot."""
    page = Page(layout, card.id, "back")
    page.ground(layout.theme.paper_tint)
    k = layout.scale
    inner = page.inner
    head = band(page, Band(wording(card, "rhythm_title"), layout.accent, layout.on_accent))
    bottom = foot(page, page.base, layout.title) - 3.4 * k
    pad = 3.2 * k
    size = layout.type("text").led(1.3)
    tip = layout.styled("tip", wording(card, "tip"), inner.width - 2 * pad, size=size)
    block = page.single(tip, page.height * 0.2)
    height = block.height + 2 * pad
    box = Box(inner.x, bottom - height, inner.width, height)
    page.paint(rounded(box, 2.2 * k), layout.accent_tint, role="panel")
    page.text(block, inner.x + pad, bottom - height + pad)
    _beats(page, card, head + 5.5 * k, bottom - height - 4.5 * k)
    return page.laid()


def _beats(page: Page, card: Card, top: float, bottom: float) -> None:
    """One row a beat: a numbered disc, its name, and what happens."""
    layout = page.layout
    k = layout.scale
    inner = page.inner
    radius = max(2.9, 4.1 * k)
    column = 2 * radius + 3.2 * k
    measure = inner.width - column
    core, text = layout.type("core"), layout.type("text")
    roomy = 1.0 if page.height < 110 else 1.15
    large = core.larger(roomy).led(1.2)
    larger = text.larger(roomy).led(text.leading * 0.97)
    entries = []
    for number in range(len(card.rhythm)):
        name = wording(card, "rhythm", number, "title")
        what = wording(card, "rhythm", number, "text")
        gap = 3.4 * k if number else 0
        entries.append(layout.styled("subtitle", name, measure, size=large, gap=gap))
        entries.append(layout.styled("text", what, measure, size=larger, gap=0.9 * k))
    fit = page.fit(entries, bottom - top)
    beats = len(card.rhythm)
    spare = min((bottom - top - fit.height) / max(1, beats), 12 * k)
    y = top
    for number in range(beats):
        head, body = fit.blocks[2 * number : 2 * number + 2]
        if number:
            y += entries[2 * number].gap + spare
        count = counted(number + 1, head.copy.wording)
        _beat_number(page, count, inner.x + radius, y + head.cap / 2 + 0.4 * k, radius)
        below = page.text(head, inner.x + column, y)
        y = page.text(body, inner.x + column, below + 0.9 * k)


def _beat_number(page: Page, number: Wording, cx: float, cy: float, radius: float) -> None:
    layout = page.layout
    page.paint(circle(cx, cy + radius * 0.28, radius), layout.accent, role="disc")
    size = radius * 1.1 / MM_PER_POINT
    cap = layout.face("display").cap_height * size * MM_PER_POINT
    baseline = cy + radius * 0.28 + cap / 2
    page.word(number, size, cx, baseline, align="centre", face="display", ink=layout.on_accent)
