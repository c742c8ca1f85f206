"""Pictures of pages between previews: in the store, by all that they are drawn from."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

from PIL import Image

from samenspel.store import Store

KIND = "picture"
_LENGTH = 4
"""Bytes that say how long the picture's file is, which stands before the face."""


class PictureGoneError(LookupError):
    """A picture that was there when the pages were drawn, and is not any more."""


@dataclass(slots=True)
class Shot:
    """How a page looks."""

    picture: bytes
    """As a file."""
    packed: bytes = b""
    """As it stands on a contact sheet: its pixels, compressed; empty for what stands on none."""
    _face: Image.Image | None = None

    @classmethod
    def drawn(cls, picture: bytes, face: Image.Image | None) -> Shot:
        """A page that was drawn just now."""
        return cls(picture, zlib.compress(face.tobytes(), 1) if face else b"", face)

    def face(self, size: tuple[int, int]) -> Image.Image:
        """As it stands on a contact sheet, with a size in pixels that its key stands for."""
        return self._face or Image.frombytes("RGB", size, zlib.decompress(self.packed))


class KeptPictures:
    """Pictures in a store. What was known when it was asked for first is so for the whole run."""

    def __init__(self, store: Store, look: str) -> None:
        """``look`` is what the pictures of a run have in common, such as how fine they are."""
        self._store, self._look = store, look
        self._known: dict[str, bool] = {}

    def has(self, key: str) -> bool:
        """Whether a page is known by a key."""
        if key not in self._known:
            self._known[key] = self.get(key) is not None
        return self._known[key]

    def was_known(self, key: str) -> bool:
        """What ``has`` answered, for a key of which it was asked."""
        return self._known.get(key, False)

    def get(self, key: str) -> Shot | None:
        """The picture under a key; ``None`` when there is none."""
        entry = self._store.get(KIND, self._name(key))
        if entry is None:
            return None
        end = _LENGTH + int.from_bytes(entry[:_LENGTH], "big")
        return Shot(entry[_LENGTH:end], entry[end:])

    def at(self, key: str) -> Shot:
        """The picture under a key that was known. Raises PictureGoneError."""
        shot = self.get(key)
        if shot is None:
            raise PictureGoneError(key)
        return shot

    def put(self, key: str, shot: Shot) -> Shot:
        """Keep a picture; without a key it is not kept."""
        if key:
            length = len(shot.picture).to_bytes(_LENGTH, "big")
            self._store.put(KIND, self._name(key), length + shot.picture + shot.packed)
        return shot

    def _name(self, key: str) -> str:
        return hashlib.sha256(f"{key}|{self._look}".encode()).hexdigest()
