"""Gradients of drawings stay vectors: shadings in inks, as they look on the maker's screen."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from tests.unit.draw.helpers import (
    COLOURS,
    CORAL,
    PROFILE,
    SAND,
    TEAL,
    Plates,
    near,
    placed,
    prepare,
    svg,
    vector,
)

from samenspel.draw import ColourSpace, entries
from samenspel.draw.ramps import Steps, ramp
from samenspel.draw.tones import RGB, parse_hex
from samenspel.model.art import PictureArt, VectorArt
from samenspel.model.ink import BLACK, PAPER, Ink

STOPS = '<stop stop-color="#e9674d"/><stop offset="1" stop-color="#2f8a8f"/>'
RECT = '<rect width="100" height="100" fill="url(#g)"/>'


def linear(attributes: str = "", stops: str = STOPS) -> str:
    return f'<linearGradient id="g" {attributes}>{stops}</linearGradient>'


def radial(attributes: str = "", stops: str = STOPS) -> str:
    return f'<radialGradient id="g" {attributes}>{stops}</radialGradient>'


def plates(body: str, folder: Path) -> Plates:
    """The drawing on a page of 40 mm, so that 0.4 mm is a unit of it."""
    return Plates(placed(vector(body)), folder)


def at(steps: Steps, place: float) -> Ink:
    """The ink at a place, as PDF mixes it."""
    for (start, one), (end, other) in pairwise(steps):
        if start <= place <= end and end > start:
            share = (place - start) / (end - start)
            pairs = zip(one.tints, other.tints, strict=True)
            return Ink(*(a + (b - a) * share for a, b in pairs))
    raise AssertionError(place)


# -- colours ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ends",
    [
        ("#ffff00", "#0000ff"),
        ("#ff0000", "#00aa44"),
        ("#e9674d", "#2f8a8f"),
        ("#ffffff", "#33506f"),
        ("#00aa00", "#ffffff"),
        ("#ff0000", "#000000"),
        ("#3366cc", "#231f20"),
        ("#808080", "#ff8800"),
    ],
)
def test_a_gradient_looks_as_its_colours_on_the_screen_do(ends: tuple[str, str]) -> None:
    """Away from the stops, which print as even areas do, no place is more than 2 ΔE off."""
    one, other = map(parse_hex, ends)
    steps = ramp([(0, one), (1, other)], COLOURS)
    for place in [tenth / 10 for tenth in range(2, 9)]:
        seen: RGB = tuple(round(a + (b - a) * place) for a, b in zip(one, other, strict=True))  # type: ignore[assignment]
        tints = COLOURS.picture(Image.new("RGB", (1, 1), seen)).tobytes()
        wanted, got = COLOURS.labs([Ink(*(byte * 100 / 255 for byte in tints)), at(steps, place)])
        assert sum((a - b) ** 2 for a, b in zip(wanted, got, strict=True)) ** 0.5 < 2.1


def test_stops_print_as_even_areas_of_their_colour_do() -> None:
    steps = ramp([(0.2, (233, 103, 77)), (0.8, (35, 31, 32))], COLOURS)
    assert steps[0] == (0.0, CORAL) and (0.2, CORAL) in steps
    assert steps[-1] == (1.0, BLACK) and (0.8, BLACK) in steps


def test_nothing_jumps_from_step_to_step() -> None:
    """A hundredth of the way changes the look by less than the 8 bits of a screen could show."""
    steps = ramp([(0, (233, 103, 77)), (1, (29, 29, 27))], COLOURS)
    looks = COLOURS.labs([at(steps, place / 100) for place in range(101)])
    apart = [
        sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
        for one, other in pairwise(looks)
    ]
    assert max(apart) < 4


@pytest.mark.parametrize("ends", [("#ffffff", "#000000"), ("#231f20", "#ffffff")])
def test_greys_stay_on_the_black_plate(ends: tuple[str, str]) -> None:
    steps = ramp([(place, parse_hex(end)) for place, end in enumerate(ends)], COLOURS)
    assert all(ink == PAPER or ink.black_only for _, ink in steps)


def test_no_place_takes_more_ink_than_the_press_does() -> None:
    colours = ColourSpace(PROFILE, {"#101030": Ink(90, 80, 20, 60)}, ink_limit=250)
    steps = ramp([(0, (16, 16, 48)), (1, (40, 0, 0))], colours)
    assert max(ink.total for _, ink in steps) <= 250.5


def test_few_steps_are_enough() -> None:
    assert len(ramp([(0, (255, 255, 255)), (1, (0, 0, 0))], COLOURS)) < 10
    assert len(ramp([(0, (1, 2, 250)), (1, (1, 2, 250))], COLOURS)) == 2


# -- places -----------------------------------------------------------------------------------


def test_along_a_line(tmp_path: Path) -> None:
    found = plates(linear('x1=".2" x2=".8"') + RECT, tmp_path)
    assert near(found.at(4, 20), CORAL) and near(found.at(36, 20), TEAL)
    assert 10 < found.at(20, 20)[0] < 70
    assert found.at(20, 5) == pytest.approx(found.at(20, 35), abs=0.5)


def test_between_circles_with_a_focus(tmp_path: Path) -> None:
    found = plates(radial('r=".5" fx=".3" fy=".5" fr=".1"') + RECT, tmp_path)
    assert near(found.at(12, 20), CORAL) and near(found.at(39, 1), TEAL)
    assert found.at(30, 20)[0] > found.at(24, 20)[0] > found.at(12, 20)[0] + 3


def test_transforms_units_and_links(tmp_path: Path) -> None:
    """Upright by the link's transform, in user units, turned with its group."""
    body = (
        '<linearGradient id="h" gradientUnits="userSpaceOnUse" gradientTransform="rotate(90)">'
        f"{STOPS}</linearGradient>"
        '<linearGradient id="g" x1="40%" x2="60%" y1="0" y2="0" href="#h"/>'
        f'<g transform="rotate(180 50 50)">{RECT}</g>'
    )
    found = plates(body, tmp_path)
    assert near(found.at(20, 4), TEAL) and near(found.at(20, 36), CORAL)
    assert found.at(5, 20) == pytest.approx(found.at(35, 20), abs=0.5)


