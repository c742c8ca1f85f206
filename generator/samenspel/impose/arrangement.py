"""How many cards fit on a paper, and where: the block of trims, centred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samenspel.errors import UsageError
from samenspel.impose.scheme import Scheme
from samenspel.model.frame import Box
from samenspel.model.sheet import Paper
from samenspel.saying import say
from samenspel.units import ROUNDING, Size, number

MARK_ROOM = 2.0
"""Millimetres kept free outside the bleed, for a crop mark and for what a printer cannot reach."""



@dataclass(frozen=True, slots=True)
class Cards:
    """What is put on a paper. All lengths in mm."""

    trim: Size
    bleed: float
    gutter: float
    """Between trims."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A block of trims in the middle of a paper. All lengths in mm.

    Being centred both ways, the block lies on itself however the sheet is flipped.
    """

    width: float
    height: float
    cards: Cards
    gaps_x: tuple[float, ...]
    """Between columns, from left to right; one fewer than there are columns."""
    gaps_y: tuple[float, ...]

    @property
    def columns(self) -> int:
        """How many stand beside each other."""
        return len(self.gaps_x) + 1

    @property
    def rows(self) -> int:
        """How many stand below each other."""
        return len(self.gaps_y) + 1

    @property
    def margins(self) -> tuple[float, float]:
        """From the paper's edge to the outer trims: left and right, top and bottom."""
        across = self.columns * self.cards.trim.width + sum(self.gaps_x)
        down = self.rows * self.cards.trim.height + sum(self.gaps_y)
        return (self.width - across) / 2, (self.height - down) / 2

    def box(self, column: int, row: int) -> Box:
        """The trim of one place; columns count from the left, rows from the top, both from 0."""
        left, top = self.margins
        width, height = self.cards.trim
        x = left + column * width + sum(self.gaps_x[:column])
        y = top + row * height + sum(self.gaps_y[:row])
        return Box(x, y, width, height)

    def bleed(self, column: int, row: int) -> tuple[float, float, float, float]:
        """How far the page at a place shows beyond its trim: (left, top, right, bottom) in mm.

        Outside the block the full bleed; towards a neighbour at most half the gap, which is the
        full bleed for a gap of twice the bleed and nothing where neighbours share a cut.
        """
        across, down = (self._shown(gaps) for gaps in (self.gaps_x, self.gaps_y))
        return across[column], down[row], across[column + 1], down[row + 1]

    def _shown(self, gaps: Sequence[float]) -> list[float]:
        full = self.cards.bleed
        return [full, *(min(full, gap / 2) for gap in gaps), full]

    @property
    def cuts(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """All distinct places of cut lines: across the paper, and down it."""
        xs = [x for c in range(self.columns) for x in (self.box(c, 0).x, self.box(c, 0).right)]
        ys = [y for r in range(self.rows) for y in (self.box(0, r).y, self.box(0, r).bottom)]
        return _distinct(xs), _distinct(ys)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The arrangement that takes most, and what the other way of laying the paper would take."""

    arrangement: Arrangement
    other: int


def arrange(cards: Cards, paper: Paper, scheme: Scheme, unprintable: float = 0.0) -> Chosen:
    """The arrangement with most cards, cards upright, the paper upright or on its side.

    With equal numbers the one whose smaller margin is larger wins, then the upright paper. The
    margin from the outer trims to the paper's edge is at least the bleed, 2 mm and what the printer
    cannot reach (``unprintable``). ``UsageError`` when not even one card fits.
    """
    sizes = (Size(paper.width, paper.height), Size(paper.height, paper.width))
    found = [_largest(cards, size, scheme, unprintable) for size in sizes]
    counts = [one.columns * one.rows if one else 0 for one in found]
    fitting = [one for one in found if one is not None]
    if not fitting:
        beside = MARK_ROOM + unprintable
        many = (
            say("{columns} × {rows} cards", columns=scheme.columns, rows=scheme.rows)
            if scheme.fold
            else say("a card")
        )
        raise UsageError.of(
            "impose-too-large",
            say(
                "{many} of {width} × {height} mm with {bleed} mm bleed and {beside} mm beside it "
                "does not fit {name}",
                many=many,
                width=number(cards.trim.width),
                height=number(cards.trim.height),
                bleed=number(cards.bleed),
                beside=number(beside),
                name=paper.name,
            ),
            remedy="choose a larger paper, a smaller format or another scheme",
        )
    best = max(fitting, key=lambda one: (one.columns * one.rows, min(one.margins)))
    return Chosen(best, counts[1 - found.index(best)])


def _largest(
    cards: Cards, size: Size, scheme: Scheme, unprintable: float
) -> Arrangement | None:
    """The most that fits on a paper that lies so; ``None`` when nothing does."""
    beside = 2 * (cards.bleed + MARK_ROOM + unprintable)
    most = scheme.most or (1000, 1000)
    chosen: list[tuple[float, ...]] = []
    for axis, multiple in enumerate((scheme.columns, scheme.rows)):
        fitting = [
            gaps
            for gaps in _possible_gaps(cards, scheme, size[axis] / cards.trim[axis], multiple)
            if (len(gaps) + 1) * cards.trim[axis] + sum(gaps) <= size[axis] - beside + ROUNDING
            and len(gaps) < most[axis]
        ]
        if not fitting:
            return None
        chosen.append(fitting[-1])
    return Arrangement(size.width, size.height, cards, chosen[0], chosen[1])


def _possible_gaps(
    cards: Cards, scheme: Scheme, at_most: float, multiple: int
) -> list[tuple[float, ...]]:
    """The gaps of every number of columns or rows that a scheme takes, fewest first."""
    counts = range(multiple, int(at_most + ROUNDING) + 1, multiple)
    return [_gaps(cards, scheme, count, multiple) for count in counts]


def _gaps(cards: Cards, scheme: Scheme, count: int, multiple: int) -> tuple[float, ...]:
    """All gutters, but where the halves meet: there is a spine, or room for both bleeds."""
    gaps = [cards.gutter] * (count - 1)
    if scheme.fold and multiple == 2:
        middle = 0.0 if scheme.fold == "spine" else max(cards.gutter, 2 * cards.bleed)
        gaps[count // 2 - 1] = middle
    return tuple(gaps)


def _distinct(values: list[float]) -> tuple[float, ...]:
    """Sorted, with places that differ by rounding alone taken as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > ROUNDING:
            kept.append(value)
    return tuple(kept)
