"""Where the file ends that a picture is, of bytes that go on: nothing else is kept with it.

A file that is two at once (a photograph with an archive behind it) would travel on with the deck,
to print shops and other makers. Of TIFF and AVIF, whose parts may stand anywhere, nothing is cut.
"""

from __future__ import annotations

import re

PNG, JPEG, PDF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"%PDF-"
_PDF_END = b"%%EOF"
_IN_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""The next marker in what a JPEG draws: no byte that is stuffed, no restart."""
_BARE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Markers without a length."""


def without_rest(data: bytes) -> bytes:
    """A picture's bytes up to its own end; all of them where that is not found."""
    if data.startswith(PNG):
        return data[: _end_of_png(data)]
    if data.startswith(JPEG):
        return data[: _end_of_jpeg(data)]
    if data.startswith(PDF) and _PDF_END in data:
        return data[: data.rindex(_PDF_END) + len(_PDF_END)] + b"\n"
    return data


def _end_of_png(data: bytes) -> int:
    place = len(PNG)
    while place + 12 <= len(data):
        kind = data[place + 4 : place + 8]
        place += 12 + int.from_bytes(data[place : place + 4])
        if kind == b"IEND":
            break
    return place


def _end_of_jpeg(data: bytes) -> int:
    place = len(JPEG)
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xD9:
            return place + 2
        if marker == 0xFF or marker in _BARE:
            place += 1 if marker == 0xFF else 2
            continue
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
        if marker == 0xDA:
            found = _IN_SCAN.search(data, place)
            place = found.start() if found else len(data)
            if data[place : place + 2] == b"\xff\xd9":
                return place + 2
    return len(data)