@pytest.mark.parametrize(("spread", "middle"), [("reflect", TEAL), ("repeat", CORAL)])
def test_repetitions_are_written_out(spread: str, middle: Ink, tmp_path: Path) -> None:
    body = linear(f'x1="0" x2=".25" spreadMethod="{spread}"') + RECT
    found = plates(body, tmp_path)
    assert near(found.at(0.1, 20), CORAL, 2)
    assert near(found.at(10.3, 20), middle, 4)
    assert near(found.at(20.3, 20), CORAL, 4)


def test_rings_are_written_out(tmp_path: Path) -> None:
    found = plates(radial('r=".125" spreadMethod="repeat"') + RECT, tmp_path)
    assert near(found.at(20, 20), CORAL, 4)
    assert near(found.at(20 + 4.9, 20), TEAL, 5) and near(found.at(20 + 9.9, 20), TEAL, 5)
    assert near(found.at(20 + 5.2, 20), CORAL, 7)


def test_strokes_have_gradients_too(tmp_path: Path) -> None:
    line = '<path d="M0 50H100" stroke="url(#g)" stroke-width="20" fill="none"/>'
    found = plates(linear('gradientUnits="userSpaceOnUse" x2="100"') + line, tmp_path)
    assert near(found.at(0.2, 20), CORAL, 2) and near(found.at(39.8, 20), TEAL, 2)
    assert near(found.at(20, 10), PAPER)


def test_a_hard_edge_stays_hard(tmp_path: Path) -> None:
    stops = '<stop offset=".5" stop-color="#e9674d"/><stop offset=".5" stop-color="#2f8a8f"/>'
    found = plates(linear(stops=stops) + RECT, tmp_path)
    assert near(found.at(19.5, 20), CORAL) and near(found.at(20.5, 20), TEAL)


def test_stops_out_of_order_count_from_the_last_one(tmp_path: Path) -> None:
    stops = STOPS + '<stop offset=".3" stop-color="#efe3cf"/>'
    found = plates(linear('x2=".5"', stops) + RECT, tmp_path)
    assert near(found.at(30, 20), SAND) and near(found.at(19, 20), TEAL, 5)


def test_a_hard_edge_at_the_start_shows_what_lies_before_it(tmp_path: Path) -> None:
    stops = '<stop stop-color="#efe3cf"/>' + STOPS
    found = plates(linear('x1=".5"', stops) + RECT, tmp_path)
    assert near(found.at(10, 20), SAND) and near(found.at(20.2, 20), CORAL, 2)


