"""What a print shop has to know beside the files: how much, on what, and how it is finished."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from samenspel.units import Size

if TYPE_CHECKING:
    from samenspel.model.cards import Card

OneBack = Literal["", "each", "last-page", "own-file"]
"""How a shop takes a back that all cards share: behind every front, once as the last page, or in a
file of its own; empty when it does not say."""

Core = Literal["white", "black"]
"""Board with a black core lets no light through, so that cards cannot be read from behind."""

Lamination = Literal["none", "matt", "gloss", "soft-touch"]
"""A film over the print. Only without one do cards take a pen."""

Box = Literal["none", "tuck", "two-piece"]
"""A tuck box closes by a flap; a two-piece box is a tray with a lid over it."""

def writable(cards: Iterable[Card]) -> int:
    """How many cards are to be written on: blanks, and those with writing lines."""
    specs = [card.spec for card in cards]
    return sum(
        spec.fills or any("lines" in field.columns for field in spec.fields.values())
        for spec in specs
    )


CORES: tuple[Core, ...] = get_args(Core)
LAMINATIONS: tuple[Lamination, ...] = get_args(Lamination)
BOXES: tuple[Box, ...] = get_args(Box)

FILM = 0.03
"""Thickness in mm of a lamination on one side; films of 25 to 35 µm are usual."""
PLAY = (1.0, 1.0, 1.0)
"""Room in mm that a box leaves beside the deck: across, up, and on top of the stack."""
LEAFLET = 2.0
"""Room in mm for the booklet that lies on the cards: twenty pages on paper of 170 g/m²."""
SWELLING = 1.05
"""A stack of cut cards is so much higher than its boards: edges keep a little burr."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a shop says of orders; an empty field is something that it does not say."""

    one_back: OneBack = ""
    """How it takes a back that all cards share."""
    spares: Literal["", "white-pages"] = ""
    """How cards beyond the deck are counted: as white pages in the file."""
    tolerance: float | None = None
    """How far the cut may be off, in mm."""
    products: str = ""
    """What it prints, in words."""
    papers: str = ""
    """On what, in words."""


@dataclass(frozen=True, slots=True)
class Making:
    """How a deck is to be made."""

    grammage: int = 350
    """Of the board, in g/m²."""
    bulk: float = 1.25
    """Of the board, in cm³/g: its thickness in µm is grammage times bulk."""
    core: Core = "white"
    """The board's core."""
    lamination: Lamination | None = None
    """``None``: matt, or none for a deck with cards to write on."""
    box: Box = "tuck"
    """What the deck comes in."""
    hole: bool = False
    """A hole of 5 mm in a corner, for a ring."""
    poster_grammage: int = 170
    """Of what is no card, in g/m²."""
    printed_proof: bool = True
    """Whether the maker wants to see a printed proof first."""
    spares: int = 0
    """White cards that each deck has beyond those that are printed."""

    def film(self, writable: int) -> Lamination:
        """The lamination of a deck with so many cards to write on."""
        return self.lamination or ("none" if writable else "matt")

    def thickness(self, writable: int) -> float:
        """Of one card, in mm."""
        film = 0.0 if self.film(writable) == "none" else 2 * FILM
        return self.grammage * self.bulk / 1000 + film

    def stack(self, cards: int, writable: int) -> float:
        """How high so many cards lie in mm, with the white ones."""
        return (cards + self.spares) * self.thickness(writable) * SWELLING

    def box_inside(
        self, trim: Size, cards: int, writable: int, leaflet: bool = False
    ) -> tuple[float, float, float]:
        """The least inner size of a box, in mm: width, height, depth, rounded up to half a mm.

        With a ``leaflet`` there is room for one on top of the cards.
        """
        lengths = (*trim, self.stack(cards, writable) + (LEAFLET if leaflet else 0.0))
        across, up, deep = (_half_up(a + b) for a, b in zip(lengths, PLAY, strict=True))
        return across, up, deep


def _half_up(length: float) -> float:
    return -(-length // 0.5) * 0.5
