"""How to use the deck: three ways in front, the rhythm of a card and a tip behind."""

from __future__ import annotations

from dataclasses import replace

from samenspel.layout.blocks import Copy
from samenspel.layout.designs.parts import Band, band, foot, heading, scale
from samenspel.layout.desk import Desk, Page
from samenspel.layout.fitting import Entry
from samenspel.model.cards import HowTo, Way
from samenspel.model.frame import Box, Frame
from samenspel.model.paths import circle, rounded
from samenspel.model.style import TypeSize
from samenspel.units import MM_PER_POINT


def front(desk: Desk, card: HowTo) -> Frame:
    """The title and three tinted panels: a quarter of an hour, an hour, half a day."""
    page = Page(desk, card.id, "front")
    page.ground(desk.theme.paper_tint)
    k = scale(desk)
    inner = page.inner
    block = heading(page, card, Box(inner.x, inner.y, inner.width, page.height * 0.2))
    top = inner.y + block.height + 3.0 * k
    gap = 2.4 * k
    bottom = page.height - desk.format.safe - 2.2 * k
    rows = [_way_entries(page, way, number) for number, way in enumerate(card.ways)]
    heights = _fitted(page, card, rows, bottom - top - 2 * gap)
    spare = (bottom - top - 2 * gap - sum(heights)) / 3
    for number, (row, height) in enumerate(zip(rows, heights, strict=True)):
        box = Box(inner.x, top, inner.width, height + spare)
        _panel(page, row, box, card.ways[number].picture)
        top += height + spare + gap
    return page.frame()


def _padding(desk: Desk) -> float:
    return 3.2 * scale(desk)


def _vignette(desk: Desk) -> float:
    """Side in mm of the small picture in a panel; 0 where it would take the text's room."""
    roomy = desk.format.width >= 90 and desk.format.height >= 120
    return 17.0 * scale(desk) if roomy else 0.0


def _way_entries(page: Page, way: Way, number: int) -> list[Entry]:
    """Name, occasion and steps of one way."""
    desk = page.desk
    k = scale(desk)
    picture = _vignette(desk) + 2.5 * k if way.picture and _vignette(desk) else 0.0
    measure = page.inner.width - 2 * _padding(desk) - picture
    title, text = desk.type("core"), desk.type("text")
    path = ("ways", number)
    name = Copy(
        way.title, "heading", leading=1.1, role="subtitle", hyphenate=False, field=(*path, "title")
    )
    row = [Entry(name, TypeSize(title.design * 1.12, title.minimum, 1.1), measure)]
    if way.subtitle and "text" not in desk.format.drop:
        when = Copy(way.subtitle, "text-semibold", role="text", field=(*path, "subtitle"))
        row.append(Entry(when, text, measure, gap=1.9 * k))
    steps = Copy(" ".join(way.steps), "text", leading=text.leading * 0.96, field=(*path, "steps"))
    row.append(Entry(steps, text, measure, gap=1.9 * k))
    return row


def _fitted(page: Page, card: HowTo, rows: list[list[Entry]], room: float) -> list[float]:
    """Fit all panels at once, fix the rows' sizes to the outcome, return the panels' heights."""
    desk = page.desk
    pad = _padding(desk)
    least = _vignette(desk)
    used = 6 * pad + sum(entry.gap for row in rows for entry in row[1:])
    plain = [replace(entry, gap=0.0) for row in rows for entry in row]
    blocks = iter(desk.fit(card, plain, room - used).blocks)
    heights = []
    for row in rows:
        height = sum(entry.gap for entry in row[1:])
        for place, entry in enumerate(row):
            block = next(blocks)
            height += block.height
            fixed = TypeSize(block.size, block.size, entry.copy.leading)
            row[place] = replace(entry, copy=block.copy, type=fixed)
        heights.append(2 * pad + max(height, least - pad))
    total = sum(heights)
    return heights if total <= room else [height * room / total for height in heights]


