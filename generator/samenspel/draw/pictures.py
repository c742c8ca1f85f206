"""Bitmaps to press art: JPEG, PNG, TIFF and AVIF as CMYK samples.

The header is judged before a pixel is decoded, and every picture is decoded once, so that half a
picture or scrambled data never reach a press. Greys print on black alone, RGB goes through the
output profile (from the picture's own profile when it has one), CMYK keeps its numbers: the samples
of a CMYK JPEG pass through as they are, without what is written beside them (EXIF, places, names).
So the blacks of a photograph are four inks, as deep as the profile makes them; those of a drawing
(few colours, such as a logo) are black alone, and stay sharp. See-through parts keep their alpha
until the ground is known.
"""

from __future__ import annotations

import io
import math
from typing import Any

from samenspel.diagnostics import Location
from samenspel.draw.bands import Bands, bands_of
from samenspel.draw.colour import ColourSpace
from samenspel.draw.flats import drawing, neutral
from samenspel.draw.headers import (
    BROKEN,
    MAX_PIXELS,
    header_size,
    kind_of,
    open_picture,
    quiet,
    whole,
)
from samenspel.draw.holding import halved, most_pixels
from samenspel.draw.jpeg import JpegHeader, damage, read_header, stripped
from samenspel.draw.packing import LOOK, has_few_colours, packed_art
from samenspel.draw.picture_mistakes import blank, too_large, unreadable
from samenspel.draw.pixels import (
    MAX_KEPT,
    STRIP,
    corrected,
    keep_profile,
    plain,
    plain_bands,
    refuse_odd,
    refuse_unknown,
    upside_down_greys,
)
from samenspel.draw.turning import orientation, upright
from samenspel.draw.wholeness import picture_damage
from samenspel.model.art import PictureArt
from samenspel.saying import say

DRAWING_COLOURS = 1024
"""A bitmap of no more colours than this is a drawing, not a photograph."""

MAX_LOSSLESS = 2_000_000
"""Pixels that a photograph keeps without any loss, when it came without."""


def prepare_picture(name: str, data: bytes, colours: ColourSpace, location: Location) -> PictureArt:
    """A JPEG, PNG, TIFF or AVIF as press art.

    Raises ContentError ``picture-unreadable``, ``picture-too-large``, ``picture-unsupported`` and
    ``art-blank``.
    """
    size, jpeg = judged(data, location)
    if jpeg is not None and jpeg.passable and orientation(data) == 1:
        image = open_picture(data)
        notes = _cmyk_notes(image, colours)
        image.draft(None, (LOOK, LOOK))
        few = has_few_colours(image)
        plain_data = stripped(data)
        return PictureArt(name, *size, plain_data, "DCTDecode", jpeg.adobe, notes, few_colours=few)
    return _converted(name, data, jpeg, colours, location)


def judged(data: bytes, location: Location) -> tuple[tuple[int, int], JpegHeader | None]:
    """A picture's size and JPEG header, when neither its header nor a JPEG's data are at fault."""
    size = header_size(data)
    if size is None:
        refuse_unknown(kind_of(data), data, location)
        raise unreadable(location, "its header is broken")
    if math.prod(size) > MAX_PIXELS or 0 in size:
        raise too_large(location, size, MAX_PIXELS)
    jpeg = read_header(data) if kind_of(data) == "jpeg" else None
    most = most_pixels(data, jpeg, in_bands=jpeg is None and _bands(data) is not None)
    if math.prod(size) > most:
        raise too_large(location, size, most, progressive=jpeg is not None and jpeg.progressive)
    if jpeg is not None:
        _check_whole(data, jpeg, location)
    return size, jpeg


def _bands(data: bytes) -> Bands | None:
    try:
        with quiet():
            return bands_of(data)
    except BROKEN:
        return None


def _check_whole(data: bytes, jpeg: JpegHeader, location: Location) -> None:
    try:
        with quiet(), whole():
            why = damage(data, jpeg)
    except BROKEN as error:
        raise unreadable(location, str(error)) from error
    if why:
        raise unreadable(location, why)


def decoded(data: bytes, location: Location, notes: list[str]) -> Any:
    """The upright pixels of a whole picture: L, LA, RGB, RGBA, CMYK or LAB, 8 bits a channel.

    What a maker should know is added to ``notes``. Raises as :func:`prepare_picture`.
    """
    jpeg = read_header(data) if kind_of(data) == "jpeg" else None
    image = open_picture(data)
    own = refuse_odd(image, kind_of(data), data, location)
    try:
        with quiet():
            pages = getattr(image, "n_frames", 1)
            negative = upside_down_greys(image)
            large = image.width * image.height > MAX_KEPT
            bands = _bands(data) if large else None
            if bands is None or kind_of(data) == "tiff":  # a PNG's rows are counted there
                why = picture_damage(kind_of(data), data)
                if why:
                    raise unreadable(location, why)
            if bands is not None:
                pixels = plain_bands(bands, image.size, location, negative=negative)
            else:
                pixels = plain(_loaded(image, jpeg), location, negative=negative)
    except BROKEN as error:
        raise unreadable(location, str(error)) from error
    if pages > 1:
        notes.append("has more than one page: the first is printed")
    del image
    if bands is not None or kind_of(data) != "tiff":  # Pillow turns a whole TIFF by itself
        pixels = upright(pixels, data)
    if own.gamma is not None and not pixels.info.get("icc_profile"):
        pixels = corrected(pixels, own.gamma)
    return pixels


