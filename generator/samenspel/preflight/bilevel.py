"""Whether pictures of black and white that nothing here unpacks are whole, by their build.

A fax picture of group 4 ends with a mark of its own (ITU-T T.6); a JBIG2 picture is a chain of
segments that each tell their length (ITU-T T.88, 7.2).
"""

from __future__ import annotations

import pikepdf

from samenspel.pdf.values import entry, whole
from samenspel.saying import say

END_OF_FAX = 0x001001
_END_BITS = 24
_LAST = 64
"""Bytes at the end in which that mark stands; what follows it is padding."""

SEGMENTS = frozenset(
    {0, 4, 6, 7, 16, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48, 49, 50, 51, 52, 53, 62}
)
"""Kinds of segments (7.3)."""
_PAGE = 48
_FILE = b"\x97JB2\r\n\x1a\n"
_UNKNOWN = 0xFFFFFFFF
_MANY = 7
"""In place of a count of other segments: it follows in four bytes."""


def fax_fault(data: bytes, parameters: pikepdf.Object | None) -> str:
    """What is wrong with CCITT data, or an empty text. Only group 4 with its end mark can tell."""
    mode = whole(parameters, "/K", 0) if parameters is not None else 0
    ends = entry(parameters, "/EndOfBlock")
    if mode >= 0 or (ends is not None and not bool(ends)):
        return ""
    last = data[-_LAST:]
    bits = int.from_bytes(last, "big")
    places = range(max(0, len(last) * 8 - _END_BITS + 1))
    marked = any(bits >> place & (2**_END_BITS - 1) == END_OF_FAX for place in places)
    return "" if marked else "its data is cut off or damaged"


def jbig2_fault(data: bytes, size: tuple[int, int]) -> str:
    """What is wrong with the segments of a JBIG2 picture, or an empty text."""
    if data.startswith(_FILE):
        return ""  # a file where segments should be: some readers take it, and its order differs
    place, page = 0, None
    while place < len(data):
        head = _header(data, place)
        if head is None:
            return "its data is cut off or damaged" if page else "it is no JBIG2"
        kind, start, length = head
        if kind == _PAGE and start + 8 <= len(data):
            page = tuple(int.from_bytes(data[start + at : start + at + 4], "big") for at in (0, 4))
        if length == _UNKNOWN:  # it goes on to a mark of its own
            break
        if start + length > len(data):
            return "its data is cut off or damaged"
        place = start + length
    if page is None:
        return "it is no JBIG2"
    width, height = page
    if width != size[0] or height not in (size[1], _UNKNOWN):
        return say(
            "it has {width} × {height} pixels, not {wide} × {high}",
            width=width, height=height, wide=size[0], high=size[1],
        )  # fmt: skip
    return ""


def _header(data: bytes, place: int) -> tuple[int, int, int] | None:
    """A segment's kind, where its data start, and how long they are; ``None`` for no segment."""
    if place + 11 > len(data):
        return None
    number = int.from_bytes(data[place : place + 4], "big")
    flags = data[place + 4]
    count, at = data[place + 5] >> 5, place + 6
    if count == _MANY:
        count = int.from_bytes(data[place + 5 : place + 9], "big") & 0x1FFFFFFF
        at = place + 9 + (count + 8) // 8
    elif count > 4:
        return None
    at += count * (1 if number <= 256 else 2 if number <= 65536 else 4)
    at += 4 if flags & 64 else 1
    if flags & 63 not in SEGMENTS or at + 4 > len(data):
        return None
    return flags & 63, at + 4, int.from_bytes(data[at : at + 4], "big")
