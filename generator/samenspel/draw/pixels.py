"""Bitmaps as plain pixels, grey, RGB, CMYK or Lab with 8 bits a channel, or refused by name.

What a reader would silently get wrong (negatives, planes, channels it drops, colours that are
stated beside the samples) is mended or refused here.
"""

from __future__ import annotations

import io
import math
import struct
from collections.abc import Iterator
from typing import Any

from samenspel.diagnostics import Location
from samenspel.draw.bands import regrouped
from samenspel.draw.headers import BROKEN, quiet
from samenspel.draw.png import PngColours, read_colours
from samenspel.errors import ContentError
from samenspel.saying import counted, say

MAX_KEPT = 25_000_000
"""Pixels that a picture keeps: 300 an inch on A3. What has more is sampled down at once."""

STRIP = 512
"""Rows of the outcome that are sampled down at a time."""

Size = tuple[int, int]
"""Width and height in pixels."""

_MIN_IS_WHITE, _SEPARATED, _YCBCR = 0, 5, 6
_PHOTOMETRIC, _PLANAR, _BITS, _SAMPLES, _INK_SET = 262, 284, 258, 277, 332
_TILE_WIDTH, _TILE_OFFSETS = 322, 324
_EXTRA, _INK_NAMES, _COMPRESSION, _SUBSAMPLING = 338, 333, 259, 530
_UNPACKED = 1
_ALPHA = (1, 2)
"""Kinds of extra samples that say how solid a pixel is."""
_NEEDED = (256, 257, _BITS, _PHOTOMETRIC)
"""What the directory of every picture says: width, height, bits, and what the samples mean."""
_SEPARATE_PLANES = 2
_CMYK_INKS = 1
_SRGB_PRIMARIES = (1, 2)
_SRGB_TRANSFERS = (1, 2, 6, 13, 14, 15)
"""Unstated, sRGB's own, and those of television that are taken as sRGB on every screen."""

_PLAIN = ("L", "LA", "RGB", "RGBA", "CMYK", "LAB")
_TARGETS = {
    "1": "L", "La": "LA", "RGBa": "RGBA", "P": "RGB", "PA": "RGBA", "RGBX": "RGB", "YCbCr": "RGB",
    "HSV": "RGB",
}  # fmt: skip


def refuse_odd(image: Any, kind: str, data: bytes, location: Location) -> PngColours:
    """Refuse what is in a file but would not be in the print; what a PNG says of its colours.

    Raises ContentError ``picture-unsupported``.
    """
    colours = PngColours()
    if kind == "tiff":
        why = _odd_tiff(image.tag_v2)
    elif kind == "png":
        colours = read_colours(data)
        wide_key = colours.depth == 16 and colours.kind == 2 and colours.keyed
        why = colours.foreign or (
            "16 bits a channel with one colour made see-through (tRNS)" if wide_key else ""
        )
    else:
        why = _odd_avif(data) if kind == "avif" else ""
    if why:
        raise unsupported(
            location, say("the picture has {why}, which would be printed wrong", why=why)
        )
    return colours


def refuse_unknown(kind: str, data: bytes, location: Location) -> None:
    """Refuse a TIFF whose directory is in order, but whose kind of pixels no reader here knows.

    Raises ContentError ``picture-unsupported``; nothing when the file itself is at fault.
    """
    tags = _directory(data) if kind == "tiff" else {}
    if not all(tag in tags for tag in _NEEDED):
        return
    why = _odd_tiff(tags)
    if not why:
        bits = "/".join(map(str, tags.get(_BITS, (1,))))
        why = say(
            "pixels of a kind that is not known ({channels} channels, {bits} bits)",
            channels=tags.get(_SAMPLES, 1),
            bits=bits,
        )
    raise unsupported(location, say("the picture has {why}, which would be printed wrong", why=why))


def _directory(data: bytes) -> Any:
    """The first directory of a TIFF; empty when it cannot be read."""
    from PIL.TiffImagePlugin import ImageFileDirectory_v2

    try:
        with quiet():
            directory = ImageFileDirectory_v2(data[:8])
            stream = io.BytesIO(data)
            stream.seek(directory.next)
            directory.load(stream)
            return {tag: directory[tag] for tag in directory}
    except BROKEN:
        return {}


def _odd_tiff(tags: Any) -> str:
    """What a TIFF holds that Pillow drops or garbles; empty when there is nothing."""
    samples = int(tags.get(_SAMPLES, 1))
    bits = max(tags.get(_BITS, (1,)), default=1)
    if _TILE_WIDTH in tags and _TILE_OFFSETS not in tags:
        return "tiles in the places of strips, as programs of before TIFF 6 wrote them"
    if tags.get(_PLANAR) == _SEPARATE_PLANES and samples > 1 and bits != 8:
        return say("{bits} bits a channel in separate planes", bits=bits)
    bare = tags.get(_COMPRESSION, _UNPACKED) == _UNPACKED
    if tags.get(_PHOTOMETRIC) == _YCBCR and bare:
        shared = tuple(tags.get(_SUBSAMPLING, (2, 2))) != (1, 1)
        if shared or tags.get(_PLANAR) == _SEPARATE_PLANES:
            return "YCbCr colours without compression"
    if tags.get(_PHOTOMETRIC) == _SEPARATED:
        if tags.get(_INK_SET, _CMYK_INKS) != _CMYK_INKS or samples < 4:
            return "inks other than cyan, magenta, yellow and black"
        if samples > 4:
            return _beside_cmyk(tags, samples - 4)
    return ""