def _converted(
    name: str, data: bytes, jpeg: JpegHeader | None, colours: ColourSpace, location: Location
) -> PictureArt:
    notes: list[str] = []
    pixels = decoded(data, location, notes)
    if pixels.mode in ("RGB", "RGBA"):
        pixels = _grey_if_neutral(pixels)
    alpha = pixels.getchannel("A") if pixels.mode in ("RGBA", "LA") else None
    if alpha is not None:
        pixels = keep_profile(pixels, pixels.convert(pixels.mode[:-1]))
        least, most = alpha.getextrema()
        if most == 0:
            raise blank(location)
        alpha = None if least == 255 else alpha
    large = pixels.width * pixels.height > MAX_LOSSLESS and not pixels.getcolors(DRAWING_COLOURS)
    cmyk = _to_cmyk(pixels, colours, notes)
    screen = None if alpha is None else _on_screen(pixels)
    del pixels
    lossy = jpeg is not None or large
    return packed_art(name, cmyk, notes, alpha=alpha, screen=screen, lossy=lossy)


def _on_screen(pixels: Any) -> Any:
    """The picture's own RGB, by which see-through parts mix; None for what is no screen colour."""
    if pixels.mode not in ("L", "RGB") or pixels.info.get("icc_profile"):
        return None
    return pixels.convert("RGB")


def _loaded(image: Any, jpeg: JpegHeader | None) -> Any:
    """The picture decoded; a large JPEG at half its size."""
    from PIL import ImageChops

    if jpeg is not None and halved(jpeg):
        image.draft(None, (image.width // 2, image.height // 2))
    with whole():
        image.load()
    if jpeg is not None and image.mode == "CMYK" and not jpeg.adobe:
        # Pillow takes every CMYK JPEG as Adobe's, which are stored inverted
        return keep_profile(image, ImageChops.invert(image))
    return image


def _grey_if_neutral(image: Any) -> Any:
    """An RGB picture whose pixels are all neutral as grey, so that it prints on black alone."""
    rgb = image.convert("RGB") if image.mode == "RGBA" else image
    if image.info.get("icc_profile") or not _is_neutral(rgb):
        return image
    grey = rgb.getchannel("G")
    if image.mode == "RGB":
        return grey
    from PIL import Image as Pillow

    return Pillow.merge("LA", (grey, image.getchannel("A")))


def _is_neutral(rgb: Any) -> bool:
    """Whether all pixels are greys; mostly the first rows tell."""
    boxes = ((0, top, rgb.width, min(top + STRIP, rgb.height))
             for top in range(0, rgb.height, STRIP))  # fmt: skip
    return all(neutral(rgb.crop(box)).getextrema()[0] for box in boxes)


# -- colour ----------------------------------------------------------------------------------


def _to_cmyk(image: Any, colours: ColourSpace, notes: list[str]) -> Any:
    from PIL import ImageCms

    if image.mode == "CMYK":
        notes.extend(_cmyk_notes(image, colours))
        return image
    source = _own_profile(image, notes)
    if image.mode == "L":
        if source is not None:
            image = _through(image, source)
        return colours.grey_picture(image)
    if source is None and image.mode == "RGB" and image.getcolors(DRAWING_COLOURS):
        return drawing(image, colours)
    try:
        return colours.picture(image, source)
    except ImageCms.PyCMSError:
        notes.append("its colour profile cannot be used: taken as sRGB")
        return colours.picture(image)


def _own_profile(image: Any, notes: list[str]) -> Any:
    """The embedded profile, when it can be read and fits the picture's kind of pixels."""
    from PIL import ImageCms

    data = image.info.get("icc_profile")
    if not data:
        return None
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        space = profile.profile.xcolor_space.strip()
    except (OSError, ImageCms.PyCMSError):
        space = "unreadable"
    if space == {"L": "GRAY", "RGB": "RGB", "LAB": "Lab"}[image.mode]:
        return profile
    notes.append(say("its colour profile is {space}: taken as sRGB", space=space))
    return None


def _through(image: Any, source: Any) -> Any:
    """Greys of an embedded grey profile as sRGB greys."""
    from PIL import ImageCms

    try:
        rgb = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except ImageCms.PyCMSError:
        return image
    return image if rgb is None else rgb.getchannel("G")


def _cmyk_notes(image: Any, colours: ColourSpace) -> tuple[str, ...]:
    profile = image.info.get("icc_profile")
    if profile and not colours.is_output(profile):
        return ("has its own CMYK profile: its ink values are printed as they are",)
    return ()
