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
MAX_STEPS = 5_000_000
"""Instructions and placed marks of a whole file; a full page has some 10,000."""
MAX_MARKS = 300_000
"""Ways of painting that are kept for a whole file; a full page has some 100."""
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
def bounded() -> Iterator[None]:
    """Hold qpdf to the bounds. They are the whole process's, so they are taken back afterwards."""
    before = set_qpdf_limits(
        doc_max_warnings=500,
        flate_max_memory=MAX_CONTENT,
        png_max_memory=MAX_CONTENT,
        tiff_max_memory=MAX_CONTENT,
        run_length_max_memory=MAX_CONTENT,
        dct_max_memory=4 * MAX_CONTENT,
    )
    try:
        yield
    finally:
        set_qpdf_limits(**before)  # type: ignore[arg-type]


def content(stream: pikepdf.Object) -> bytes:
    """A stream's unpacked bytes. Raises TooLargeError, pikepdf.PdfError."""
    lzw = str(stream.get("/Filter", "")).count("LZW")
    if lzw and len(stream.get_raw_stream_buffer()) * LZW_EXPANSION**lzw > 4 * MAX_CONTENT:
        raise TooLargeError("a stream packed with LZW may unpack to more than 256 MB")
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError as error:
        if "limit" in str(error):
            raise TooLargeError("a stream unpacks to more than 64 MB") from error
        raise
    if len(data) > 4 * MAX_CONTENT:
        raise TooLargeError("a stream unpacks to more than 256 MB")
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
            raise TooLargeError(f"the file paints in more than {MAX_MARKS:,} different ways")
