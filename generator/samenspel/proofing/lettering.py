"""Lettering and picture files, for all pictures that are made to be looked at."""

from __future__ import annotations

import io

from PIL import Image, ImageFont

from samenspel.builtin import builtin_deck

BOLD = "BricolageGrotesque-Bold.ttf"
REGULAR = "AtkinsonHyperlegibleNext-Regular.ttf"


def font(name: str, size: float) -> ImageFont.FreeTypeFont:
    """One of the built-in deck's fonts at a size in pixels."""
    return ImageFont.truetype(builtin_deck() / "assets" / "fonts" / name, max(round(size), 1))


def in_our_letters(text: str) -> bool:
    """True for a text that the built-in deck's fonts can show: Latin, and ordinary marks."""
    return all(ord(char) < 0x250 or 0x2000 <= ord(char) < 0x2070 for char in text)


def jpeg(picture: Image.Image, dpi: float) -> bytes:
    """The picture as a JPEG file: a tenth of the time of a PNG, and as good to the eye."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=92, subsampling=0, dpi=(round(dpi), round(dpi)))
    return out.getvalue()


def png(picture: Image.Image, dpi: float) -> bytes:
    """The picture as a PNG file that knows its size on paper."""
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()
