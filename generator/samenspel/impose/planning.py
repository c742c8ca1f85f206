"""The plan of a job: every side of every sheet as slots. Pure data; no PDF is touched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samenspel.impose.arrangement import Arrangement, arrange
from samenspel.impose.flip import mirrored, turns_about_vertical
from samenspel.impose.schemes import Matrix, reading_order
from samenspel.model.sheet import Flip, Paper, SheetPlan, SheetSide, Slot


def plan(
    pairs: int,
    *,
    trim: tuple[float, float],
    bleed: float,
    gutter: float | None,
    paper: Paper,
    flip: Flip = "long-edge",
    filler: Sequence[int] = (),
) -> SheetPlan:
    """Lay ``pairs`` cards on sheets; all lengths in mm.

    Pair i has its front on page 2i and its back on page 2i + 1 of the cards file. ``gutter`` is the
    space between trims: ``None`` asks for twice the bleed, so that each card shows its full bleed;
    with 0 neighbours share a cut. ``paper`` is laid on its side when more cards fit so. ``filler``
    holds the pair numbers of blank cards, taken cyclically for the last sheet.
    ``UsageError`` when nothing fits.
    """
    if pairs < 1 or bleed < 0 or min(trim) <= 0 or (gutter is not None and gutter < 0):
        raise ValueError(f"no plan for {pairs} pairs of {trim} mm, bleed {bleed}, gutter {gutter}")
    block = arrange(trim, bleed, 2 * bleed if gutter is None else gutter, paper)
    sheets = reading_order(pairs, block.columns, block.rows, filler)
    cuts_x, cuts_y = block.cuts
    return SheetPlan(
        paper=paper.name,
        width=block.width,
        height=block.height,
        columns=block.columns,
        rows=block.rows,
        flip=flip,
        sides=tuple(_sides(sheets, block, bleed, flip)),
        cuts_x=cuts_x,
        cuts_y=cuts_y,
    )


def as_text(sheets: SheetPlan) -> str:
    """The plan as matrices of page numbers, as seen on each side; ``*`` marks a turned page."""
    lines = [
        f"{sheets.paper} {sheets.width:g} x {sheets.height:g} mm, "
        f"{sheets.columns} x {sheets.rows}, {sheets.flip}"
    ]
    for side in sheets.sides:
        lines.append(f"sheet {side.number} {side.side}")
        tops = sorted({slot.box.y for slot in side.slots})
        for top in tops:
            row = sorted((s for s in side.slots if s.box.y == top), key=lambda s: s.box.x)
            lines.append("".join(f"{f'{s.page}*' if s.turned else s.page:>5}" for s in row))
    return "\n".join(lines) + "\n"


def _sides(
    sheets: Sequence[Matrix], block: Arrangement, bleed: float, flip: Flip
) -> Iterator[SheetSide]:
    upright = turns_about_vertical(flip, block.width, block.height)
    for count, matrix in enumerate(sheets, start=1):
        front = _slots(matrix, block, bleed, page=0, turned=False)
        back = _slots(mirrored(matrix, upright), block, bleed, page=1, turned=not upright)
        yield SheetSide(count, "front", front)
        yield SheetSide(count, "back", back)


def _slots(
    matrix: Matrix, block: Arrangement, bleed: float, *, page: int, turned: bool
) -> tuple[Slot, ...]:
    return tuple(
        Slot(
            page=2 * pair + page,
            box=block.box(column, row),
            bleed=block.bleed(column, row, bleed),
            turned=turned,
        )
        for row, pairs in enumerate(matrix)
        for column, pair in enumerate(pairs)
        if pair is not None
    )
