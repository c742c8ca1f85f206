"""A PNG's rows some at a time (W3C PNG, third edition).

The rows of each band become a PNG of their own. Filters look at the row above, so the last row of
the band before goes first, as it is. The two bytes of 16-bit samples are filtered each for
themselves (9.2), so the upper ones alone make a picture of 8 bits.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {2: 3, 4: 2, 6: 4}
"""Samples a pixel by colour type, of those with more than one."""

KEPT = (b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP")
"""What says how samples are meant."""

_PIECE = 1 << 20
"""Bytes that are inflated at a time."""


def png_bands(data: bytes, rows: int) -> Iterator[Any] | None:
    """Bands of so many rows; None for what is interlaced or has one sample a pixel."""
    found = list(chunks(data))
    if not found or found[0][0] != b"IHDR" or found[0][2] - found[0][1] != 13:
        return None
    head = struct.unpack(">IIBBBBB", data[found[0][1] : found[0][2]])
    depth, kind, interlaced = head[2], head[3], head[6]
    if kind not in CHANNELS or depth not in (8, 16) or interlaced:
        return None
    return _bands(data, found, (head[0], head[1]), depth, kind, rows)


Chunk = tuple[bytes, int, int]
"""A chunk's name, and where its data begin and end."""


def chunks(data: bytes) -> Iterator[Chunk]:
    """A PNG's chunks, one after the other."""
    place = len(SIGNATURE)
    while place + 12 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        yield data[place + 4 : place + 8], place + 8, place + 8 + size
        place += 12 + size


def _bands(
    data: bytes, found: list[Chunk], size: tuple[int, int], depth: int, kind: int, rows: int
) -> Iterator[Any]:
    from PIL.PngImagePlugin import PngImageFile

    width, height = size
    stride = width * CHANNELS[kind]
    besides = b"".join(
        _chunk(name, data[start:end])
        for name, start, end in _before_data(found)
        if name in KEPT
    )
    above = b""
    lines = _lines(data, found, 1 + stride * depth // 8)
    for top in range(0, height, rows):
        count = min(rows, height - top)
        band = [next(lines) for _ in range(count)]
        if depth == 16:
            band = [line[:1] + line[1::2] for line in band]
        first = [b"\0" + above] if above else []
        head = struct.pack(">IIBBBBB", width, count + len(first), 8, kind, 0, 0, 0)
        packed = zlib.compress(b"".join([*first, *band]), 0)
        small = b"".join([SIGNATURE, _chunk(b"IHDR", head), besides, _chunk(b"IDAT", packed),
                          _chunk(b"IEND", b"")])  # fmt: skip
        image: Any = PngImageFile(io.BytesIO(small))
        image.load()
        whole = image.crop((0, len(first), width, image.height))
        whole.info = image.info
        above = image.crop((0, image.height - 1, width, image.height)).tobytes()
        yield whole


def _before_data(found: list[Chunk]) -> Iterator[Chunk]:
    for chunk in found:
        if chunk[0] == b"IDAT":
            return
        yield chunk


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _lines(data: bytes, found: list[Chunk], size: int) -> Iterator[bytes]:
    """The filtered rows, each with its filter's number. Raises OSError, zlib.error."""
    machine = zlib.decompressobj()
    held = bytearray()
    for name, start, end in found:
        if name != b"IDAT":
            continue
        body = memoryview(data)[start:end]
        if zlib.crc32(body, zlib.crc32(name)) != int.from_bytes(data[end : end + 4], "big"):
            raise OSError("broken PNG file (bad header checksum in b'IDAT')")
        for place in range(0, len(body), _PIECE):
            fed: Any = body[place : place + _PIECE]
            while len(fed):
                held += machine.decompress(fed, 4 * _PIECE)
                fed = machine.unconsumed_tail
                place_in = 0
                while place_in + size <= len(held):
                    yield bytes(held[place_in : place_in + size])
                    place_in += size
                del held[:place_in]
    raise OSError("image file is truncated")
