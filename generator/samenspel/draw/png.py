"""What a PNG says of its colours beside its samples (W3C PNG, third edition)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.saying import say

SRGB_GAMMA = 0.45455
"""The ``gAMA`` that stands for sRGB (PNG, 11.3.2.2)."""

_GAMMA_SLACK = 0.01
_SRGB_CHROMATICITIES = (31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)
"""``cHRM`` of sRGB: white, red, green and blue in hundred-thousandths (PNG, 11.3.2.1)."""

_CHROMATICITY_SLACK = 1000
_SRGB_CODE_POINTS = (1, 13)
"""ITU-T H.273's numbers for sRGB: primaries and transfer."""

_GREY_OR_RGB = (0, 2)


@dataclass(frozen=True, slots=True)
class PngColours:
    """``gamma`` is that of the samples (None when they are sRGB); ``foreign`` names what cannot be
    followed, ``keyed`` says that one colour is see-through.
    """

    depth: int = 8
    kind: int = 2
    gamma: float | None = None
    foreign: str = ""
    keyed: bool = False


def read_colours(data: bytes) -> PngColours:
    """What the chunks before the samples say; a PNG's own order of precedence is kept."""
    found = dict(_chunks(data))
    head = found.get(b"IHDR", b"")
    depth, kind = (head[8], head[9]) if len(head) > 9 else (8, 2)
    keyed = b"tRNS" in found and kind in _GREY_OR_RGB
    code = found.get(b"cICP", b"")
    if len(code) >= 4:
        own = (code[0], code[1]) == _SRGB_CODE_POINTS and code[3] == 1
        name = say(
            "cICP {primaries}/{transfer}: a wide or bright (HDR) colour space",
            primaries=code[0],
            transfer=code[1],
        )
        return PngColours(depth, kind, None, "" if own else name, keyed)
    if b"iCCP" in found or b"sRGB" in found:
        return PngColours(depth, kind, keyed=keyed)
    return PngColours(depth, kind, _gamma(found), _primaries(found), keyed)


def _gamma(found: dict[bytes, bytes]) -> float | None:
    text = found.get(b"gAMA", b"")
    if len(text) != 4:
        return None
    gamma = int(struct.unpack(">I", text)[0]) / 100_000
    return gamma if gamma > 0 and abs(gamma - SRGB_GAMMA) > _GAMMA_SLACK else None


def _primaries(found: dict[bytes, bytes]) -> str:
    text = found.get(b"cHRM", b"")
    if len(text) != 32:
        return ""
    pairs = zip(struct.unpack(">8I", text), _SRGB_CHROMATICITIES, strict=True)
    near = all(abs(own - srgb) <= _CHROMATICITY_SLACK for own, srgb in pairs)
    return "" if near else "cHRM: primaries that are not those of sRGB"


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 8
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        name = data[place + 4 : place + 8]
        if name == b"IDAT":
            return
        yield name, data[place + 8 : place + 8 + size]
        place += 12 + size
