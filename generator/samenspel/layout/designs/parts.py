"""Parts that several cards share: index, badge, band, numerals, foot line, writing lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.layout.blocks import Block, Copy
from samenspel.layout.desk import PICTOGRAM, REVERSED_PICTOGRAM, SMALL_PICTOGRAM, Desk, Page
from samenspel.layout.fitting import Entry, Fit
from samenspel.model.cards import CardBase, WriteLine
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


def scale(desk: Desk) -> float:
    """How large furniture is on this format, A6 being 1."""
    return min(desk.format.width, desk.format.height) / 105


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


def disc(page: Page, condition: str, cx: float, cy: float, radius: float, ground: Ink) -> None:
    """A condition's small pictogram on a disc of ``ground``: black, or paper on a dark disc."""
    style = page.desk.style(condition)
    reversed_ = ground == style.strong and style.on_strong == PAPER
    name = (REVERSED_PICTOGRAM if reversed_ else SMALL_PICTOGRAM).format(condition)
    page.paint(circle(cx, cy, radius), ground, role="disc")
    side = radius * 1.34
    box = Box(cx - side / 2, cy - side / 2, side, side)
    page.art(name, box, ground=ground, role="pictogram")


def pictogram(page: Page, condition: str, box: Box, ground: Ink) -> None:
    """A condition's full-colour pictogram."""
    page.art(PICTOGRAM.format(condition), box, ground=ground, role="pictogram")


def index(page: Page, text: str, conditions: Sequence[str], chip: bool) -> None:
    """The corner index: a number with the condition's pictogram below, read in a fanned hand.

    ``chip`` lays paper under it, for a photograph that would swallow it.
    """
    desk = page.desk
    k = scale(desk)
    size = max(11.5, 15 * k)
    side = max(3.8, 5.6 * k)
    widest = desk.setter.faces["display"].width("10", size)
    x = desk.format.safe + 0.3 * k + max(widest, side) / 2
    cap = desk.setter.faces["display"].cap_height * size * MM_PER_POINT
    top = desk.format.safe + 1.4 * k
    ground = desk.style(conditions[0]).tint
    if chip:
        half = side / 2 + 1.3 * k
        box = Box(x - half, top - 1.6 * k, 2 * half, cap + side + 4.4 * k)
        page.paint(rounded(box, 1.6 * k), ground, role="chip")
    page.word(text, size, x, top + cap, align="centre", face="display")
    for step, name in enumerate(conditions[:1]):
        y = top + cap + 1.6 * k + step * (side + 1)
        page.art(
            SMALL_PICTOGRAM.format(name),
            Box(x - side / 2, y, side, side),
            role="pictogram",
            ground=ground,
        )


@dataclass(frozen=True, slots=True)
class Band:
    """The coloured head of a card's back: its title and, right, what it touches."""

    title: str
    ink: Ink
    text: Ink = BLACK
    conditions: tuple[str, ...] = ()
    label: str = ""


def band_height(desk: Desk) -> float:
    """Height in mm of the band, from the trim's top."""
    return {True: 0.185, False: 0.2}[desk.format.height > desk.format.width] * desk.format.height


def band(page: Page, card: CardBase, content: Band) -> float:
    """Draw the head band; returns the y where the page's body may begin."""
    desk = page.desk
    k = scale(desk)
    height = band_height(desk)
    b = page.bleed
    page.paint(rectangle(Box(-b, -b, page.width + 2 * b, height + b)), content.ink, role="band")
    radius = max(3.1, 5.0 * k)
    x = page.width - page.margin - radius
    for name in reversed(content.conditions):
        disc(page, name, x, height / 2 + 0.6, radius, PAPER)
        x -= 2 * radius + 1.4 * k
    room = x + radius - page.margin - (2.0 * k if content.conditions else 0)
    room = min(room, page.inner.width)
    top, bottom = desk.format.safe + 1.2, height - 2.6 * k
    size = max(desk.type("furniture").design, SMALLEST_REVERSED)
    label = desk.word(content.label, size, "text-bold", content.text) if content.label else None
    label_height = label.cap + 2.4 * k if label else 0.0
    title = desk.type("title")
    size_range = TypeSize(title.design * 0.66, max(9.0, title.minimum * 0.62), 1.06)
    copy = Copy(
        content.title,
        "heading",
        content.text,
        leading=1.06,
        hyphenate=False,
        balanced=True,
        role="title",
        field=("title",),
    )
    box = Box(page.margin, top + label_height, room, bottom - top - label_height)
    block = desk.single(card, copy, size_range, box, max_lines=2)
    y = top + (box.height - block.height + block.drop) * 0.5
    if label:  # close above the title, so that the two read as one
        page.text(label, box.x, y)
    page.text(block, box.x, y + label_height)
    return height


