"""Entries of PDF dictionaries with the types that callers expect."""

from __future__ import annotations

import pikepdf

from samenspel.pdf.geometry import IDENTITY, Box, Matrix

Resources = pikepdf.Object | None

MAX_PARENTS = 50
"""Nodes of the page tree that are climbed; a tree that leads back to itself has no end."""


def entry(holder: pikepdf.Object | None, key: str) -> pikepdf.Object | None:
    """What the dictionary (or stream) has under ``key``, or ``None``."""
    if not isinstance(holder, (pikepdf.Dictionary, pikepdf.Stream)):
        return None
    return holder.get(key)


def inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """The same for what a page takes over from the page tree (ISO 32000-1, table 30)."""
    holder: pikepdf.Object | None = page
    for _ in range(MAX_PARENTS):
        found = entry(holder, key)
        if found is not None or holder is None:
            return found
        holder = entry(holder, "/Parent")
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
    """A rectangle with its corners in order."""
    return rectangle(holder[key]) if key in holder else None


def rectangle(value: pikepdf.Object) -> Box | None:
    """Four numbers as a rectangle with its corners in order, or ``None``."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    values = [float(number) for number in list(value)]
    x0, y0, x1, y1 = values
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def kind(holder: pikepdf.Object, key: str = "/Subtype") -> str:
    """A name without its slash, or an empty text."""
    return str(holder[key])[1:] if key in holder else ""


def parts(page: pikepdf.Page) -> list[pikepdf.Object]:
    """The streams that a page's content is made of."""
    contents = entry(page.obj, "/Contents")
    if contents is None:
        return []
    found = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return [part for part in found if isinstance(part, pikepdf.Stream)]
