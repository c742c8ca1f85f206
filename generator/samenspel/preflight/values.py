"""Entries of PDF dictionaries with the types that callers expect."""

from __future__ import annotations

import pikepdf

from samenspel.preflight.geometry import IDENTITY, Box, Matrix

Resources = pikepdf.Object | None

MAX_HEIGHT = 50
"""Nodes above a page; a tree that is higher, or leads back to itself, is not climbed on."""


def entry(holder: pikepdf.Object | None, key: str) -> pikepdf.Object | None:
    """What the dictionary (or stream) has under ``key``, or ``None``."""
    return holder[key] if holder is not None and key in holder else None


def inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """What a page has under ``key``, or else a node above it in the page tree (7.7.3.4)."""
    node: pikepdf.Object | None = page
    for _ in range(MAX_HEIGHT):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = entry(node, "/Parent")
    return None


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
    """A rectangle with its corners in order; ``None`` where there is none, or no rectangle."""
    return rectangle(entry(holder, key))


def rectangle(found: pikepdf.Object | None) -> Box | None:
    """An array of four numbers with its corners in order."""
    if not isinstance(found, pikepdf.Array) or len(found) != 4:
        return None
    try:
        values = [float(value) for value in list(found)]
    except (TypeError, ValueError):
        return None
    x0, y0, x1, y1 = values
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def kind(holder: pikepdf.Object, key: str = "/Subtype") -> str:
    """A name without its slash, or an empty text."""
    return str(holder[key])[1:] if key in holder else ""
