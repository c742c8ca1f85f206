"""See-through pictures on the ground that they are printed on: nothing transparent reaches a press.

The smooth edges of what is solid mix in inks, so that a black contour stays on the black plate.
See-through areas mix as they did on the maker's screen, and then become inks.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from samenspel.draw.colour import ColourSpace
from samenspel.draw.flats import drawing
from samenspel.draw.packing import LEVEL, see_through
from samenspel.model.art import PictureArt
from samenspel.model.ink import Ink
from samenspel.units import number

if TYPE_CHECKING:
    from PIL.Image import Image


@lru_cache(maxsize=16)
def laid_on_ground(art: PictureArt, ground: Ink, colours: ColourSpace | None) -> bytes:
    """A picture's deflated CMYK samples, laid over an even ground."""
    from PIL import Image

    size = art.width, art.height
    picture = Image.frombytes("CMYK", size, zlib.decompress(art.data))
    alpha = Image.frombytes("L", size, zlib.decompress(art.alpha or b""))
    tints = tuple(round(tint * 255 / 100) for tint in (ground.c, ground.m, ground.y, ground.k))
    under = Image.new("CMYK", size, tints)
    under.paste(picture, mask=alpha)
    if colours is not None and art.screen is not None:
        screen = Image.frombytes("RGB", size, zlib.decompress(art.screen))
        _mix(under, screen, alpha, colours.on_screen(ground), colours)
    return zlib.compress(under.tobytes(), LEVEL)


def _mix(
    under: Image, screen: Image, alpha: Image, ground: tuple[int, int, int], colours: ColourSpace
) -> None:
    """Paint the see-through areas as they look on a screen with the ground's colour."""
    from PIL import Image as Pillow

    area = see_through(alpha)
    box = area.getbbox()
    if box is None:
        return
    mixed = Pillow.new("RGB", screen.size, ground)
    mixed.paste(screen, mask=alpha)
    under.paste(drawing(mixed.crop(box), colours), box, area.crop(box))


_WHITE = re.compile(rb"^0 0 0 0 ([kK])$", re.MULTILINE)


@lru_cache(maxsize=64)
def white_as(operators: bytes, ground: Ink) -> bytes:
    """A drawing's operators with all that is white in the colour of its ground."""
    tints = " ".join(number(tint / 100) for tint in (ground.c, ground.m, ground.y, ground.k))
    return _WHITE.sub(lambda found: tints.encode("ascii") + b" " + found.group(1), operators)


def at_least(ink: Ink, ground: Ink) -> Ink:
    """A colour with at least its ground's inks: white becomes the ground."""
    return Ink(*map(max, ink.tints, ground.tints))


@lru_cache(maxsize=16)
def multiplied(art: PictureArt, ground: Ink) -> PictureArt:
    """A picture that has at least its ground's inks everywhere: white in it becomes the ground."""
    from PIL import Image, ImageChops

    size = art.width, art.height
    if art.encoding == "DCTDecode":
        # Pillow takes every CMYK JPEG as inverted
        image = Image.open(io.BytesIO(art.data), formats=("JPEG",))
        inks = image.copy() if art.inverted else ImageChops.invert(image)
    else:
        inks = Image.frombytes("CMYK", size, zlib.decompress(art.data))
    tints = tuple(round(tint * 255 / 100) for tint in (ground.c, ground.m, ground.y, ground.k))
    found = ImageChops.lighter(inks, Image.new("CMYK", size, tints))
    return replace(
        art,
        data=zlib.compress(found.tobytes(), LEVEL),
        encoding="FlateDecode",
        inverted=False,
        white_is_ground=False,
    )
