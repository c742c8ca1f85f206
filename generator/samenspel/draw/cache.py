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
from samenspel.draw.logos import LogoLook, logo_look, packed_look, unpacked_look
from samenspel.draw.shipped import shipped
from samenspel.model.art import Art, VectorArt
from samenspel.model.ink import Ink
from samenspel.store import Store, program

VERSION = "15"
"""Raise this whenever prepared art becomes different, or its format on disk changes."""

KIND, LOOK = "art", "look"


HELD = 64
"""So many drawings are held in memory between builds."""


class ArtCache:
    """Prepared art in the store in a folder; with ``None`` nothing is written.

    With ``held`` what was prepared or loaded last stays in memory, for the next build of this
    process. What comes with samenspel is in the folder ``beside``.
    """

    def __init__(
        self, folder: Path | None, *, held: bool = False, beside: Path | None = None
    ) -> None:
        self._store, self._beside = Store(folder), beside
        self._held: dict[str, Art] | None = {} if held else None

    def prepare(
        self, name: str, data: bytes, *, colour: ColourSpace, location: Location | None = None
    ) -> Art:
        """As :func:`prepare_art`, from the store when the same was prepared before."""
        if self._store.folder is None and self._held is None:
            return prepare_art(name, data, colour=colour, location=location)
        key = self.key(data, colour)
        known = self._held.get(key) if self._held is not None else None
        known = known or self.load(key) or self._brought(key)
        if known is None:
            known = prepare_art(name, data, colour=colour, location=location)
            self.store(key, known)
        self._hold(key, known)
        return replace(known, name=name)

    def _hold(self, key: str, art: Art) -> None:
        """Hold a drawing in memory, the oldest going first; pictures may be far too large."""
        if self._held is None or not isinstance(art, VectorArt) or art.insets:
            return
        self._held.pop(key, None)
        while len(self._held) >= HELD:
            del self._held[next(iter(self._held))]
        self._held[key] = art

    def logo_look(
        self, art: Art, of: str, ground: Ink, width: float, colours: ColourSpace
    ) -> LogoLook:
        """As :func:`samenspel.draw.logos.logo_look`, from the store when it was measured before.

        ``of`` is a digest of all that the art was made of.
        """
        said = f"{program()}|{of}|{ground}|{width}|{colours.key}"
        key = hashlib.sha256(said.encode()).hexdigest()
        known = self._store.get(LOOK, key)
        if known is not None:
            return unpacked_look(known)
        look = logo_look(art, ground, width, colours)
        self._store.put(LOOK, key, packed_look(look))
        return look

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
        return _unpacked(self._store.get(KIND, key))

    def _brought(self, key: str) -> Art | None:
        return _unpacked(shipped(self._beside, key))

    def store(self, key: str, art: Art) -> None:
        """Keep art under a key."""
        if self._store.folder is not None:
            self._store.put(KIND, key, packed(art))


def _unpacked(entry: bytes | None) -> Art | None:
    try:
        return None if entry is None else unpacked(entry)
    except BROKEN_ENTRY:
        return None
