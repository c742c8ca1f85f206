"""Large pictures some rows at a time, so that no picture of full size is ever held.

PNG and TIFF are cut into small files of the same kind, which Pillow reads: the rows of a PNG after
they were inflated (:mod:`.png`), a TIFF by its strips or tiles (:mod:`.tiff`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samenspel.draw.bands.png import png_bands
from samenspel.draw.bands.tiff import tiff_bands
from samenspel.draw.headers import kind_of

ROWS = 128
"""Rows that are read at a time."""

Bands = Iterator[Any]


def bands_of(data: bytes) -> Bands | None:
    """A picture's bands from top to bottom; None where it can only be read as a whole.

    What reading them raises is in ``headers.BROKEN``.
    """
    kind = kind_of(data)
    if kind == "png":
        return png_bands(data, ROWS)
    return tiff_bands(data, ROWS) if kind == "tiff" else None


def regrouped(bands: Bands, step: int) -> Bands:
    """The same rows in bands whose heights are multiples of ``step``, but for the last."""
    from PIL import Image

    rest: Any = None
    for band in bands:
        whole = band
        if rest is not None:
            whole = Image.new(band.mode, (band.width, rest.height + band.height))
            whole.paste(rest, (0, 0))
            whole.paste(band, (0, rest.height))
            whole.info = band.info
        keep = whole.height // step * step
        if keep:
            ready = whole.crop((0, 0, whole.width, keep))
            ready.info = band.info
            yield ready
        rest = None
        if keep < whole.height:
            rest = whole.crop((0, keep, whole.width, whole.height))
            rest.info = band.info
    if rest is not None:
        yield rest
