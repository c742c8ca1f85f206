"""The theme's promises, measured through the output profile: contrast, and colours told apart."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image, ImageCms
from tests.decks import CONDITION_SET, ROOT
from tests.projects import builtin

from samenspel.layout.inks import ink_of
from samenspel.model.ink import BLACK, PAPER, Ink
from samenspel.presets import names, press_named, theme_named

PROJECT = builtin()
THEME = theme_named(PROJECT, "samenspel")
CONDITIONS = {one.id: one.style for one in CONDITION_SET.choices.values()}
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    # Machado, Oliveira, Fernandes 2009, severity 1.0, on linear sRGB
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def _transform() -> ImageCms.ImageCmsTransform:
    profile = PROJECT.asset(f"icc/{press_named(PROJECT, 'coated').profile}")
    return ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )


TRANSFORM = _transform()


def linear(ink: Ink) -> tuple[float, ...]:
    """The ink as linear sRGB, seen through the press profile."""
    pixel = tuple(round(tint * 2.55) for tint in (ink.c, ink.m, ink.y, ink.k))
    shown = ImageCms.applyTransform(Image.new("CMYK", (1, 1), pixel), TRANSFORM).getpixel((0, 0))
    values = [channel / 255 for channel in shown]
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)


def luminance(ink: Ink) -> float:
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear(ink), strict=True))


def contrast(first: Ink, second: Ink) -> float:
    """WCAG 2.2 contrast ratio."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    rows = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    white = (0.95047, 1.0, 1.08883)
    xyz = [
        sum(a * b for a, b in zip(row, rgb, strict=True)) / w
        for row, w in zip(rows, white, strict=True)
    ]
    f = [t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz]
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def seen(ink: Ink, sight: str) -> tuple[float, float, float]:
    rgb = linear(ink)
    mixed = [sum(a * b for a, b in zip(row, rgb, strict=True)) for row in SIGHT[sight]]
    return lab(tuple(min(1.0, max(0.0, value)) for value in mixed))


@pytest.mark.parametrize("sight", SIGHT)
def test_the_five_conditions_are_told_apart_in_every_kind_of_sight(sight):
    colours = {name: seen(style.strong, sight) for name, style in CONDITIONS.items()}
    for (one, a), (two, b) in combinations(colours.items(), 2):
        distance = sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5
        assert distance >= 30, f"{one} and {two} are {distance:.1f} apart in {sight} sight"


@pytest.mark.parametrize("name", CONDITIONS)
def test_text_has_contrast_on_every_ground(name):
    style = CONDITIONS[name]
    assert style.on_strong in (BLACK, PAPER)
    assert contrast(style.strong, style.on_strong) >= 4.5
    assert contrast(style.tint, BLACK) >= 7
    assert contrast(style.deep, THEME.paper_tint) >= 4.5


def test_no_flat_colour_exceeds_the_limit_of_any_press():
    limit = min(press_named(PROJECT, name).ink_limit for name in names(PROJECT, "presses"))
    inks = [*THEME.palette.values(), THEME.paper_tint, THEME.accent]
    for style in THEME.conditions.values():
        inks += [style.strong, style.tint, style.deep]
    assert max(ink.total for ink in inks) <= min(limit, 240)


REMINDERS = {path.stem[3:]: path for path in sorted((ROOT / "cards/nl").glob("1*.yaml"))}


@pytest.mark.parametrize("name", REMINDERS)
def test_a_cartoons_backdrop_stands_out_from_its_panel(name: str) -> None:
    """Its first shape is its backdrop, and the panel has the tint of the card's first condition."""
    first = re.search(r'fill="(#[0-9a-f]{6})"', PROJECT.asset(f"cartoons/{name}.svg").decode())
    assert first
    (backdrop,) = [name for name, screen in THEME.screen.items() if screen == first[1]]
    condition = re.search(r"^conditions: \[(\w+)", REMINDERS[name].read_text("utf-8"), re.M)
    assert condition
    one = lab(linear(THEME.palette[backdrop]))
    other = lab(linear(CONDITIONS[condition[1]].tint))
    assert sum((x - y) ** 2 for x, y in zip(one, other, strict=True)) ** 0.5 >= 12


@pytest.mark.parametrize(
    ("value", "ink"),
    [
        ([10, 20, 30, 40], Ink(10, 20, 30, 40)), ([10, 20, 30], None), ([1, 2, 3, 4, 5], None),
        ("teal", Ink(90, 0, 30, 0)), ("#ff0000", Ink(0, 100, 100, 0)), ("mauve", None),
        (Ink(1, 2, 3, 4), Ink(1, 2, 3, 4)), (7, None), (None, None),
    ],
)  # fmt: skip
def test_the_ink_that_a_field_stands_for(value: object, ink: Ink | None) -> None:
    named = {"teal": Ink(90, 0, 30, 0)}
    assert ink_of(value, named, lambda _: Ink(0, 100, 100, 0)) == ink
