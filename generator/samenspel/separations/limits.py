"""Bounds on what a file may ask for, so that a small file cannot take all memory."""

from __future__ import annotations

import zlib

import pikepdf

MAX_CONTENT = 256 * 2**20
"""Bytes of one decoded stream."""
MAX_PIXELS = 120_000_000
"""Pixels of one plate, or of one picture in the file."""
MAX_PIECES = 20_000_000
"""Pieces of a page's content, forms counted as often as they are placed."""
MAX_DEPTH = 28
"""Forms inside forms."""

EXPANSION = {"/FlateDecode": 1032, "/Fl": 1032, "/LZWDecode": 1400, "/LZW": 1400,
             "/RunLengthDecode": 64, "/RL": 64}  # fmt: skip
"""At most so many bytes from one."""


class TooLargeError(Exception):
    """Something in the file is larger than the bounds."""


def content(stream: pikepdf.Object) -> bytes:
    """A stream's decoded bytes. Raises TooLargeError, pikepdf.PdfError."""
    check_stream(stream)
    return stream.read_bytes()


def filters(stream: pikepdf.Object) -> list[str]:
    """The names of a stream's filters, outermost first."""
    found: pikepdf.Object | None = stream.get("/Filter")
    if isinstance(found, pikepdf.Array):
        return [str(name) for name in list(found)]
    return [] if found is None else [str(found)]


def check_stream(stream: pikepdf.Object) -> None:
    """Raise TooLargeError when the stream would decode to more than MAX_CONTENT."""
    raw = stream.get_raw_stream_buffer()
    names = filters(stream)
    worst = len(raw)
    for name in names:
        worst *= EXPANSION.get(name, 1)
    if worst <= MAX_CONTENT:
        return
    if [name for name in names if name in EXPANSION] not in (["/FlateDecode"], ["/Fl"]):
        raise TooLargeError("a stream may unpack to more than 256 MB")
    if names[0] in EXPANSION and _inflated(memoryview(raw)) > MAX_CONTENT:
        raise TooLargeError("a stream unpacks to more than 256 MB")


def check_picture(image: pikepdf.Object) -> None:
    """Raise TooLargeError when a picture, or its mask, has too many pixels or unpacks to too much.

    ValueError when it has none.
    """
    width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
    if width < 1 or height < 1:
        raise ValueError("a picture has no size")
    if width * height > MAX_PIXELS:
        raise TooLargeError(f"a picture has {width} × {height} pixels")
    check_stream(image)
    for name in ("/SMask", "/Mask"):
        mask = image.get(name)
        if isinstance(mask, pikepdf.Stream) and "/SMask" not in mask and "/Mask" not in mask:
            check_picture(mask)


def _inflated(data: memoryview) -> int:
    """How many bytes come out, counted without keeping them, up to the bound."""
    machine = zlib.decompressobj()
    total, rest = 0, bytes(data)
    try:
        while rest and total <= MAX_CONTENT and not machine.eof:
            total += len(machine.decompress(rest, 1 << 20))
            rest = machine.unconsumed_tail
    except zlib.error:
        return total
    return total
