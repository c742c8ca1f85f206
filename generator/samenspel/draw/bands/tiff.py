"""A TIFF's strips or tiles some at a time (TIFF 6.0).

Each is packed by itself, so some of them with the same tags make a TIFF of their own.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import Any

_WIDTH, _HEIGHT, _COMPRESSION, _PLANAR, _SAMPLES = 256, 257, 259, 284, 277
_STRIP_PLACES, _ROWS_PER_STRIP, _STRIP_SIZES = 273, 278, 279
_TILE_WIDTH, _TILE_HEIGHT, _TILE_PLACES, _TILE_SIZES = 322, 323, 324, 325
_BITS = 258
_KEPT = (256, 258, 259, 262, 266, 277, 284, 292, 293, 301, 317, 320, 322, 323, 332, 333, 334, 336,
         338, 339, 340, 341, 347, 529, 530, 531, 532, 34675)  # fmt: skip
"""Tags that tell how samples are packed and what they mean."""
_SEPARATE = 2
_OLD_JPEG = 6
_PLAIN = 1
_DEFLATED = (8, 32946)
_LONG = 4
_FIRST = 8
"""Where the directory stands."""
_PIECE = 1 << 20
"""Bytes that are inflated at a time."""


def tiff_bands(data: bytes, rows: int) -> Iterator[Any] | None:
    """Bands of at least so many rows; None for a TIFF whose parts cannot be read by themselves."""
    from PIL.TiffImagePlugin import TiffImageFile

    tags = TiffImageFile(io.BytesIO(data)).tag_v2
    tiled = _TILE_PLACES in tags
    places = tags.get(_TILE_PLACES if tiled else _STRIP_PLACES)
    sizes = tags.get(_TILE_SIZES if tiled else _STRIP_SIZES)
    if not places or not sizes or len(places) != len(sizes):
        return None
    if tags.get(_COMPRESSION, _PLAIN) == _OLD_JPEG:
        return None
    height = int(tags[_HEIGHT])
    deep = int(tags[_TILE_HEIGHT]) if tiled else int(tags.get(_ROWS_PER_STRIP, height))
    if not tiled and len(places) == 1 and tags.get(_COMPRESSION, _PLAIN) == _PLAIN:
        return _one_strip(data, tags, rows)
    if not tiled and len(places) == 1 and tags[_COMPRESSION] in _DEFLATED:
        return _inflated(data, tags, rows)
    if deep >= height or deep < 1:
        return None
    return _bands(data, tags, list(zip(places, sizes, strict=True)), deep, tiled, rows)


def _one_strip(data: bytes, tags: Any, rows: int) -> Iterator[Any] | None:
    """All rows follow each other unpacked: any of them are a strip."""
    if tags.get(_PLANAR) == _SEPARATE and tags.get(_SAMPLES, 1) > 1:
        return None
    stride = _stride(tags)
    start, height = int(tags[_STRIP_PLACES][0]), int(tags[_HEIGHT])
    return (
        small(data, tags, [(start + top * stride, min(rows, height - top) * stride)],
               min(rows, height - top), min(rows, height - top), tiled=False)
        for top in range(0, height, rows)
    )  # fmt: skip


def _stride(tags: Any) -> int:
    """Bytes of a row, unpacked."""
    bits: tuple[int, ...] = tags.get(_BITS, (1,))
    pixel = sum(bits) if len(bits) > 1 else bits[0] * int(tags.get(_SAMPLES, 1))
    return (int(tags[_WIDTH]) * pixel + 7) // 8


def _inflated(data: bytes, tags: Any, rows: int) -> Iterator[Any] | None:
    """One deflated strip of all rows, inflated some rows at a time. A predictor (section 14) looks
    along its own row only, so any rows are a strip once they are packed again.
    """
    if tags.get(_PLANAR) == _SEPARATE and tags.get(_SAMPLES, 1) > 1:
        return None
    start, size = int(tags[_STRIP_PLACES][0]), int(tags[_STRIP_SIZES][0])
    packed = memoryview(data)[start : start + size]
    return _repacked(packed, data[:2], tags, rows)


def _repacked(packed: memoryview, mark: bytes, tags: Any, rows: int) -> Iterator[Any]:
    """``mark`` says in which order bytes come. Raises OSError, zlib.error."""
    stride = _stride(tags)
    machine, fed, held = zlib.decompressobj(), 0, bytearray()
    height = int(tags[_HEIGHT])
    for top in range(0, height, rows):
        count = min(rows, height - top)
        while len(held) < count * stride:
            if fed >= len(packed) and not machine.unconsumed_tail:
                raise OSError("image file is truncated")
            piece: Any = machine.unconsumed_tail
            if not piece:
                piece, fed = packed[fed : fed + _PIECE], fed + _PIECE
            held += machine.decompress(piece, count * stride)
        strip = zlib.compress(held[: count * stride], 0)
        del held[: count * stride]
        yield small(mark + strip, tags, [(len(mark), len(strip))], count, count, tiled=False)


def _bands(
    data: bytes, tags: Any, parts: list[tuple[int, int]], deep: int, tiled: bool, rows: int
) -> Iterator[Any]:
    """``parts`` are places and sizes of strips or tiles that are ``deep`` rows high."""
    height = int(tags[_HEIGHT])
    across = -(-int(tags[_WIDTH]) // int(tags[_TILE_WIDTH])) if tiled else 1
    down = -(-height // deep)
    separate = tags.get(_PLANAR) == _SEPARATE
    planes = int(tags.get(_SAMPLES, 1)) if separate else 1
    if len(parts) < across * down * planes:
        raise OSError("image file is truncated")
    together = max(1, rows // deep)
    for first in range(0, down, together):
        last = min(first + together, down)
        chosen = [
            part
            for plane in range(planes)
            for part in parts[(plane * down + first) * across : (plane * down + last) * across]
        ]
        count = min(last * deep, height) - first * deep
        yield small(data, tags, chosen, count, deep, tiled=tiled)


def small(
    data: bytes, tags: Any, parts: list[tuple[int, int]], count: int, deep: int, *, tiled: bool
) -> Any:
    """A picture of ``count`` rows from some of the parts. Raises OSError."""
    from PIL.TiffImagePlugin import ImageFileDirectory_v2, TiffImageFile

    if any(place + size > len(data) for place, size in parts):
        raise OSError("image file is truncated")
    directory = ImageFileDirectory_v2(b"II*\0\0\0\0\0" if data[:2] == b"II" else b"MM\0*\0\0\0\0")
    for tag in _KEPT:
        if tag in tags:
            directory.tagtype[tag] = tags.tagtype[tag]
            directory[tag] = tags[tag]
    for tag in (_STRIP_PLACES, _STRIP_SIZES, _TILE_PLACES, _TILE_SIZES):
        directory.tagtype[tag] = _LONG
    places, end = [], 0
    for _, size in parts:
        places.append(end)
        end += size + size % 2
    directory[_HEIGHT] = count
    directory[_TILE_SIZES if tiled else _STRIP_SIZES] = tuple(size for _, size in parts)
    if tiled:
        directory[_TILE_PLACES] = (0xFFFFFF,) * len(places)  # which takes as much room as any
        first = _FIRST + len(directory.tobytes(_FIRST))
        directory[_TILE_PLACES] = tuple(first + place for place in places)
    else:  # Pillow counts these from the directory's end
        directory[_STRIP_PLACES] = tuple(places)
        directory[_ROWS_PER_STRIP] = deep
    order: Any = "little" if data[:2] == b"II" else "big"
    mark = data[:2] + (42).to_bytes(2, order) + _FIRST.to_bytes(4, order)
    body = b"".join(data[place : place + size] + b"\0" * (size % 2) for place, size in parts)
    image: Any = TiffImageFile(io.BytesIO(mark + directory.tobytes(_FIRST) + body))
    image.load()
    return image
