"""Any art file to press art: looks at the bytes, not at the name."""

from __future__ import annotations

from samenspel.diagnostics import Location
from samenspel.draw.colour import ColourSpace
from samenspel.draw.headers import kind_of
from samenspel.errors import ContentError
from samenspel.model.art import Art, ArtSize, PictureArt, VectorArt

_KNOWN = (
    (b"%PDF", "a PDF"),
    (b"%!PS", "PostScript"),
    (b"8BPS", "a Photoshop file"),
    (b"GIF8", "a GIF"),
    (b"RIFF", "a WebP picture"),
    (b"BM", "a Windows bitmap"),
    (b"\x1f\x8b", "compressed (SVGZ?)"),
    (b"PK", "a ZIP or office file"),
)


def prepare_art(
    name: str, data: bytes, *, colour: ColourSpace, location: Location | None = None
) -> Art:
    """The bytes of an SVG, JPEG, PNG or TIFF as press art called ``name``.

    ``location`` is where messages point (the file itself without one). Raises ContentError; the
    codes are in ``explain/draw.md``.
    """
    kind = kind_of(data)
    if kind in ("jpeg", "png", "tiff"):
        from samenspel.draw.pictures import prepare_picture

        return prepare_picture(name, data, colour, location or Location(name))
    if _looks_like_xml(data):
        from samenspel.draw.svg import convert

        return convert(name, data, colour, location.file if location else name)
    raise ContentError.of(
        "art-unknown-kind",
        f"{name} is {_described(data)}, which is no kind of art that can be printed here",
        location or Location(name),
        remedy="save it as SVG (drawings) or as PNG, TIFF or JPEG (photographs)",
    )


def _looks_like_xml(data: bytes) -> bool:
    start = data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    return start.startswith(b"<")


def _described(data: bytes) -> str:
    if not data:
        return "empty"
    return next((name for mark, name in _KNOWN if data.startswith(mark)), "an unknown kind of file")


def art_size(art: Art) -> ArtSize:
    """What layout needs: CSS pixels (1/96 inch) for vectors, pixels for pictures."""
    opaque = isinstance(art, PictureArt) and art.alpha is None
    return ArtSize(art.name, art.width, art.height, isinstance(art, VectorArt), opaque)
