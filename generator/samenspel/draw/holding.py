"""How much memory a picture takes that can only be read as a whole, and how large it may be then.

What can be read some rows at a time (:mod:`.bands`) is never held, whatever its size.
"""

from __future__ import annotations

from typing import Any

from samenspel.draw.headers import MAX_PIXELS, kind_of, open_picture
from samenspel.draw.jpeg import JpegHeader

MAX_HELD = 256_000_000
"""Bytes of pixels that are held at once, with the reader's own copy of them."""

MAX_COEFFICIENTS = 240_000_000
"""Bytes that a progressive JPEG may hold before its first pixel is known."""

_AT_ONCE = 320_000_000
"""Bytes of a progressive JPEG and of the picture that is made of it."""

_MANY = 50_000_000
"""A JPEG of more pixels than this is decoded at half its size."""

_WIDE = 4
"""Bytes that Pillow takes for a pixel of several channels."""


def most_pixels(data: bytes, header: JpegHeader | None, *, in_bands: bool) -> int:
    """The most pixels that a picture of this kind may have. Raises what Pillow's readers raise."""
    if header is not None:
        a_pixel = header.held / max(1, header.pixels)
        return MAX_PIXELS if not a_pixel else min(MAX_PIXELS, int(MAX_COEFFICIENTS / a_pixel))
    if in_bands:
        return MAX_PIXELS
    return min(MAX_PIXELS, MAX_HELD // _bytes_a_pixel(open_picture(data), kind_of(data)))


def _bytes_a_pixel(image: Any, kind: str) -> int:
    """In Pillow's picture and in what is unpacked before it: of a PNG little, as it comes by rows,
    of others all.
    """
    channels = len(image.getbands())
    depth = 2 if image.mode.startswith("I") else 1
    held = _WIDE if channels > 1 else depth
    if kind == "png":
        return held + (held > 1)
    bits: tuple[int, ...] = getattr(image, "tag_v2", {}).get(258, (8,))
    return held + max(channels, sum(bits) // 8)


def halved(header: JpegHeader) -> bool:
    """Whether a JPEG is decoded at half its width and height, of which a poster has enough."""
    return header.pixels > _MANY or bool(
        header.held and header.held + _WIDE * header.pixels > _AT_ONCE
    )