def test_one_gradient_in_many_places_is_one_function() -> None:
    rects = "".join(
        f'<rect x="{x}" y="{y}" width="9" height="9" fill="url(#g)"/>'
        for x in range(0, 100, 10)
        for y in range(0, 100, 10)
    )
    art = vector(linear() + rects)
    assert len(art.shadings) == 100
    assert placed(art).count(b"/FunctionType 3") == 1
    twice = vector(linear('gradientUnits="userSpaceOnUse" x2="100"') + RECT + RECT)
    assert len(twice.shadings) == 1


def test_current_colour_is_the_stop_s_own(tmp_path: Path) -> None:
    body = f'<g color="#2f8a8f">{linear(stops=STOPS.replace("#e9674d", "currentColor"))}</g>'
    found = plates(f'{body}<g color="#e9674d">{RECT}</g>', tmp_path)
    assert near(found.at(0.1, 20), TEAL, 2)


# -- what stays with the picture --------------------------------------------------------------


@pytest.mark.parametrize(
    ("gradient", "reason"),
    [
        (linear(stops=STOPS.replace("/>", ' stop-opacity=".5"/>', 1)), "transparency"),
        (linear(stops=STOPS.replace("#e9674d", "rgba(0,0,0,.5)")), "transparency"),
        (linear('x2="0"'), "gradients"),
        (linear('x2=".0001" spreadMethod="repeat"'), "gradients"),
        (linear('gradientTransform="scale(0)"'), "gradients"),
        (linear('gradientTransform="turn(0)"'), "gradients"),
        (radial('fx="1"'), "gradients"),
        (radial('fr=".2" spreadMethod="repeat"'), "gradients"),
        (radial('r="0"'), "gradients"),
    ],
)
def test_what_shadings_cannot_show_becomes_pixels(gradient: str, reason: str) -> None:
    art = prepare(svg(f'{gradient}<g>{RECT}</g><path d="M0 0h9v9z"/>'))
    assert art.notes[0].startswith(f"uses {reason}:")


def test_between_pixels_they_stay_vectors() -> None:
    glass = '<circle cx="50" cy="50" r="9" fill="#fff" opacity=".5"/>'
    art = vector(linear() + RECT + glass)
    assert len(art.insets) == len(art.shadings) == 1
    assert art.insets[0].width < 600


# -- on the page ------------------------------------------------------------------------------


def test_colours_after_a_gradient_are_set_again() -> None:
    black = '<rect width="9" height="9"/>'
    lines = vector(linear() + black + RECT + black).operators.decode().splitlines()
    fills = [line for line in lines if re.search(r" (k|cs|scn)$", line)]
    assert fills == ["0 0 0 1 k", "/Pattern cs", "/H0 scn", "0 0 0 1 k"]


def test_white_gives_way_to_the_ground(tmp_path: Path) -> None:
    stops = '<stop stop-color="#fff"/><stop offset="1" stop-color="#2f8a8f"/>'
    art = replace(vector(linear('x1=".3" x2=".7"', stops) + RECT), white_is_ground=True)
    found = Plates(placed(art, ground=SAND), tmp_path)
    assert near(found.at(5, 20), SAND) and near(found.at(35, 20), TEAL)


def test_a_black_stroke_before_a_gradient_alone_overprints() -> None:
    from samenspel.draw.overprint import overprinted

    line = '<path d="M0 {0}H99" stroke="{1}" fill="none"/>'
    art = vector(linear() + line.format(3, "#000") + line.format(9, "url(#g)").replace("9H", "9V"))
    found = overprinted(art.operators, 0.4)
    assert found.count(b" gs\n") == 2


def test_a_gradient_after_black_is_not_made_rich() -> None:
    from samenspel.draw.richblack import enriched_operators
    from samenspel.model.style import RichBlack

    art = vector(linear() + '<path d="M0 0h1v1z"/>' + RECT)
    rich = RichBlack(ink=Ink(60, 40, 40, 100), least=3)
    assert enriched_operators(art.operators, rich, 0.4) == art.operators


def test_the_store_gives_back_what_it_got() -> None:
    art = vector(linear() + RECT)
    again = entries.unpacked(entries.packed(art), art.name)
    assert isinstance(again, VectorArt) and again == art and again.shadings


def test_same_drawing_same_bytes() -> None:
    art = prepare(svg(radial('fx=".3"') + RECT))
    assert not isinstance(art, PictureArt)
    assert placed(art) == placed(prepare(svg(radial('fx=".3"') + RECT)))
