"""Greys of the screen: how light they look, and which colours mean black."""

from __future__ import annotations

from typing import Any, NamedTuple

from samenspel.model.ink import Ink
from samenspel.units import LEVELS_PER_PERCENT

RGB = tuple[int, int, int]
"""8-bit sRGB."""

GREY_SLACK = 2
"""Channels that differ no more than this from each other count as a neutral grey."""


class NearBlack(NamedTuple):
    """The lightest channel of a colour that means black, and how far its channels may differ."""

    level: int
    spread: int


NEAR_BLACK = NearBlack(64, 12)
"""What drawing programs write for black ink: #231f20 (Illustrator), #1f1a17, #2b2a29 and #373435
(CorelDRAW) among them. Four inks of it would make 270 %, and contours that shift."""

SOLID = 56
"""Near-blacks that are no lighter than this sRGB grey are solid black: #373435 stands for K 100."""


def parse_hex(text: str) -> RGB:
    """``#rgb`` or ``#rrggbb`` as 8-bit channels; ValueError for anything else."""
    digits = text.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(char * 2 for char in digits)
    if len(digits) != 6:
        raise ValueError(f"not a hexadecimal colour: {text!r}")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def luminance(level: int) -> float:
    """Relative luminance Y of an sRGB grey (IEC 61966-2-1), 0 to 1."""
    share = level / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def grey_level(rgb: RGB) -> int:
    """The sRGB grey that looks as light as a colour with little chroma (ITU-R BT.709's weights)."""
    red, green, blue = rgb
    return round(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def lightness_of(y: float) -> float:
    """CIE L* of a relative luminance Y (CIE 15)."""
    return 116 * y ** (1 / 3) - 16 if y > 216 / 24389 else y * 24389 / 27


def from_lightness(lightness: float) -> float:
    """Relative luminance Y of a CIE L*."""
    root = (lightness + 16) / 116
    return root**3 if lightness > 8 else lightness * 27 / 24389


def srgb_of(ink: Ink, profile: Any) -> RGB:
    """The sRGB colour that an ink of a CMYK profile looks like."""
    from PIL import Image, ImageCms

    tints = tuple(round(tint * LEVELS_PER_PERCENT) for tint in (ink.c, ink.m, ink.y, ink.k))
    seen = ImageCms.profileToProfile(
        Image.new("CMYK", (1, 1), tints),
        profile,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert seen is not None
    red, green, blue = seen.tobytes()
    return red, green, blue