def _beside_cmyk(tags: Any, count: int) -> str:
    """What more channels than four are, as the file says it (TIFF 6.0, ExtraSamples, InkNames)."""
    extra = tuple(tags.get(_EXTRA, ()))
    names = str(tags.get(_INK_NAMES, "")).strip("\0").split("\0")[4:]
    if any(kind in _ALPHA for kind in extra):
        return "see-through parts (an alpha channel) beside CMYK"
    if names:
        return say("spot colours beside CMYK ({names})", names=", ".join(names))
    return counted(
        "a channel beside CMYK (a spot colour or a saved selection)",
        "{count} channels beside CMYK (spot colours or saved selections)",
        count=count,
    )


def _odd_avif(data: bytes) -> str:
    """The colours of an AVIF when they are not those of sRGB (ISO/IEC 23091-2's code points)."""
    place = data.find(b"colrnclx")
    if place < 0 or b"colrprof" in data or b"colrrICC" in data:
        return ""
    primaries, transfer = struct.unpack_from(">HH", data, place + 8)
    if primaries in _SRGB_PRIMARIES and transfer in _SRGB_TRANSFERS:
        return ""
    return say(
        "a wide or bright (HDR) colour space ({primaries}/{transfer})",
        primaries=primaries,
        transfer=transfer,
    )


def upside_down_greys(image: Any) -> bool:
    """Whether greys of 16 bits count from white, which Pillow does not heed."""
    tags = getattr(image, "tag_v2", {})
    return image.mode.startswith("I") and tags.get(_PHOTOMETRIC) == _MIN_IS_WHITE


def plain(image: Any, location: Location, *, negative: bool = False) -> Any:
    """Any of Pillow's modes as L, LA, RGB, RGBA, CMYK or LAB, 8 bits a channel, of a bounded size.

    Raises ContentError ``picture-unsupported``.
    """
    step = math.ceil(math.sqrt(image.width * image.height / MAX_KEPT))
    if step > 1:
        return keep_profile(image, _sampled_down(image, step, location, negative))
    return _plain(image, location, negative)


def _sampled_down(image: Any, step: int, location: Location, negative: bool) -> Any:
    """In strips, so that no second picture of full size is ever held."""
    return _assembled(_strips(image, step), image.width * image.height, step, location, negative)


def _strips(image: Any, step: int) -> Iterator[Any]:
    for top in range(0, image.height, STRIP * step):
        strip = image.crop((0, top, image.width, min(top + STRIP * step, image.height)))
        strip.info = image.info
        yield strip


def plain_bands(bands: Iterator[Any], size: Size, location: Location, *, negative: bool) -> Any:
    """As :func:`plain`, of a picture that is read some rows at a time."""
    step = math.ceil(math.sqrt(math.prod(size) / MAX_KEPT))
    whole = regrouped(bands, step)
    return _assembled(whole, math.prod(size), step, location, negative)


def _assembled(
    strips: Iterator[Any], area: int, step: int, location: Location, negative: bool
) -> Any:
    """Strips sampled down and put together; the height of all but the last divides by ``step``."""
    from PIL import Image

    small: Any = None
    top = 0
    for strip in strips:
        part = _plain(strip, location, negative).reduce(step)
        if small is None:
            size = part.width, math.ceil(area // strip.width / step)
            small = Image.new(part.mode, size)
            keep_profile(strip, small)
        small.paste(part, (0, top))
        top += part.height
    return small


def _plain(image: Any, location: Location, negative: bool) -> Any:
    mode = image.mode
    keyed = image.info.get("transparency") if mode in ("1", "L", "P", "RGB", "I;16") else None
    if mode.startswith("I;16") or mode == "I":
        image = keep_profile(image, _eight_bits(image, keyed, negative))
    elif keyed is not None:
        image = keep_profile(image, image.convert("RGBA"))
    elif mode in _TARGETS:
        image = keep_profile(image, image.convert(_TARGETS[mode]))
    if image.mode not in _PLAIN:
        raise unsupported(
            location,
            say("the picture's pixels are of a kind ({mode}) that cannot be printed", mode=mode),
        )
    return image


def _eight_bits(image: Any, keyed: Any, negative: bool) -> Any:
    """16-bit grey as 8-bit grey, rounded; with the key colour of a PNG see-through."""
    from PIL import Image

    wide = image.convert("I")
    scale, base = (-255 / 65535, 255.5) if negative else (255 / 65535, 0.5)
    grey = wide.point(lambda level: level * scale + base).convert("L")
    if not isinstance(keyed, int):
        return grey
    from PIL import ImageMath

    def elsewhere(given: dict[str, Any]) -> Any:
        return given["convert"](given["notequal"](given["wide"], keyed) * 255, "L")

    alpha = ImageMath.lambda_eval(elsewhere, wide=wide)
    return Image.merge("LA", (grey, alpha))


def corrected(image: Any, gamma: float) -> Any:
    """Samples of another gamma (``gAMA``) as sRGB's; alpha is left alone."""
    table = [_encoded((level / 255) ** (1 / gamma)) for level in range(256)]
    bands = image.getbands()
    tables = [level for band in bands for level in (range(256) if band == "A" else table)]
    return keep_profile(image, image.point(tables))


def _encoded(light: float) -> int:
    """A linear share of light as an 8-bit sRGB level (IEC 61966-2-1)."""
    share = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(share * 255)


def keep_profile(source: Any, image: Any) -> Any:
    """Carry the embedded profile over to a changed picture."""
    if image is not None:
        image.info.setdefault("icc_profile", source.info.get("icc_profile"))
    return image


def unsupported(location: Location, message: str) -> ContentError:
    """A picture that is whole, but of a kind that cannot be printed right."""
    error = ContentError.of(
        "picture-unsupported",
        message,
        location,
        remedy="save it flattened, with 8 bits a channel in RGB, grey or CMYK and no more; "
        "what has spot colours, as a PDF",
    )
    assert isinstance(error, ContentError)
    return error
