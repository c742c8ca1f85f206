"""How many cards fit on a paper, and where: the block of trims, centred."""

from __future__ import annotations

from dataclasses import dataclass

from samenspel.errors import UsageError
from samenspel.model.frame import Box
from samenspel.model.sheet import Paper
from samenspel.units import number

MARK_ROOM = 2.0
"""Millimetres kept free outside the bleed, for a crop mark and for what a printer cannot reach."""

SLACK = 1e-6
"""Millimetres that a block may be too large: 2 × 100 mm must fit in 200 mm of paper."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A block of ``columns`` × ``rows`` trims in the middle of a paper. All lengths in mm.

    Being centred both ways, the block lies on itself however the sheet is flipped.
    """

    width: float
    height: float
    columns: int
    rows: int
    trim: tuple[float, float]
    gutter: float

    @property
    def cards(self) -> int:
        """How many cards one side takes."""
        return self.columns * self.rows

    @property
    def margins(self) -> tuple[float, float]:
        """From the paper's edge to the outer trims: left and right, top and bottom."""
        across = self.columns * self.trim[0] + (self.columns - 1) * self.gutter
        down = self.rows * self.trim[1] + (self.rows - 1) * self.gutter
        return (self.width - across) / 2, (self.height - down) / 2

    def box(self, column: int, row: int) -> Box:
        """The trim of one place; columns count from the left, rows from the top, both from 0."""
        left, top = self.margins
        x = left + column * (self.trim[0] + self.gutter)
        y = top + row * (self.trim[1] + self.gutter)
        return Box(x, y, self.trim[0], self.trim[1])

    def bleed(self, column: int, row: int, bleed: float) -> tuple[float, float, float, float]:
        """How far the page at a place shows beyond its trim: (left, top, right, bottom) in mm.

        Outside the block the full bleed; towards a neighbour at most half the gutter, which is the
        full bleed for a gutter of twice the bleed and nothing where neighbours share a cut.
        """
        inner = min(bleed, self.gutter / 2)
        return (
            bleed if column == 0 else inner,
            bleed if row == 0 else inner,
            bleed if column == self.columns - 1 else inner,
            bleed if row == self.rows - 1 else inner,
        )

    @property
    def cuts(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """All distinct places of cut lines: across the paper, and down it."""
        xs = [x for c in range(self.columns) for x in (self.box(c, 0).x, self.box(c, 0).right)]
        ys = [y for r in range(self.rows) for y in (self.box(0, r).y, self.box(0, r).bottom)]
        return _distinct(xs), _distinct(ys)


def arrange(trim: tuple[float, float], bleed: float, gutter: float, paper: Paper) -> Arrangement:
    """The arrangement with most cards, cards upright, the paper upright or on its side.

    With equal numbers the one whose smaller margin is larger wins, then the upright paper. The
    margin from the outer trims to the paper's edge is at least ``bleed`` + 2 mm. ``UsageError``
    when not even one card fits.
    """
    width, height = paper.width, paper.height
    both = [_most(trim, bleed, gutter, size) for size in ((width, height), (height, width))]
    best = max(both, key=lambda item: (item.cards, min(item.margins)))
    if best.cards == 0:
        raise UsageError.of(
            "impose-too-large",
            f"a card of {number(trim[0])} × {number(trim[1])} mm with {number(bleed)} mm bleed and "
            f"{number(MARK_ROOM)} mm for marks does not fit {paper.name}",
            remedy="choose a larger paper or a smaller format",
        )
    return best


def _most(
    trim: tuple[float, float], bleed: float, gutter: float, paper: tuple[float, float]
) -> Arrangement:
    room = [side - 2 * (bleed + MARK_ROOM) for side in paper]
    columns, rows = (
        max(0, int((room[axis] + gutter + SLACK) // (trim[axis] + gutter))) for axis in (0, 1)
    )
    return Arrangement(paper[0], paper[1], columns, rows, trim, gutter)


def _distinct(values: list[float]) -> tuple[float, ...]:
    """Sorted, with places that differ by rounding alone taken as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > SLACK:
            kept.append(value)
    return tuple(kept)
