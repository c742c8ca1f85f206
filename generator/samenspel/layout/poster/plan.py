"""Where everything stands on a poster, in mm on an A3 on its side or upright.

The conditions lie under each other in bands, so that they are read in their order by rows and by
columns alike. More than five lie in two columns on a poster on its side, where bands would be low.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from samenspel.model.frame import Box, Path

MARGIN = 10.0
"""From the trim to texts, in mm."""
HEAD = {True: 48.0, False: 40.0}
"""The height of the strip with title and logo, on a poster that is upright or not."""
EMBLEM = {True: 39.0, False: 36.1}
"""The side of the model's picture in that strip."""
TOP = 5.9
"""The least from the trim that an A4 asks for, which is laid out at A3 and made smaller."""
LOGO = {True: Box(225.0, 28.0, 62.0, 14.0), False: Box(326.0, 7.0, 84.0, 13.0)}
FLOOR = 6.9
"""What lies below the lowest texts, in mm, beside what is below them in every band."""
SOURCE = 12.4
"""The room for the source below the bands of an upright poster."""
MOST_BANDS = 5
"""More conditions than this stand in two columns on a poster on its side."""
SMALLER = {1: 0.78, 2: 0.62}
"""The type of more than five conditions, in one column or two."""
MOST_CELLS, NARROWER = 2, 0.9
"""More small cartoons than this beside the texts of an upright poster leave those too little width.

The question then stands under the cartoons; where a band is too low for that, type is smaller.
"""
ASKED = 19.0
"""The least height in mm for a question of two lines in its bubble."""
CELL = 38.8
"""A small cartoon is so wide where there is room; its finest lines then print at 0.2 mm."""
LEAST_CELL = 20.0
"""Where there is room for less, no small cartoons are shown."""
CELL_GAP = 3.0
TITLE = 10.6
"""The room below a small cartoon for two lines of its title."""
GAP = 8.0
"""Between the columns of a band."""
DISC = 8.0
"""The radius of the disc that a condition's pictogram stands on."""
PAD = 3.6
"""From a band's edge to its texts, in mm."""
WAVE = 1.6
"""How far a band's edge swings to either side, in mm."""
CORE_SHARE = 0.56
"""Of the height below a name for its core, where the other texts stand below that."""
BELOW = 3.4
"""Between a core and the texts below it, in mm."""
WIDE = 170.0
"""Texts narrower than this leave the question less of their width."""
AT_EDGE = 0.01
"""A field that ends within this of the trim, in mm, ends at it, and bleeds: widths are shares."""
FLAT = 4.5
"""A band wider than this many times its height has its texts in columns."""


@dataclass(frozen=True, slots=True)
class Field:
    """A condition's field: its coloured area, and where its parts stand."""

    area: Path
    name: Box
    core: Box
    lines: Box
    question: Box
    """The room of the bubble, which stands on its floor."""
    cells: tuple[Box, ...]
    """One for each small cartoon with its title."""

    def under(self, core: float) -> Field:
        """The field with what stands below its core begun where that ends, ``core`` mm high."""
        if self.lines.x != self.core.x:
            return self
        lower = core + BELOW
        lines, question = (
            replace(box, y=box.y + lower, height=box.height - lower)
            for box in (self.lines, self.question)
        )
        beside = self.question.y == self.lines.y
        return replace(self, lines=lines, question=question if beside else self.question)


@dataclass(frozen=True, slots=True)
class PosterPlan:
    """Where everything stands on a poster of one orientation."""

    fields: tuple[Field, ...]
    """One for each condition, in their order."""
    emblem: Box
    title: Box
    logo: Box
    source: Box
    """Its text stands on the floor of this box, flush right on a poster on its side."""
    foot: Path
    """What lies below the bands; empty where they reach the trim."""
    scale: float
    """What the conditions' type is multiplied by: less than 1 where more than five share a page."""


