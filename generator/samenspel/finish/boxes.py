"""Page boxes: paper, bleed and trim (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import pikepdf
from pikepdf import Array

from samenspel.units import to_points

LEFT_OVER = ("/ArtBox", "/CropBox", "/Trans", "/Dur", "/Thumb", "/AA", "/B", "/PieceInfo")
"""Page entries for the screen, or that PDF/X-4 and GWG want absent beside a TrimBox."""


def set_boxes(page: pikepdf.Page, trim_inset: float, bleed_inset: float) -> None:
    """Set MediaBox, BleedBox and TrimBox; the insets are mm from the MediaBox.

    Exact to 0.0001 pt. A CropBox is left out, which means the MediaBox (GWG 2022, R0003).
    """
    media = [float(value) for value in page.mediabox]
    bleed = _inset(media, to_points(bleed_inset))
    trim = _inset(media, to_points(trim_inset))
    for key in LEFT_OVER:
        if key in page.obj:
            del page.obj[key]
    page.obj.MediaBox = _rectangle(media)
    page.obj.BleedBox = _rectangle(bleed)
    page.obj.TrimBox = _rectangle(trim)


def _inset(box: list[float], by: float) -> list[float]:
    left, bottom, right, top = box
    if right - left <= 2 * by or top - bottom <= 2 * by:
        raise ValueError(f"an inset of {by:.3f} points leaves nothing of the page {box}")
    return [left + by, bottom + by, right - by, top - by]


def _rectangle(box: list[float]) -> Array:
    return Array(list(map(_written, box)))


@lru_cache(maxsize=64)
def _written(value: float) -> Decimal:
    """A length as it is written; pages of a file share most of theirs."""
    # "+ 0" turns what normalize writes as 1E+2 back into 100, which is how PDF spells numbers.
    return Decimal(f"{value:.4f}").normalize() + 0
