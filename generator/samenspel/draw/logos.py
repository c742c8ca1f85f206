"""Logos as they come from the press: what stands out of their ground, how fine, how much ink.

The logo is drawn on its ground at its printed size and taken apart in plates, so that drawings and
bitmaps, what covers what and see-through parts are all judged as they print.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from samenspel.draw.art import is_pdf
from samenspel.draw.colour import ColourSpace
from samenspel.draw.headers import BROKEN, kind_of, open_picture, quiet
from samenspel.draw.tones import RGB, parse_hex
from samenspel.model.art import Art
from samenspel.model.frame import Box, Frame, Placement, Shape
from samenspel.model.ink import Ink
from samenspel.model.paths import rectangle
from samenspel.units import LEVELS_PER_PERCENT, MM_PER_INCH

if TYPE_CHECKING:
    from PIL.Image import Image

HAIRLINE = 0.0882
"""0.25 points in mm: thinner lines in more than one ink break up (Ghent Workgroup 2022, R0019)."""
LEAST_SHARE = 0.02
"""A colour on less than this share of a logo does not make it readable."""
LEAST_GROUND = 5.0
"""Percent of ink from which a ground is seen beside bare paper."""
NEAR_GROUND = 13
"""A colour whose samples differ by less from the ground's is the ground (5 %)."""
DRAWN_FROM = 24
"""A pixel is part of the drawing when its 8-bit L* differs by more from the ground's."""
NO_INK = 6
"""8-bit tints up to this are paper, as JPEGs have it."""
MOSTLY_WHITE = 0.6
"""The share of a logo's rim that is paper in a logo with a white ground of its own."""
DPI = 200.0
_HEX = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")


@dataclass(frozen=True, slots=True)
class LogoLook:
    """A logo on its ground."""

    contrast: float
    """That of the two colours that differ most (WCAG 2.2), the ground being one."""
    ink: Ink | None
    """What it is mostly printed in; ``None`` without any colour that stands out."""
    most_ink: float
    """The highest coverage in percent."""
    white_box: bool = False
    """Whether it brings a white ground of its own, which shows on a coloured one."""


def packed_look(look: LogoLook) -> bytes:
    """A look as an entry of the store."""
    return json.dumps(asdict(look)).encode()


def unpacked_look(entry: bytes) -> LogoLook:
    """The look that was packed."""
    said = json.loads(entry)
    return LogoLook(**{**said, "ink": said["ink"] and Ink(**said["ink"])})


def logo_look(art: Art, ground: Ink, width: float, colours: ColourSpace) -> LogoLook:
    """How ``art`` looks on ``ground``, ``width`` mm wide."""
    picture = _printed(art, ground, width, DPI, colours)
    light = colours.lab_picture(picture).getchannel("L").histogram()
    own = round(colours.labs([ground])[0][0] * LEVELS_PER_PERCENT)
    low, high = _quantile(light), 255 - _quantile(light[::-1])
    dark, bright = (_luminance(level) for level in (min(low, own), max(high, own)))
    found = picture.getcolors(picture.width * picture.height) or []
    solid = max((one for one in found if not _near(one[1], ground)), default=None)
    return LogoLook(
        contrast=(bright + 0.05) / (dark + 0.05),
        ink=Ink(*(round(byte / LEVELS_PER_PERCENT) for byte in solid[1])) if solid else None,  # type: ignore[union-attr]
        most_ink=max((sum(colour) for _, colour in found if isinstance(colour, tuple)), default=0)
        / LEVELS_PER_PERCENT,
        white_box=_has_white_box(picture, ground),
    )


