"""The cartoons' colours: one table with each colour's name, screen value and press build.

The SVG files hold the exact screen values, so that the press build can be looked up here
(never converted) and a region can recolour the accents. The builds are estimates that the
press side proofs through its output profile.
"""

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

Cmyk = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Colour:
    """A named flat ink: `screen` is ``#rrggbb``, `press` is C, M, Y, K in per cent."""

    name: str
    screen: str
    press: Cmyk


_TABLE: Final = (
    Colour("ink", "#1d1d1b", (0, 0, 0, 100)),
    Colour("white", "#ffffff", (0, 0, 0, 0)),
    # accents
    Colour("coral", "#e9674d", (0, 72, 68, 2)),
    Colour("mustard", "#f6bd3f", (0, 27, 83, 0)),
    Colour("teal", "#2f8a8f", (78, 24, 40, 6)),
    Colour("navy", "#33506f", (80, 55, 25, 20)),
    Colour("brown", "#8a5a3c", (20, 60, 72, 32)),
    # quiet tones
    Colour("mist", "#cfe4e4", (20, 3, 10, 0)),
    Colour("sand", "#efe3cf", (4, 8, 18, 0)),
    Colour("grey", "#b9b4ab", (10, 9, 14, 20)),
    Colour("pink", "#f6b7a8", (0, 34, 28, 0)),
    Colour("leaf", "#8fb573", (46, 10, 64, 2)),
    Colour("shine", "#8d97a3", (35, 22, 18, 24)),
    # people
    Colour("skin1", "#fcdcc2", (0, 16, 23, 0)),
    Colour("skin2", "#e2a878", (4, 37, 54, 4)),
    Colour("skin3", "#94603f", (18, 58, 70, 30)),
    Colour("blush", "#f2977c", (0, 50, 48, 0)),
    Colour("blush2", "#cf8457", (10, 54, 66, 8)),
    Colour("blush3", "#b0593c", (12, 70, 74, 22)),
)

PALETTE: Final[dict[str, Colour]] = {colour.name: colour for colour in _TABLE}

ACCENTS: Final = ("coral", "mustard", "teal", "navy")
"""The colours that a region may replace by its own; all others stay."""

BLUSH_OF: Final = {"skin1": "blush", "skin2": "blush2", "skin3": "blush3"}
"""The blush that goes with each skin."""


def colour(name: str) -> Colour:
    """Return the palette's colour called `name`; an unknown name lists its near matches."""
    try:
        return PALETTE[name]
    except KeyError:
        near = ", ".join(get_close_matches(name, PALETTE)) or ", ".join(PALETTE)
        raise KeyError(f"no colour {name!r} in the cartoon palette; near: {near}") from None
