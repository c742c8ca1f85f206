"""Units: millimetres everywhere inside, points only where a PDF or a font asks for them.

A PDF user-space unit is 1/72 inch (ISO 32000-1, 8.3.2.3); an inch is 25.4 mm.
"""

from __future__ import annotations

from typing import NamedTuple

MM_PER_INCH = 25.4
POINTS_PER_MM = 72.0 / 25.4
MM_PER_POINT = 25.4 / 72.0
LEVELS_PER_PERCENT = 2.55
"""8-bit samples a percent of tint: 255 is a solid."""
ROUNDING = 1e-6
"""Millimetres, points or lines: the same sum of floats, taken another way, is no further off."""


class Point(NamedTuple):
    """A place. Its unit, and the corner that it counts from, stand where it is used."""

    x: float
    """How far to the right."""
    y: float
    """How far down, or up in a PDF's own space."""


class Size(NamedTuple):
    """A width and a height, in the unit that stands where it is used."""

    width: float
    """From left to right."""
    height: float
    """From top to bottom."""


def to_points(mm: float) -> float:
    """Millimetres to PDF points."""
    return mm * POINTS_PER_MM


def to_mm(points: float) -> float:
    """PDF points to millimetres."""
    return points * MM_PER_POINT


def number(value: float, digits: int = 4) -> str:
    """A number as PDF operators and golden texts want it: fixed point, no exponent, no ``-0``."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
