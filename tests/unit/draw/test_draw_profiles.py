"""The profiles that are shipped: what they are for, and how much ink they give."""

from __future__ import annotations

import io
from itertools import product

import pytest
from PIL import Image, ImageCms
from tests.unit.draw.helpers import PALETTE, ROOT

from samenspel.builtin import builtin_deck
from samenspel.draw import ColourSpace
from samenspel.draw.tones import parse_hex
from samenspel.loading import open_project
from samenspel.model.ink import PAPER
from samenspel.presets import press_named

PRESSES = ("coated", "coated-330", "uncoated")
SOLIDS = {
    "coated": {
        (0, 0, 0, 0): (95, 0, -2),
        (100, 0, 0, 0): (55, -37, -50),
        (0, 100, 0, 0): (48, 74, -3),
        (0, 0, 100, 0): (89, -5, 93),
        (0, 0, 0, 100): (16, 0, 0),
    },
    "uncoated": {
        (0, 0, 0, 0): (95, 0, -2),
        (100, 0, 0, 0): (60, -26, -44),
        (0, 100, 0, 0): (56, 61, -1),
        (0, 0, 100, 0): (89, -4, 78),
        (0, 0, 0, 100): (31, 1, 1),
    },
}
"""CIE L*a*b* of paper and solid inks, ISO 12647-2:2004/Amd 1, paper types 1 and 4."""


def profile(press: str) -> tuple[bytes, float]:
    """A press's profile and its limit of ink."""
    project = open_project(builtin_deck(), builtin_deck())
    found = press_named(project, press)
    return (ROOT / "assets/icc" / found.profile).read_bytes(), found.ink_limit


@pytest.mark.parametrize("press", PRESSES)
def test_it_is_a_printers_profile_for_every_standard(press: str) -> None:
    data, _ = profile(press)
    assert (data[12:16], data[16:20], data[36:40]) == (b"prtr", b"CMYK", b"acsp")
    assert data[8] == 2


@pytest.mark.parametrize("press", PRESSES)
def test_it_gives_no_more_ink_than_the_press_takes(press: str) -> None:
    data, limit = profile(press)
    levels = range(0, 256, 17)
    colours = Image.new("RGB", (len(levels) ** 3, 1))
    colours.putdata(list(product(levels, repeat=3)))
    tints = ColourSpace(data).picture(colours).tobytes()
    most = max(sum(tints[at : at + 4]) for at in range(0, len(tints), 4))
    assert 240 < most / 2.55 <= limit


@pytest.mark.parametrize("press", PRESSES)
def test_white_and_named_builds_are_the_same_on_every_stock(press: str) -> None:
    space = ColourSpace(profile(press)[0], PALETTE)
    assert space.ink((255, 255, 255)) == space.ink((254, 254, 254)) == PAPER
    for name, ink in PALETTE.items():
        assert space.ink(parse_hex(name)) == ink


@pytest.mark.parametrize("press", SOLIDS)
def test_solid_inks_look_as_the_standard_says(press: str) -> None:
    transform = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(profile(press)[0])),
        ImageCms.createProfile("LAB"),
        "CMYK",
        "LAB",
        renderingIntent=ImageCms.Intent.ABSOLUTE_COLORIMETRIC,
    )
    for tints, (light, a, b) in SOLIDS[press].items():
        pixel = Image.new("CMYK", (1, 1), tuple(round(tint * 2.55) for tint in tints))
        seen = ImageCms.applyTransform(pixel, transform)
        assert seen is not None
        found = seen.tobytes()
        apart = (found[0] / 2.55 - light, (found[1] ^ 128) - 128 - a, (found[2] ^ 128) - 128 - b)
        assert sum(part**2 for part in apart) ** 0.5 < 2.5, (tints, apart)
