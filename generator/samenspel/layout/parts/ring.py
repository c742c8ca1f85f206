"""The model's ring: its conditions as discs around one centre."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from samenspel.layout.discs import disc
from samenspel.layout.knowing import Chosen, wording_of
from samenspel.layout.page import Page
from samenspel.layout.parts.pictures import small_art
from samenspel.layout.scene import Scene
from samenspel.layout.wording import Wording
from samenspel.model.design.items import Item
from samenspel.model.design.parts.shapes import Ring
from samenspel.model.frame import Box
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.paths import circle
from samenspel.units import MM_PER_POINT

SMALLEST_CENTRE = 7.0
"""A word in the middle under this size, in points, is left out."""
LEAST_DISC = 0.1
"""A disc's radius is at least this share of the ring's."""
DISC_STEP = 0.005


def ring(scene: Scene, part: Ring, item: Item) -> Box:
    """Discs around a centre, as large as the area and their number allow; names under the discs."""
    page, box = scene.page, scene.box(item)
    found = scene.known["model"].value
    conditions: list[Chosen] = found if isinstance(found, list) else []
    discs = []
    for one in conditions:
        ink = one.ink("strong") or BLACK
        name = wording_of(one.name, (scene.card.id,))
        discs.append(_Disc(small_art(scene, one, ink), ink, name))
    if discs:
        ground = scene.ink(part.ink, page.layout.accent_tint)
        _ring(page, discs, scene.words(part.centre), box, ground)
    return box


@dataclass(frozen=True, slots=True)
class _Disc:
    """One disc of a ring: its small picture, its colour, and the name under it."""

    art: str | None
    ink: Ink
    name: Wording


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


def _ring(page: Page, discs: Sequence[_Disc], centre: Wording, box: Box, ground: Ink) -> None:
    """Discs around a centre, as large as the box and the names under them allow."""
    layout = page.layout
    size = layout.type("label").design
    bold = layout.face("text-bold")
    places = _ring_of(box, size, [bold.width(one.name.text, size) for one in discs])
    cx, cy = places.centre
    panel = min(_span(box, places.label) * 1.03, page.reach((cx, cy)))
    page.paint(circle(cx, cy, panel), ground, role="panel")
    inner = places.orbit - places.radius - places.label * 0.7  # clear of the names about it
    page.paint(circle(cx, cy, inner), PAPER, role="panel")
    widest = layout.face("display").width(centre.text, 1)
    word = min(layout.type("title").design, 1.56 * inner / widest) if widest else 0.0
    if word >= SMALLEST_CENTRE:
        cap = layout.face("display").cap_height * word * MM_PER_POINT
        page.word(centre, word, cx, cy + cap / 2, align="centre", face="display")
    for one, (x, y) in zip(discs, places.places(len(discs)), strict=True):
        if one.art:
            disc(page, one.art, x, y, places.radius, one.ink)
        baseline = y + places.radius + places.label * 0.8
        page.word(one.name, size, x, baseline, align="centre", face="text-bold")


def _span(box: Box, label: float) -> float:
    """The radius of the whole ring in mm, as large as the box allows."""
    return min(box.width / 1.98, (box.height - label) / 1.86)


def _ring_of(box: Box, size: float, widths: Sequence[float]) -> _Ring:
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
