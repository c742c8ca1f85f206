"""Where a picture prints: all over its square, or where its mask or a stencil's pixels let it."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

import pikepdf
from PIL import Image

from samenspel.pdf.geometry import Box
from samenspel.pdf.limits import BAD, TooLargeError, content, filters
from samenspel.pdf.values import entry, numbers, whole
from samenspel.preflight.memory import Recent
from samenspel.preflight.pictures import JPEG

SQUARE: Box = (0.0, 0.0, 1.0, 1.0)
MOST_PIXELS = 30_000_000
"""Pixels of a mask that are looked at; a larger one counts as unknown."""
GRID = 32
"""Into so many parts a mask is cut each way, to find a large rectangle that prints as a whole."""
SOLID = 254
"""Of 255, from which a part of the grid prints as a whole."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Boxes in the unit square that a picture is placed by."""

    extent: Box = SQUARE
    """The box around all that prints."""
    core: Box | None = SQUARE
    """The part that surely prints; ``None`` where nobody knows."""


WHOLE, UNKNOWN = Printed(), Printed(core=None)
_KNOWN: Recent[Printed] = Recent(500)
"""By the mask's data, which many pages and files may share."""


def printed(image: pikepdf.Object) -> Printed:
    """Where an image XObject, or an inline image made one, prints."""
    if whole(image, "/ImageMask", 0):
        return _remembered(image, stencil=True)
    soft, hard = entry(image, "/SMask"), entry(image, "/Mask")
    if isinstance(soft, pikepdf.Stream):
        return _remembered(soft, stencil=False)
    if isinstance(hard, pikepdf.Stream):
        return _remembered(hard, stencil=True)
    return WHOLE if hard is None else UNKNOWN  # colours that are left out may be anywhere


def _remembered(mask: pikepdf.Object, *, stencil: bool) -> Printed:
    try:
        key = hashlib.sha256(mask.read_raw_bytes()).digest(), stencil, str(mask.get("/Decode"))
        found = _KNOWN.get(key)
        if found is None:
            found = _found(mask, stencil=stencil)
            _KNOWN.keep(key, found)
        return found
    except (*BAD, OSError, TooLargeError, Image.DecompressionBombError):
        return UNKNOWN  # what is damaged is reported by ``image-data``


def _found(mask: pikepdf.Object, *, stencil: bool) -> Printed:
    """The boxes of a mask by its pixels, of which white ones print."""
    pixels = _pixels(mask, stencil=stencil)
    if pixels is None:
        return UNKNOWN
    around = pixels.getbbox()
    if around is None:
        return UNKNOWN  # nothing prints, and what is found in it is still there
    part = pixels.crop(around)
    across, up = min(part.width, GRID), min(part.height, GRID)
    coarse = part.resize((across, up), Image.Resampling.BOX).tobytes()
    rows = [[one >= SOLID for one in coarse[n * across : (n + 1) * across]] for n in range(up)]
    core = _largest(rows)
    left, top, right, low = around
    wide, high = (right - left) / across, (low - top) / up
    return Printed(
        _turned((left, top, right, low), pixels.size),
        core and _turned(
            (left + core[0] * wide, top + core[1] * high,
             left + core[2] * wide, top + core[3] * high), pixels.size),
    )  # fmt: skip


def _turned(box: tuple[float, float, float, float], size: tuple[int, int]) -> Box:
    """A box of pixels, whose first row is the uppermost, in the unit square."""
    left, top, right, low = box
    return left / size[0], 1 - low / size[1], right / size[0], 1 - top / size[1]


def _pixels(mask: pikepdf.Object, *, stencil: bool) -> Image.Image | None:
    """A mask as a grey picture, white where it prints; ``None`` for packings that are not read."""
    size = whole(mask, "/Width", 0), whole(mask, "/Height", 0)
    bits = 1 if stencil else whole(mask, "/BitsPerComponent", 8)
    names = filters(mask)
    if size[0] * size[1] > MOST_PIXELS or min(size) < 1 or bits not in (1, 8):
        return None
    if names and names[-1] in JPEG:
        if len(names) > 1:
            return None
        found = Image.open(io.BytesIO(mask.read_raw_bytes())).convert("L")
    else:
        found = Image.frombytes("1" if bits == 1 else "L", size, content(mask)).convert("L")
    turned = numbers(entry(mask, "/Decode"))[:1] == [1.0]
    return found.point(lambda one: 255 - one) if turned != stencil else found


def _largest(rows: list[list[bool]]) -> tuple[int, int, int, int] | None:
    """The largest rectangle of a grid in which all is true: left, top, right, below."""
    best, found = 0, None
    heights = [0] * len(rows[0])
    for n, row in enumerate(rows):
        heights = [height + 1 if one else 0 for height, one in zip(heights, row, strict=True)]
        for left in range(len(row)):
            least = heights[left]
            for right in range(left, len(row)):
                least = min(least, heights[right])
                if least == 0:
                    break
                if (right - left + 1) * least > best:
                    best = (right - left + 1) * least
                    found = left, n + 1 - least, right + 1, n + 1
    return found