def poster_plan(count: int, cells: int, width: float, height: float, bleed: float) -> PosterPlan:
    """The plan for so many conditions with so many small cartoons each, on a page of this trim."""
    upright = height > width
    head, side = HEAD[upright], EMBLEM[upright]
    emblem = Box(MARGIN, TOP, side, side)
    across = 2 if count > MOST_BANDS and not upright else 1
    scale = 1.0 if count <= MOST_BANDS else SMALLER[across]
    floor = height - (SOURCE if upright else 0.0)
    rooms = _rooms(count, across, Box(0, head, width, floor - head), 0.0 if upright else FLOOR)
    if upright and cells > MOST_CELLS and _below_cells(rooms[0]) < ASKED:
        scale *= NARROWER
    left = emblem.right + 6
    right = width - MARGIN if upright else LOGO[upright].x - 10
    source = Box(MARGIN, floor, width - 2 * MARGIN, SOURCE - 6.8) if upright else \
        Box(LOGO[upright].x - 30, head - 16, LOGO[upright].width + 30, 11.0)  # fmt: skip
    return PosterPlan(
        tuple(_field(room, floor, cells, width, bleed, scale) for room in rooms),
        emblem,
        Box(left, 0, right - left, head),
        LOGO[upright],
        source,
        _wavy(Box(-bleed, floor, width + 2 * bleed, height + bleed - floor)) if upright else (),
        scale,
    )


def _rooms(count: int, across: int, whole: Box, more: float) -> list[Box]:
    """The bands from the top down, column by column, with ``more`` mm left below the lowest."""
    down = ceil(count / across)
    high, wide = (whole.height - more) / down, whole.width / across
    places = (divmod(place, down) for place in range(count))
    return [Box(whole.x + column * wide, whole.y + row * high, wide, high)
            for column, row in places]  # fmt: skip


def _wavy(box: Box) -> Path:
    """A box whose upper edge is a slow wave, as if cut by hand."""
    x, y, w = box.x, box.y, box.width
    return (
        ("M", (x, y - WAVE)),
        ("C", (x + w * 0.35, y - 2 * WAVE, x + w * 0.6, y + 2.4 * WAVE, box.right, y + WAVE)),
        ("L", (box.right, box.bottom)),
        ("L", (x, box.bottom)),
        ("Z", ()),
    )


def _field(room: Box, floor: float, cells: int, width: float, bleed: float, scale: float) -> Field:
    """A field in its band. Its area runs on below the bands under it, which cover it."""
    left = -bleed if room.x <= 0 else room.x
    right = width + bleed if room.right >= width - AT_EDGE else room.right
    area = _wavy(Box(left, room.y, right - left, floor + bleed - room.y))
    inner = Box(max(MARGIN, room.x + GAP), room.y + PAD, 0, room.height - 2 * PAD)
    end = min(width - MARGIN, room.right - GAP / 2)
    cell = _cell(room)
    row = cells * (cell + CELL_GAP) - CELL_GAP if cells and cell >= LEAST_CELL else 0.0
    gap = GAP if cells <= MOST_CELLS else GAP / 2
    texts = Box(inner.x, inner.y, end - inner.x - (row + gap if row else 0), inner.height)
    name, core, lines, question = _text_boxes(texts, room, scale)
    asked = _below_cells(room)
    if cells > MOST_CELLS and lines.x == core.x and asked >= ASKED:
        lines = replace(lines, width=texts.width)
        question = Box(end - row, room.bottom - WAVE - asked, row, asked)
    boxes = tuple(
        Box(end - row + place * (cell + CELL_GAP), room.y + WAVE, cell, cell + TITLE)
        for place in range(cells if row else 0)
    )
    return Field(area, name, core, lines, question, boxes)


def _below_cells(room: Box) -> float:
    """The height in mm that small cartoons with their titles leave free at a band's floor."""
    return room.height - 2 * WAVE - _cell(room) - TITLE


def _cell(room: Box) -> float:
    """The side in mm of a small cartoon in a band."""
    return min(CELL, room.height - TITLE - 0.4)


def _text_boxes(box: Box, room: Box, scale: float) -> tuple[Box, Box, Box, Box]:
    """Name, core, explaining lines and question: in two columns, or under each other."""
    head = 2 * DISC * scale
    below = box.y + head + 4.0 * scale
    if room.width > FLAT * room.height:
        first = 0.62 * (box.width - GAP)
        second = Box(box.x + first + GAP, box.y, box.width - first - GAP, box.height)
        return (
            Box(box.x, box.y, first, head),
            Box(box.x, below, first, box.bottom - below),
            second,
            second,
        )
    half = (0.54 if box.width > WIDE else 0.6) * (box.width - GAP)
    return (
        Box(box.x, box.y, box.width, head),
        Box(box.x, below, box.width, CORE_SHARE * (box.bottom - below)),
        Box(box.x, below, half, box.bottom - below),
        Box(box.x + half + GAP, below, box.width - half - GAP, box.bottom - below),
    )
