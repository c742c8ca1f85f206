"""Art seen through a layer of ink: every colour of it mixed with the layer's, tint by tint.

That is what a press prints of a layer with that opacity, without anything transparent in the file.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import replace
from functools import lru_cache

from samenspel.draw.packing import LEVEL, jpeg_of
from samenspel.model.art import PictureArt
from samenspel.model.ink import Ink
from samenspel.units import number

Veils = tuple[tuple[Ink, float], ...]
"""Layers, the lowest first: each an ink, and how much of what is seen is the layer's (0 to 1)."""

_COLOUR = re.compile(rb"^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) ([kK])$", re.MULTILINE)


def seen_through(ink: Ink, veils: Veils) -> Ink:
    """A colour below layers."""
    for layer, share in veils:
        ink = ink.through(layer, share)
    return ink


@lru_cache(maxsize=64)
def veiled_operators(operators: bytes, veils: Veils) -> bytes:
    """A drawing's operators with every colour mixed with those of the layers."""

    def mixed(found: re.Match[bytes]) -> bytes:
        own = (min(100.0, float(one) * 100) for one in found.groups()[:4])
        tints = " ".join(number(tint / 100) for tint in seen_through(Ink(*own), veils).tints)
        return tints.encode("ascii") + b" " + found[5]

    return _COLOUR.sub(mixed, operators)


@lru_cache(maxsize=16)
def veiled_picture(art: PictureArt, veils: Veils) -> PictureArt:
    """A picture without see-through parts, with every pixel mixed with the colours of the layers.

    A photograph that came as a JPEG goes on as one.
    """
    from PIL import Image, ImageChops

    lossy = art.encoding == "DCTDecode"
    if lossy:
        # Pillow takes every CMYK JPEG as inverted
        image = Image.open(io.BytesIO(art.data), formats=("JPEG",))
        inks = image.copy() if art.inverted else ImageChops.invert(image)
    else:
        inks = Image.frombytes("CMYK", (art.width, art.height), zlib.decompress(art.data))
    mixed = inks.point([level for plate in range(4) for level in _levels(plate, veils)])
    data = jpeg_of(mixed) if lossy else zlib.compress(mixed.tobytes(), LEVEL)
    return replace(art, data=data, inverted=False, white_is_ground=False)


def _levels(plate: int, veils: Veils) -> list[int]:
    """What each of the 256 levels of a plate becomes below layers."""
    levels = [float(level) for level in range(256)]
    for layer, share in veils:
        over = layer.tints[plate] * 255 / 100
        levels = [level + (over - level) * share for level in levels]
    return [round(level) for level in levels]
