"""Bitmaps to press art: JPEG, PNG and TIFF as CMYK samples.

The header is judged before a pixel is decoded. Greys print on black alone, RGB goes through the
output profile (from the picture's own profile when it has one), CMYK keeps its numbers: a CMYK JPEG
passes through byte for byte. So the blacks of a photograph are four inks, as deep as the profile
makes them; those of a drawing (few colours, such as a logo) are black alone, and stay sharp.
See-through parts keep their alpha until the ground is known.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any

from samenspel.diagnostics import Location
from samenspel.draw.colour import ColourSpace
from samenspel.draw.headers import (
    BROKEN,
    MAX_PIXELS,
    header_size,
    kind_of,
    open_picture,
    quiet,
    whole,
)
from samenspel.draw.jpeg import JpegHeader, read_header
from samenspel.errors import ContentError
from samenspel.model.art import PictureArt

if TYPE_CHECKING:
    from PIL.Image import Image

DRAWING_COLOURS = 1024
"""A bitmap of no more colours than this is a drawing, not a photograph."""

JPEG_QUALITY = 95
"""For photographs that were JPEGs before: no visible loss, a tenth of the lossless size."""


def prepare_picture(name: str, data: bytes, colours: ColourSpace, location: Location) -> PictureArt:
    """A JPEG, PNG or TIFF as press art.

    Raises ContentError ``picture-unreadable``, ``picture-too-large``, ``picture-unsupported``.
    """
    size = header_size(data)
    if size is None:
        raise _unreadable(location, "its header is broken")
    if size[0] * size[1] > MAX_PIXELS or 0 in size:
        raise _too_large(location, size)
    jpeg = read_header(data) if kind_of(data) == "jpeg" else None
    image = open_picture(data)
    if jpeg is not None and jpeg.passable and _orientation(image) == 1:
        notes = _cmyk_notes(image, colours)
        return PictureArt(name, *size, data, "DCTDecode", jpeg.adobe, notes)
    return _decoded(name, image, jpeg, colours, location)


def _decoded(
    name: str, image: Any, jpeg: JpegHeader | None, colours: ColourSpace, location: Location
) -> PictureArt:
    try:
        with quiet():
            pages = getattr(image, "n_frames", 1)
            upright = _upright(image, jpeg)
    except BROKEN as error:
        raise _unreadable(location, str(error)) from error
    notes = ["has more than one page: the first is printed"] if pages > 1 else []
    plain = _plain(upright, location)
    alpha = plain.getchannel("A") if plain.mode in ("RGBA", "LA") else None
    if alpha is not None:
        plain = _keep(plain, plain.convert(plain.mode[:-1]))
        alpha = None if alpha.getextrema()[0] == 255 else alpha
    cmyk = _to_cmyk(plain, colours, notes)
    return _art(name, cmyk, alpha, notes, lossy=jpeg is not None)


def _upright(image: Any, jpeg: JpegHeader | None) -> Any:
    """The picture decoded, and turned as its EXIF orientation tells."""
    from PIL import ImageChops, ImageOps

    with whole():
        image.load()
    right = image
    if jpeg is not None and image.mode == "CMYK" and not jpeg.adobe:
        # Pillow takes every CMYK JPEG as Adobe's, which are stored inverted
        right = _keep(image, ImageChops.invert(image))
        right.info["exif"] = image.info.get("exif", b"")
    return _keep(image, ImageOps.exif_transpose(right))


def from_rendering(name: str, image: Image, colours: ColourSpace, note: str) -> PictureArt:
    """A rendered drawing (RGBA) as press art.

    Exact neutrals print on black alone, so that black outlines stay sharp on press.
    """
    alpha = image.getchannel("A")
    cmyk = _drawing(image.convert("RGB"), colours)
    opaque = alpha.getextrema()[0] == 255
    return _art(name, cmyk, None if opaque else alpha, [note], lossy=False)


def _drawing(rgb: Image, colours: ColourSpace) -> Image:
    cmyk = colours.picture(rgb)
    cmyk.paste(colours.grey_picture(rgb.getchannel("G")), mask=_neutral(rgb))
    return cmyk


def _neutral(rgb: Image) -> Image:
    """A mask that is 255 where red, green and blue are equal."""
    from PIL import ImageChops

    red, green, blue = rgb.split()
    spread = ImageChops.lighter(
        ImageChops.difference(red, green), ImageChops.difference(green, blue)
    )
    return spread.point([255] + [0] * 255)


def _keep(source: Any, image: Any) -> Any:
    """Carry the embedded profile over to a changed picture."""
    image.info.setdefault("icc_profile", source.info.get("icc_profile"))
    return image


def _orientation(image: Any) -> int:
    try:
        return int(image.getexif().get(0x0112, 1))
    except Exception:  # broken EXIF: Pillow raises many things here, and none matters
        return 1


# -- modes -----------------------------------------------------------------------------------


def _plain(image: Any, location: Location) -> Any:
    """Any of Pillow's modes as L, LA, RGB, RGBA, CMYK or LAB, 8 bits a channel."""
    mode = image.mode
    if "transparency" in image.info and mode in ("1", "L", "P", "RGB"):
        image = _keep(image, image.convert("RGBA"))
    elif mode.startswith("I;16") or mode == "I":
        image = _keep(image, _eight_bits(image))
    elif mode in ("P", "PA"):
        target = "RGBA" if mode == "PA" else "RGB"
        image = _keep(image, image.convert(target))
    elif mode in ("1", "La", "RGBa", "RGBX", "YCbCr", "HSV"):
        targets = {"1": "L", "La": "LA", "RGBa": "RGBA"}
        image = _keep(image, image.convert(targets.get(mode, "RGB")))
    if image.mode not in ("L", "LA", "RGB", "RGBA", "CMYK", "LAB"):
        raise ContentError.of(
            "picture-unsupported",
            f"the picture's pixels are of a kind ({mode}) that cannot be printed",
            location,
            remedy="save it with 8 bits a channel in RGB, grey or CMYK",
        )
    if image.mode == "RGBA" or image.mode == "RGB":
        return _grey_if_neutral(image)
    return image


