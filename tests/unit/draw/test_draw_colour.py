"""Screen colours to inks."""

from __future__ import annotations

import struct
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from tests.unit.draw.helpers import COLOURS, CORAL, PALETTE, PROFILE, codes

from samenspel.diagnostics import Location
from samenspel.draw import ColourSpace
from samenspel.draw.pixels import plain
from samenspel.draw.tones import (
    GREY_SLACK,
    from_lightness,
    lightness_of,
    luminance,
    parse_hex,
)
from samenspel.errors import ContentError
from samenspel.model.ink import BLACK, PAPER, Ink

PATIENT = settings(deadline=None)
CHANNEL = st.integers(0, 255)
RGB = st.tuples(CHANNEL, CHANNEL, CHANNEL)


def lab(ink: Ink) -> tuple[float, float, float]:
    """What an ink looks like through the profile, paper taken as white."""
    import io

    tints = tuple(round(tint * 2.55) for tint in (ink.c, ink.m, ink.y, ink.k))
    output = ImageCms.ImageCmsProfile(io.BytesIO(PROFILE))
    transform = ImageCms.buildTransform(
        output,
        ImageCms.createProfile("LAB"),
        "CMYK",
        "LAB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    seen = ImageCms.applyTransform(Image.new("CMYK", (1, 1), tints), transform)
    assert seen is not None
    light, a, b = seen.tobytes()
    return light / 2.55, (a ^ 128) - 128, (b ^ 128) - 128


def lightness(level: int) -> float:
    share = level / 255
    y = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


@pytest.mark.parametrize("lightness", [0, 1, 7.9, 8, 8.1, 50, 100])
def test_lightness_and_luminance_lead_to_each_other(lightness: float) -> None:
    assert lightness_of(from_lightness(lightness)) == pytest.approx(lightness, abs=1e-4)


def test_luminance_is_that_of_the_srgb_standard() -> None:
    assert [luminance(level) for level in (0, 10, 11, 128, 255)] == pytest.approx(
        [0, 10 / 255 / 12.92, 0.003347, 0.215861, 1], abs=1e-6
    )


def test_palette_colours_are_exact() -> None:
    for name, ink in PALETTE.items():
        assert COLOURS.ink(parse_hex(name)) == ink


def test_palette_wins_over_the_rules_for_black_white_and_grey() -> None:
    own = ColourSpace(
        PROFILE, {"#000": Ink(40, 0, 0, 100), "#ffffff": Ink(0, 0, 2, 0), "#808080": CORAL}
    )
    assert own.ink((0, 0, 0)) == Ink(40, 0, 0, 100)
    assert own.ink((255, 255, 255)) == Ink(0, 0, 2, 0)
    assert own.ink((128, 128, 128)) == CORAL


def test_black_is_black_ink_and_white_is_paper() -> None:
    assert COLOURS.ink((0, 0, 0)) == BLACK
    assert COLOURS.ink((255, 255, 255)) == PAPER


@PATIENT
@given(CHANNEL, st.integers(-GREY_SLACK // 2, GREY_SLACK // 2), st.integers(-1, 1))
def test_greys_print_on_black_alone(level: int, green: int, blue: int) -> None:
    rgb = (level, *(min(max(level + step, 0), 255) for step in (green, blue)))
    ink = ColourSpace(PROFILE).ink(rgb)  # type: ignore[arg-type]
    assert ink.c == ink.m == ink.y == 0


@pytest.mark.parametrize("level", range(48, 256, 9))
def test_greys_are_as_light_as_on_screen(level: int) -> None:
    assert lab(COLOURS.ink((level, level, level)))[0] == pytest.approx(lightness(level), abs=0.6)


def test_grey_tints_never_turn() -> None:
    tints = COLOURS.grey_tints
    assert tints[0] == 100 and tints[255] == 0
    assert all(dark >= light for dark, light in pairwise(tints))


@pytest.mark.parametrize(
    "name",
    ["#231f20", "#1f1a17", "#1a171b", "#2b2a29", "#373435", "#211915", "#1b1918", "#020101"],
)
def test_near_blacks_of_drawing_programs_are_solid_black(name: str) -> None:
    assert ColourSpace(PROFILE).ink(parse_hex(name)) == BLACK


def test_a_near_black_that_is_lighter_is_a_grey_of_black_ink() -> None:
    ink = COLOURS.ink(parse_hex("#3e3a39"))
    assert (ink.c, ink.m, ink.y) == (0, 0, 0) and 90 < ink.k < 96


@pytest.mark.parametrize("name", ["#000033", "#1b1464", "#002b36", "#330000", "#101828"])
def test_dark_colours_stay_colours(name: str) -> None:
    ink = COLOURS.ink(parse_hex(name))
    assert max(ink.c, ink.m) > 30


def test_nearly_grey_is_not_grey() -> None:
    ink = COLOURS.ink((120, 120, 124))
    assert ink.c > 0 and ink.m > 0


@PATIENT
@given(RGB)
def test_any_colour_is_an_ink_within_the_profile_s_limit(rgb: tuple[int, int, int]) -> None:
    ink = COLOURS.ink(rgb)
    assert ink.total <= 301
    assert COLOURS.ink(rgb) is ink


@pytest.mark.parametrize("rgb", [(200, 120, 90), (90, 140, 110), (230, 200, 60), (120, 110, 150)])
def test_colours_inside_the_gamut_look_the_same_in_print(rgb: tuple[int, int, int]) -> None:
    source = Image.new("RGB", (1, 1), rgb)
    seen = ImageCms.profileToProfile(
        source, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert seen is not None
    light, a, b = seen.tobytes()
    wanted = (light / 2.55, (a ^ 128) - 128, (b ^ 128) - 128)
    found = lab(COLOURS.ink(rgb))
    assert sum((p - q) ** 2 for p, q in zip(wanted, found, strict=True)) ** 0.5 < 4


def test_grey_pictures_hold_black_only_and_keep_shadow_detail() -> None:
    ramp = Image.new("L", (256, 1))
    ramp.putdata(list(range(256)))
    cyan, magenta, yellow, black = COLOURS.grey_picture(ramp).split()
    assert {plate.getextrema() for plate in (cyan, magenta, yellow)} == {(0, 0)}
    levels = list(black.tobytes())
    assert levels[0] == 255 and levels[255] == 0
    assert levels == sorted(levels, reverse=True)
    assert len(set(levels[:48])) > 15


@pytest.mark.parametrize("rgb", [(255,) * 3, (254,) * 3, (254, 255, 255), (255, 254, 254)])
def test_white_and_what_is_nearly_white_is_paper(rgb: tuple[int, int, int]) -> None:
    assert COLOURS.ink(rgb) == PAPER
    assert COLOURS.picture(Image.new("RGB", (2, 2), rgb)).getextrema() == ((0, 0),) * 4


def test_the_lightest_tints_that_print_are_kept() -> None:
    assert COLOURS.ink((250, 250, 250)).k > 2
    assert max(COLOURS.picture(Image.new("RGB", (1, 1), (255, 255, 250))).getpixel((0, 0))) > 5


LIMITED = {limit: ColourSpace(PROFILE, ink_limit=limit) for limit in (200, 240, 280)}


@PATIENT
@given(RGB, st.sampled_from(sorted(LIMITED)))
def test_no_more_ink_than_the_press_takes(rgb: tuple[int, int, int], limit: int) -> None:
    """Black keeps its tint, colours their proportions; what was below the limit is as it was."""
    free = COLOURS.picture(Image.new("RGB", (1, 1), rgb)).getpixel((0, 0))
    found = LIMITED[limit].picture(Image.new("RGB", (1, 1), rgb)).getpixel((0, 0))
    assert isinstance(free, tuple) and isinstance(found, tuple)
    assert sum(found) <= limit * 2.55 + 1e-6
    assert found[3] == free[3]
    if sum(free) <= limit * 2.55:
        assert found == free
    else:
        share = (limit * 2.55 - free[3]) / sum(free[:3])
        for before, after in zip(free[:3], found[:3], strict=True):
            assert after == pytest.approx(before * share, abs=1)


def test_a_picture_is_limited_all_the_way_down() -> None:
    """Strips meet without a row left over."""
    dark = Image.new("RGB", (3, 600), (10, 5, 12))
    held = LIMITED[240].picture(dark)
    (tints,) = {held.getpixel((1, row)) for row in range(600)}
    assert isinstance(tints, tuple) and sum(tints) <= 612


def test_named_builds_and_black_are_no_concern_of_the_limit() -> None:
    heavy = Ink(80, 80, 80, 80)
    space = ColourSpace(PROFILE, {"#123456": heavy}, ink_limit=240)
    assert space.ink((0x12, 0x34, 0x56)) == heavy
    assert space.ink((0, 0, 0)) == BLACK


@pytest.mark.parametrize("text", ["", "#12", "#12345", "red", "#ggg"])
def test_broken_palette_names_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        ColourSpace(PROFILE, {text: BLACK})


def test_short_palette_names_are_read() -> None:
    assert parse_hex("#fa0") == parse_hex("FFAA00") == (255, 170, 0)


def test_the_key_tells_profiles_and_palettes_apart() -> None:
    keys = {
        ColourSpace(PROFILE).key,
        ColourSpace(PROFILE + b" ").key,
        ColourSpace(PROFILE, {"#fff": PAPER}).key,
        ColourSpace(PROFILE, {"#fff": BLACK}).key,
        ColourSpace(PROFILE, ink_limit=240).key,
    }
    assert len(keys) == 5
    assert ColourSpace(PROFILE, PALETTE).key == COLOURS.key


def test_a_profile_that_is_none_is_refused() -> None:
    with pytest.raises(ContentError) as raised:
        ColourSpace(b"nonsense").ink((200, 10, 10))
    assert codes(raised.value) == ["profile-unreadable"]


def test_an_rgb_profile_is_refused() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with pytest.raises(ContentError) as raised:
        ColourSpace(srgb).ink((200, 10, 10))
    assert codes(raised.value) == ["profile-not-cmyk"]


@pytest.mark.parametrize(
    ("rgb", "black_only"),
    [
        ((64, 60, 52), True),  # as light, and its channels as far apart, as a near-black may be
        ((65, 60, 53), False),
        ((64, 60, 51), False),
        ((52, 64, 58), True),
        ((90, 92, 91), True),  # a grey by 2 levels
        ((90, 93, 91), False),
        ((56, 50, 50), True),
    ],
)
def test_what_means_black_or_grey_is_printed_with_black_alone(
    rgb: tuple[int, int, int], black_only: bool
) -> None:
    ink = COLOURS.ink(rgb)
    assert ink.black_only == black_only
    if max(rgb) == 56:
        assert ink == BLACK


@pytest.mark.parametrize("negative", [False, True])
def test_every_grey_of_sixteen_bits_is_rounded_to_the_nearest_of_eight(negative: bool) -> None:
    levels = range(65536)
    wide = Image.frombytes("I;16", (256, 256), struct.pack("<65536H", *levels))
    found = plain(wide, Location("a.tif"), negative=negative).tobytes()
    exact = [255 - level / 257 if negative else level / 257 for level in levels]
    assert max(abs(one - by) for one, by in zip(found, exact, strict=True)) < 0.5
