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
    """What one ink prints."""

    ink: str
    """Its name."""
    tints: Image.Image
    """An 8-bit picture (mode L): 0 is paper, 255 a solid."""

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
    """The plates of one page, which show its MediaBox, unturned."""

    plates: Mapping[str, Plate]
    """By ink: the four process inks first, then spots by name."""
    notes: tuple[Note, ...]
    """What they do not show, or not exactly; none when all that the page paints is on them."""
    scale: float
    """Pixels a mm."""
    size: tuple[int, int]
    """Width and height in pixels."""
    trim: Box
    """The page's, in the pictures."""
    bleed: Box
    """The page's, in the pictures."""

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
