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
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

from samenspel.diagnostics import Location
from samenspel.draw.art import prepare_art
from samenspel.draw.colour import ColourSpace
from samenspel.model.art import Art, PictureArt, VectorArt
from samenspel.model.frame import Box

VERSION = "6"
"""Raise this whenever prepared art comes out differently, or its format on disk changes."""

LEVEL = 6


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
        except (OSError, ValueError, KeyError, TypeError, AttributeError, zlib.error):
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
    facts: dict[str, Any] = {"width": art.width, "height": art.height, "notes": art.notes}
    facts["seen"] = astuple(art.seen) if art.seen else None
    if isinstance(art, VectorArt):
        facts["kind"] = "vector"
        parts = [art.packed or zlib.compress(art.operators, LEVEL)]
    else:
        facts |= {"kind": "picture", "encoding": art.encoding, "inverted": art.inverted}
        parts = [art.data] if art.alpha is None else [art.data, art.alpha]
    facts["parts"] = [len(part) for part in parts]
    body = json.dumps(facts).encode() + b"\n" + b"".join(parts)
    return hashlib.sha256(body).digest() + body


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
    notes = tuple(facts["notes"])
    seen = Box(*map(float, facts["seen"])) if facts["seen"] else None
    if facts["kind"] == "vector":
        operators = zlib.decompress(parts[0])
        return VectorArt("", facts["width"], facts["height"], operators, notes, parts[0], seen)
    return PictureArt(
        "",
        facts["width"],
        facts["height"],
        parts[0],
        facts["encoding"],
        facts["inverted"],
        notes,
        alpha=parts[1] if len(parts) > 1 else None,
        seen=seen,
    )
