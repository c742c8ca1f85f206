"""CMYK bitmaps as art: deflated, or as JPEGs whose samples are inks as they are."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from typing import Any

from samenspel.draw.jpeg import without_adobe
from samenspel.model.art import PictureArt

JPEG_QUALITY = 95
"""For photographs: no visible loss, a tenth of the lossless size."""

LEVEL = 6

EVEN = 64
"""Where alpha changes by less than this to the next pixel, it is a see-through area and not the
smooth edge of something solid.
"""


def packed_art(
    name: str,
    cmyk: Any,
    notes: Sequence[str] = (),
    *,
    alpha: Any = None,
    screen: Any = None,
    cover: Any = None,
    lossy: bool = False,
) -> PictureArt:
    """A bitmap as art.

    ``alpha`` says how solid it is, ``screen`` holds its RGB, by which see-through areas mix with
    their ground; ``cover`` (255 or 0) where it is printed at all.
    """
    width, height = cmyk.size
    if lossy and alpha is None and cover is None:
        return PictureArt(name, width, height, jpeg_of(cmyk), "DCTDecode", False, tuple(notes))
    mixes = alpha is not None and screen is not None and see_through(alpha).getextrema()[1] > 0
    return PictureArt(
        name,
        width,
        height,
        zlib.compress(cmyk.tobytes(), LEVEL),
        "FlateDecode",
        False,
        tuple(notes),
        alpha=None if alpha is None else zlib.compress(alpha.tobytes(), LEVEL),
        screen=zlib.compress(screen.tobytes(), LEVEL) if mixes else None,
        cover=None if cover is None else zlib.compress(cover.convert("1").tobytes(), LEVEL),
    )


def see_through(alpha: Any) -> Any:
    """A mask that is 255 in areas that are see-through, and 0 at the edges of what is solid."""
    from PIL import ImageChops, ImageFilter

    between = alpha.point([0, *[255] * 254, 0])
    if between.getextrema()[1] == 0:
        return between
    steps = ImageChops.subtract(
        alpha.filter(ImageFilter.MaxFilter(3)), alpha.filter(ImageFilter.MinFilter(3))
    )
    return ImageChops.multiply(between, steps.point([255] * EVEN + [0] * (256 - EVEN)))


def jpeg_of(cmyk: Any, quality: int = JPEG_QUALITY) -> bytes:
    """A CMYK bitmap as a JPEG whose samples are inks as they are.

    Pillow stores them inverted under Adobe's marker. Some programs show the ``Decode`` array that
    this asks for as a negative, so they are inverted before, and the marker goes.
    """
    from PIL import ImageChops

    packed = io.BytesIO()
    ImageChops.invert(cmyk).save(packed, "JPEG", quality=quality, subsampling=0, icc_profile=None)
    return without_adobe(packed.getvalue())
