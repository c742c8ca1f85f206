"""Press colour: what each plate prints, in percent."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import prod, sqrt

from samenspel.model.colour_words import screen_colour_in_words


@dataclass(frozen=True, slots=True, order=True)
class Ink:
    """A CMYK build, in tint percentages: 0 is paper, 100 a solid."""

    c: float
    """Cyan."""
    m: float
    """Magenta."""
    y: float
    """Yellow."""
    k: float
    """Black."""
    screen: str = field(default="", compare=False, repr=False, kw_only=True)
    """The ``#rrggbb`` that a maker wrote instead; then the tints are a guess until a press is known
    (``pipeline/screen_colours``)."""

    def __post_init__(self) -> None:
        for tint in (self.c, self.m, self.y, self.k):
            if not 0 <= tint <= 100:
                raise ValueError(f"a tint lies between 0 and 100 percent, not {tint}")

    @property
    def total(self) -> float:
        """Total area coverage in percent (0 to 400)."""
        return self.c + self.m + self.y + self.k

    @property
    def black_only(self) -> bool:
        """True when only the black plate prints; such text and lines overprint."""
        return self.c == self.m == self.y == 0 < self.k

    def tint(self, share: float) -> Ink:
        """The same colour at ``share`` (0 to 1) of its strength."""
        return Ink(self.c * share, self.m * share, self.y * share, self.k * share)

    def through(self, layer: Ink, share: float) -> Ink:
        """The colour seen through a layer that makes up ``share`` (0 to 1) of what is seen."""
        pairs = zip(self.tints, layer.tints, strict=True)
        return Ink(*(round(own + (over - own) * share, 3) for own, over in pairs))

    @property
    def tints(self) -> tuple[float, float, float, float]:
        """What the four plates print, in percent."""
        return self.c, self.m, self.y, self.k

    @property
    def lightness(self) -> float:
        """About the luminance on paper, 0 (black) to 1 (paper): for choosing an ink for text on it.

        Tints print as dots, so a colour is a mixture of its solids (Neugebauer), whose square roots
        add up (Yule and Nielsen). Within 0.05 of the profile for coated paper, 0.013 in the mean;
        what must be exact is measured through a profile.
        """
        covered = (self.c / 100, self.m / 100, self.y / 100)
        light = sum(
            prod(share if on else 1 - share for share, on in zip(covered, solids, strict=True))
            * sqrt(luminance)
            for solids, luminance in _SOLIDS.items()
        )
        black = self.k / 100
        return float((light * (1 - black) + sqrt(_BLACK) * black) ** 2)

    def __str__(self) -> str:
        return "/".join(f"{tint:g}" for tint in (self.c, self.m, self.y, self.k))


class ScreenTints(list[float]):
    """The tints of a colour that is written as ``#rrggbb``: a guess, until a press is known."""

    def __init__(self, screen: str, tints: Iterable[float] = ()) -> None:
        """What a press prints, or else the tints of inks that were ideal filters."""
        super().__init__(tints or self._guessed(screen))
        self.screen = screen

    @staticmethod
    def _guessed(screen: str) -> list[float]:
        channels = [int(screen[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        black = 1 - max(channels)
        rest = [(1 - black - one) / (1 - black) if black < 1 else 0.0 for one in channels]
        return [float(round(100 * tint)) for tint in (*rest, black)]


_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def screen_colour(text: str) -> str | None:
    """``#rrggbb`` of ``#e45``, ``#E4572E`` or ``e4572e``, and of what ``colour_words`` reads.

    ``None`` for what is no such colour.
    """
    found = _HEX.fullmatch(text.strip())
    if found is None:
        return screen_colour_in_words(text)
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def ink_of(tints: Iterable[float]) -> Ink:
    """The ink of four tints, which knows the screen colour that they were written as."""
    return Ink(*tints, screen=tints.screen if isinstance(tints, ScreenTints) else "")


def guessed(screen: str) -> Ink:
    """What a screen's colour may print as, as long as no press is known."""
    return ink_of(ScreenTints(screen))

_SOLIDS = {
    (0, 0, 0): 1.0, (0, 0, 1): 0.846, (0, 1, 0): 0.193, (0, 1, 1): 0.183, (1, 0, 0): 0.26,
    (1, 0, 1): 0.21, (1, 1, 0): 0.047, (1, 1, 1): 0.043,
}  # fmt: skip
"""The luminance of solids of cyan, magenta and yellow over each other, paper being 1 (Fogra39)."""
_BLACK = 0.02
"""That of solid black, alone or over others."""

PAPER = Ink(0, 0, 0, 0)
BLACK = Ink(0, 0, 0, 100)


FLARE = 0.05
"""What the surroundings add to every luminance when contrasts are compared (WCAG 2.2)."""


def readable_on(ground: Ink) -> Ink:
    """The ink for text on ``ground``: black where that contrasts more than paper left open."""
    light = ground.lightness + FLARE
    return BLACK if light / (BLACK.lightness + FLARE) >= (1 + FLARE) / light else PAPER