def foot(page: Page, left: str, right: str = "", with_logo: bool = True) -> float:
    """The quiet line at the bottom with the region's logo; returns its top.

    The logo stands between the two texts; where that leaves it too narrow, it takes the left text's
    place. Nothing else comes below this line.
    """
    desk = page.desk
    k = scale(desk)
    size = desk.type("furniture").design
    face = desk.setter.faces["text"]
    baseline = page.height - desk.format.safe - 2.4 * k
    cap = face.cap_height * size * MM_PER_POINT
    top = baseline - cap
    box = _logo_room(page, left, right, baseline - cap / 2)
    placed = None
    if with_logo and desk.deck.region.logo:
        if box.width < LEAST_LOGO or page.width < 80:  # the same on every card of a small format
            left, box = "", Box(page.margin, box.y, 0.4 * page.width, box.height)
        placed = logo(page, box, "centre" if left else "left", ground=desk.theme.paper_tint)
    if left:
        page.word(left, size, page.margin, baseline, face="text")
    if right:
        page.word(right, size, page.width - page.margin, baseline, align="right")
    return min(top, placed.y) if placed else top


def _logo_room(page: Page, left: str, right: str, middle: float) -> Box:
    """The box for a logo between the foot line's texts, centred on the page, around ``middle``."""
    size = page.desk.type("furniture").design
    faces = page.desk.setter.faces
    k = scale(page.desk)
    gap, height = 3.0 * k, max(LOWEST_LOGO, 6.2 * k)
    widest = max(faces["text"].width(left, size), faces["text-semibold"].width(right, size))
    width = min(page.inner.width - 2 * (widest + gap), 0.3 * page.width)
    # a margin's worth of room below keeps the logo in the safe zone
    y = min(middle - height / 2, page.height - page.desk.format.safe - height)
    return Box(page.width / 2 - width / 2, y, width, height)


def logo(page: Page, box: Box, align: str = "centre", ground: Ink = PAPER) -> Box | None:
    """The region's logo as large as it fits in the box, or None when it has none."""
    name = page.desk.deck.region.logo
    if name is None:
        return None
    size = page.desk.art[name]
    width = min(box.width, box.height * size.aspect)
    x = {"left": box.x, "centre": box.x + (box.width - width) / 2, "right": box.right - width}[
        align
    ]
    return page.art(name, Box(x, box.y, width, box.height), ground=ground, role="logo")


def numbered(
    page: Page, fit: Fit, entries: Sequence[Entry], y: float, spare: float, ink: Ink
) -> float:
    """Questions with big numerals beside them; ``spare`` mm is shared over the gaps between."""
    desk = page.desk
    size = numeral_size(desk)
    face = desk.setter.faces["display"]
    gaps = max(1, len(entries) - 1)
    for number, (entry, block) in enumerate(zip(entries, fit.blocks, strict=True), 1):
        if number > 1:
            y += entry.gap + spare / gaps
        cap = face.cap_height * size * MM_PER_POINT
        page.word(str(number), size, page.margin, y + cap, face="display", ink=ink)
        shift = max(0.0, (cap - block.height + block.drop) / 2) if len(block.lines) == 1 else 0.0
        page.text(block, page.margin + numeral_column(desk), y + shift)
        y += max(block.height, entry.floor)
    return y


def numeral_size(desk: Desk) -> float:
    """Size in points of the numerals beside questions: two lines of question high."""
    question = desk.type("question")
    return round(question.design * 1.95, 1)


def numeral_column(desk: Desk) -> float:
    """Width in mm of the column in which the numerals stand."""
    size = numeral_size(desk)
    return desk.setter.faces["display"].width("3", size) + 3.2 * scale(desk)


def question_entries(
    desk: Desk, questions: Sequence[str], measure: float, gap: float
) -> list[Entry]:
    """Questions as entries that leave room for the numerals at their left."""
    type_ = desk.type("question")
    column = numeral_column(desk)
    size = numeral_size(desk)
    floor = desk.setter.faces["display"].cap_height * size * MM_PER_POINT
    return [
        Entry(
            Copy(
                text,
                "text-semibold",
                leading=type_.leading,
                balanced=True,
                role="question",
                field=("questions", position),
            ),
            type_,
            measure - column,
            gap,
            floor,
        )
        for position, text in enumerate(questions)
    ]


def writing_lines(page: Page, fields: Sequence[WriteLine], y: float, bottom: float) -> None:
    """Labels with lines to write on, spread evenly from ``y`` to ``bottom``."""
    desk = page.desk
    size = desk.type("label").design
    inner = page.inner
    label_room = 2.0 * size * MM_PER_POINT
    room = bottom - y - label_room * len(fields)
    total = sum(field.lines for field in fields)
    fewer = max(0, total - max(len(fields), int(room / LEAST_PITCH)))
    counts = [field.lines for field in fields]
    for _ in range(fewer):
        counts[counts.index(max(counts))] -= 1
    step = room / sum(counts)
    for item, count in zip(fields, counts, strict=True):
        block = desk.word(item.label, size, "text-bold")
        y += label_room
        page.text(block, inner.x, y - block.height)
        for _ in range(count):
            y += step
            page.stroke(
                line(inner.x, y, inner.right, y), WRITING_INK, WRITING_LINE, role="writing-line"
            )


def heading(
    page: Page, card: CardBase, box: Box, *, ink: Ink = BLACK, face: str = "display"
) -> Block:
    """The card's title fitted in ``box`` and drawn at its top."""
    title = page.desk.type("title")
    copy = Copy(
        card.title,
        face,
        ink,
        leading=title.leading,
        hyphenate=False,
        balanced=True,
        role="title",
        field=("title",),
    )
    block = page.desk.single(card, copy, title, box, max_lines=3)
    page.text(block, box.x, box.y)
    return block
