"""Press colour: what each plate prints, in percent."""

from __future__ import annotations

from dataclasses import dataclass


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

    @property
    def lightness(self) -> float:
        """A rough luminance, 0 (black) to 1 (paper), good enough to choose black or paper for text.

        Inks as ideal filters, weighted as sRGB's primaries; real measures go through a profile.
        """
        red, green, blue = (
            float(((1 - tint / 100) * (1 - self.k / 100)) ** 2.2)
            for tint in (self.c, self.m, self.y)
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def __str__(self) -> str:
        return "/".join(f"{tint:g}" for tint in (self.c, self.m, self.y, self.k))


PAPER = Ink(0, 0, 0, 0)
BLACK = Ink(0, 0, 0, 100)


def readable_on(ground: Ink) -> Ink:
    """The ink for text on ``ground``: black where that contrasts more than paper left open."""
    light = ground.lightness
    return BLACK if (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) else PAPER
