"""Whether the data of a picture is what its dictionary says: all of it, and in that form."""

from __future__ import annotations

import io
import zlib

import pikepdf
from PIL import Image

from samenspel.pdf.colours import Space
from samenspel.pdf.limits import BAD, MAX_STREAM, TooLargeError, content, filters, inflated
from samenspel.pdf.values import entry, whole
from samenspel.preflight.bilevel import fax_fault, jbig2_fault
from samenspel.saying import say

JPEG, JPEG2000 = ("/DCTDecode", "/DCT"), ("/JPXDecode",)
PACKED = ("/FlateDecode", "/Fl")
FAX, JBIG2 = ("/CCITTFaxDecode", "/CCF"), ("/JBIG2Decode",)
UNREAD = (*FAX, *JBIG2, "/Crypt")
"""Packings that nothing here unpacks."""
SPARE, PADDING = 1.1, 64
"""Data may be longer than needed by a tenth and these bytes: encoders pad."""
MAX_DECODED = 30_000_000
"""Pixels of a JPEG 2000 picture that is decoded; it cannot be decoded at a smaller size."""
PREVIEW = 8
"""JPEG data is decoded at an eighth of its size: all of it is read, and little of it is kept."""


def picture_fault(image: pikepdf.Object, space: Space | None) -> str:
    """What is wrong with a picture ("its data ends too early"), or an empty text.

    ``space`` is its colour space, ``None`` where nobody knows.
    """
    width, height = whole(image, "/Width", 0), whole(image, "/Height", 0)
    if width < 1 or height < 1:
        return "it has no size"
    names, components = filters(image), 0 if space is None else space.count
    try:
        if space is not None and _palette_ends(image, space):
            return "its palette ends too early"
        if names and names[-1] in FAX + JBIG2:
            return _bilevel(image, names, (width, height))
        if any(name in UNREAD for name in names):
            return ""
        if names and names[-1] in JPEG + JPEG2000:
            packed = _packed(image, names)
            if packed is None:
                return ""
            return _encoded(packed, names[-1], (width, height), components)
        return _plain(image, names, (width, height), components)
    except TooLargeError:
        return ""  # how much it is cannot be known; ``too-complex`` is for what must be read
    except (*BAD, OSError, zlib.error):
        return "its data cannot be unpacked"


def _palette_ends(image: pikepdf.Object, space: Space) -> bool:
    """True when an Indexed space has fewer colours than it says (8.6.6.3)."""
    stated = entry(image, "/ColorSpace")
    if space.family != "Indexed" or space.base is None or not isinstance(stated, pikepdf.Array):
        return False
    return len(space.table) < (int(stated[2]) + 1) * space.base.count


def _bilevel(image: pikepdf.Object, names: list[str], size: tuple[int, int]) -> str:
    """What is known from the build of a picture of black and white; it is not unpacked."""
    packed = _packed(image, names)
    if packed is None:
        return ""
    if names[-1] in JBIG2:
        return jbig2_fault(packed, size)
    parameters = entry(image, "/DecodeParms")
    if isinstance(parameters, pikepdf.Array):
        parameters = parameters[-1] if len(parameters) else None
    return fax_fault(packed, parameters)


def _packed(image: pikepdf.Object, names: list[str]) -> bytes | None:
    """The data inside the last packing: as it stands, or out of one more; else ``None``."""
    raw = bytes(image.read_raw_bytes())
    if len(names) == 1:
        return raw
    if len(names) == 2 and names[0] in PACKED:
        return zlib.decompressobj().decompress(raw, MAX_STREAM)
    return None


def _encoded(data: bytes, name: str, size: tuple[int, int], components: int) -> str:
    wanted = "JPEG" if name in JPEG else "JPEG2000"
    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.format != wanted and not (wanted == "JPEG" and opened.format == "MPO"):
                return say("it is called {name}, but is {found}", name=wanted, found=opened.format)
            found, bands = opened.size, len(opened.getbands())
            if wanted == "JPEG":
                opened.draft(opened.mode, (found[0] // PREVIEW, found[1] // PREVIEW))
            if wanted == "JPEG" or found[0] * found[1] <= MAX_DECODED:
                opened.load()
    except (*BAD, OSError, SyntaxError, Image.DecompressionBombError):
        if data[:2] == b"\xff\xd8":
            return "its data is cut off or damaged"
        return say("it is no {name}", name=wanted)
    if found != size:
        return say(
            "it has {width} × {height} pixels, not {wide} × {high}",
            width=found[0], height=found[1], wide=size[0], high=size[1],
        )  # fmt: skip
    if components and wanted == "JPEG" and bands != components:
        return say("it has {bands} components, not {stated}", bands=bands, stated=components)
    return ""


def _plain(image: pikepdf.Object, names: list[str], size: tuple[int, int], components: int) -> str:
    stencil = bool(whole(image, "/ImageMask", 0))
    bits = 1 if stencil else whole(image, "/BitsPerComponent", 8)
    if not stencil and not components:
        return ""
    row = (size[0] * (1 if stencil else components) * bits + 7) // 8
    packed = _packed_row(image)
    if packed not in (0, row):
        return "its rows are packed in another width than it has"
    needed = row * size[1]
    found = _length(image, names, size[1] if packed else 0)
    if found < needed:
        part = found / needed * 100
        return say("its data ends too early, after {part:.0f} %", part=part)
    if found > needed * SPARE + PADDING:
        return "it has more data than its size and its colours say"
    return ""


def _length(image: pikepdf.Object, names: list[str], predictors: int) -> int:
    """How many bytes the data has when it is unpacked; each row may have one for its predictor."""
    if names not in (["/FlateDecode"], ["/Fl"]):
        return len(content(image))
    return inflated(image) - predictors


def _packed_row(image: pikepdf.Object) -> int:
    """The bytes of a row as a PNG predictor has them (7.4.4.4); 0 where there is none."""
    parameters = entry(image, "/DecodeParms")
    if isinstance(parameters, pikepdf.Array):
        parameters = parameters[0] if len(parameters) else None
    if not isinstance(parameters, pikepdf.Dictionary) or whole(parameters, "/Predictor", 1) < 10:
        return 0
    samples = whole(parameters, "/Columns", 1) * whole(parameters, "/Colors", 1)
    return (samples * whole(parameters, "/BitsPerComponent", 8) + 7) // 8
