"""The bands of the poster: each condition explained, at the same sizes of type for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from samenspel.layout.blocks import Block
from samenspel.layout.discs import disc, small_picture
from samenspel.layout.fitting import Entry, Fit, Stack, fit_group
from samenspel.layout.format_layout import FormatLayout
from samenspel.layout.page import Page
from samenspel.layout.poster.plan import DISC, TITLE, Field
from samenspel.layout.poster.reminders import touched
from samenspel.layout.styles import STYLES, Style
from samenspel.layout.wording import Wording, wording, written
from samenspel.model.cards import Card
from samenspel.model.frame import Box, Path
from samenspel.model.ink import PAPER, Ink
from samenspel.model.paths import circle, rounded
from samenspel.model.style import TypeSize
from samenspel.units import MM_PER_POINT, ROUNDING

NAME = replace(STYLES["title"], balanced=False)
CORE = Style("heading", "core", hyphenate=False, balanced=True)
LINES = Style("text", "text", balanced=True)
QUESTION = Style("text-semibold", "question", balanced=True)
LABEL = Style("text-semibold", "label", hyphenate=False, balanced=True)

NUMERAL = 3.4
"""Between a condition's number and its name, in mm."""
BETWEEN = 1.8
"""Between the two explaining lines."""
ABOVE = 2.4
"""Above a bubble."""
BUBBLE = 3.6
"""From a bubble's edge to its text."""
BADGE = 4.6
"""The radius of the disc with a reminder's number."""


def _condition(card: Card) -> str:
    """The condition that a card stands for."""
    return str(card.values[card.spec.stands_for])


def _sized(layout: FormatLayout, role: str, scale: float) -> TypeSize:
    """The poster's type for a role, smaller where many conditions share a page."""
    size = layout.type(role)
    return TypeSize(size.design * scale, size.minimum * scale, size.leading)


def names(page: Page, conditions: Sequence[tuple[Card, Field]], scale: float) -> None:
    """Pictogram, number and name, all at the largest size at which the longest fits its line."""
    layout = page.layout
    size, display = _sized(layout, "title", scale), layout.face("display")
    indent = 2 * DISC * scale + NUMERAL
    column = display.width("5", size.design) + NUMERAL
    stacks = []
    for card, field in conditions:
        measure = field.name.width - indent - column
        entry = layout.styled("title", wording(card, "title"), measure, size=size, style=NAME)
        stacks.append(Stack([entry], 2 * field.name.height, 1))
    fits = fit_group(layout.setter, stacks)
    for number, ((card, field), stack, fit) in enumerate(
        zip(conditions, stacks, fits, strict=True), 1
    ):
        page.record(stack.entries, fit, stack.height, 1, card.id)
        box, style, block = field.name, layout.style(_condition(card)), fit.blocks[0]
        middle = box.y + box.height / 2
        choice = layout.condition(_condition(card))
        art = small_picture(choice, style, style.strong)
        disc(page, art, box.x + DISC * scale, middle, DISC * scale, style.strong)
        baseline = middle + block.cap / 2
        count = written(str(number), card.id, "title")
        page.word(count, block.size, box.x + indent, baseline, face="display", ink=style.deep)
        page.text(block, box.x + indent + column, baseline - block.cap)


def cores(page: Page, conditions: Sequence[tuple[Card, Field]], scale: float) -> float:
    """The core sentence of each condition, all at one size; returns the height of the tallest.

    They take two lines where that can be, for what stands below them.
    """
    layout = page.layout
    with_core = [(card, field) for card, field in conditions if card.values.get("core")]
    size = _sized(layout, "core", scale)
    stacks = []
    for card, field in with_core:
        core = wording(card, "core")
        entry = layout.styled("core", core, field.core.width, size=size, style=CORE)
        stacks.append(Stack([entry], field.core.height, 2))
    fits = fit_group(layout.setter, stacks)
    if any(fit.excess for fit in fits):
        stacks = [replace(stack, max_lines=None) for stack in stacks]
        fits = fit_group(layout.setter, stacks)
    tallest = 0.0
    for (card, field), fit, stack in zip(with_core, fits, stacks, strict=True):
        page.record(stack.entries, fit, stack.height, stack.max_lines, card.id)
        page.text(fit.blocks[0], field.core.x, field.core.y)
        tallest = max(tallest, fit.height)
    return tallest


def texts(
    page: Page,
    conditions: Sequence[tuple[Card, Field]],
    reminders: dict[str, list[Card]],
    scale: float,
) -> None:
    """Explaining lines, question in its bubble and reminders: all that is read from near by."""
    layout = page.layout
    rooms = [_rooms(layout, card, field, scale) for card, field in conditions]
    fits = iter(fit_group(layout.setter, [stack for pair in rooms for stack in pair]))
    for (card, field), pair in zip(conditions, rooms, strict=True):
        lines, asked = _blocks(page, card, pair, [next(fits) for _ in pair])
        page.stack([entry for entry, _ in lines], [block for _, block in lines],
                   field.lines.x, field.lines.y)  # fmt: skip
        for block in asked:
            _bubble(page, block, field.question)
    titles = [
        (one, cell, card)
        for card, field in conditions
        for one, cell in zip(reminders[_condition(card)], field.cells, strict=False)
    ]
    stacks = [_label(layout, one, cell, scale) for one, cell, _ in titles]
    fits = iter(fit_group(layout.setter, stacks))
    for (one, cell, card), stack in zip(titles, stacks, strict=True):
        fit = next(fits)
        page.record(stack.entries, fit, stack.height, None, one.id)
        _reminder(page, one, _condition(card), fit.blocks[0], cell)


