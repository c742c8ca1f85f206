"""The plates of a page: what each ink prints, as pictures of tints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PIL import Image, ImageChops

from samenspel.pdf.colours import PROCESS
from samenspel.separations.program import Note

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in mm from the picture's top left corner."""


@dataclass(frozen=True, slots=True)
class Plate:
    """One ink. ``tints`` is an 8-bit picture (mode L): 0 is paper, 255 a solid."""

    ink: str
    tints: Image.Image

    @property
    def spot(self) -> bool:
        """True for an ink beside cyan, magenta, yellow and black."""
        return self.ink not in PROCESS

    @property
    def empty(self) -> bool:
        """True when nothing prints."""
        return self.tints.getextrema()[1] == 0

    @property
    def film(self) -> Image.Image:
        """The plate as it is usually looked at: ink dark, paper white."""
        return ImageChops.invert(self.tints)


@dataclass(frozen=True, slots=True)
class PlateSet(Mapping[str, Plate]):
    """The plates of one page, the four process inks first, then spots by name.

    The pictures show the MediaBox, unturned, ``scale`` pixels a mm. ``trim`` and ``bleed`` are the
    page's boxes in them. ``notes`` say what the plates do not show, or not exactly: when there are
    none, all that the page paints is on them.
    """

    plates: Mapping[str, Plate]
    notes: tuple[Note, ...]
    scale: float
    size: tuple[int, int]
    trim: Box
    bleed: Box

    def __getitem__(self, ink: str) -> Plate:
        """The plate of an ink."""
        return self.plates[ink]

    def __iter__(self) -> Iterator[str]:
        """The inks."""
        return iter(self.plates)

    def __len__(self) -> int:
        """How many plates there are."""
        return len(self.plates)

    @property
    def spots(self) -> tuple[str, ...]:
        """The inks beside the process inks."""
        return tuple(ink for ink in self.plates if ink not in PROCESS)

    def cmyk(self) -> Image.Image:
        """The process plates as one picture."""
        return Image.merge("CMYK", [self.plates[ink].tints for ink in PROCESS])