def _has_white_box(picture: Image, ground: Ink) -> bool:
    """Whether the rim of a logo, but for its corners, is mostly paper on a ground that is not."""
    if ground.total < LEAST_GROUND:
        return False
    width, height = picture.size
    rim = max(1, min(width, height) // 50)
    corner = min(width, height) // 4
    sides = (
        (corner, 0, width - corner, rim), (corner, height - rim, width - corner, height),
        (0, corner, rim, height - corner), (width - rim, corner, width, height - corner),
    )  # fmt: skip
    white = total = 0
    for side in sides:
        for count, colour in picture.crop(side).getcolors(width * height) or []:
            total += count
            white += count * (isinstance(colour, tuple) and max(colour) <= NO_INK)
    return white > MOSTLY_WHITE * total


def thin_share(art: Art, ground: Ink, width: float, colours: ColourSpace) -> float:
    """Which share of a logo, ``width`` mm wide, is in parts thinner than a quarter of a point."""
    from PIL import ImageChops, ImageFilter

    printed = _printed(art, ground, width, 3 * MM_PER_INCH / HAIRLINE, colours)
    light = colours.lab_picture(printed).getchannel("L")
    own = round(colours.labs([ground])[0][0] * LEVELS_PER_PERCENT)
    drawn = light.point([255 if abs(level - own) > DRAWN_FROM else 0 for level in range(256)])
    kept = drawn.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.MaxFilter(3))
    total = drawn.histogram()[255]
    return ImageChops.subtract(drawn, kept).histogram()[255] / total if total else 0.0


def screen_colours(data: bytes, most: int = 6) -> list[RGB]:
    """The RGB colours of a picture or drawing that cover most; none for a CMYK or grey picture,
    nor for a PDF."""
    if is_pdf(data):
        return []
    if not kind_of(data):
        text = data.decode("utf-8", "replace")
        return list(dict.fromkeys(parse_hex(found) for found in _HEX.findall(text)))
    try:
        from PIL.Image import Resampling

        with quiet():
            picture: Image = open_picture(data)
            if picture.mode not in ("RGB", "RGBA", "P", "PA"):
                return []
            width, height = min(picture.width, 200), min(picture.height, 200)
            small = picture.convert("RGBA").resize((width, height), Resampling.NEAREST)
    except BROKEN:
        return []
    seen = [
        (count, colour[:3])
        for count, colour in small.getcolors(200 * 200) or []
        if isinstance(colour, tuple) and colour[3] > 127
    ]
    total = sum(count for count, _ in seen)
    main = sorted(((n, c) for n, c in seen if n > LEAST_SHARE * total), reverse=True)
    return [(r, g, b) for _, (r, g, b) in main[:most]]


def _printed(art: Art, ground: Ink, width: float, dpi: float, colours: ColourSpace) -> Image:
    """The logo on its ground as a CMYK bitmap."""
    from PIL import Image

    from samenspel.draw.pdf import write
    from samenspel.separations import PROCESS, plates

    box = Box(0, 0, width, width * art.height / art.width)
    items = (Shape(rectangle(box), fill=ground), Placement("logo", box, ground=ground))
    frame = Frame("logo", box.width, box.height, 0, 0, items)
    page = write([frame], fonts={}, arts={"logo": replace(art, name="logo")}, colours=colours)
    found = plates(page.pdf(), 1, dpi=dpi)
    return Image.merge("CMYK", [found[ink].tints for ink in PROCESS])


def _quantile(histogram: list[int]) -> int:
    """The first level under which ``LEAST_SHARE`` of the pixels lie."""
    wanted, so_far = LEAST_SHARE * sum(histogram), 0
    for level, count in enumerate(histogram):
        so_far += count
        if so_far >= wanted:
            return level
    return 255


def _luminance(level: int) -> float:
    """Relative luminance of an 8-bit L*."""
    light = level / LEVELS_PER_PERCENT
    return float(((light + 16) / 116) ** 3) if light > 8 else light * 27 / 24389


def _near(colour: object, ground: Ink) -> bool:
    parts = (ground.c, ground.m, ground.y, ground.k)
    return isinstance(colour, tuple) and all(
        abs(byte - tint * LEVELS_PER_PERCENT) < NEAR_GROUND
        for byte, tint in zip(colour, parts, strict=True)
    )
