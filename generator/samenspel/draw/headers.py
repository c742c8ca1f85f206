"""What kind of picture some bytes are, and how large, from the header alone."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

MAX_PIXELS = 100_000_000
"""More than this is refused before it is decoded."""

BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    LookupError,
    TypeError,
    RuntimeError,
    zlib.error,
    struct.error,
)
"""What Pillow's readers raise at broken files."""


@contextmanager
def quiet() -> Iterator[None]:
    """Keep Pillow's warnings about odd files off the screen."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def whole() -> Iterator[None]:
    """Refuse half a picture, whatever another library in this program told Pillow to let pass."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def kind_of(data: bytes) -> str:
    """The kind by the first bytes, as ``_READERS`` calls it; empty for others."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return "tiff"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "gif"
    if data[4:12] in (b"ftypavif", b"ftypavis"):
        return "avif"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


_READERS = {
    "avif": ("AvifImagePlugin", "AvifImageFile"),
    "gif": ("GifImagePlugin", "GifImageFile"),
    "jpeg": ("JpegImagePlugin", "JpegImageFile"),
    "png": ("PngImagePlugin", "PngImageFile"),
    "tiff": ("TiffImagePlugin", "TiffImageFile"),
    "webp": ("WebPImagePlugin", "WebPImageFile"),
}
"""Pillow's modules and classes by kind; each is loaded for the first picture of its kind."""


def open_picture(data: bytes) -> Any:
    """The picture's header, read by its own reader only (no search through all formats)."""
    plugin, reader = _READERS[kind_of(data)]
    return getattr(import_module(f"PIL.{plugin}"), reader)(io.BytesIO(data))


def header_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels from the header alone; None when the bytes are no picture."""
    if not kind_of(data):
        return None
    try:
        with quiet():
            size = open_picture(data).size
    except BROKEN:
        return None
    return int(size[0]), int(size[1])
