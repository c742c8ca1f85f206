"""Pictures as a screen shows them: sRGB, for what is mixed and rendered before it is printed."""

from __future__ import annotations

import io
from typing import Any

from samenspel.diagnostics import Location
from samenspel.draw.colour import ColourSpace
from samenspel.draw.pictures import decoded, judged


def screen_picture(data: bytes, colours: ColourSpace, location: Location) -> Any:
    """A whole picture as sRGB (L, LA, RGB or RGBA). Raises as ``prepare_picture``."""
    judged(data, location)
    pixels = decoded(data, location, [])
    alpha = pixels.getchannel("A") if pixels.mode in ("LA", "RGBA") else None
    own = pixels.info.get("icc_profile")
    colour = pixels if alpha is None else pixels.convert(pixels.mode[:-1])
    if colour.mode in ("CMYK", "LAB") or own:
        colour = _as_srgb(colour, own, colours)
    colour.info.clear()
    if alpha is not None:
        colour = colour.convert("RGB")
        colour.putalpha(alpha)
    return colour


def _as_srgb(pixels: Any, own: bytes | None, colours: ColourSpace) -> Any:
    from PIL import ImageCms

    for profile in (own, None):
        try:
            source: Any
            if profile:
                source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            elif pixels.mode == "CMYK":
                source = colours.output
            else:
                source = ImageCms.createProfile("LAB" if pixels.mode == "LAB" else "sRGB")
            return ImageCms.profileToProfile(
                pixels, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (OSError, ImageCms.PyCMSError):
            if not profile:
                return pixels.convert("RGB")
    return pixels.convert("RGB")