def _rooms(layout: FormatLayout, card: Card, field: Field, scale: float) -> list[Stack]:
    """Lines and question under each other in one room, or each in its own."""
    lines = list(_explaining(layout, card, field, scale))
    asked = list(_asked(layout, card, field, scale))
    if field.question == field.lines:
        return [Stack([*lines, *asked], field.lines.height - BUBBLE)]
    return [Stack(lines, field.lines.height), Stack(asked, field.question.height - 2 * BUBBLE)]


def _blocks(
    page: Page, card: Card, stacks: Sequence[Stack], fits: Sequence[Fit]
) -> tuple[list[tuple[Entry, Block]], list[Block]]:
    """The fitted lines with their entries, and the fitted question."""
    found: list[tuple[Entry, Block]] = []
    for stack, fit in zip(stacks, fits, strict=True):
        page.record(stack.entries, fit, stack.height, None, card.id)
        found += zip(stack.entries, fit.blocks, strict=True)
    asked = [block for entry, block in found if entry.copy.role == "question"]
    return [one for one in found if one[0].copy.role != "question"], asked


def _label(layout: FormatLayout, card: Card, cell: Box, scale: float) -> Stack:
    size = _sized(layout, "label", scale)
    entry = layout.styled("label", wording(card, "title"), cell.width, size=size, style=LABEL)
    return Stack([entry], TITLE - 1.0)


def _explaining(layout: FormatLayout, card: Card, field: Field, scale: float) -> Iterable[Entry]:
    """What the source says of a condition in two lines; without them, its text in short."""
    size = _sized(layout, "text", scale)
    count = len(card.values.get("poster") or ())
    fields: list[tuple[str | int, ...]] = [("poster", place) for place in range(count)]
    if not fields:
        fields += [(name,) for name in ("short", "text") if card.values.get(name)][:1]
    for path in fields:
        yield layout.styled("text", wording(card, *path), field.lines.width, size=size,
                            gap=BETWEEN * scale, style=LINES)  # fmt: skip


def _asked(layout: FormatLayout, card: Card, field: Field, scale: float) -> Iterable[Entry]:
    if card.values.get("questions"):
        measure = field.question.width - 2 * BUBBLE
        yield layout.styled("question", wording(card, "questions", 0), measure,
                            size=_sized(layout, "question", scale), gap=ABOVE + BUBBLE,
                            style=QUESTION)  # fmt: skip


def _bubble(page: Page, block: Block, room: Box) -> None:
    """A question in a speech bubble that stands on the floor of its room."""
    width = max(block.width + 2 * BUBBLE, 30.0)
    height = block.height - block.drop + 2 * BUBBLE
    box = Box(room.x, room.bottom - height, width, height)
    page.paint(_tail(box), PAPER, role="bubble")
    page.paint(rounded(box, BUBBLE), PAPER, role="bubble")
    page.text(block, box.x + BUBBLE, box.y + BUBBLE)


def _tail(box: Box) -> Path:
    """The bubble's tail, to the left, where the condition's name stands."""
    y = box.bottom - BUBBLE
    return (
        ("M", (box.x + 1, y - 4.6)),
        ("C", (box.x + 0.2, y - 1.8, box.x - 2.2, y + 0.2, box.x - 4.8, y + 0.8)),
        ("C", (box.x - 2.4, y + 1.8, box.x + 1, y + 1.4, box.x + 3, y - 0.6)),
        ("Z", ()),
    )


def _reminder(page: Page, card: Card, condition: str, title: Block, cell: Box) -> None:
    """A small cartoon with the reminder's number, and its title below."""
    layout = page.layout
    room = Box(cell.x, cell.y, cell.width, cell.height - TITLE)
    ground = layout.style(condition).tint
    name = layout.cartoons.get(card.id)
    if name:
        page.art(name, room, ground=ground, role="cartoon", alt=_alt(card))
    else:
        page.art(layout.condition(condition).large, room, ground=ground, role="pictogram")
    x, y = cell.x + BADGE, cell.y + BADGE + 2.0
    strong = layout.style(touched(card)[0]).strong
    page.paint(circle(x, y, BADGE + 0.7), layout.theme.paper_tint, role="badge")
    page.paint(circle(x, y, BADGE), strong, role="badge")
    number = written(str(layout.number_of(card)), card.id, "title")
    _in_badge(page, number, x, y, layout.style(touched(card)[0]).on_strong)
    page.text(title, cell.x, room.bottom + 1.0)


def _in_badge(page: Page, number: Wording, x: float, y: float, ink: Ink) -> None:
    """A number in the middle of its badge."""
    face = page.layout.face("display")
    size = min(BADGE * 3.4, 1.5 * BADGE / max(face.width(number.text, 1), ROUNDING))
    baseline = y + face.cap_height * size * MM_PER_POINT / 2
    page.word(number, size, x, baseline, align="centre", face="display", ink=ink)


def _alt(card: Card) -> str:
    """What a card's first picture shows, in words."""
    return next((card.alt_of(picture) for picture in card.spec.pictures), "")
