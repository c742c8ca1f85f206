"""The model at a glance: five conditions around one centre, and what each asks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from samenspel.layout.designs.parts import Band, band, disc, foot, heading, small_pictogram
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.laid import Laid
from samenspel.layout.page import Page
from samenspel.layout.styles import Style
from samenspel.layout.wording import wording
from samenspel.model.cards import Condition, Model
from samenspel.model.frame import Box
from samenspel.model.ink import PAPER
from samenspel.model.paths import circle
from samenspel.units import MM_PER_POINT

CORE = Style("text", "text", balanced=True)


def front(layout: FormatLayout, card: Model) -> Laid:
    """Title, then a ring of five discs with names around the shared centre."""
    page = Page(layout, card.id, "front")
    page.ground(layout.theme.paper_tint)
    k = layout.scale
    inner = page.inner
    title = Box(inner.x, inner.y, inner.width, page.height * 0.2)
    top = inner.y + heading(page, wording(card, "title"), title).height + 3 * k
    bottom = foot(page, page.base, layout.title)
    if page.height > page.width:  # a square has no room for the core beside the ring
        core = layout.styled("core", wording(card, "core"), inner.width)
        block = page.single(core, page.height * 0.2)
        bottom -= 3.6 * k + block.height
        page.text(block, inner.x, bottom)
    ring(page, card, Box(inner.x, top, inner.width, bottom - 3.5 * k - top))
    return page.laid()


@dataclass(frozen=True, slots=True)
class _Ring:
    """Where discs stand around a centre, in mm; names stand under them."""

    centre: tuple[float, float]
    orbit: float
    radius: float
    label: float
    """From a disc's lower edge to where the next thing may begin: its name with some air."""

    def places(self, count: int) -> list[tuple[float, float]]:
        """The discs' middles, clockwise from the top."""
        cx, cy = self.centre
        top = cy - self.label * 0.35
        angles = [math.tau * number / count - math.pi / 2 for number in range(count)]
        return [
            (cx + self.orbit * math.cos(angle), top + self.orbit * math.sin(angle))
            for angle in angles
        ]

    def crowded(self, widths: Sequence[float]) -> bool:
        """True when discs or names of these widths in mm stand in each other's way."""
        places = self.places(len(widths))
        r = self.radius
        discs = [Box(x - r, y - r, 2 * r, 2 * r) for x, y in places]
        names = [
            Box(x - width / 2, y + self.radius, width, self.label)
            for (x, y), width in zip(places, widths, strict=True)
        ]
        return any(
            names[i].overlaps(other) or discs[i].overlaps(discs[j])
            for i, j in permutations(range(len(widths)), 2)
            for other in (names[j], discs[j])
        )


def ring(page: Page, card: Model, box: Box) -> None:
    """Discs around a centre, as large as the box and the names under them allow."""
    layout = page.layout
    conditions = layout.conditions()
    size = layout.type("label").design
    bold = layout.face("text-bold")
    circle_ = _ring(box, size, [bold.width(one.title, size) for one in conditions])
    cx, cy = circle_.centre
    panel = min(_span(box, circle_.label) * 1.03, page.reach((cx, cy)))
    page.paint(circle(cx, cy, panel), layout.accent_tint, role="panel")
    centre = circle_.orbit - circle_.radius - circle_.label * 0.7  # clear of the names about it
    page.paint(circle(cx, cy, centre), PAPER, role="panel")
    face = layout.face("display")
    word_size = min(layout.type("title").design, 1.84 * centre / face.width(card.centre, 1))
    if word_size >= 7:
        cap = face.cap_height * word_size * MM_PER_POINT
        text = wording(card, "centre")
        page.word(text, word_size, cx, cy + cap / 2, align="centre", face="display")
    for condition, (x, y) in zip(conditions, circle_.places(len(conditions)), strict=True):
        _condition_disc(page, condition, x, y, circle_.radius)
        name, baseline = wording(condition, "title"), y + circle_.radius + circle_.label * 0.8
        page.word(name, size, x, baseline, align="centre", face="text-bold")


def _span(box: Box, label: float) -> float:
    """The radius of the whole ring in mm, as large as the box allows."""
    return min(box.width / 1.98, (box.height - label) / 1.86)


def _ring(box: Box, size: float, widths: Sequence[float]) -> _Ring:
    """The ring with the largest discs that leave the names their room."""
    label = size * MM_PER_POINT * 1.7
    span = _span(box, label)
    cx, cy = box.centre
    share = 0.24 if span > 34 else 0.215  # or five names would close in
    while True:
        radius = span * share
        orbit = span - radius - label * 0.9  # the lower names stay inside the ring
        made = _Ring((cx, cy + span * 0.02), orbit, radius, label)
        if share <= LEAST_DISC or not made.crowded(widths):
            return made
        share -= DISC_STEP


LEAST_DISC = 0.1
"""A disc's radius is at least this share of the ring's."""
DISC_STEP = 0.005


def _condition_disc(page: Page, condition: Condition, x: float, y: float, radius: float) -> None:
    strong = page.layout.style(condition.condition).strong
    disc(page, small_pictogram(page.layout, condition.condition, strong), x, y, radius, strong)


def back(layout: FormatLayout, card: Model) -> Laid:
    """The five conditions as a list: pictogram, name, core sentence."""
    page = Page(layout, card.id, "back")
    page.ground(layout.theme.paper_tint)
    k = layout.scale
    inner = page.inner
    label = layout.label("conditions")
    head = band(page, Band(wording(card, "title"), layout.accent, layout.on_accent, label=label))
    bottom = foot(page, page.base, layout.title)
    conditions = layout.conditions()
    top = head + 5.2 * k
    room = bottom - 4 * k - top
    radius = max(3.4, 5.6 * k)
    column = 2 * radius + 3.4 * k
    measure = inner.width - column
    text = layout.type("text")
    name_size, core_size = layout.type("core").led(1.2), text.led(text.leading * 0.96)
    entries = []
    for number, condition in enumerate(conditions):
        name, core = wording(condition, "title"), wording(condition, "core")
        gap = 3.0 * k if number else 0
        entries.append(layout.styled("subtitle", name, measure, size=name_size, gap=gap))
        entries.append(
            layout.styled("text", core, measure, size=core_size, gap=0.8 * k, style=CORE)
        )
    fit = page.fit(entries, room)
    spare = min((room - fit.height) / max(1, len(conditions) - 1), 7 * k)
    y = top + max(0.0, (room - fit.height - spare * (len(conditions) - 1)) / 2)
    for number, condition in enumerate(conditions):
        name_block, body = fit.blocks[2 * number : 2 * number + 2]
        if number:
            y += entries[2 * number].gap + spare
        height = name_block.height + 0.8 * k + body.height
        _condition_disc(page, condition, inner.x + radius, y + height / 2 - 0.6 * k, radius)
        below = page.text(name_block, inner.x + column, y)
        y = page.text(body, inner.x + column, below + 0.8 * k)
    return page.laid()
