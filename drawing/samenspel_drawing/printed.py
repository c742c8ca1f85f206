"""At what size each picture is printed at its smallest, and so how thin a line in it may be.

A picture is drawn once and printed on cards of five formats and on a poster; the smallest of these
rules its thinnest line. A test lays out every edition of the built-in deck in every format and
shows that nothing is printed smaller than this table says.
"""

from typing import Final

THINNEST_MM: Final = 0.20
"""Thinnest part that a press holds for certain."""

_ASIDE_MM: Final = 0.02
"""What fitting curves and rounding their corners may take off a line."""

_CARTOON_MM: Final = 38.8
_SMALLEST_MM: Final = {
    "dubbele-loyaliteit-is-realiteit": 34.8,
    "titel": 33.2,
    "poster-midden": 36.0,
    "patroon": 50.0,
    "vignet-kwartier": 16.1,
    "vignet-uur": 16.1,
    "vignet-dagdeel": 16.1,
}
PICTOGRAM_MM: Final = 26.4
"""A pictogram in full colour, where it stands for a cartoon on the smallest card."""

SMALL_PICTOGRAM_MM: Final = 3.6
"""A pictogram in one colour, in the corner of the smallest card."""


def smallest_mm(slug: str) -> float:
    """Return the smallest width in mm at which a cartoon or another picture is printed."""
    return _SMALLEST_MM.get(slug, _CARTOON_MM)


def thinnest_at(width_mm: float) -> float:
    """Return the thinnest width in canvas units that still prints on a picture this wide."""
    return (THINNEST_MM + _ASIDE_MM) / width_mm * 1000
