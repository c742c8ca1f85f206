"""Photographs with no more pixels than their largest print in a file needs."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache

from samenspel.draw.packing import jpeg_of
from samenspel.model.art import PictureArt
from samenspel.units import MM_PER_INCH

PPI = 300
"""Pixels an inch that a photograph keeps: twice what it must have to be printed at all."""

WORTHWHILE = 1.2
"""A photograph is sampled down when it has more than this many times the pixels it needs."""

JPEG_QUALITY = 85
"""Of photographs that were sampled down: every pixel of them is finer than a screen's dots."""


@lru_cache(maxsize=16)
def sampled(art: PictureArt, scale: float) -> PictureArt:
    """A photograph as it is printed at most ``scale`` mm a pixel; others stay as they are."""
    from PIL import Image, ImageChops

    wanted = art.width * scale / MM_PER_INCH * PPI
    if art.encoding != "DCTDecode" or art.width <= wanted * WORTHWHILE:
        return art
    size = max(1, round(wanted)), max(1, round(art.height * wanted / art.width))
    image: Image.Image = Image.open(io.BytesIO(art.data), formats=("JPEG",))
    image.draft(None, size)
    # Pillow takes every CMYK JPEG as inverted
    inks = image if art.inverted else ImageChops.invert(image)
    small = inks.resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    return replace(
        art, width=size[0], height=size[1], data=jpeg_of(small, JPEG_QUALITY), inverted=False
    )
