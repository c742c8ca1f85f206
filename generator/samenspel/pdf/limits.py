"""Bounds on what a stranger's file may ask for, so that a small one cannot take all memory or time.

qpdf bounds what it unpacks and parses itself, also while it opens a file (``bounded``); the rest is
counted here. Every reader is kept to these and has no bounds of its own.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf
from pikepdf.settings import set_qpdf_limits

from samenspel.saying import Said, say

MAX_CONTENT = 64 * 2**20
"""Bytes of one unpacked stream where no pictures are looked at."""
MAX_STREAM = 4 * MAX_CONTENT
"""Bytes of one unpacked stream in any case."""
MAX_METADATA = 4 * 2**20
"""Bytes of XMP, which becomes many times larger when it is read."""
MAX_CMAP = 4 * 2**20
"""Bytes of a CMap; the largest that are published have a tenth of that."""
MAX_STEPS = 3_000_000
"""Instructions and placed marks of a whole file; a full page has some 10,000."""
MAX_PIECES = 20_000_000
"""Instructions of a page that is drawn, forms counted as often as they are placed."""
MAX_MARKS = 400_000
"""Marks that are kept for a whole file; a full page has some 1000."""
MAX_PIXELS = 120_000_000
"""Pixels of one plate, or of one picture in the file."""
MAX_SAVED = 10_000
"""Levels of ``q`` inside ``q``; PDF itself asks for 28."""
MAX_FORMS = 20
"""Forms inside forms; what lies deeper is not read, and reported as damage."""
MAX_SPACES = 8
"""Colour spaces inside colour spaces; what lies deeper is unknown."""
MAX_CODES = 200_000
"""Codes of one font: characters of its program, widths, or what codes mean."""
MAX_PAGES = 25_000
MAX_DAMAGE = 100
"""Messages about damage; nobody reads more."""

EXPANSION = {"/FlateDecode": 1032, "/Fl": 1032, "/LZWDecode": 1400, "/LZW": 1400,
             "/RunLengthDecode": 64, "/RL": 64}  # fmt: skip
"""At most so many bytes from one. qpdf does not bound what it unpacks from LZW."""
LZW = ("/LZWDecode", "/LZW")


class DamagedError(Exception):
    """Something is not what it should be; the message says what, in words for people."""


BAD = (DamagedError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError,
       ValueError, pikepdf.PdfError)  # fmt: skip
"""What reading something damaged may raise. RuntimeError: recursion without end, and qpdf's own."""


_SPEAKER = re.compile(r"^(stream )?<_io\.BytesIO object at 0x[0-9a-f]+>[ ,:]*")
"""How qpdf's messages begin: with the name of what it reads."""


_IN_OUR_WORDS = {
    "file is damaged": "the file is damaged",
    "can't find startxref": "its end is cut off or damaged (no startxref)",
    "Attempting to reconstruct cross-reference table":
        "its list of objects (xref) cannot be used and has to be made again",
    "unable to find trailer dictionary while recovering damaged file":
        "it has no trailer, with which every PDF file ends",
    "unable to find /Root dictionary": "what the file begins with (/Root) is missing",
}  # fmt: skip
"""What qpdf says of files that are cut off, or are none, which is what people meet most."""


def plain(message: str) -> str:
    """A message with a file's or qpdf's own words, with nothing that a terminal would obey."""
    if isinstance(message, Said):
        clean = {name: plain(one) if isinstance(one, str) else one
                 for name, one in message.values.items()}  # fmt: skip
        return Said(message.template, message.plural, clean)
    text = _SPEAKER.sub("", message)
    if text.isprintable():
        return _IN_OUR_WORDS.get(text, text)
    return "".join(
        letter if letter.isprintable() else " " if letter.isspace() else f"\\x{ord(letter):02x}"
        for letter in text
    )


def reason(error: Exception) -> str:
    """What went wrong in words: a file's, qpdf's or our own, never those of Python."""
    if isinstance(error, (DamagedError, TooLargeError)):
        return plain(error.args[0])  # not its str, which forgets what it was made of
    if isinstance(error, pikepdf.PdfError):
        return plain(str(error))
    return "an entry is missing, or is of another kind than it should be"


class TooLargeError(Exception):
    """Something in the file is larger than the bounds."""


