"""Inline images as image objects (ISO 32000-1, 8.9.7)."""

from __future__ import annotations

import pikepdf

from samenspel.pdf.lexer import InlineImage

LONG = {
    "/BPC": "/BitsPerComponent", "/CS": "/ColorSpace", "/D": "/Decode", "/DP": "/DecodeParms",
    "/F": "/Filter", "/H": "/Height", "/IM": "/ImageMask", "/I": "/Interpolate", "/W": "/Width",
}  # fmt: skip
FILTERS = {
    "/AHx": "/ASCIIHexDecode", "/A85": "/ASCII85Decode", "/LZW": "/LZWDecode",
    "/Fl": "/FlateDecode", "/RL": "/RunLengthDecode", "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
}  # fmt: skip
"""What the short names stand for."""


def outlined(document: pikepdf.Pdf, image: InlineImage) -> pikepdf.Object:
    """An inline image as an object of its own. Raises what damaged entries raise."""
    made = pikepdf.Stream(document, image.data)
    for key, value in image.entries.items():
        name = "/" + key.decode("latin-1")
        made[LONG.get(name, name)] = pikepdf.Object.parse(value)
    filters = made.get("/Filter")
    if isinstance(filters, pikepdf.Array):
        made.Filter = pikepdf.Array([_filter(item) for item in list(filters)])
    elif filters is not None:
        made.Filter = _filter(filters)
    made.Subtype = pikepdf.Name.Image
    return made


def _filter(name: pikepdf.Object) -> pikepdf.Name:
    return pikepdf.Name(FILTERS.get(str(name), str(name)))
