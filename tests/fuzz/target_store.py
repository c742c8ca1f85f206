"""Damaged and crafted entries of the store of prepared art: what prints is what was drawn."""

from __future__ import annotations

import hashlib
import tempfile
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


@cache
def _colours() -> ColourSpace:
    return ColourSpace((ROOT / "assets/icc/ISOcoated_v2_300_bas.icc").read_bytes())


@cache
def _right() -> tuple[Art, bytes]:
    """The drawing as it is prepared without a store, and its entry."""
    art = ArtCache(None).prepare(NAME, DRAWING, colour=_colours())
    with tempfile.TemporaryDirectory() as place:
        ArtCache(Path(place)).prepare(NAME, DRAWING, colour=_colours())
        (entry,) = Path(place).rglob("*.art")
        return art, entry.read_bytes()


def made(number: int, seed: int) -> bytes:
    """An entry that is damaged; half of them by somebody who puts its checksum right again."""
    dice = Random(f"{seed}/{number}")
    entry = _right()[1]
    body = damaged([entry[32:]], dice, dice.choice((BYTES, WORDS)))
    if dice.random() < 0.5:
        return hashlib.sha256(body).digest() + body
    return damaged([entry], dice, BYTES)


def judged(data: bytes) -> str:
    """Prepare the drawing with that entry in the store."""
    art, _ = _right()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        store = ArtCache(Path(place))
        store.prepare(NAME, DRAWING, colour=_colours())
        (entry,) = Path(place).rglob("*.art")
        entry.write_bytes(data)
        found = store.prepare(NAME, DRAWING, colour=_colours())
    if packed(found) != packed(art):
        raise ValueError("something else would be printed")
    return "as it was"


TARGET = Target("store", ".art", made, judged)