@contextmanager
def bounded(*, pictures: bool = False) -> Iterator[None]:
    """Hold qpdf to the bounds. They are the whole process's, so they are taken back afterwards.

    ``pictures`` leaves room to unpack pictures, not just what is written.
    """
    most = MAX_STREAM if pictures else MAX_CONTENT
    before = set_qpdf_limits(
        doc_max_warnings=500,
        flate_max_memory=most,
        png_max_memory=most,
        tiff_max_memory=most,
        run_length_max_memory=most,
        dct_max_memory=MAX_STREAM,
    )
    try:
        yield
    finally:
        set_qpdf_limits(**before)  # type: ignore[arg-type]


def filters(stream: pikepdf.Object) -> list[str]:
    """The names of a stream's filters, outermost first."""
    found: pikepdf.Object | None = stream.get("/Filter")
    if isinstance(found, pikepdf.Array):
        return [str(name) for name in list(found)]
    return [] if found is None else [str(found)]


def content(stream: pikepdf.Object, most: int = MAX_STREAM) -> bytes:
    """A stream's unpacked bytes, read while ``bounded``. Raises TooLargeError, pikepdf.PdfError."""
    if any(name in LZW for name in filters(stream)) and _worst(stream) > MAX_STREAM:
        raise TooLargeError("a stream packed with LZW may unpack to more than 256 MB")
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError as error:
        if "limit" in str(error) or "bad_alloc" in str(error):
            raise TooLargeError("a stream unpacks to more than it may") from error
        raise
    if len(data) > most:
        raise TooLargeError(say("a stream unpacks to more than {size} MB", size=most // 2**20))
    return data


def check_picture(image: pikepdf.Object) -> None:
    """Raise TooLargeError when a picture, or its mask, has too many pixels or unpacks to too much.

    DamagedError when it has none. For pictures whose data another program will unpack.
    """
    width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
    if width < 1 or height < 1:
        raise DamagedError("a picture has no size")
    if width * height > MAX_PIXELS:
        raise TooLargeError(
            say("a picture has {width} × {height} pixels", width=width, height=height)
        )
    _check_packed(image)
    for name in ("/SMask", "/Mask"):
        mask = image.get(name)
        if isinstance(mask, pikepdf.Stream) and "/SMask" not in mask and "/Mask" not in mask:
            check_picture(mask)


def _check_packed(stream: pikepdf.Object) -> None:
    """Raise TooLargeError when the stream would unpack to more than MAX_STREAM."""
    if _worst(stream) <= MAX_STREAM:
        return
    names = filters(stream)
    if [name for name in names if name in EXPANSION] not in (["/FlateDecode"], ["/Fl"]):
        raise TooLargeError("a stream may unpack to more than 256 MB")
    if names[0] in EXPANSION and inflated(stream) > MAX_STREAM:
        raise TooLargeError(
            say("a stream unpacks to more than {size} MB", size=MAX_STREAM // 2**20)
        )


def _worst(stream: pikepdf.Object) -> int:
    """The most bytes that a stream could unpack to."""
    worst = len(stream.get_raw_stream_buffer())
    for name in filters(stream):
        worst *= EXPANSION.get(name, 1)
    return worst


def inflated(stream: pikepdf.Object) -> int:
    """How many bytes a deflated stream unpacks to, counted without keeping them, up to the bound.

    Of damaged data what comes before the damage.
    """
    machine = zlib.decompressobj()
    total, rest = 0, bytes(memoryview(stream.get_raw_stream_buffer()))
    try:
        while rest and total <= MAX_STREAM and not machine.eof:
            total += len(machine.decompress(rest, 1 << 20))
            rest = machine.unconsumed_tail
    except zlib.error:
        return total
    return total


class Budget:
    """What is left of the steps and marks that a file may ask for."""

    def __init__(self) -> None:
        """Start with all."""
        self._steps, self._marks = MAX_STEPS, MAX_MARKS

    def step(self, count: int = 1) -> None:
        """Take steps. Raises TooLargeError when there are none left."""
        self._steps -= count
        if self._steps < 0:
            count = MAX_STEPS // 10**6
            raise TooLargeError(say("the file paints more than {count} million times", count=count))

    def keep(self, count: int) -> None:
        """Keep marks. Raises TooLargeError when there is no room for them."""
        self._marks -= count
        if self._marks < 0:
            count = MAX_MARKS
            raise TooLargeError(
                say("the file paints more than {count} different ways", count=count)
            )
