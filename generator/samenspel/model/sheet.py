"""Imposition as data: which page lies where on which side of which sheet.

Coordinates: millimetres, origin at the top left corner of the **paper**, y down.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samenspel.model.frame import Box

Flip = Literal["long-edge", "short-edge"]
"""How the press turns the sheet for its second side."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to print sheets on, upright: its sides in mm."""

    name: str
    title: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Imposing:
    """How cards are to be put on sheets."""

    flip: Flip = "long-edge"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one page: the trim's box on the paper, and how far the page's bleed may show.

    ``page`` counts from 0 in the cards file. ``bleed`` is (left, top, right, bottom) in mm: the
    full bleed where there is room, 0 where a neighbour begins at the same cut. ``turned`` rotates
    the page by 180°, as short-edge flipping may ask.
    """

    page: int
    box: Box
    bleed: tuple[float, float, float, float]
    turned: bool = False


@dataclass(frozen=True, slots=True)
class SheetSide:
    """One side of one sheet. ``number`` counts sheets from 1."""

    number: int
    side: Literal["front", "back"]
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """All sides of a job on one paper size (mm); ``cuts_x/y`` are where the cuts go."""

    paper: str
    width: float
    height: float
    columns: int
    rows: int
    flip: Flip
    sides: tuple[SheetSide, ...]
    cuts_x: tuple[float, ...]
    cuts_y: tuple[float, ...]

    @property
    def sheets(self) -> int:
        """How many sheets of paper the job takes."""
        return max((side.number for side in self.sides), default=0)
