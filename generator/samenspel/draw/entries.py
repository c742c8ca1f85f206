"""Prepared art as bytes, for the cache and between processes; nothing in them is ever run."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import astuple, replace
from typing import Any

from samenspel import saying
from samenspel.draw.packing import LEVEL
from samenspel.model.art import Art, PictureArt, PlacedArt, Shading, VectorArt
from samenspel.model.frame import Box
from samenspel.model.ink import Ink

BROKEN_ENTRY = (
    OSError, ValueError, KeyError, TypeError, AttributeError, zlib.error, StopIteration,
)  # fmt: skip


def packed(art: Art) -> bytes:
    """Art as an entry: a checksum, a line of JSON and the parts that it lists."""
    facts, parts = _taken_apart(art)
    facts["parts"] = [len(part) for part in parts]
    body = json.dumps(facts).encode() + b"\n" + b"".join(parts)
    return hashlib.sha256(body).digest() + body


def _taken_apart(art: Art) -> tuple[dict[str, Any], list[bytes]]:
    """What art says of itself, and its data."""
    facts: dict[str, Any]
    if isinstance(art, PlacedArt):
        facts = {name: getattr(art, name) for name in _PLACED} | {"notes": _notes(art)}
        spots = [(name, look.hex()) for name, look in art.spots]
        return {"kind": "placed", **facts, "spots": spots}, [art.data]
    facts = {"width": art.width, "height": art.height, "notes": _notes(art)}
    facts["seen"] = astuple(art.seen) if art.seen else None
    if isinstance(art, VectorArt):
        found = [_taken_apart(inset) for inset in art.insets]
        facts |= {"kind": "vector", "pixels": art.pixels, "insets": [one for one, _ in found]}
        facts["shadings"] = [_shading_facts(one) for one in art.shadings]
        first = art.packed or zlib.compress(art.operators, LEVEL)
        return facts, [first, *(part for _, parts in found for part in parts)]
    held = [name for name in _LAYERS if getattr(art, name) is not None]
    facts |= {"kind": "picture", "encoding": art.encoding, "inverted": art.inverted}
    facts |= {"detail": art.detail, "few": art.few_colours, "layers": held}
    return facts, [art.data, *(getattr(art, name) for name in held)]


def _notes(art: Art) -> list[Any]:
    return [saying.packed(note) for note in art.notes]


def _noted(facts: dict[str, Any]) -> tuple[str, ...]:
    return tuple(map(saying.unpacked, facts["notes"]))


_LAYERS = ("alpha", "screen", "cover")
_PLACED = ("width", "height", "notes", "fonts", "modern", "overprints")


def unpacked(entry: bytes, name: str = "") -> Art:
    """The art of an entry, called ``name``. Raises what ``BROKEN_ENTRY`` lists."""
    checksum, body = entry[:32], entry[32:]
    if hashlib.sha256(body).digest() != checksum:
        raise ValueError("the entry is broken")
    head, _, rest = body.partition(b"\n")
    facts = json.loads(head)
    parts: list[bytes] = []
    for size in facts["parts"]:
        parts.append(rest[:size])
        rest = rest[size:]
    return replace(_put_together(facts, iter(parts)), name=name)


def _put_together(facts: dict[str, Any], parts: Iterator[bytes]) -> Art:
    if facts["kind"] == "placed":
        spots = tuple((name, bytes.fromhex(look)) for name, look in facts["spots"])
        kept: dict[str, Any] = {name: tuple(facts[name]) for name in ("fonts", "modern")}
        kept["notes"] = _noted(facts)
        size, overprints = (facts["width"], facts["height"]), bool(facts["overprints"])
        return PlacedArt("", *size, next(parts), **kept, spots=spots, overprints=overprints)
    size, notes = (facts["width"], facts["height"]), _noted(facts)
    if facts["kind"] == "vector":
        packed = next(parts)
        insets = tuple(_picture(one, parts) for one in facts["insets"])
        operators = zlib.decompress(packed)
        art = VectorArt("", *size, operators, notes, packed, insets, facts["pixels"])
        shadings = tuple(_shading(*one) for one in facts["shadings"])
        return replace(art, seen=_seen(facts), shadings=shadings)
    return _picture(facts, parts)


def _shading_facts(shading: Shading) -> list[Any]:
    return [shading.matrix, shading.coords, [[at, *ink.tints] for at, ink in shading.steps]]


def _shading(matrix: list[float], coords: list[float], steps: list[list[float]]) -> Shading:
    a, b, c, d, e, f = matrix
    return Shading((a, b, c, d, e, f), tuple(coords), tuple((at, Ink(*ink)) for at, *ink in steps))


def _picture(facts: dict[str, Any], parts: Iterator[bytes]) -> PictureArt:
    data = next(parts)
    layers: dict[str, Any] = {name: next(parts) for name in facts["layers"]}
    return PictureArt(
        "",
        facts["width"],
        facts["height"],
        data,
        facts["encoding"],
        facts["inverted"],
        _noted(facts),
        detail=facts["detail"],
        few_colours=facts["few"],
        seen=_seen(facts),
        **layers,
    )


def _seen(facts: dict[str, Any]) -> Box | None:
    return Box(*map(float, facts["seen"])) if facts["seen"] else None
