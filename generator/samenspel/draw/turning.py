"""Pictures that lie on their side until they are turned as their EXIF says."""

from __future__ import annotations

import re
from typing import Any

from samenspel.draw.bands.png import chunks
from samenspel.draw.headers import kind_of, open_picture
from samenspel.draw.pixels import keep_profile

_ORIENTATION = 0x0112
_IN_XMP = re.compile(rb"tiff:Orientation(?:=\"|>)([1-8])")


def upright(pixels: Any, data: bytes) -> Any:
    """The picture turned as its EXIF orientation says."""
    from PIL import ImageOps

    turn = orientation(data)
    if turn == 1:
        return pixels
    from PIL.Image import Exif

    exif = Exif()
    exif[_ORIENTATION] = turn
    pixels.info["exif"] = exif.tobytes()
    return keep_profile(pixels, ImageOps.exif_transpose(pixels))


def orientation(data: bytes) -> int:
    """How a picture is to be turned, as EXIF numbers it; 1 for not at all."""
    try:
        return int(_exif(data).get(_ORIENTATION, 1))
    except Exception:  # broken EXIF: Pillow raises many things here, and none matters
        return 1


def _exif(data: bytes) -> Any:
    """A picture's EXIF; that of a PNG from its chunk, as Pillow would decode all of the picture."""
    if kind_of(data) != "png":
        return open_picture(data).getexif()
    from PIL.Image import Exif

    found = Exif()
    for name, start, end in chunks(data):
        if name == b"eXIf":
            found.load(b"Exif\0\0" + data[start:end])
        said = _IN_XMP.search(data, start, end) if name == b"iTXt" else None
        if said and _ORIENTATION not in found:
            found[_ORIENTATION] = int(said[1])
    return found
