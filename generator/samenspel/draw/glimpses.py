"""What is seen of a picture in a part of it: the lightest and the darkest that a reader meets."""

from __future__ import annotations

import io
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from samenspel.draw.veils import Veils, seen_through
from samenspel.model.art import PictureArt
from samenspel.model.ink import Ink

if TYPE_CHECKING:
    from PIL.Image import Image

Area = tuple[float, float, float, float]
"""Left, top, right and bottom, as shares of a picture's width and height."""

LOOKED_AT = 1024
"""A photograph is looked at with about so many pixels on its longest side."""


def extremes(art: PictureArt, area: Area, cells: tuple[int, int], veils: Veils) -> tuple[Ink, Ink]:
    """The lightest and the darkest ink of a part of a picture, as it is seen through layers.

    The part is averaged over so many ``cells`` across and down: what is finer is not seen as a
    ground of its own.
    """
    from PIL import Image as Pillow

    image = _inks(art)
    left, top, right, bottom = area
    width, height = image.size
    box = (
        max(0.0, left * width), max(0.0, top * height),
        min(float(width), right * width), min(float(height), bottom * height),
    )  # fmt: skip
    small = image.resize(cells, Pillow.Resampling.BOX, box)
    bands = [band.tobytes() for band in small.split()]
    seen = {
        seen_through(Ink(*(level * 100 / 255 for level in levels)), veils)
        for levels in zip(*bands, strict=True)
    }
    return max(seen, key=lambda ink: ink.lightness), min(seen, key=lambda ink: ink.lightness)


@lru_cache(maxsize=8)
def _inks(art: PictureArt) -> Image:
    from PIL import Image as Pillow
    from PIL import ImageChops

    if art.encoding != "DCTDecode":
        size = art.width, art.height
        return Pillow.frombytes("CMYK", size, zlib.decompress(art.data))
    image = Pillow.open(io.BytesIO(art.data), formats=("JPEG",))
    image.draft(None, (LOOKED_AT, LOOKED_AT))
    # Pillow takes every CMYK JPEG as inverted
    return image.copy() if art.inverted else ImageChops.invert(image)
