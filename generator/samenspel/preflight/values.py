"""Entries of PDF dictionaries with the types that callers expect."""

from __future__ import annotations

import pikepdf

from samenspel.preflight.geometry import IDENTITY, Box, Matrix

Resources = pikepdf.Object | None


def entry(holder: pikepdf.Object | None, key: str) -> pikepdf.Object | None:
    """What the dictionary (or stream) has under ``key``, or ``None``."""
    return holder[key] if holder is not None and key in holder else None


def real(holder: pikepdf.Object, key: str, default: float) -> float:
    """A number."""
    return float(holder[key]) if key in holder else default


def whole(holder: pikepdf.Object, key: str, default: int) -> int:
    """A whole number; a boolean counts as 0 or 1."""
    return int(holder[key]) if key in holder else default


def matrix(holder: pikepdf.Object, key: str) -> Matrix:
    """Six numbers, or the identity."""
    if key not in holder:
        return IDENTITY
    a, b, c, d, e, f = (float(value) for value in list(holder[key]))
    return a, b, c, d, e, f


def box(holder: pikepdf.Object, key: str) -> Box | None:
    """A rectangle with its corners in order."""
    if key not in holder:
        return None
    values = [float(value) for value in list(holder[key])]
    if len(values) != 4:
        return None
    x0, y0, x1, y1 = values
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def kind(holder: pikepdf.Object, key: str = "/Subtype") -> str:
    """A name without its slash, or an empty text."""
    return str(holder[key])[1:] if key in holder else ""
