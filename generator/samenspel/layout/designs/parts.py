"""Parts that several cards share: index, badge, band, numerals, foot line, writing lines.

A part takes the box that it stands in, its inks and the names of its art; it knows no kind of card.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from samenspel.layout.blocks import Block
from samenspel.layout.fitting import Entry
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.page import Page
from samenspel.layout.styles import Style
from samenspel.layout.wording import Wording
from samenspel.model.frame import Box, Path
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.model.paths import circle, line, rectangle, rounded
from samenspel.model.style import TypeSize
from samenspel.units import MM_PER_POINT

WRITING_LINE = 0.25
"""Width in mm of a line to write on."""
LEAST_LOGO = 13.0
"""A logo narrower than this, in mm, cannot be read."""
LOWEST_LOGO = 4.8
"""A logo in the foot line is at least this high, in mm; its lettering is a quarter of that."""
LEAST_PITCH = 5.5
"""Lines to write on stand at least this far apart, in mm."""
WRITING_INK = Ink(0, 0, 0, 45)
SMALLEST_REVERSED = 8.0
"""Reversed type smaller than this, in points, fills in on press (Ghent Workgroup 2022, R0016)."""
BAND_TITLE = Style("heading", "title", hyphenate=False, balanced=True)


def hill(page: Page, edge: float) -> Path:
    """The panel over the upper part: full bleed, its lower edge a slow wave at ``edge`` mm.

    The wave keeps the edge from looking like a cut that went wrong.
    """
    b, w = page.bleed, page.width
    rise = 0.028 * w
    return (
        ("M", (-b, -b)),
        ("L", (w + b, -b)),
        ("L", (w + b, edge - rise)),
        ("C", (w * 0.72, edge - rise * 1.5, w * 0.38, edge + rise * 1.7, -b, edge + rise * 0.4)),
        ("Z", ()),
    )


def small_pictogram(layout: FormatLayout, condition: str, ground: Ink) -> str:
    """The art of a condition's small pictogram on a ground: black, or white on its dark colour."""
    style = layout.style(condition)
    white = ground == style.strong and style.on_strong == PAPER
    one = layout.condition(condition)
    return one.reversed if white and one.reversed else one.small


def disc(page: Page, art: str, cx: float, cy: float, radius: float, ground: Ink) -> None:
    """Small art on a disc of ``ground``."""
    page.paint(circle(cx, cy, radius), ground, role="disc")
    side = radius * 1.34
    box = Box(cx - side / 2, cy - side / 2, side, side)
    page.art(art, box, ground=ground, role="pictogram")


def pictogram(page: Page, art: str, box: Box, ground: Ink) -> None:
    """A pictogram in full colour."""
    page.art(art, box, ground=ground, role="pictogram")


def index(
    page: Page,
    text: Wording,
    art: str | None,
    ground: Ink,
    chip: bool,
    *,
    size: float | None = None,
    ink: Ink = BLACK,
    corner: str = "top left",
) -> Box:
    """The corner index: a number with a small pictogram below, read in a fanned hand.

    ``chip`` lays ``ground`` under it, for a photograph that would swallow it. ``size`` is in
    points. Returns the area that it takes.
    """
    layout = page.layout
    k = layout.scale
    size = size or max(11.5, 15 * k)
    side = max(3.8, 5.6 * k)
    display = layout.face("display")
    wide = max(display.width("10", size), display.width(text.text, size), side)
    half = wide / 2 + 1.3 * k
    # a chip stands in the safe zone itself
    x = layout.format.safe + (half if chip else 0.3 * k + wide / 2)
    cap = display.cap_height * size * MM_PER_POINT
    top = layout.format.safe + (1.6 * k if chip else 1.4 * k)
    height = cap + (1.6 * k + side if art else 0.0)
    if corner.endswith("right"):
        x = page.width - x
    if corner.startswith("bottom"):
        top = page.height - top - height
    if chip:
        box = Box(x - half, top - 1.6 * k, 2 * half, cap + side + 4.4 * k)
        page.paint(rounded(box, 1.6 * k), ground, role="chip")
    page.word(text, size, x, top + cap, align="centre", face="display", ink=ink)
    if art:
        below = Box(x - side / 2, top + cap + 1.6 * k, side, side)
        page.art(art, below, role="pictogram", ground=ground)
    return Box(x - wide / 2, top, wide, height)


