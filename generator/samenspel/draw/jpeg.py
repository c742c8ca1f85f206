"""What a JPEG says of itself: components and the Adobe marker (ISO/IEC 10918-1 and 10918-6)."""

from __future__ import annotations

from dataclasses import dataclass

_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive Huffman: what PDF's DCTDecode takes (ISO 32000-1, 7.4.8)."""

_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length."""


@dataclass(frozen=True, slots=True)
class JpegHeader:
    """``adobe`` is True with an Adobe APP14 marker: CMYK samples are stored inverted then."""

    components: int
    precision: int
    adobe: bool
    plain_frame: bool

    @property
    def passable(self) -> bool:
        """Whether the bytes may go into a PDF as DeviceCMYK just as they are."""
        return self.components == 4 and self.precision == 8 and self.plain_frame


def read_header(data: bytes) -> JpegHeader | None:
    """The header up to the first scan; None when there is no frame in it."""
    place, adobe = 2, False
    frame: tuple[int, int, bool] | None = None
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if marker == 0xFF or marker in _BARE:
            place += 1 if marker == 0xFF else 2
            continue
        if marker in (0xDA, 0xD9):
            break
        size = int.from_bytes(data[place + 2 : place + 4], "big")
        body = data[place + 4 : place + 2 + size]
        if marker == 0xEE and body.startswith(b"Adobe"):
            adobe = True
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC) and len(body) > 5:
            frame = body[5], body[0], marker in _FRAMES
        place += 2 + max(size, 2)
    return JpegHeader(frame[0], frame[1], adobe, frame[2]) if frame else None
