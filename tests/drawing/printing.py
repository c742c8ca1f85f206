"""The committed art as the generator prints it: prepared, and taken apart into inks and paths."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from tests.drawing.judging import NAMES
from tests.drawing.svgfiles import FILES, ROOT, filled, text_of

from samenspel.draw import ColourSpace, prepare_art
from samenspel.loading import open_presets
from samenspel.model.art import VectorArt
from samenspel.model.ink import Ink
from samenspel.presets import theme_named
from samenspel_drawing.palette import ACCENTS

INK_LIMIT = 240.0
"""Most ink on one spot, in per cent of the four plates together."""

PRESETS = open_presets(ROOT, ROOT)
THEME = theme_named(PRESETS, "samenspel")
PROFILE = PRESETS.asset("icc/ISOcoated_v2_300_bas.icc")


def tints_of(ink: Ink) -> tuple[float, float, float, float]:
    """Cyan, magenta, yellow and black in per cent."""
    return ink.c, ink.m, ink.y, ink.k


def _prepared(name: str, palette: dict[str, Ink]) -> VectorArt:
    colours = ColourSpace(PROFILE, {THEME.screen[n]: ink for n, ink in palette.items()})
    art = prepare_art(name, FILES[name].read_bytes(), colour=colours)
    assert isinstance(art, VectorArt) and art.notes == ()
    return art


@cache
def as_the_theme_prints(name: str) -> VectorArt:
    """A picture in the inks of the theme; prepared once."""
    return _prepared(name, dict(THEME.palette))


def inked(art: VectorArt) -> list[tuple[tuple[float, ...], str]]:
    """The art's fills in order: (ink, operators that make its path)."""
    parts = re.split(r"^([\d. ]+) k$", art.operators.decode(), flags=re.M)
    inks = [tuple(float(n) * 100 for n in numbers.split()) for numbers in parts[1::2]]
    return list(zip(inks, parts[2::2], strict=True))


def judge_accents(name: str) -> None:
    """All four at once, each with an ink of its own, so that none can take another's paths."""
    new = {accent: Ink(10 + i, 20, 30, 40) for i, accent in enumerate(ACCENTS)}
    before = inked(as_the_theme_prints(name))
    after = inked(_prepared(name, {**THEME.palette, **new}))
    fills = [NAMES[fill] for fill, _ in filled(text_of(FILES[name]))]
    assert len(fills) == len(before) == len(after)
    for colour, (old, path), (fresh, same_path) in zip(fills, before, after, strict=True):
        assert path == same_path
        wanted = new.get(colour, THEME.palette[colour])
        assert np.allclose(fresh, tints_of(wanted))
        assert (fresh != old) == (colour in new)
