"""Prepared art in the store: by content, colours and tool version.

An entry is a line of JSON and the parts it lists; nothing in it is ever run, and none that we did
not put there is taken (``store``).
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from samenspel.diagnostics import Location
from samenspel.draw.art import prepare_art
from samenspel.draw.colour import ColourSpace
from samenspel.draw.entries import BROKEN_ENTRY, packed, unpacked
from samenspel.model.art import Art
from samenspel.store import Store

VERSION = "13"
"""Raise this whenever prepared art becomes different, or its format on disk changes."""

KIND = "art"


class ArtCache:
    """Prepared art in the store in a folder; with ``None`` nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._store = Store(folder)

    def prepare(
        self, name: str, data: bytes, *, colour: ColourSpace, location: Location | None = None
    ) -> Art:
        """As :func:`prepare_art`, from the store when the same was prepared before."""
        if self._store.folder is None:
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
        return self._store.path(KIND, key)

    def load(self, key: str) -> Art | None:
        """The art under a key; None when it is absent or anything is wrong with it."""
        entry = self._store.get(KIND, key)
        try:
            return None if entry is None else unpacked(entry)
        except BROKEN_ENTRY:
            return None

    def store(self, key: str, art: Art) -> None:
        """Keep art under a key."""
        if self._store.folder is not None:
            self._store.put(KIND, key, packed(art))
