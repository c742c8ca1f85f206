"""Office papers of an edition: pages of text, and card faces shown at their true size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from samenspel.draw import drawn
from samenspel.finish import STANDARDS, Metadata, finish
from samenspel.impose import as_figure, place
from samenspel.layout.inks import GREY
from samenspel.layout.paperwork import HAIRLINE, Entry, caption, text_pages
from samenspel.model.deck import Deck
from samenspel.model.frame import Box, Frame, Item, Shape
from samenspel.model.paths import rectangle
from samenspel.model.sheet import Paper, SheetPlan, SheetSide, Slot
from samenspel.pdf.drawing import Drawing
from samenspel.pdf.taking import taken
from samenspel.pipeline.build import Build
from samenspel.presets import paper_named
from samenspel.tagging import Element, Marks, Outline, Section, read
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


class Pictured(NamedTuple):
    """A page with a picture on it."""

    page: bytes
    """A PDF that is not finished."""
    box: Box
    """Where the picture stands on it, in mm."""
    alt: str
    """What it shows, in words."""


def text_paper(
    build: Build, language: str, deck: Deck, entries: Sequence[Entry], metadata: Metadata
) -> bytes:
    """A finished PDF with pages of text on A4, about a ``deck``."""
    made = _Paper(build, language, deck)
    made.text(entries)
    return made.finished(metadata)


def proof_paper(
    build: Build,
    language: str,
    deck: Deck,
    entries: Sequence[Entry],
    shown: Iterable[Shown],
    metadata: Metadata,
    pictures: Sequence[Pictured] = (),
) -> bytes:
    """A finished PDF: pages of text, ``pictures``, then all that is shown, cut to its trim, at true
    size.

    Cards stand on A4; what is larger gets a page of its own size. The pages are the very ones of
    the press file, as forms.
    """
    made = _Paper(build, language, deck)
    made.text(entries)
    for picture in pictures:
        made.picture(picture)
    for one in shown:
        made.faces(one)
    return made.finished(metadata)


class _Paper:
    """Pages as they come, and what is read on them: faces and pictures by what they show."""

    def __init__(self, build: Build, language: str, deck: Deck) -> None:
        self._build, self._language, self._deck = build, language, deck
        self._tagged = STANDARDS[build.press.standard].tagged
        self._made = Drawing()
        self._sections: list[Section] = []
        self._keys = 0

    def text(self, entries: Sequence[Entry]) -> None:
        """The first pages."""
        paper = paper_named(self._build.project, OFFICE)
        frames = text_pages(entries, self._build.setter(self._language), paper, "text")
        reading = read(frames, self._deck)
        marks = reading.marks if self._tagged else None
        made = office_pages(self._build, self._language, reading.frames, marks=marks)
        self._add(made, reading.outline.sections, len(frames))

    def picture(self, picture: Pictured) -> None:
        """A page that is one picture."""
        made = taken(picture.page, self._made)
        if self._tagged:
            made = Drawing(made.objects, [as_figure(leaf, self._keys) for leaf in made.pages])
        figure = Element("Figure", (0,), alt=picture.alt, box=picture.box)
        self._add(made, [Section(picture.alt, "", ((self._keys, (figure,)),))], 1)

    def faces(self, shown: Shown) -> None:
        """Faces of cards with a caption each, which is what is read of both."""
        plan = _plan(self._build, shown)
        sides = [[*self._captions(side, shown)] for side in plan.sides]
        frames = [
            Frame(name, plan.width, plan.height, 0.0, 0.0, (*lines, *chain(*rows)), name, "front")
            for number, (side, rows) in enumerate(zip(plan.sides, sides, strict=True), 1)
            for name in [f"faces-{number}"]
            for lines in [map(_outline, (slot.box for slot in side.slots))]
        ]
        marks = [
            (*(None for _ in side.slots), *(mark for mark, row in enumerate(rows) for _ in row))
            for side, rows in zip(plan.sides, sides, strict=True)
        ]
        cards = taken(shown.pdf, self._made)
        furniture = office_pages(
            self._build, self._language, frames, cards, marks if self._tagged else None
        )
        beside = self._keys + len(cards.pages)
        sections = []
        for number, side in enumerate(plan.sides):
            alts = [shown.captions[slot.page] for slot in side.slots]
            row = tuple(
                Element("Figure", (mark,), alt=alt, box=slot.box, echoes=((beside + number, mark),))
                for mark, (slot, alt) in enumerate(zip(side.slots, alts, strict=True))
            )
            sections.append(Section(alts[0], "", ((beside + len(frames) + number, row),)))
        sheets = place(
            plan, cards, furniture, bleed=shown.bleed, pictured=self._tagged, keys=self._keys
        )
        self._add(sheets, sections, len(cards.pages) + 2 * len(frames))

    def _captions(self, side: SheetSide, shown: Shown) -> Iterator[Sequence[Item]]:
        setter = self._build.setter(self._language)
        for slot in side.slots:
            below, width = slot.box.bottom + CAPTION_GAP, max(slot.box.width, 40.0)
            yield caption(setter, shown.captions[slot.page], slot.box.x, below, width)

    def _add(self, more: Drawing, sections: Iterable[Section], keys: int) -> None:
        """Pages that were drawn after these, with so many keys in the tree."""
        self._made = Drawing(more.objects, [*self._made.pages, *more.pages])
        self._sections += sections
        self._keys += keys

    def finished(self, metadata: Metadata) -> bytes:
        """The file."""
        return finish(
            self._made.pdf(),
            press=self._build.press,
            profile=self._build.profile,
            trim_inset=0,
            metadata=metadata,
            outline=Outline(tuple(self._sections)) if self._tagged else None,
        )


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
    build: Build,
    language: str,
    frames: Sequence[Frame],
    after: Drawing | None = None,
    marks: Sequence[Marks] | None = None,
) -> Drawing:
    """Pages of an office paper. Its text can be searched and copied, whatever a shop wants of what
    it prints."""
    press, fonts = replace(build.press, text="live"), build.fonts(language)
    return drawn(list(frames), fonts=fonts, arts={}, press=press, after=after, marks=marks)
