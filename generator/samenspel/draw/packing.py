"""CMYK bitmaps as art: deflated, or as JPEGs whose samples are inks as they are."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from typing import Any

from samenspel.draw.jpeg import without_adobe
from samenspel.model.art import PictureArt
from samenspel.model.frame import Box

JPEG_QUALITY = 95
"""For photographs: no visible loss, a tenth of the lossless size."""

LEVEL = 6
_ROWS = 512

LOOK, STEP, GREY_STEP = 160, 32, 8
"""Pixels on a side, and steps of tint, at which colours are counted; finer on a single plate."""

HANDFUL, MOSTLY = 6, 0.9
"""So many colours cover this share of a drawing."""

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
    few = has_few_colours(cmyk)
    if lossy and alpha is None and cover is None:
        jpeg = jpeg_of(cmyk)
        return PictureArt(
            name, width, height, jpeg, "DCTDecode", False, tuple(notes), few_colours=few
        )
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
        few_colours=few,
        seen=_seen(alpha),
        cover=None if cover is None else zlib.compress(cover.convert("1").tobytes(), LEVEL),
    )


def _seen(alpha: Any) -> Box | None:
    """What is not wholly clear of a picture; None for all of it."""
    if alpha is None:
        return None
    left, top, right, bottom = alpha.getbbox() or (0, 0, *alpha.size)
    return Box(*map(float, (left, top, right - left, bottom - top)))


def has_few_colours(picture: Any) -> bool:
    """Whether a bitmap is a drawing or a code: a handful of colours cover nearly all of it, but for
    the smooth edges between them and what a JPEG makes of them.
    """
    from PIL import Image

    small = picture.resize((LOOK, LOOK), Image.Resampling.NEAREST)
    bands = small.split()
    varying = sum(low < high for low, high in (band.getextrema() for band in bands))
    step = STEP if varying > 1 else GREY_STEP
    coarse = small.point([level // step * step for level in range(256)] * len(bands))
    counts = sorted((count for count, _ in coarse.getcolors(LOOK * LOOK) or []), reverse=True)
    return bool(sum(counts[:HANDFUL]) >= MOSTLY * LOOK * LOOK)


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
    this asks for as a negative, so they are inverted before, and the marker goes. ``cmyk`` is used
    up: it is inverted where it is.
    """
    from PIL import ImageChops

    for top in range(0, cmyk.height, _ROWS):
        box = 0, top, cmyk.width, min(top + _ROWS, cmyk.height)
        cmyk.paste(ImageChops.invert(cmyk.crop(box)), box)
    packed = io.BytesIO()
    cmyk.save(packed, "JPEG", quality=quality, subsampling=0, icc_profile=None)
    return without_adobe(packed.getvalue())
