"""Prepared art kept on disk: by content, colours and tool version; always safe to delete.

An entry is a line of JSON and the parts it lists, with a checksum over all; nothing in it is ever
run. Whatever is wrong with the cache (broken entries, no room, no rights) only costs time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from samenspel.diagnostics import Location
from samenspel.draw.art import prepare_art
from samenspel.draw.colour import ColourSpace
from samenspel.model.art import Art, PictureArt, VectorArt

VERSION = "6"
"""Raise this whenever prepared art comes out differently, or its format on disk changes."""

LEVEL = 6

_BROKEN = (
    OSError, ValueError, KeyError, TypeError, AttributeError, zlib.error, StopIteration,
)  # fmt: skip


class ArtCache:
    """A folder of prepared art; with ``None`` nothing is kept.

    The folder is made when the first entry is stored.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

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
        if self._folder is None:
            return None
        try:
            return _unpack(self._path(key).read_bytes())
        except _BROKEN:
            return None

    def store(self, key: str, art: Art) -> None:
        """Keep art under a key: written beside its place and moved there in one step."""
        if self._folder is None:
            return
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".art-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_pack(art))
                Path(temporary).replace(path)
            except OSError:
                Path(temporary).unlink(missing_ok=True)
                raise


def _pack(art: Art) -> bytes:
    facts, parts = _taken_apart(art)
    facts["parts"] = [len(part) for part in parts]
    body = json.dumps(facts).encode() + b"\n" + b"".join(parts)
    return hashlib.sha256(body).digest() + body


def _taken_apart(art: Art) -> tuple[dict[str, Any], list[bytes]]:
    """What art says of itself, and its data."""
    facts: dict[str, Any] = {"width": art.width, "height": art.height, "notes": art.notes}
    if isinstance(art, VectorArt):
        found = [_taken_apart(inset) for inset in art.insets]
        facts |= {"kind": "vector", "pixels": art.pixels, "insets": [one for one, _ in found]}
        first = art.packed or zlib.compress(art.operators, LEVEL)
        return facts, [first, *(part for _, parts in found for part in parts)]
    held = [name for name in _LAYERS if getattr(art, name) is not None]
    facts |= {"kind": "picture", "encoding": art.encoding, "inverted": art.inverted}
    facts |= {"detail": art.detail, "layers": held}
    return facts, [art.data, *(getattr(art, name) for name in held)]


_LAYERS = ("alpha", "screen", "cover")


def _unpack(entry: bytes) -> Art:
    checksum, body = entry[:32], entry[32:]
    if hashlib.sha256(body).digest() != checksum:
        raise ValueError("the entry is broken")
    head, _, rest = body.partition(b"\n")
    facts = json.loads(head)
    parts: list[bytes] = []
    for size in facts["parts"]:
        parts.append(rest[:size])
        rest = rest[size:]
    return _put_together(facts, iter(parts))


def _put_together(facts: dict[str, Any], parts: Iterator[bytes]) -> Art:
    size, notes = (facts["width"], facts["height"]), tuple(facts["notes"])
    if facts["kind"] == "vector":
        packed = next(parts)
        insets = tuple(_picture(one, parts) for one in facts["insets"])
        operators = zlib.decompress(packed)
        return VectorArt("", *size, operators, notes, packed, insets, facts["pixels"])
    return _picture(facts, parts)


def _picture(facts: dict[str, Any], parts: Iterator[bytes]) -> PictureArt:
    return PictureArt(
        "",
        facts["width"],
        facts["height"],
        next(parts),
        facts["encoding"],
        facts["inverted"],
        tuple(facts["notes"]),
        detail=facts["detail"],
        **{name: next(parts) for name in facts["layers"]},
    )
