"""Colours over a grid: what each becomes in print, and how inks look, to a tenth of a percent.

Formulas are held against coloraide, which knows nothing of us; what the profile decides is a table.
"""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from coloraide import Color
from PIL import Image
from tests import goldens
from tests.unit.draw.helpers import COLOURS, CORAL, PROFILE, SAND, TEAL

from samenspel.draw import ColourSpace
from samenspel.draw.tones import from_lightness, lightness_of, luminance
from samenspel.model.ink import BLACK, PAPER, Ink

LEVELS = (0, 40, 128, 200, 255)
INKS = (CORAL, TEAL, SAND, BLACK, PAPER, Ink(0, 0, 0, 40), Ink(60, 50, 50, 90), Ink(0, 0, 100, 0))


def inked(ink: Ink) -> str:
    return goldens.numbers(ink.c, ink.m, ink.y, ink.k, digits=1)


def test_screen_colours_become_the_inks_that_they_became() -> None:
    lines = [f"{rgb} {inked(COLOURS.ink(rgb))}\n" for rgb in product(LEVELS, repeat=3)]
    goldens.compare("colours-screen", "".join(lines))


def test_lab_colours_become_the_inks_that_they_became() -> None:
    grid = product((0, 62.5, 100), (-128, 0, 55), (-140, 0, 70, 130))
    lines = [f"{lab} {inked(COLOURS.ink_of_lab(lab))}\n" for lab in grid]
    goldens.compare("colours-lab", "".join(lines))


def test_inks_look_as_they_looked() -> None:
    lines = [
        f"{ink} on a screen {COLOURS.on_screen(ink)} as Lab {goldens.numbers(*lab)} contrast "
        f"{goldens.numbers(*(COLOURS.contrast(ink, other) for other in INKS))}\n"
        for ink, lab in zip(INKS, COLOURS.labs(INKS), strict=True)
    ]
    goldens.compare("colours-looks", "".join(lines))


def test_a_grey_gets_the_black_that_is_as_light() -> None:
    """Measured back through the profile, each grey is as light as on a screen, or solid."""
    darkest = COLOURS.labs([BLACK])[0][0]
    tints = COLOURS.grey_tints
    assert tints[0] == 100 and tints[255] == 0
    assert all(darker >= lighter for darker, lighter in pairwise(tints))
    for level in (40, 77, 128, 199, 240, 254):
        (light, _, _), wanted = COLOURS.labs([Ink(0, 0, 0, tints[level])])[0], lightness(level)
        assert light == pytest.approx(max(wanted, darkest), abs=0.6)
    solid = max(level for level in range(256) if tints[level] == 100)
    assert lightness(solid) <= darkest + 0.5 < lightness(solid + 2)


def lightness(level: int) -> float:
    return Color("srgb", [level / 255] * 3).convert("xyz-d65").convert("lab-d65")["lightness"]


@pytest.mark.parametrize("level", [0, 1, 9, 10, 11, 12, 64, 128, 200, 254, 255])
def test_light_is_what_the_standards_say(level: int) -> None:
    y = Color("srgb", [level / 255] * 3).luminance()
    assert luminance(level) == pytest.approx(y, abs=1e-6)
    assert lightness_of(luminance(level)) == pytest.approx(lightness(level), abs=1e-3)
    assert from_lightness(lightness(level)) == pytest.approx(y, abs=1e-5)


def test_a_grey_picture_is_black_alone_and_ends_in_solid_and_paper() -> None:
    row = Image.frombytes("L", (256, 1), bytes(range(256)))
    c, m, y, k = COLOURS.grey_picture(row).split()
    assert {plate.getextrema() for plate in (c, m, y)} == {(0, 0)}
    levels = k.tobytes()
    assert (levels[0], levels[255]) == (255, 0)
    assert all(darker >= lighter for darker, lighter in pairwise(levels))
    solid = sum(tint == 100 for tint in COLOURS.grey_tints)
    assert list(levels).count(255) < solid  # shadows keep their detail, where a flat grey is solid
    goldens.compare("colours-greys", " ".join(map(str, levels)) + "\n")


@pytest.mark.parametrize("limit", [200, 260, 300])
def test_a_picture_never_has_more_ink_than_the_press_takes(limit: float) -> None:
    narrow = ColourSpace(PROFILE, {}, limit)
    grid = Image.new("RGB", (len(LEVELS) ** 3, 1))
    grid.putdata(list(product(LEVELS, repeat=3)))
    found = narrow.picture(grid)
    totals = [sum(pixel) * 100 / 255 for pixel in found.get_flattened_data()]
    assert max(totals) <= limit + 0.4
    assert max(totals) > limit - 8
    free = ColourSpace(PROFILE, {}).picture(grid)
    for limited, usual in zip(found.get_flattened_data(), free.get_flattened_data(), strict=True):
        if sum(usual) * 100 / 255 <= limit:
            assert limited == usual
        else:
            assert abs(limited[3] - usual[3]) <= 255 * 0.5  # what is dark stays so