@dataclass(frozen=True, slots=True)
class Band:
    """The coloured head of a card's back: its title and, right, the art of what it touches."""

    title: Wording
    ink: Ink
    text: Ink = BLACK
    arts: tuple[str, ...] = ()
    label: Wording | None = None


def band_height(layout: FormatLayout) -> float:
    """Height in mm of the band, from the trim's top."""
    upright = layout.format.height > layout.format.width
    return (0.185 if upright else 0.2) * layout.format.height


def band(page: Page, content: Band) -> float:
    """Draw the head band; returns the y where the page's body may begin.

    A label that takes several lines makes it higher.
    """
    layout = page.layout
    k = layout.scale
    room = _title_room(page, content)
    label = _band_label(layout, content, room)
    more = label.step * (len(label.lines) - 1) if label else 0.0
    height = band_height(layout) + more
    b = page.bleed
    page.paint(rectangle(Box(-b, -b, page.width + 2 * b, height + b)), content.ink, role="band")
    _band_discs(page, content, height)
    top, bottom = layout.format.safe + 1.2, height - 2.6 * k
    label_height = label.height - label.drop + 2.4 * k if label else 0.0
    title = layout.type("title")
    size_range = TypeSize(title.design * 0.66, max(9.0, title.minimum * 0.62), 1.06)
    entry = layout.styled(
        "title", content.title, room, size=size_range, ink=content.text, style=BAND_TITLE
    )
    free = bottom - top - label_height
    block = page.single(entry, free, max_lines=2)
    y = top + (free - block.height + block.drop) * 0.5
    if label:  # close above the title, so that the two read as one
        page.text(label, page.margin, y)
    page.text(block, page.margin, y + label_height)
    return height


def _band_label(layout: FormatLayout, content: Band, room: float) -> Block | None:
    if content.label is None:
        return None
    size = max(layout.type("furniture").design, SMALLEST_REVERSED)
    only = TypeSize(size, min(size, SMALLEST_REVERSED))
    return layout.small(content.label, room, size=only, face="text-bold", ink=content.text)


def _disc_radius(layout: FormatLayout) -> float:
    return max(3.1, 5.0 * layout.scale)


def _title_room(page: Page, content: Band) -> float:
    """The width in mm that the discs at a band's right leave its title."""
    k = page.layout.scale
    each = 2 * _disc_radius(page.layout) + 1.4 * k
    taken = len(content.arts) * each + 2.0 * k if content.arts else 0.0
    return page.inner.width - taken


def _band_discs(page: Page, content: Band, height: float) -> None:
    radius = _disc_radius(page.layout)
    x = page.width - page.margin - radius
    for art in reversed(content.arts):
        disc(page, art, x, height / 2 + 0.6, radius, PAPER)
        x -= 2 * radius + 1.4 * page.layout.scale


def foot(
    page: Page,
    box: Box,
    left: Wording | None,
    right: Wording | None = None,
    with_logo: bool = True,
) -> float:
    """The quiet line at the bottom of ``box`` with the region's logo; returns its top.

    The logo stands between the two texts; where that leaves it too narrow, it takes the left text's
    place. Nothing else comes below this line.
    """
    layout = page.layout
    size = layout.type("furniture").design
    baseline = box.bottom - 2.4 * layout.scale
    cap = layout.face("text").cap_height * size * MM_PER_POINT
    room = _logo_room(page, box, left, right, baseline - cap / 2)
    top = baseline - cap
    if with_logo and layout.deck.region.logo:
        if room.width < LEAST_LOGO or page.width < 80:  # the same on every card of a small format
            left, room = None, Box(box.x, room.y, 0.4 * page.width, room.height)
        placed = logo(page, room, "centre" if left else "left", ground=layout.theme.paper_tint)
        top = min(top, placed.y) if placed else top
        if placed and not left:
            taken = placed.right + 3.0 * layout.scale - box.x
            box = box.inset(taken, 0, 0, 0)
    return min(top, both_ends(page, box, baseline, left, right))