def _panel(page: Page, row: list[Entry], box: Box, picture: str | None) -> None:
    desk = page.desk
    k = scale(desk)
    pad = _padding(desk)
    tint = desk.accent_tint
    page.paint(rounded(box, 2.4 * k), tint, role="panel")
    side = _vignette(desk)
    if picture and side:
        page.art(
            picture,
            Box(box.right - pad * 0.8 - side, box.y + (box.height - side) / 2, side, side),
            ground=tint,
            role="vignette",
        )
    blocks = [desk.setter.set(e.copy, e.type.design, e.measure) for e in row]
    height = sum(b.height for b in blocks if b) + sum(e.gap for e in row[1:])
    y = box.y + max(pad, (box.height - height) / 2)
    for number, (entry, block) in enumerate(zip(row, blocks, strict=True)):
        if block is not None:
            y = page.text(block, box.x + pad, y + (entry.gap if number else 0.0))


def back(desk: Desk, card: HowTo) -> Frame:
    """The rhythm of one card in numbered beats, and a tip at the foot."""
    page = Page(desk, card.id, "back")
    page.ground(desk.theme.paper_tint)
    k = scale(desk)
    inner = page.inner
    titled = card.with_values(title=card.rhythm_title)
    head = band(page, titled, Band(card.rhythm_title, desk.accent, desk.on_accent))
    bottom = foot(page, desk.deck.title) - 3.4 * k
    text = desk.type("text")
    tip = Copy(card.tip, "text-semibold", leading=1.3, balanced=True, role="tip", field=("tip",))
    pad = 3.2 * k
    block = desk.single(card, tip, text, Box(0, 0, inner.width - 2 * pad, page.height * 0.2))
    height = block.height + 2 * pad
    page.paint(
        rounded(Box(inner.x, bottom - height, inner.width, height), 2.2 * k),
        desk.accent_tint,
        role="panel",
    )
    page.text(block, inner.x + pad, bottom - height + pad)
    _beats(page, card, head + 5.5 * k, bottom - height - 4.5 * k)
    return page.frame()


def _beats(page: Page, card: HowTo, top: float, bottom: float) -> None:
    """One row a beat: a numbered disc, its name, and what happens."""
    desk = page.desk
    k = scale(desk)
    inner = page.inner
    radius = max(2.9, 4.1 * k)
    column = 2 * radius + 3.2 * k
    core, text = desk.type("core"), desk.type("text")
    roomy = 1.0 if page.height < 110 else 1.15
    large = TypeSize(core.design * roomy, core.minimum, core.leading)
    larger = TypeSize(text.design * roomy, text.minimum, text.leading)
    entries = []
    for number, beat in enumerate(card.rhythm):
        name = Copy(
            beat.title, "text-bold", leading=1.2, role="subtitle", field=("rhythm", number, "title")
        )
        what = Copy(
            beat.text,
            "text",
            leading=text.leading * 0.97,
            role="text",
            field=("rhythm", number, "text"),
        )
        entries.append(Entry(name, large, inner.width - column, gap=3.4 * k if number else 0))
        entries.append(Entry(what, larger, inner.width - column, gap=0.9 * k))
    fit = desk.fit(card, entries, bottom - top)
    beats = len(card.rhythm)
    spare = min((bottom - top - fit.height) / max(1, beats), 12 * k)
    y = top
    for number in range(beats):
        head, body = fit.blocks[2 * number : 2 * number + 2]
        if number:
            y += entries[2 * number].gap + spare
        _beat_number(page, number + 1, inner.x + radius, y + head.cap / 2 + 0.4 * k, radius)
        below = page.text(head, inner.x + column, y)
        y = page.text(body, inner.x + column, below + 0.9 * k)


def _beat_number(page: Page, number: int, cx: float, cy: float, radius: float) -> None:
    desk = page.desk
    page.paint(circle(cx, cy + radius * 0.28, radius), desk.accent, role="disc")
    size = radius * 1.1 / MM_PER_POINT
    cap = desk.setter.faces["display"].cap_height * size * MM_PER_POINT
    baseline = cy + radius * 0.28 + cap / 2
    page.word(str(number), size, cx, baseline, align="centre", face="display", ink=desk.on_accent)
