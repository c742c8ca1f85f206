"""Prepared art kept on disk: by content, colours and tool version; always safe to delete.

An entry is a line of JSON and the parts it lists, under a seal; nothing in it is ever run, and none
that we did not put here is taken (``sealing``). Whatever is wrong with the cache (broken entries,
no room, no rights) only costs time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from dataclasses import replace
from pathlib import Path

from samenspel.diagnostics import Location
from samenspel.draw.art import prepare_art
from samenspel.draw.colour import ColourSpace
from samenspel.draw.entries import BROKEN_ENTRY, packed, unpacked
from samenspel.draw.sealing import Seal, read_plain
from samenspel.model.art import Art

VERSION = "12"
"""Raise this whenever prepared art becomes different, or its format on disk changes."""


class ArtCache:
    """A folder of prepared art; with ``None`` nothing is kept.

    The folder is made when the first entry is stored.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._seal = Seal(folder) if folder else None

    def prepare(
        self, name: str, data: bytes, *, colour: ColourSpace, location: Location | None = None
    ) -> Art:
        """As :func:`prepare_art`, from the folder when the same was prepared before."""
        if self._folder is None:
            return prepare_art(name, data, colour=colour, location=location)
        key = self.key(data, colour)
        known = self.load(key)
        if known is not None:
            return replace(known, name=name)
        art = prepare_art(name, data, colour=colour, location=location)
        self.store(key, art)
        return art

    @staticmethod
    def key(data: bytes, colour: ColourSpace) -> str:
        """The digest that an entry is filed under."""
        import PIL

        digest = hashlib.sha256(data)
        digest.update(f"|{colour.key}|{VERSION}|{PIL.__version__}".encode())
        return digest.hexdigest()

    def _path(self, key: str) -> Path:
        assert self._folder is not None
        return self._folder / key[:2] / f"{key[2:]}.art"

    def load(self, key: str) -> Art | None:
        """The art under a key; None when it is absent or anything is wrong with it."""
        if self._seal is None:
            return None
        try:
            return unpacked(self._seal.opened(key, read_plain(self._path(key))))
        except BROKEN_ENTRY:
            return None

    def store(self, key: str, art: Art) -> None:
        """Keep art under a key: written beside its place and moved there in one step."""
        if self._seal is None:
            return
        path = self._path(key)
        with contextlib.suppress(OSError):
            entry = self._seal.sealed(key, packed(art))
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".art-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(entry)
                Path(temporary).replace(path)
            except OSError:
                Path(temporary).unlink(missing_ok=True)
                raise
