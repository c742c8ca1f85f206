"""The committed art as a press sees it: little ink, lines that read in grey, new accents."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import pytest
from tests.decks import ROOT
from tests.drawing.judging import NAMES, lightness
from tests.drawing.svgfiles import FILES, filled, text_of

from samenspel.draw import ColourSpace, prepare_art
from samenspel.loading import open_project, select
from samenspel.model.art import VectorArt
from samenspel.model.ink import Ink
from samenspel.presets import deck_theme, theme_named
from samenspel_drawing.palette import ACCENTS, PALETTE

INK_LIMIT = 240.0
"""Most ink on one spot, in per cent of the four plates together."""

PICTURES = [name for name in FILES if not name.startswith("logos/")]
PROJECT = open_project(ROOT, ROOT)
THEME = theme_named(PROJECT, "samenspel")
PROFILE = PROJECT.asset("icc/ISOcoated_v2_300_bas.icc")


# -- ink ------------------------------------------------------------------------------------------


def test_the_theme_prints_every_colour_as_the_palette_says():
    assert {name: THEME.screen[name] for name in PALETTE} == {
        name: colour.screen for name, colour in PALETTE.items()
    }
    for name, colour in PALETTE.items():
        ink = THEME.palette[name]
        assert (ink.c, ink.m, ink.y, ink.k) == colour.press


def test_no_colour_takes_more_ink_than_the_limit():
    for colour in PALETTE.values():
        assert sum(colour.press) <= INK_LIMIT, colour.name


@pytest.mark.parametrize("region_id", PROJECT.regions)
def test_no_regions_colour_takes_more_ink_than_the_limit(region_id):
    theme = deck_theme(THEME, select(PROJECT, region_id, "nl"))
    for name, ink in theme.palette.items():
        assert ink.c + ink.m + ink.y + ink.k <= INK_LIMIT, name


def _prepared(name: str, palette: dict[str, Ink]) -> VectorArt:
    colours = ColourSpace(PROFILE, {THEME.screen[n]: ink for n, ink in palette.items()})
    art = prepare_art(name, FILES[name].read_bytes(), colour=colours)
    assert isinstance(art, VectorArt) and art.notes == ()
    return art


@cache
def _as_the_theme_prints(name: str) -> VectorArt:
    return _prepared(name, dict(THEME.palette))


def _inked(art: VectorArt) -> list[tuple[tuple[float, ...], str]]:
    """The art's fills in order: (ink, operators that make its path)."""
    parts = re.split(r"^([\d. ]+) k$", art.operators.decode(), flags=re.M)
    inks = [tuple(float(n) * 100 for n in numbers.split()) for numbers in parts[1::2]]
    return list(zip(inks, parts[2::2], strict=True))


@pytest.mark.parametrize("name", FILES)
def test_no_spot_takes_more_ink_than_the_limit(name):
    """Where plates overlap, what is painted later knocks out what lies below.

    That is PDF's paint model as long as nothing overprints: no graphics state, no blending. So
    the ink on a spot is that of the topmost colour, and each fill's own sum is the judge.
    """
    art = _as_the_theme_prints(name)
    assert not re.search(r"\b(gs|sh|Do|scn?|SCN?|[Gg]|RG|rg|K)\b", art.operators.decode())
    fills = _inked(art)
    assert fills
    assert max(sum(ink) for ink, _ in fills) <= INK_LIMIT


# -- black alone ----------------------------------------------------------------------------------


def test_lines_stand_out_from_every_colour_in_greys():
    """Ink is at least 22 L* darker than any fill (it is 11 L*), so lines read in grey anywhere."""
    ink = lightness(PALETTE["ink"].screen)
    for colour in PALETTE.values():
        assert colour.name == "ink" or lightness(colour.screen) - ink >= 22, colour.name


def test_four_colours_are_accents():
    assert ACCENTS == ("coral", "mustard", "teal", "navy")


@pytest.mark.parametrize("name", PICTURES)
def test_an_accent_recolours_exactly_its_own_paths(name):
    """All four at once, each with an ink of its own, so that none can take another's paths."""
    new = {accent: Ink(10 + i, 20, 30, 40) for i, accent in enumerate(ACCENTS)}
    before = _inked(_as_the_theme_prints(name))
    after = _inked(_prepared(name, {**THEME.palette, **new}))
    fills = [NAMES[fill] for fill, _ in filled(text_of(FILES[name]))]
    assert len(fills) == len(before) == len(after)
    for colour, (old, path), (fresh, same_path) in zip(fills, before, after, strict=True):
        assert path == same_path
        wanted = new.get(colour, THEME.palette[colour])
        assert np.allclose(fresh, (wanted.c, wanted.m, wanted.y, wanted.k))
        assert (fresh != old) == (colour in new)