def both_ends(
    page: Page,
    box: Box,
    baseline: float,
    left: Wording | None,
    right: Wording | None,
    faces: tuple[str, str] = ("text", "text-semibold"),
) -> float:
    """Furniture at the left and at the right of a box, over one baseline; returns its top.

    The right text has what it needs, at most half the box; the left one has the rest, on several
    lines if it must.
    """
    layout = page.layout
    gap = 3.0 * layout.scale
    top, free = baseline, box.width
    last = None
    if right:
        last = layout.small(right, (box.width - gap) / 2 if left else box.width, face=faces[1])
        free -= last.width + gap
    if left:
        top = _above(page, layout.small(left, free, face=faces[0]), box.x, baseline)
    return min(top, _above(page, last, box.right - last.width, baseline)) if last else top


def _above(page: Page, block: Block, x: float, baseline: float) -> float:
    """Place a block with its last line on the baseline; returns its top."""
    top = baseline - (block.height - block.drop)
    page.text(block, x, top)
    return top


def _logo_room(
    page: Page, box: Box, left: Wording | None, right: Wording | None, middle: float
) -> Box:
    """The box for a logo between the foot line's texts, centred in ``box``, around ``middle``."""
    layout = page.layout
    size = layout.type("furniture").design
    k = layout.scale
    gap, height = 3.0 * k, max(LOWEST_LOGO, 6.2 * k)
    widths = [
        layout.face(face).width(text.text, size)
        for face, text in (("text", left), ("text-semibold", right))
        if text
    ]
    width = min(box.width - 2 * (max(widths, default=0.0) + gap), 0.3 * page.width)
    # the room ends in the safe zone, as the box does
    y = min(middle - height / 2, box.bottom - height)
    return Box(box.centre[0] - width / 2, y, width, height)


def logo(page: Page, box: Box, align: str = "centre", ground: Ink = PAPER) -> Box | None:
    """The region's logo as large as it fits in the box, or None when it has none."""
    name = page.layout.deck.region.logo
    if name is None:
        return None
    size = page.layout.art[name]
    width = min(box.width, box.height * size.aspect)
    x = {"left": box.x, "centre": box.x + (box.width - width) / 2, "right": box.right - width}[
        align
    ]
    place = Box(x, box.y, width, box.height)
    return page.art(name, place, ground=ground, role="logo", source=("@region", "logo"))


def numbered(
    page: Page,
    entries: Sequence[Entry],
    blocks: Sequence[Block],
    x: float,
    y: float,
    spare: float,
    ink: Ink,
) -> float:
    """Texts with big numerals at their left, from ``x, y``; returns where the last one ends.

    ``spare`` mm is shared over the gaps between them.
    """
    layout = page.layout
    size = numeral_size(layout)
    cap = layout.face("display").cap_height * size * MM_PER_POINT
    gaps = max(1, len(entries) - 1)
    for number, (entry, block) in enumerate(zip(entries, blocks, strict=True), 1):
        if number > 1:
            y += entry.gap + spare / gaps
        page.word(counted(number, entry.copy.wording), size, x, y + cap, face="display", ink=ink)
        shift = max(0.0, (cap - block.height + block.drop) / 2) if len(block.lines) == 1 else 0.0
        page.text(block, x + numeral_column(layout), y + shift)
        y += max(block.height, entry.floor)
    return y


def counted(number: int, unit: Wording) -> Wording:
    """The number of a text among its like; it comes from where the text stands."""
    return Wording(str(number), unit.parts[:1])


def numeral_size(layout: FormatLayout) -> float:
    """Size in points of the numerals beside questions: two lines of question high."""
    return round(layout.type("question").design * 1.95, 1)


