"""Whether the data of a PNG or a TIFF are whole, where readers fill up what is missing unsaid.

A PNG may hold fewer rows than it says. Of a TIFF, libtiff takes any JPEG and fax data, and does
not look at the checksum of deflated ones. What carries no checksum (PackBits, LZW, and a fax that
is spoiled in the middle but goes on to its last row) is not judged here.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator
from typing import Any

from samenspel.draw.bands.png import chunks
from samenspel.draw.bands.tiff import small
from samenspel.draw.jpeg import SPARE, damage, read_header

HALFWAY = "its data end halfway"

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
           (0, 1, 1, 2))  # fmt: skip
"""First column and row of each pass of an interlaced PNG, and its steps (W3C PNG, 8.1)."""
_PIECE = 1 << 20
"""Bytes that are inflated at a time."""

_WIDTH, _HEIGHT, _COMPRESSION, _PLANAR = 256, 257, 259, 284
_STRIPS, _STRIP_SIZES, _STRIP_ROWS = 273, 279, 278
_TILES, _TILE_SIZES, _TILE_WIDTH, _TILE_ROWS, _TABLES = 324, 325, 322, 323, 347
_FAX, _JPEG, _DEFLATED = (2, 3, 4), 7, (8, 32946)
_SEPARATE = 2


def png_damage(data: bytes) -> str:
    """What is wrong with a PNG's rows; empty when they are all there, or when Pillow will say it.

    Raises zlib.error.
    """
    found = list(chunks(data))
    if not found or found[0][0] != b"IHDR":
        return ""
    head = data[found[0][1] : found[0][2]]
    width, height = (int.from_bytes(head[at : at + 4], "big") for at in (0, 4))
    bits = head[8] * _CHANNELS.get(head[9], 1)
    missing = sum(
        high * (1 + (wide * bits + 7) // 8)
        for wide, high in _parts(width, height, interlaced=bool(head[12]))
        if wide
    )
    packed = (memoryview(data)[start:end] for name, start, end in found if name == b"IDAT")
    for count in _inflated(packed):
        missing -= count
    return HALFWAY if missing > 0 else ""


def _parts(width: int, height: int, *, interlaced: bool) -> Iterator[tuple[int, int]]:
    """The sizes of the pictures that a PNG's rows make."""
    if not interlaced:
        yield width, height
        return
    for left, top, across, down in _PASSES:
        yield -(-(width - left) // across), -(-(height - top) // down)


def _inflated(packed: Iterator[memoryview]) -> Iterator[int]:
    """How many bytes are unpacked, some at a time. Raises zlib.error, also for a wrong checksum."""
    machine = zlib.decompressobj()
    for part in packed:
        for place in range(0, len(part), _PIECE):
            fed: Any = part[place : place + _PIECE]
            while len(fed):
                yield len(machine.decompress(fed, 4 * _PIECE))
                fed = machine.unconsumed_tail


def picture_damage(kind: str, data: bytes) -> str:
    """What is wrong with the data of a picture of this kind; empty when nothing is seen.

    Raises OSError and zlib.error.
    """
    judged = {"png": png_damage, "tiff": tiff_damage}.get(kind)
    return judged(data) if judged else ""


def tiff_damage(data: bytes) -> str:
    """What is wrong with the strips or tiles of a TIFF's first page; empty when nothing is seen.

    Raises OSError and zlib.error.
    """
    from PIL.TiffImagePlugin import TiffImageFile

    tags = TiffImageFile(io.BytesIO(data)).tag_v2
    kind, pieces = tags.get(_COMPRESSION, 1), list(_pieces(tags))
    if kind in _FAX:
        return _fax_damage(data, tags, pieces)
    for place, size, rows in pieces:
        part = data[place : place + size]
        if kind in _DEFLATED:
            for _ in _inflated(iter([memoryview(part)])):
                pass
        elif kind == _JPEG:
            why = _jpeg_damage(part, tags, rows * int(tags.get(_TILE_WIDTH, tags[_WIDTH])))
            if why:
                return why
    return ""


def _pieces(tags: Any) -> Iterator[tuple[int, int, int]]:
    """Where each strip or tile begins, its bytes and the rows in it (of planes apart none)."""
    height = int(tags[_HEIGHT])
    tiled = _TILES in tags
    places = tags.get(_TILES if tiled else _STRIPS, ())
    sizes = tags.get(_TILE_SIZES if tiled else _STRIP_SIZES, ())
    deep = int(tags[_TILE_ROWS]) if tiled else min(height, int(tags.get(_STRIP_ROWS, height)))
    for count, (place, size) in enumerate(zip(places, sizes, strict=False)):
        rows = deep if tiled else min(deep, height - count * deep)
        yield int(place), int(size), 0 if tags.get(_PLANAR) == _SEPARATE else rows


def _jpeg_damage(part: bytes, tags: Any, pixels: int) -> str:
    """What is wrong with a JPEG in a TIFF, whose tables may stand apart (Technical Note 2)."""
    tables = bytes(tags.get(_TABLES, b""))
    whole = part[:2] + tables[2:-2] + part[2:]
    header = read_header(whole)
    if header is None:
        return HALFWAY
    return HALFWAY if header.pixels < pixels else damage(whole, header)


def _fax_damage(data: bytes, tags: Any, pieces: list[tuple[int, int, int]]) -> str:
    """Whether all rows come from the data: of those that end early, what lies behind shows."""
    looks = []
    for behind in (b"", SPARE):
        body, parts = bytearray(data[:2]), []
        for place, size, _ in pieces:
            parts.append((len(body), size + len(behind)))
            body += data[place : place + size] + behind
        tiled = _TILES in tags
        deep = int(tags.get(_TILE_ROWS if tiled else _STRIP_ROWS, tags[_HEIGHT]))
        image = small(bytes(body), tags, parts, int(tags[_HEIGHT]), deep, tiled=tiled)
        looks.append(hashlib.sha256(image.tobytes()).digest())
    return "" if looks[0] == looks[1] else HALFWAY
