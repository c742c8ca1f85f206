"""What stands on a tile beside the page: where to cut, where the next one ends, which it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from string import ascii_uppercase

from samenspel.layout.blocks import Block, Copy
from samenspel.layout.faces import Face
from samenspel.layout.furniture import HOW_TO, MARK_LENGTH, SLUG_SIZE, mark, on_all_plates
from samenspel.layout.sheet_words import sheet_word
from samenspel.layout.wording import Wording, written
from samenspel.model.frame import Box, Frame, Item, Shape, TextRun
from samenspel.model.sheet import SheetPlan

CLEAR = 1.5
"""Between the page and a mark, in mm."""
DASH = (1.0, 1.0)


def tile_furniture(
    plan: SheetPlan,
    windows: list[Box],
    overlap: float,
    face: Face,
    slug: Wording,
    labels: Mapping[str, str],
) -> list[Frame]:
    """One frame a tile, as large as the paper. Cuts are lines; dashed is where the next one ends.

    A tile is cut at its left and upper edge and glued on the strip that its neighbours leave there.
    """
    return [
        Frame(
            name=f"tile-{side.number}",
            width=plan.width,
            height=plan.height,
            bleed=0.0,
            safe=0.0,
            items=(
                *_marks(plan, place, box, overlap),
                *_slug(plan, place, box, overlap, face, slug, labels),
            ),
            card=f"tile-{side.number}",
            side=side.side,
        )
        for place, (side, box) in enumerate(zip(plan.sides, windows, strict=True))
    ]


def _marks(plan: SheetPlan, place: int, box: Box, overlap: float) -> Iterator[Shape]:
    row, column = divmod(place, plan.columns)
    for x in (box.x, box.right):
        yield from _upright(x, box)
    for y in (box.y, box.bottom):
        yield from _lying(y, box)
    if column + 1 < plan.columns:
        yield from (replace(one, dash=DASH) for one in _upright(box.right - overlap, box))
    if row + 1 < plan.rows:
        yield from (replace(one, dash=DASH) for one in _lying(box.bottom - overlap, box))


def _upright(x: float, box: Box) -> Iterator[Shape]:
    yield mark(x, box.y - CLEAR - MARK_LENGTH, x, box.y - CLEAR)
    yield mark(x, box.bottom + CLEAR, x, box.bottom + CLEAR + MARK_LENGTH)


def _lying(y: float, box: Box) -> Iterator[Shape]:
    yield mark(box.x - CLEAR - MARK_LENGTH, y, box.x - CLEAR, y)
    yield mark(box.right + CLEAR, y, box.right + CLEAR + MARK_LENGTH, y)


def _slug(
    plan: SheetPlan, place: int, box: Box, overlap: float, face: Face, slug: Wording,
    labels: Mapping[str, str],
) -> Iterator[Item]:  # fmt: skip
    """The tile's letter and number, its place among the sheets, and how to join them."""
    row, column = divmod(place, plan.columns)
    number = (
        written(f"{ascii_uppercase[row % 26]}{column + 1} · ")
        + written(labels["sheet"], "@labels", "sheet")
        + written(f" {place + 1} {labels['of']} {plan.sheets}", "@labels", "of")
    )
    how = written(" · ") + sheet_word(labels, "tiles")
    room = box.width - overlap - 2 * CLEAR
    said = next(
        (one for one in (number + " · " + slug + how, number + how, number)
         if face.width(one.text, SLUG_SIZE) <= room),
        number,
    )  # fmt: skip
    copy = Copy(said, "text", role=HOW_TO)
    width = face.width(said.text, SLUG_SIZE)
    block = Block(copy, face, SLUG_SIZE, (said.text,), width)
    x = box.right - overlap - CLEAR - width if face.rtl else box.x + CLEAR
    for item in block.at(x, box.bottom + CLEAR + 1.5):
        yield on_all_plates(item) if isinstance(item, TextRun) else item
