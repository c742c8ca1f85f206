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


def check_stream(stream: pikepdf.Object) -> None:
    """Raise TooLargeError when the stream would decode to more than MAX_CONTENT."""
    raw = stream.get_raw_stream_buffer()
    filters = stream.get("/Filter", [])
    names = [str(filters)] if isinstance(filters, pikepdf.Name) else [str(f) for f in list(filters)]
    worst = len(raw)
    for name in names:
        worst *= EXPANSION.get(name, 1)
    if worst <= MAX_CONTENT:
        return
    if [name for name in names if name in EXPANSION] not in (["/FlateDecode"], ["/Fl"]):
        raise TooLargeError("a stream may unpack to more than 256 MB")
    if names[0] in EXPANSION and _inflated(memoryview(raw)) > MAX_CONTENT:
        raise TooLargeError("a stream unpacks to more than 256 MB")


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
