"""The committed art as a press sees it: little ink, lines that read in grey, new accents."""

from __future__ import annotations

import re
from itertools import groupby

import numpy as np
import pytest
from tests.drawing.catalogue import QUICK
from tests.drawing.judging import NAMES, lightness
from tests.drawing.printing import (
    INK_LIMIT,
    THEME,
    as_the_theme_prints,
    inked,
    judge_accents,
    tints_of,
)
from tests.drawing.svgfiles import FILES, filled, text_of

from samenspel_drawing.palette import ACCENTS, PALETTE

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


@pytest.mark.parametrize("name", FILES)
def test_each_path_prints_its_colour_and_no_spot_takes_more_ink_than_the_limit(name):
    """Where plates overlap, what is painted later knocks out what lies below.

    That is PDF's paint model as long as nothing overprints: no graphics state, no blending. So
    the ink on a spot is that of the topmost colour, and each fill's own sum is the judge.
    """
    art = as_the_theme_prints(name)
    assert not re.search(r"\b(gs|sh|Do|scn?|SCN?|[Gg]|RG|rg|K)\b", art.operators.decode())
    colours = [NAMES[fill] for fill, _ in filled(text_of(FILES[name]))]
    in_turn = [colour for colour, _ in groupby(colours)]  # an ink that is set already stays
    for colour, (ink, _) in zip(in_turn, inked(art), strict=True):
        assert np.allclose(ink, tints_of(THEME.palette[colour]))
        assert sum(ink) <= INK_LIMIT


# -- black alone ----------------------------------------------------------------------------------


def test_lines_stand_out_from_every_colour_in_greys():
    """Ink is at least 22 L* darker than any fill (it is 11 L*), so lines read in grey anywhere."""
    ink = lightness(PALETTE["ink"].screen)
    for colour in PALETTE.values():
        assert colour.name == "ink" or lightness(colour.screen) - ink >= 22, colour.name


def test_four_colours_are_accents():
    assert ACCENTS == ("coral", "mustard", "teal", "navy")


@pytest.mark.parametrize("name", QUICK)
def test_an_accent_recolours_exactly_its_own_paths(name):
    judge_accents(name)
