"""Entries of PDF dictionaries with the types that callers expect."""

from __future__ import annotations

import pikepdf

from samenspel.pdf.geometry import IDENTITY, Box, Matrix

Resources = pikepdf.Object | None
"""A resource dictionary, where there is one."""

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
    """A number; null is none (7.3.9)."""
    found = entry(holder, key)
    return float(found) if found is not None else default


def whole(holder: pikepdf.Object, key: str, default: int) -> int:
    """A whole number; a boolean counts as 0 or 1."""
    found = entry(holder, key)
    return int(found) if found is not None else default


def matrix(holder: pikepdf.Object, key: str) -> Matrix:
    """Six numbers, or the identity."""
    found = numbers(entry(holder, key))
    if len(found) != 6:
        return IDENTITY
    a, b, c, d, e, f = found
    return a, b, c, d, e, f


def box(holder: pikepdf.Object, key: str) -> Box | None:
    """A rectangle with its corners in order."""
    found = entry(holder, key)
    return rectangle(found) if found is not None else None


def rectangle(value: pikepdf.Object) -> Box | None:
    """Four numbers as a rectangle with its corners in order, or ``None``."""
    if not isinstance(value, pikepdf.Array) or len(value) != 4:
        return None
    x0, y0, x1, y1 = numbers(value)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def kind(holder: pikepdf.Object, key: str = "/Subtype") -> str:
    """A name without its slash, or an empty text."""
    found = entry(holder, key)
    return str(found)[1:] if found is not None else ""


def parts(page: pikepdf.Page) -> list[pikepdf.Object]:
    """The streams that a page's content is made of."""
    contents = entry(page.obj, "/Contents")
    if contents is None:
        return []
    found = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return [part for part in found if isinstance(part, pikepdf.Stream)]


def listed(value: object) -> list[pikepdf.Object]:
    """The members of an array without its nulls; none where there is no array.

    A null stands for a reference to an object that the file does not have (7.3.9).
    """
    if not isinstance(value, pikepdf.Array):
        return []
    return [item for item in list(value) if item is not None]


def numbers(value: object) -> list[float]:
    """The members of an array as numbers; what is none counts as 0."""
    if not isinstance(value, pikepdf.Array):
        return []
    return [number(item) for item in list(value)]


def number(value: object, default: float = 0.0) -> float:
    """A value as a number, or the default."""
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return default


def name_of(value: pikepdf.Object) -> str:
    """A name without its slash, whatever its bytes are."""
    return named(bytes(value))[1:] if isinstance(value, pikepdf.Name) else str(value)


def named(raw: bytes) -> str:
    """The bytes of a name as text. They should be UTF-8 (7.3.5); older programs write Latin 1."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
