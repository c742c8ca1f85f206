"""Office papers of an edition: pages of text, and card faces shown at their true size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from samenspel.draw import draw
from samenspel.finish import Metadata, finish, joined
from samenspel.impose import place
from samenspel.layout.paperwork import GREY, HAIRLINE, Entry, caption, text_pages
from samenspel.model.frame import Box, Frame, Item, Shape
from samenspel.model.paths import rectangle
from samenspel.model.sheet import Paper, SheetPlan, SheetSide, Slot
from samenspel.pipeline.build import Build
from samenspel.presets import paper_named
from samenspel.units import to_mm, to_points

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
    trim: tuple[float, float]
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
) -> bytes:
    """A finished PDF: pages of text, then all that is shown, cut to its trim, at true size.

    Cards stand on A4; what is larger gets a page of its own size. The pages are the very ones of
    the press file, as forms.
    """
    parts = [_text(build, language, entries)]
    parts += [_faces(build, language, one) for one in shown]
    return _finished(build, joined(parts), metadata)


def _text(build: Build, language: str, entries: Sequence[Entry]) -> bytes:
    paper = paper_named(build.project, OFFICE)
    frames = text_pages(entries, build.setter(language), paper, "text")
    return _drawn(build, language, frames)


def _faces(build: Build, language: str, shown: Shown) -> bytes:
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
    furniture = _drawn(build, language, frames)
    return place(plan, shown.pdf, furniture, bleed=shown.bleed)


def _outline(box: Box) -> Shape:
    """Where a page is cut: a white one would end nowhere."""
    return Shape(rectangle(box), stroke=GREY, line_width=HAIRLINE, role="outline")


def _plan(build: Build, shown: Shown) -> SheetPlan:
    """Where the faces stand: as many rows as the paper takes, whichever way it lies."""
    paper = paper_named(build.project, OFFICE)
    upright = _grid(paper, shown)
    lying = _grid(replace(paper, width=paper.height, height=paper.width), shown)
    best = max((upright, lying), key=lambda one: (one[1] * one[2], one is upright))
    if not best[1] * best[2]:
        best = _own_paper(shown), 1, 1
    on, columns, lines = best
    per_page = columns * lines
    sides: list[SheetSide] = []
    for start in range(0, len(shown.rows), per_page):
        slots = []
        for index, row in enumerate(shown.rows[start : start + per_page]):
            down, across = divmod(index, columns)
            slots += _row(on, shown, row, (across, columns), (down, lines))
        sides.append(SheetSide(len(sides) + 1, "front", tuple(slots)))
    return SheetPlan(
        on.name, on.width, on.height, columns, lines, "long-edge", tuple(sides), (), ()
    )


def _row(
    paper: Paper,
    shown: Shown,
    row: Sequence[int],
    across: tuple[int, int],
    down: tuple[int, int],
) -> list[Slot]:
    width, height = _row_size(shown)
    left = (paper.width - across[1] * width - (across[1] - 1) * ROW_GAP) / 2
    top = (paper.height - down[1] * (height + ROW_GAP) + ROW_GAP - CAPTION_GAP * 2) / 2
    x, y = left + across[0] * (width + ROW_GAP), top + down[0] * (height + ROW_GAP)
    return [
        Slot(page, Box(x + n * (shown.trim[0] + PAIR_GAP), y, *shown.trim), (0.0, 0.0, 0.0, 0.0))
        for n, page in enumerate(row)
    ]


def _row_size(shown: Shown) -> tuple[float, float]:
    count = max(len(row) for row in shown.rows)
    return count * shown.trim[0] + (count - 1) * PAIR_GAP, shown.trim[1]


def _grid(paper: Paper, shown: Shown) -> tuple[Paper, int, int]:
    """The paper with its columns and lines of rows."""
    width, height = _row_size(shown)
    across = int((paper.width - 2 * EDGE + ROW_GAP) / (width + ROW_GAP) + 1e-9)
    down = int((paper.height - 2 * EDGE + ROW_GAP / 2) / (height + ROW_GAP) + 1e-9)
    return paper, across, down


def _own_paper(shown: Shown) -> Paper:
    width, height = _row_size(shown)
    sides = (width + 2 * EDGE, height + 2 * EDGE + ROW_GAP)
    exact = [to_mm(round(to_points(side), 2)) for side in sides]
    return Paper("own", "own", *exact)


def _drawn(build: Build, language: str, frames: Sequence[Frame]) -> bytes:
    return draw(list(frames), fonts=build.fonts(language), arts={}, press=build.press)


def _finished(build: Build, pdf: bytes, metadata: Metadata) -> bytes:
    return finish(pdf, press=build.press, profile=build.profile, trim_inset=0, metadata=metadata)
