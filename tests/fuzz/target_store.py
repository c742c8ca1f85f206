"""Damaged and crafted entries of the store of prepared art: what prints is what was drawn."""

from __future__ import annotations

import hashlib
import tempfile
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from tests.fuzz.damage import BYTES, WORDS, damaged
from tests.fuzz.harness import Target

from samenspel.draw import ArtCache, ColourSpace
from samenspel.draw.entries import packed
from samenspel.model.art import Art

ROOT = Path(__file__).parents[2]
DRAWING = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
<path fill="#e11" d="M0 0h9v9z"/><circle cx="4" cy="4" r="2" fill="#1a7"/></svg>"""
NAME = "cartoons/x.svg"
STORE, SECRET = "store", ".store-key"
WHOLE = 8
"""One drawing in so many is prepared again, which takes most of the time."""


@cache
def _colours() -> ColourSpace:
    return ColourSpace((ROOT / "assets/icc/ISOcoated_v2_300_bas.icc").read_bytes())


@cache
def _right() -> tuple[Art, bytes, bytes]:
    """The drawing as it is prepared without a store, its entry, and the secret of the store."""
    art = ArtCache(None).prepare(NAME, DRAWING, colour=_colours())
    with tempfile.TemporaryDirectory() as place:
        ArtCache(Path(place, STORE)).prepare(NAME, DRAWING, colour=_colours())
        (entry,) = Path(place).rglob("*.art")
        return art, entry.read_bytes(), Path(place, SECRET).read_bytes()


def sound() -> bytes:
    """An entry as it is."""
    return _right()[1]


def made(number: int, seed: int) -> bytes:
    """An entry that is damaged; half of them by somebody who puts its checksum right again."""
    dice = Random(f"{seed}/{number}")
    entry = _right()[1]
    body = damaged([entry[32:]], dice, dice.choice((BYTES, WORDS)))
    if dice.random() < 0.5:
        return hashlib.sha256(body).digest() + body
    return damaged([entry], dice, BYTES)


def judged(data: bytes) -> str:
    """Ask for the drawing with that entry in the store; one in so many is made anew too."""
    art = _right()[0]
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        Path(place, SECRET).write_bytes(_right()[2])
        store, key = ArtCache(Path(place, STORE)), ArtCache.key(DRAWING, _colours())
        entry = Path(place, STORE, key[:2], f"{key[2:]}.art")
        entry.parent.mkdir(parents=True)
        entry.write_bytes(data)
        found = store.load(key)
        said = "made anew" if found is None else "as it was"
        if found is None and zlib.crc32(data) % WHOLE == 0:
            found = store.prepare(NAME, DRAWING, colour=_colours())
    if found is not None and packed(replace(found, name=NAME)) != packed(art):
        raise ValueError("something else would be printed")
    return said


TARGET = Target("store", ".art", made, judged, sound)
