"""What an imposition scheme is: matrices of pages, made before any length or PDF is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from typing import Literal


@dataclass(frozen=True, slots=True)
class Cell:
    """A page in a place."""

    page: int
    """From 0, in the cards file."""
    turned: bool = False
    """Whether it lies with its head down."""


Matrix = tuple[tuple[Cell | None, ...], ...]
"""Pages in rows and columns as a sheet's front is seen; ``None`` is an empty place."""


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet: what its front shows, and what lies behind each place of it."""

    front: Matrix
    behind: Matrix | None = None
    """Seen through the front: behind the place at the top left stands the top left of this."""
    depth: int = 0
    """How many sheets lie around this one when a booklet is folded."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be put on sheets. Card i has its front on page 2i and its back on page 2i + 1."""

    cards: int
    columns: int
    rows: int
    copies: int | None = None
    """How often each card is wanted; ``None`` is what comes naturally to the scheme."""
    filler: Sequence[int] = ()
    """Cards for places that are left over, taken in turn; without any these stay empty."""

    @property
    def places(self) -> int:
        """How many pages one side takes."""
        return self.columns * self.rows


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way of putting pages on sheets."""

    name: str
    summary: str
    """What it is for, for lists."""
    forms: Callable[[Job], tuple[Form, ...]]
    columns: int = 1
    """The number of columns is a multiple of this; so too for rows."""
    rows: int = 1
    most: tuple[int, int] | None = None
    """The most columns and rows, where a scheme takes no more."""
    fold: Literal["", "gap", "turn", "spine"] = ""
    """What runs between the halves: a gap to fold or turn about, or a booklet's spine."""
    copies: int = 1
    """How many of a card there are when nothing is asked; the number asked is a multiple of this.
    0 stands for as many as one sheet takes."""
    most_copies: int | None = None
    duplex: bool = True
    """Whether a second side is printed that differs from the first."""


def from_right(form: Form) -> Form:
    """The sheet as who reads from right to left expects it: what was left lies right."""
    front = tuple(row[::-1] for row in form.front)
    behind = tuple(row[::-1] for row in form.behind) if form.behind is not None else None
    return replace(form, front=front, behind=behind)


def order_of(job: Job, decks: int) -> list[int]:
    """The cards of so many decks, one deck after the other."""
    return [card for _ in range(decks) for card in range(job.cards)]


def padded(order: Sequence[int], places: int, filler: Sequence[int]) -> list[int | None]:
    """The cards, followed by what fills the last sheet."""
    missing = -len(order) % places
    rest: list[int | None] = list(islice(cycle(filler), missing)) if filler else [None] * missing
    return [*order, *rest]


def duplex(cards: Sequence[int | None], columns: int) -> Form:
    """A sheet with these cards in reading order, each back behind its own front."""
    return Form(
        rows([_cell(card, 0) for card in cards], columns),
        rows([_cell(card, 1) for card in cards], columns),
    )


def halves(cards: Sequence[int | None], columns: int) -> Form:
    """Fronts in the left half of a sheet, backs in the right half as a mirror shows them."""
    fronts = rows([_cell(card, 0) for card in cards], columns // 2)
    backs = rows([_cell(card, 1) for card in cards], columns // 2)
    return Form(
        tuple((*left, *reversed(right)) for left, right in zip(fronts, backs, strict=True))
    )


def rows(cells: Sequence[Cell | None], columns: int) -> Matrix:
    """Cells in reading order as rows."""
    return tuple(tuple(cells[at : at + columns]) for at in range(0, len(cells), columns))


def chunks(order: Sequence[int | None], places: int) -> list[Sequence[int | None]]:
    """So many at a time."""
    return [order[at : at + places] for at in range(0, len(order), places)]


def _cell(card: int | None, side: int) -> Cell | None:
    return None if card is None else Cell(2 * card + side)
