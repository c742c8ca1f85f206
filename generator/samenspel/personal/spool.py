"""Laid-out cards on disk, from laying out to drawing: only then are all their letters known."""

from __future__ import annotations

import hashlib
import json
import struct
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from samenspel.layout import Laid
from samenspel.layout.frame_data import page_data, page_of
from samenspel.model.frame import Frame

_LENGTH = struct.Struct("<I")
QUICK = 1
"""How hard pages are packed: they are read once, and soon."""


class Stored(NamedTuple):
    """A page as it was put on disk."""

    data: bytes
    """Equal for equal pages."""

    @property
    def frame(self) -> Frame:
        """The page."""
        return page_of(json.loads(zlib.decompress(self.data))).frame


class Spool:
    """Pages in a file of the system's own, which goes when this is closed."""

    def __init__(self) -> None:
        """``pages`` is how many pages each card has, once one was put in."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 closed by close()
        self.pages = 0
        self._digest = hashlib.sha256()

    @property
    def digest(self) -> str:
        """SHA-256 in hex of all pages that were put in."""
        return self._digest.hexdigest()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def put(self, frames: Sequence[Frame]) -> None:
        """The pages of one more card."""
        self.pages = len(frames)
        for frame in frames:
            said = json.dumps(page_data(Laid(frame))).encode()
            self._digest.update(said)
            data = zlib.compress(said, QUICK)
            self._file.write(_LENGTH.pack(len(data)) + data)

    def cards(self) -> Iterator[list[Stored]]:
        """The pages of each card, in the order in which they were put in."""
        self._file.seek(0)
        while True:
            card = []
            for _ in range(self.pages):
                head = self._file.read(_LENGTH.size)
                if not head:
                    return
                card.append(Stored(self._file.read(_LENGTH.unpack(head)[0])))
            yield card