def numeral_column(layout: FormatLayout) -> float:
    """Width in mm of the column in which the numerals stand."""
    size = numeral_size(layout)
    return layout.face("display").width("3", size) + 3.2 * layout.scale


def numbered_entries(
    layout: FormatLayout, role: str, texts: Sequence[Wording], measure: float, gap: float
) -> list[Entry]:
    """Texts as entries that leave room for the numerals at their left."""
    floor = layout.face("display").cap_height * numeral_size(layout) * MM_PER_POINT
    column = numeral_column(layout)
    return [layout.styled(role, text, measure - column, gap=gap, floor=floor) for text in texts]


def below(entry: Entry, gap: float) -> Entry:
    """The entry with another gap above it, in mm."""
    return replace(entry, gap=gap)


@dataclass(frozen=True, slots=True)
class WritingField:
    """A label and how many lines to write on go with it."""

    label: Wording
    lines: int


def writing_lines(page: Page, fields: Sequence[WritingField], box: Box) -> None:
    """Labels with lines to write on, spread evenly over the box."""
    layout = page.layout
    type_ = layout.type("label")
    label_room = 2.0 * type_.design * MM_PER_POINT
    blocks = [
        layout.small(field.label, box.width, size=type_, face="text-bold")
        if field.label.text
        else None
        for field in fields
    ]
    rooms = [label_room + block.step * (len(block.lines) - 1) if block else 0.0 for block in blocks]
    room = box.height - sum(rooms)
    counts = _counts([field.lines for field in fields], room)
    step = room / sum(counts)
    y = box.y
    for block, above, count in zip(blocks, rooms, counts, strict=True):
        y += above
        if block is not None:
            page.text(block, box.x, y - block.height)
        for _ in range(count):
            y += step
            writing_line(page, box.x, box.right, y)


def _counts(wanted: Sequence[int], room: float) -> list[int]:
    """How many lines each label gets where there is no room for all: the most lose first."""
    counts = list(wanted)
    most = max(len(counts), int(room / LEAST_PITCH))
    for _ in range(max(0, sum(counts) - most)):
        counts[counts.index(max(counts))] -= 1
    return counts


def writing_line(page: Page, left: float, right: float, y: float) -> None:
    """One line to write on."""
    page.stroke(line(left, y, right, y), WRITING_INK, WRITING_LINE, role="writing-line")


def heading(page: Page, text: Wording, box: Box) -> Block:
    """A title fitted in ``box`` and drawn at its top."""
    entry = page.layout.styled("title", text, box.width)
    block = page.single(entry, box.height, max_lines=3)
    page.text(block, box.x, box.y)
    return block


@dataclass(frozen=True, slots=True)
class RingDisc:
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


def ring(page: Page, discs: Sequence[RingDisc], centre: Wording, box: Box, ground: Ink) -> None:
    """Discs around a centre, as large as the box and the names under them allow."""
    layout = page.layout
    size = layout.type("label").design
    bold = layout.face("text-bold")
    places = _ring(box, size, [bold.width(one.name.text, size) for one in discs])
    cx, cy = places.centre
    panel = min(_span(box, places.label) * 1.03, page.reach((cx, cy)))
    page.paint(circle(cx, cy, panel), ground, role="panel")
    inner = places.orbit - places.radius - places.label * 0.7  # clear of the names about it
    page.paint(circle(cx, cy, inner), PAPER, role="panel")
    widest = layout.face("display").width(centre.text, 1)
    word = min(layout.type("title").design, 1.84 * inner / widest) if widest else 0.0
    if word >= SMALLEST_CENTRE:
        cap = layout.face("display").cap_height * word * MM_PER_POINT
        page.word(centre, word, cx, cy + cap / 2, align="centre", face="display")
    for one, (x, y) in zip(discs, places.places(len(discs)), strict=True):
        if one.art:
            disc(page, one.art, x, y, places.radius, one.ink)
        baseline = y + places.radius + places.label * 0.8
        page.word(one.name, size, x, baseline, align="centre", face="text-bold")


SMALLEST_CENTRE = 7.0
"""A word in the middle under this size, in points, is left out."""


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
