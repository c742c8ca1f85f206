"""CMYK bitmaps after conversion: white kept white, and no more ink than the press takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

HINT = 2
"""8-bit tints up to this (0.8 %) in all inks are paper: no press promises dots so small, and where
one does print them, the edge of a picture with an almost white ground shows.
"""

AT_ONCE = 4_000_000
"""Pixels of a bitmap that are converted at a time."""

STRIP = 256
"""Rows of a bitmap that are limited at a time."""


def paper_kept(image: Image) -> Image:
    """A CMYK bitmap whose hints of ink (``HINT``) are paper."""
    from PIL import ImageChops

    cyan, magenta, yellow, black = image.split()
    most = ImageChops.lighter(ImageChops.lighter(cyan, magenta), ImageChops.lighter(yellow, black))
    image.paste((0, 0, 0, 0), mask=most.point([255] * (HINT + 1) + [0] * (255 - HINT)))
    return image


def in_strips(image: Image, convert: Callable[[Image], Image]) -> Image:
    """A bitmap converted some rows at a time, so that no third one of its size is ever held."""
    from PIL import Image as Pillow

    rows = max(1, AT_ONCE // image.width)
    if image.height <= rows:
        return convert(image)
    made: Image | None = None
    for top in range(0, image.height, rows):
        strip = convert(image.crop((0, top, image.width, min(top + rows, image.height))))
        made = Pillow.new(strip.mode, image.size) if made is None else made
        made.paste(strip, (0, top))
    assert made is not None
    return made


def limited(image: Image, limit: float) -> Image:
    """A CMYK bitmap with at most ``limit`` percent of ink: black stays, the colours give way alike.

    In strips, so that a large picture costs no more memory than a small one.
    """
    image = paper_kept(image)
    for top in range(0, image.height, STRIP):
        box = (0, top, image.width, min(top + STRIP, image.height))
        image.paste(_limited(image.crop(box), limit * 255 / 100), box)
    return image


def _limited(strip: Image, most: float) -> Image:
    """``most`` is the limit on the sum of the four 8-bit tints."""
    from PIL import Image as Pillow
    from PIL import ImageMath

    black = strip.getchannel("K")
    bands = {name: band.convert("I") for name, band in zip("cmyk", strip.split(), strict=True)}

    def spared(name: str) -> Image:
        def formula(given: dict[str, Any]) -> Any:
            room = given["max"](most - given["k"], 0.0)
            asked = given["max"](given["c"] + given["m"] + given["y"], 1)
            return given["min"](given[name], room * given[name] / asked)

        spare: Image = ImageMath.lambda_eval(formula, **bands)
        return spare.convert("L")

    return Pillow.merge("CMYK", (*(spared(name) for name in "cmy"), black))