def _eight_bits(image: Any) -> Any:
    """16-bit grey as 8-bit grey, rounded."""
    wide = image.convert("I")
    return wide.point(lambda level: level * (255 / 65535) + 0.5).convert("L")


def _grey_if_neutral(image: Any) -> Any:
    """An RGB picture whose pixels are all neutral as grey, so that it prints on black alone."""
    rgb = image.convert("RGB") if image.mode == "RGBA" else image
    if image.info.get("icc_profile") or _neutral(rgb).getextrema()[0] == 0:
        return image
    grey = rgb.getchannel("G")
    if image.mode == "RGB":
        return grey
    from PIL import Image as Pillow

    return Pillow.merge("LA", (grey, image.getchannel("A")))


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
        return _drawing(image, colours)
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
    notes.append(f"its colour profile is {space}: taken as sRGB")
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


def _art(name: str, cmyk: Any, alpha: Any, notes: list[str], *, lossy: bool) -> PictureArt:
    """CMYK samples, deflated or, for photographs without see-through parts, as JPEG again."""
    width, height = cmyk.size
    if lossy and alpha is None:
        packed = io.BytesIO()
        cmyk.save(packed, "JPEG", quality=JPEG_QUALITY, subsampling=0, icc_profile=None)
        data = packed.getvalue()
        return PictureArt(name, width, height, data, "DCTDecode", True, tuple(notes))
    samples = zlib.compress(cmyk.tobytes(), 6)
    mask = None if alpha is None else zlib.compress(alpha.tobytes(), 6)
    return PictureArt(name, width, height, samples, "FlateDecode", False, tuple(notes), alpha=mask)


# -- mistakes --------------------------------------------------------------------------------


def _unreadable(location: Location, why: str) -> ContentError:
    error = ContentError.of(
        "picture-unreadable",
        f"the picture cannot be read: {why}",
        location,
        remedy="open it in a picture editor and save it again as PNG, TIFF or JPEG",
    )
    assert isinstance(error, ContentError)
    return error


def _too_large(location: Location, size: tuple[int, int]) -> ContentError:
    error = ContentError.of(
        "picture-too-large",
        f"the picture measures {size[0]} × {size[1]} pixels; "
        f"the limit is {MAX_PIXELS // 10**6} million pixels",
        location,
        remedy="scale it down: 300 pixels an inch of its printed size is enough",
    )
    assert isinstance(error, ContentError)
    return error
