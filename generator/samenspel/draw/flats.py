"""Bitmaps of drawings as CMYK: even areas in the same inks as on the road by vectors.

Colours that a drawing holds as such (its flats) become exactly what ``ColourSpace.ink`` makes of
them: the palette's own builds, greys and near-blacks on the black plate alone. So do the steps
between a near-black and white, by which its edges are smooth.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from samenspel.draw.colour import ColourSpace
from samenspel.draw.tones import GREY_SLACK, NEAR_BLACK, RGB
from samenspel.units import LEVELS_PER_PERCENT

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_FLATS = 32
"""Even colours that are looked for in a bitmap, the palette's and those of the drawing first."""

MAX_COMMON = 12
LEAST_FLAT = 0.005
"""Of the colours in a bitmap so many at most are even areas, each on at least this share of it."""


def drawing(rgb: Image, colours: ColourSpace, flats: Iterable[RGB] = ()) -> Image:
    """A drawing's bitmap as CMYK. ``flats`` are the even colours that are known to be in it."""
    cmyk = colours.picture(rgb)
    cmyk.paste(colours.grey_picture(rgb.convert("L")), mask=neutral(rgb, soft=True))
    found = dict.fromkeys([*colours.named, *flats, *common_colours(rgb)])
    for flat in list(found)[:MAX_FLATS]:
        mask = _equal(rgb, flat)
        if mask is not None:
            ink = colours.ink(flat)
            tints = tuple(round(tint * LEVELS_PER_PERCENT) for tint in (ink.c, ink.m, ink.y, ink.k))
            cmyk.paste(tints, (0, 0, *rgb.size), mask)
    return cmyk


def common_colours(rgb: Image, most: int = 1024) -> list[RGB]:
    """The colours that a bitmap of few colours holds, the commonest first."""
    found = rgb.getcolors(most) or []
    least = LEAST_FLAT * rgb.width * rgb.height
    ranked = sorted(((n, c) for n, c in found if n >= least), key=lambda one: (-one[0], one[1]))
    return [colour for _, colour in ranked[:MAX_COMMON] if isinstance(colour, tuple)]  # type: ignore[misc]


def neutral(rgb: Image, *, soft: bool = False) -> Image:
    """A mask that is 255 where red, green and blue are equal.

    When ``soft`` they may differ as much as the steps from a near-black to white do.
    """
    from PIL import ImageChops

    red, green, blue = rgb.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    spread = ImageChops.subtract(most, least)
    if not soft:
        return spread.point([255] + [0] * 255)
    slack = most.point([round(slack_at(level)) for level in range(256)])
    return ImageChops.subtract(spread, slack).point([255] + [0] * 255)


def slack_at(level: int) -> float:
    """How far channels may differ when the lightest is at ``level``."""
    if level <= NEAR_BLACK.level:
        return NEAR_BLACK.spread
    share = (255 - level) / (255 - NEAR_BLACK.level)
    return GREY_SLACK * (level < 253) + (NEAR_BLACK.spread - GREY_SLACK) * share


def _equal(rgb: Image, colour: RGB) -> Image | None:
    """A mask of the pixels of exactly this colour; None when there are none."""
    from PIL import ImageChops

    mask: Image | None = None
    for band, level in zip(rgb.split(), colour, strict=True):
        table = [0] * 256
        table[level] = 255
        own = band.point(table)
        if own.getextrema()[1] == 0:
            return None
        mask = own if mask is None else ImageChops.multiply(mask, own)
    return mask if mask is not None and mask.getextrema()[1] else None
