"""Any art file to press art: looks at the bytes, not at the name."""

from __future__ import annotations

import math
import re

from samenspel.diagnostics import Location
from samenspel.draw.colour import ColourSpace
from samenspel.draw.headers import header_size, kind_of
from samenspel.errors import ContentError
from samenspel.model.art import Art, ArtSize, PictureArt, PlacedArt, remedy_for
from samenspel.saying import say

_KNOWN = (
    (rb"%!PS|\xc5\xd0\xd3\xc6", "PostScript (EPS)", ".eps"),
    (rb"8BPS", "a Photoshop file", ".psd"),
    (rb"GIF8", say("a GIF"), ".gif"),
    (rb"RIFF", "a WebP picture", ".webp"),
    (rb"BM", "a Windows bitmap", ".bmp"),
    (rb"\x1f\x8b", "compressed (SVGZ?)", ".svgz"),
    (rb"PK", "a ZIP or office file", ".zip"),
    (rb"....ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)", "a HEIC picture", ".heic"),
    (rb"\xff\x0a|\0\0\0\x0cJXL ", "a JPEG XL picture", ".jxl"),
)
"""What files begin with, how they are called, and the ending that they mostly have."""


def prepare_art(
    name: str, data: bytes, *, colour: ColourSpace, location: Location | None = None
) -> Art:
    """The bytes of an SVG, PDF, JPEG, PNG, TIFF or AVIF as press art called ``name``.

    What might take long or much is prepared in a process of its own, with bounds. ``location`` is
    where messages point (the file itself without one). Raises ContentError; the codes are in
    ``explain/draw.md``.
    """
    if _heavy(data):
        from samenspel.draw.isolation import prepare_apart

        return prepare_apart(name, data, colour, location)
    return prepare_here(name, data, colour=colour, location=location)


def _heavy(data: bytes) -> bool:
    """Whether art may take longer than its size says: all but plain drawings and small pictures."""
    if is_pdf(data):
        return True
    if kind_of(data):
        size = header_size(data)
        return size is not None and math.prod(size) > LIGHT_PIXELS
    return len(data) > LIGHT_BYTES or (_looks_like_xml(data) and bool(_DEMANDING.search(data)))


LIGHT_PIXELS = 4_000_000
LIGHT_BYTES = 1_000_000
_DEMANDING = re.compile(
    rb"filter|pacity|mask|attern|[iI]mage|radient|blend|rgba|hsla|#[0-9a-f]{8}\b|<style|clip|marker"
    rb"|<(?:\w+:)?use|symbol|var\(|!DOCTYPE|\x00"
)
"""What in a drawing asks for a renderer, or may unfold; encodings that hide it have zero bytes."""


def prepare_here(
    name: str, data: bytes, *, colour: ColourSpace, location: Location | None = None
) -> Art:
    """As :func:`prepare_art`, in this process and without bounds."""
    kind = kind_of(data)
    if kind in ("jpeg", "png", "tiff", "avif"):
        from samenspel.draw.pictures import prepare_picture

        return prepare_picture(name, data, colour, location or Location(name))
    if is_pdf(data):
        from samenspel.draw.placed import convert as placed

        return placed(name, data, colour, location or Location(name))
    if _looks_like_xml(data):
        from samenspel.draw.svg import convert

        return convert(name, data, colour, location.file if location else name)
    what, ending = _described(data)
    raise ContentError.of(
        "art-unknown-kind",
        say(
            "{name} is {what}, which is no kind of art that can be printed here",
            name=name,
            what=what,
        ),
        location or Location(name),
        remedy=remedy_for(ending),
    )


def is_pdf(data: bytes) -> bool:
    """Whether a file is a PDF, or an AI file that holds one; its mark may stand a little later."""
    return b"%PDF-" in data[:1024]


def _looks_like_xml(data: bytes) -> bool:
    start = data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    return start.startswith(b"<")


def _described(data: bytes) -> tuple[str, str]:
    """What a file is, and its usual ending."""
    if not data:
        return "empty", ""
    for mark, called, ending in _KNOWN:
        if re.match(mark, data, re.DOTALL):
            return called, ending
    return "an unknown kind of file", ""


def art_size(art: Art) -> ArtSize:
    """What layout needs: CSS pixels (1/96 inch) for vectors, pixels for pictures."""
    photo = isinstance(art, PictureArt) and art.alpha is None and not art.few_colours
    vector = not isinstance(art, PictureArt)
    placed = isinstance(art, PlacedArt)
    return ArtSize(art.name, art.width, art.height, vector, photo, art.pixels, art.seen, placed)
