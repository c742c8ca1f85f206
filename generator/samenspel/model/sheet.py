"""Imposition as data: which page lies where on which side of which sheet.

Coordinates: millimetres, origin at the top left corner of the **paper**, y down.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from samenspel.model.frame import Box
from samenspel.model.writing import is_right_to_left

Flip = Literal["long-edge", "short-edge"]
"""How the press turns the sheet for its second side."""

Sides = Literal["one", "two", "booklet"]
"""How a file is printed: on one side, on two, or as a booklet that is stapled."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to print sheets on, upright."""

    name: str
    """By which it is asked for: ``a4``."""
    title: str
    """What people call it."""
    width: float
    """The short side, in mm."""
    height: float
    """The long side, in mm."""


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer as it was measured: where it puts a sheet's back, and what it cannot reach."""

    name: str
    """By which it is asked for."""
    back_offset: tuple[float, float] = (0.0, 0.0)
    """How far the back of an upright sheet is printed too far to the right and too low, in mm, as
    one sees who looks at the back."""
    landscape_offset: tuple[float, float] | None = None
    """The same for a sheet on its side, which the printer turns; ``None`` is not measured."""
    margin: float = 0.0
    """What cannot be printed along each edge of a sheet, in mm."""


@dataclass(frozen=True, slots=True)
class Imposing:
    """How cards are to be put on sheets."""

    scheme: str = "n-up"
    """Its name: ``n-up``."""
    flip: Flip = "long-edge"
    """Over which edge the printer turns a sheet."""
    copies: int | None = None
    """How often each card is wanted; ``None`` is what comes naturally to the scheme."""
    fill: bool = True
    """Whether places that are left over are filled with cards to write on."""
    gutter: float | None = None
    """Between trims in mm, 0 for shared cuts; ``None`` leaves it to the format."""
    creep: float = 0.1
    """Thickness in mm of a sheet of a booklet: so much do the inner pages move to the spine."""
    from_right: bool = False
    """Whether cards follow each other from right to left; a booklet has its spine on the right."""
    printer: Printer | None = None
    """The printer that was measured; ``None`` for any."""

    def read_in(self, language: str) -> Imposing:
        """The same for pages in a language, which says from which side a sheet is read."""
        return replace(self, from_right=is_right_to_left(language))


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one page: the trim's box on the paper, and how far the page's bleed may show."""

    page: int
    """From 0, in the cards file."""
    box: Box
    """The trim's, on the paper."""
    bleed: tuple[float, float, float, float]
    """(left, top, right, bottom) in mm: the full bleed where there is room, 0 where a neighbour
    begins at the same cut, less where a booklet's page runs on behind its spine."""
    turned: bool = False
    """Whether the page is rotated by 180°."""


@dataclass(frozen=True, slots=True)
class SheetSide:
    """One side of one sheet."""

    number: int
    """Of the sheet, from 1."""
    side: Literal["front", "back"]
    """Which of the two."""
    slots: tuple[Slot, ...]
    """The places on it."""
    shift: tuple[float, float] = (0.0, 0.0)
    """What stands on this side lies so far to the right and down (mm), for the printer's sake."""


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """All sides of a job on one paper. Lengths are in mm."""

    paper: str
    """Its name."""
    width: float
    """As the sheet lies."""
    height: float
    """As the sheet lies."""
    columns: int
    """How many cards stand beside each other."""
    rows: int
    """How many cards stand below each other."""
    flip: Flip
    """Over which edge the printer turns a sheet."""
    sides: tuple[SheetSide, ...]
    """In the order of printing."""
    cuts_x: tuple[float, ...]
    """Where cuts go across the paper, and down it."""
    cuts_y: tuple[float, ...]
    """Where cuts go across the paper, from its top."""
    scheme: str = "n-up"
    """The name of the scheme."""
    fold_x: float | None = None
    """Where the sheet is folded, or turned about: a line down the paper, or across it."""
    fold_y: float | None = None
    """Where it is folded across the paper; ``None`` for nowhere."""
    folded: bool = False
    """Whether a fold runs there; else the sheet is cut in half."""
    unprintable: float = 0.0
    """Along each edge; nothing stands there."""
    copies: int = 1
    """How many of each card one run makes."""
    other: int = 0
    """How many the paper would take laid the other way."""
    unmeasured: bool = False
    """Whether the printer has no offset for a sheet that lies so."""

    @property
    def printed(self) -> Sides:
        """On how many sides the sheets are printed; a form that is turned serves for both."""
        turned = not self.folded and (self.fold_x, self.fold_y) != (None, None)
        return "two" if turned or any(side.side == "back" for side in self.sides) else "one"

    @property
    def sheets(self) -> int:
        """How many sheets of paper the job takes."""
        return max((side.number for side in self.sides), default=0)

    @property
    def empty(self) -> int:
        """Places without a page, on all sides."""
        places = self.columns * self.rows
        return sum(places - len(side.slots) for side in self.sides)
