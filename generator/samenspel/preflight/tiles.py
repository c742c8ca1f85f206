"""What the cells of a tiling pattern paint, taken together (ISO 32000-1, 8.7.3)."""

from __future__ import annotations

import pikepdf

from samenspel.pdf.geometry import EVERYWHERE, Box, inside, transform, upright
from samenspel.pdf.values import box, matrix, real
from samenspel.preflight.marks import Mark

ROUNDED = 0.01
"""Points by which a cell may be rounded."""


def filling(cell: tuple[Mark, ...], pattern: pikepdf.Object) -> tuple[Mark, ...]:
    """The marks of a cell; those that leave nothing free between the cells get ``EVERYWHERE`` for
    their core.
    """
    step = _step(pattern)
    if step is None:
        return cell
    return tuple(
        mark.with_core(EVERYWHERE) if mark.core and inside(step, mark.core, ROUNDED) else mark
        for mark in cell
    )


def _step(pattern: pikepdf.Object) -> Box | None:
    """What a cell must fill for its neighbours to join it; ``None`` where they lie askew."""
    bounds, placed = box(pattern, "/BBox"), matrix(pattern, "/Matrix")
    if bounds is None or not upright(placed):
        return None
    left, bottom = bounds[:2]
    right = left + abs(real(pattern, "/XStep", 0.0))
    return transform((left, bottom, right, bottom + abs(real(pattern, "/YStep", 0.0))), placed)
