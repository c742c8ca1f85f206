"""Pairs in reading order: each sheet from left to right and from top to bottom, then the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

Matrix = tuple[tuple[int | None, ...], ...]
"""Pair numbers in rows and columns as seen on a sheet's front; ``None`` is an empty place."""


def reading_order(
    pairs: int, columns: int, rows: int, filler: Sequence[int] = ()
) -> tuple[Matrix, ...]:
    """One matrix a sheet: pairs 0 … ``pairs - 1`` once each, the last sheet filled from ``filler``.

    ``filler`` is taken cyclically from its beginning; without it the last places stay empty.
    """
    places = columns * rows
    missing = -pairs % places
    rest: list[int | None] = list(islice(cycle(filler), missing)) if filler else [None] * missing
    order: list[int | None] = [*range(pairs), *rest]
    return tuple(
        tuple(tuple(order[at : at + columns]) for at in range(start, start + places, columns))
        for start in range(0, len(order), places)
    )
