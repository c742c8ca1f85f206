"""Bounds on what a stranger's file may ask for, so that a small one cannot take all memory or time.

qpdf bounds what it unpacks and parses itself, also while it opens a file; the rest is counted here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
from pikepdf.settings import set_qpdf_limits

MAX_CONTENT = 64 * 2**20
"""Bytes of one unpacked stream."""
MAX_METADATA = 4 * 2**20
"""Bytes of XMP, which becomes many times larger when it is read."""
MAX_STEPS = 3_000_000
"""Instructions and placed marks of a whole file; a full page has some 10,000."""
MAX_MARKS = 400_000
"""Marks that are kept for a whole file; a full page has some 1000."""
MAX_SAVED = 10_000
"""Levels of ``q`` inside ``q``; PDF itself asks for 28."""
MAX_PAGES = 25_000
MAX_DAMAGE = 100
"""Messages about damage; nobody reads more."""

LZW_EXPANSION = 1400
"""At most so many bytes from one; qpdf does not bound what it unpacks from LZW."""

BAD = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError,
       pikepdf.PdfError)  # fmt: skip
"""What reading something damaged may raise. RuntimeError: recursion without end, and qpdf's own."""


_SPEAKER = re.compile(r"^(stream )?<_io\.BytesIO object at 0x[0-9a-f]+>[ ,:]*")
"""How qpdf's messages begin: with the name of what it reads."""


def plain(message: str) -> str:
    """A message with a file's or qpdf's own words, with nothing that a terminal would obey."""
    text = _SPEAKER.sub("", message)
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else " " if letter.isspace() else f"\\x{ord(letter):02x}"
        for letter in text
    )


class TooLargeError(Exception):
    """Something in the file is larger than the bounds."""


@contextmanager
def bounded(*, pictures: bool = False) -> Iterator[None]:
    """Hold qpdf to the bounds. They are the whole process's, so they are taken back afterwards.

    ``pictures`` leaves room to unpack pictures, not just what is written.
    """
    most = 4 * MAX_CONTENT if pictures else MAX_CONTENT
    before = set_qpdf_limits(
        doc_max_warnings=500,
        flate_max_memory=most,
        png_max_memory=most,
        tiff_max_memory=most,
        run_length_max_memory=most,
        dct_max_memory=4 * MAX_CONTENT,
    )
    try:
        yield
    finally:
        set_qpdf_limits(**before)  # type: ignore[arg-type]


def content(stream: pikepdf.Object, most: int = 4 * MAX_CONTENT) -> bytes:
    """A stream's unpacked bytes. Raises TooLargeError, pikepdf.PdfError."""
    lzw = str(stream.get("/Filter", "")).count("LZW")
    if lzw and len(stream.get_raw_stream_buffer()) * LZW_EXPANSION**lzw > 4 * MAX_CONTENT:
        raise TooLargeError("a stream packed with LZW may unpack to more than 256 MB")
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError as error:
        if "limit" in str(error) or "bad_alloc" in str(error):
            raise TooLargeError("a stream unpacks to more than it may") from error
        raise
    if len(data) > most:
        raise TooLargeError(f"a stream unpacks to more than {most // 2**20} MB")
    return data


class Budget:
    """What is left of the steps and marks that a file may ask for."""

    def __init__(self) -> None:
        """Start with all."""
        self._steps, self._marks = MAX_STEPS, MAX_MARKS

    def step(self, count: int = 1) -> None:
        """Take steps. Raises TooLargeError when there are none left."""
        self._steps -= count
        if self._steps < 0:
            raise TooLargeError(f"the file paints more than {MAX_STEPS // 10**6} million times")

    def keep(self, count: int) -> None:
        """Keep marks. Raises TooLargeError when there is no room for them."""
        self._marks -= count
        if self._marks < 0:
            raise TooLargeError(f"the file paints more than {MAX_MARKS:,} different things")
