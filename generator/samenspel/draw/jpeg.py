"""What a JPEG says of itself, what is private in it, and whether its data are whole.

Components and the Adobe marker: ISO/IEC 10918-1 and 10918-6.
"""

from __future__ import annotations

import hashlib
import io
import re
from dataclasses import dataclass
from typing import Any

_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive Huffman: what PDF's DCTDecode takes (ISO 32000-1, 7.4.8)."""

_PROGRESSIVE = 0xC2
_ADOBE, _COMMENT, _APPLICATION = 0xEE, 0xFE, range(0xE0, 0xF0)
_SCAN, _END = 0xDA, 0xD9

_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length."""

_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""What ends the data of a scan: any marker but a restart."""

_RESTART = re.compile(rb"\xff[\xd0-\xd7]")

_TAIL = 16
"""Bytes at the end of a scan that must matter to the picture; where only an eighth of the size is
looked at, and what two units of it take."""

_JUDGED_WHOLE = 4_000_000
"""Pixels of a picture whose finest detail is compared; of larger ones an eighth of the size is, of
progressive ones a quarter, as their last data hold fine detail.
"""

SPARE = bytes([0x5A, 0x3C]) * 32
"""Bytes that mean nothing: a picture that is whole already does not change by them."""


@dataclass(frozen=True, slots=True)
class JpegHeader:
    """``adobe`` is True with an Adobe APP14 marker: CMYK samples are stored inverted then.

    ``unit`` is how many pixels are coded together (an MCU: 8 × 8, or 16 × 16 with fewer colours).
    """

    components: int
    precision: int
    adobe: bool
    plain_frame: bool
    progressive: bool = False
    pixels: int = 0
    unit: int = 64
    samples: float = 3.0
    """So many a pixel, fewer where colours are coarser than light."""

    @property
    def held(self) -> int:
        """Bytes that are held before its first pixel is known: all of a progressive one,
        at two a sample.
        """
        return round(self.pixels * self.samples * 2) if self.progressive else 0

    @property
    def passable(self) -> bool:
        """Whether the bytes may go into a PDF as DeviceCMYK just as they are."""
        return self.components == 4 and self.precision == 8 and self.plain_frame


@dataclass(frozen=True, slots=True)
class Segment:
    """A marker's bytes with its own length and body; of a scan, its data too (from ``data``)."""

    marker: int
    start: int
    end: int
    data: int


def segments(data: bytes) -> list[Segment]:
    """The segments up to the first end of image; what follows (thumbnails, more pictures) is not
    looked at. The list ends where the file stops making sense.
    """
    found: list[Segment] = []
    place = 2
    while place + 2 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        end = place + 2
        if marker not in _BARE and marker != _END:
            end += int.from_bytes(data[end : end + 2], "big")
        body = end
        if marker == _SCAN:
            match = _MARKER.search(data, end)
            end = match.start() if match else len(data)
        found.append(Segment(marker, place, end, body))
        if marker == _END:
            break
        place = max(end, place + 2)
    return found


def read_header(data: bytes) -> JpegHeader | None:
    """The header up to the first scan; None when there is no frame in it."""
    adobe = False
    frame: tuple[bytes, int] | None = None
    for segment in segments(data):
        if segment.marker in (_SCAN, _END):
            break
        body = data[segment.start + 4 : segment.end]
        if segment.marker == _ADOBE and body.startswith(b"Adobe"):
            adobe = True
        elif 0xC0 <= segment.marker <= 0xCF and segment.marker not in (0xC4, 0xC8, 0xCC):
            frame = (body, segment.marker) if len(body) > 5 else frame
    if frame is None:
        return None
    body, kind = frame
    pixels = int.from_bytes(body[1:3], "big") * int.from_bytes(body[3:5], "big")
    factors = body[7::3][: body[5]]
    across, down = (max((f >> shift & 15 for f in factors), default=1) for shift in (4, 0))
    progressive = kind == _PROGRESSIVE
    unit = max(64, 64 * across * down)
    plain_frame, samples = kind in _FRAMES, sum((f >> 4) * (f & 15) for f in factors) * 64 / unit
    return JpegHeader(body[5], body[0], adobe, plain_frame, progressive, pixels, unit, samples)


def stripped(data: bytes) -> bytes:
    """The picture alone: without EXIF, names, places, thumbnails, profiles and comments.

    Only Adobe's marker stays, for it says how the samples are stored.
    """
    kept = [
        data[segment.start : segment.end]
        for segment in segments(data)
        if segment.marker == _ADOBE
        or (segment.marker != _COMMENT and segment.marker not in _APPLICATION)
    ]
    return b"".join([data[:2], *kept])


def without_adobe(data: bytes) -> bytes:
    """The picture without Adobe's marker too: its samples are what they are."""
    return b"".join(
        [data[:2], *(data[s.start : s.end] for s in segments(data) if s.marker != _ADOBE)]
    )


def damage(data: bytes, header: JpegHeader) -> str:
    """What is wrong with the picture's data; empty when they are whole.

    libjpeg makes something of any data and says nothing of it. But of a whole picture it takes
    every byte and asks for no more: so what is decoded must stay the same when more is put behind
    the data, and must change when their end is spoiled.

    A piece lost from the middle is not seen where the rest happens to fall into step again with
    just as many blocks: a JPEG carries no checksum.
    """
    found = segments(data)
    scans = [segment for segment in found if segment.marker == _SCAN]
    if not scans or found[-1].marker != _END:
        return "its data end halfway" if scans else "it holds no image data"
    odd = next((s for s in found if s.marker < 0xC0 or s.marker in (*_BARE, 0xC8)), None)
    if odd is not None or not _in_turn(data, scans):
        return "its image data are scrambled"
    last = scans[-1]
    size = 1 if header.pixels <= _JUDGED_WHOLE else 4 if header.progressive else 8
    plain = _decoded(data, size)
    longer = _RESTART.sub(lambda mark: SPARE + mark.group(), data[last.data : last.end]) + SPARE
    if _decoded(data[: last.data] + longer + data[last.end :], size) != plain:
        return "its image data end too early"
    cut = _TAIL
    if size > 1:
        cut += 2 * header.unit * (last.end - last.data) // header.pixels
    if last.end - last.data <= 2 * cut or header.progressive:
        return ""
    for tail in (b"", (SPARE * (cut // len(SPARE) + 1))[:cut]):
        if _decoded(data[: last.end - cut] + tail + data[last.end :], size) != plain:
            return ""
    return "its image data are scrambled"


def _in_turn(data: bytes, scans: list[Segment]) -> bool:
    """Whether restart markers follow each other in their order."""
    for scan in scans:
        marks = [mark[1] & 7 for mark in _RESTART.findall(data, scan.data, scan.end)]
        if any(mark != place % 8 for place, mark in enumerate(marks)):
            return False
    return True


def _decoded(data: bytes, smaller: int) -> bytes:
    """A digest of the samples, at a fraction of the size to save time."""
    from PIL.JpegImagePlugin import JpegImageFile

    image: Any = JpegImageFile(io.BytesIO(data))
    if smaller > 1:
        image.draft(None, (max(1, image.width // smaller), max(1, image.height // smaller)))
    return hashlib.sha256(image.tobytes()).digest()
