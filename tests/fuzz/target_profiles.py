"""Damaged output profiles: refused before anything is drawn, or good for all colour."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from PIL import Image
from tests.fuzz.damage import BYTES, damaged
from tests.fuzz.deck_files import built_with
from tests.fuzz.harness import Target

from samenspel.draw import ColourSpace
from samenspel.errors import SamenspelError
from samenspel.preflight import profile_fault

ASSETS = Path(__file__).parents[2] / "assets/icc"
NAME = "icc/ISOcoated_v2_300_bas.icc"
HEAD = 600
"""Bytes at the beginning, in which a profile says how to read the rest."""


@cache
def _seeds() -> list[bytes]:
    return [path.read_bytes() for path in sorted(ASSETS.glob("*.icc"))]


def sound() -> bytes:
    """A profile as it is."""
    return _seeds()[0]


def made(number: int, seed: int) -> bytes:
    """A damaged profile; half are damaged where it matters most, half have lost their ID."""
    dice = Random(f"{seed}/{number}")
    data = dice.choice(_seeds())
    if dice.random() < 0.5:
        data = damaged([data[:HEAD]], dice, BYTES[:4]) + data[HEAD:]
    else:
        data = damaged(_seeds(), dice, BYTES)
    return data[:84] + bytes(16) + data[100:] if dice.random() < 0.5 else data


def judged(data: bytes) -> str:
    """Try it as a build does: its fault, or every use of it and a build."""
    if fault := profile_fault(data):
        return fault.split(":")[0]
    colours = ColourSpace(data, ink_limit=300)
    try:
        assert len(colours.grey_tints) == 256
        picture = colours.picture(Image.new("RGB", (4, 4), (200, 30, 90)))
        assert picture.size == (4, 4)
        assert 0 <= colours.ink((10, 120, 200)).total <= 400
    except SamenspelError:
        return "refused"
    return f"used: {built_with(NAME, data)}"


TARGET = Target("profiles", ".icc", made, judged, sound)
