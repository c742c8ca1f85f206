"""Office papers of an edition: pages of text, and card faces shown at their true size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from samenspel.draw import drawn
from samenspel.finish import Metadata, finish
from samenspel.impose import place
from samenspel.layout.inks import GREY
from samenspel.layout.paperwork import HAIRLINE, Entry, caption, text_pages
from samenspel.model.frame import Box, Frame, Item, Shape
from samenspel.model.paths import rectangle
from samenspel.model.sheet import Paper, SheetPlan, SheetSide, Slot
from samenspel.pdf.drawing import Drawing
from samenspel.pdf.taking import taken
from samenspel.pipeline.build import Build
from samenspel.presets import paper_named
from samenspel.units import ROUNDING, Size, to_mm, to_points

EDGE = 12.0
"""What is shown stays so far inside the paper, in mm: office printers reach no further."""
PAIR_GAP, ROW_GAP = 4.0, 9.0
"""Between a front and its back, and between one pair and the next with its caption (mm)."""
CAPTION_GAP = 1.5
OFFICE = "a4"


@dataclass(frozen=True, slots=True)
class Shown:
    """A file whose pages are shown, with a caption for each; lengths in mm."""

    pdf: bytes
    trim: Size
    bleed: float
    captions: tuple[str, ...]
    rows: tuple[tuple[int, ...], ...]
    """Pages (from 0) that stand side by side: a front with its back, or one page alone."""


def text_paper(build: Build, language: str, entries: Sequence[Entry], metadata: Metadata) -> bytes:
    """A finished PDF with pages of text on A4."""
    return _finished(build, _text(build, language, entries), metadata)


def proof_paper(
    build: Build,
    language: str,
    entries: Sequence[Entry],
    shown: Iterable[Shown],
    metadata: Metadata,
    pictures: Sequence[bytes] = (),
) -> bytes:
    """A finished PDF: pages of text, ``pictures``, then all that is shown, cut to its trim, at true
    size.

    Cards stand on A4; what is larger gets a page of its own size. The pages are the very ones of
    the press file, as forms.
    """
    made = _text(build, language, entries)
    for picture in pictures:
        made = _after(made, taken(picture, made))
    for one in shown:
        made = _after(made, _faces(build, language, one, made))
    return _finished(build, made, metadata)


def _after(made: Drawing, more: Drawing) -> Drawing:
    """The pages of both; ``more`` was drawn after ``made``."""
    return Drawing(more.objects, [*made.pages, *more.pages])


def _text(build: Build, language: str, entries: Sequence[Entry]) -> Drawing:
    paper = paper_named(build.project, OFFICE)
    frames = text_pages(entries, build.setter(language), paper, "text")
    return office_pages(build, language, frames)


def _faces(build: Build, language: str, shown: Shown, after: Drawing) -> Drawing:
    plan = _plan(build, shown)
    setter = build.setter(language)
    frames = []
    for number, side in enumerate(plan.sides, 1):
        items: list[Item] = [_outline(slot.box) for slot in side.slots]
        items += [
            item
            for slot in side.slots
            for item in caption(
                setter, shown.captions[slot.page], slot.box.x, slot.box.bottom + CAPTION_GAP,
                max(slot.box.width, 40.0),
            )
        ]  # fmt: skip
        name = f"faces-{number}"
        frames.append(Frame(name, plan.width, plan.height, 0.0, 0.0, tuple(items), name, "front"))
    cards = taken(shown.pdf, after)
    furniture = office_pages(build, language, frames, cards)
    return place(plan, cards, furniture, bleed=shown.bleed)


def _outline(box: Box) -> Shape:
    """Where a page is cut: a white one would end nowhere."""
    return Shape(rectangle(box), stroke=GREY, line_width=HAIRLINE, role="outline")


@dataclass(frozen=True, slots=True)
class _Grid:
    """Places for rows of pages."""

    paper: Paper
    """The paper, as it lies."""
    columns: int
    """Rows beside each other."""
    lines: int
    """Rows below each other."""

    @property
    def count(self) -> int:
        """How many rows a sheet takes."""
        return self.columns * self.lines


def _plan(build: Build, shown: Shown) -> SheetPlan:
    """Where the faces stand: as many rows as the paper takes, whichever way it lies."""
    paper = paper_named(build.project, OFFICE)
    upright = _grid(paper, shown)
    lying = _grid(replace(paper, width=paper.height, height=paper.width), shown)
    best = max((upright, lying), key=lambda one: (one.count, one is upright))
    grid = best if best.count else _Grid(_own_paper(shown), 1, 1)
    sides: list[SheetSide] = []
    for start in range(0, len(shown.rows), grid.count):
        slots = []
        for index, row in enumerate(shown.rows[start : start + grid.count]):
            line, column = divmod(index, grid.columns)
            slots += _row(grid, shown, row, column, line)
        sides.append(SheetSide(len(sides) + 1, "front", tuple(slots)))
    on = grid.paper
    return SheetPlan(
        on.name, on.width, on.height, grid.columns, grid.lines, "long-edge", tuple(sides), (), ()
    )


def _row(
    grid: _Grid, shown: Shown, row: Sequence[int], column: int, line: int
) -> list[Slot]:
    """The pages of one row beside each other, in its place in the grid."""
    width, height = _row_size(shown)
    left = (grid.paper.width - grid.columns * width - (grid.columns - 1) * ROW_GAP) / 2
    top = (grid.paper.height - grid.lines * (height + ROW_GAP) + ROW_GAP - CAPTION_GAP * 2) / 2
    x, y = left + column * (width + ROW_GAP), top + line * (height + ROW_GAP)
    return [
        Slot(page, Box(x + n * (shown.trim.width + PAIR_GAP), y, *shown.trim), (0.0, 0.0, 0.0, 0.0))
        for n, page in enumerate(row)
    ]


def _row_size(shown: Shown) -> tuple[float, float]:
    count = max(len(row) for row in shown.rows)
    return count * shown.trim.width + (count - 1) * PAIR_GAP, shown.trim.height


def _grid(paper: Paper, shown: Shown) -> _Grid:
    """As many columns and lines of rows as the paper takes."""
    width, height = _row_size(shown)
    columns = int((paper.width - 2 * EDGE + ROW_GAP) / (width + ROW_GAP) + ROUNDING)
    lines = int((paper.height - 2 * EDGE + ROW_GAP / 2) / (height + ROW_GAP) + ROUNDING)
    return _Grid(paper, columns, lines)


def _own_paper(shown: Shown) -> Paper:
    width, height = _row_size(shown)
    sides = (width + 2 * EDGE, height + 2 * EDGE + ROW_GAP)
    exact = [to_mm(round(to_points(side), 2)) for side in sides]
    return Paper("own", "own", *exact)


def office_pages(
    build: Build, language: str, frames: Sequence[Frame], after: Drawing | None = None
) -> Drawing:
    """Pages of an office paper. Its text can be searched and copied, whatever a shop wants of what
    it prints."""
    press, fonts = replace(build.press, text="live"), build.fonts(language)
    return drawn(list(frames), fonts=fonts, arts={}, press=press, after=after)


def _finished(build: Build, made: Drawing, metadata: Metadata) -> bytes:
    return finish(
        made.pdf(), press=build.press, profile=build.profile, trim_inset=0, metadata=metadata
    )
