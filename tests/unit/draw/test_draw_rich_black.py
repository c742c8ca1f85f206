"""Rich black: large areas only, by width; never text, never contours."""

from __future__ import annotations

import io
import math
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.draw.helpers import CORAL, FONTS, Plates, filled, frame, run, vector
from tests.unit.preflight.pdfs import PRESS

from samenspel.draw import draw
from samenspel.draw.richblack import Outlines, enriched, enriched_operators
from samenspel.model.frame import Box, Placement, Shape
from samenspel.model.ink import BLACK, Ink
from samenspel.model.paths import circle, rectangle
from samenspel.model.style import RichBlack

RICH = RichBlack(Ink(30, 30, 0, 100), least=4)
INSERTED = re.compile(rb"\n0\.3 0\.3 0 1 k\n(.*?)\n0 0 0 1 k\n", re.DOTALL)


def across(path: tuple[tuple[str, tuple[float, ...]], ...], even_odd: bool = False) -> float:
    outlines = Outlines()
    for command, numbers in path:
        outlines.add(command, numbers)
    return outlines.across(even_odd)


def test_across_is_the_width_of_a_bar() -> None:
    assert across(rectangle(Box(0, 0, 1000, 5))) == pytest.approx(5, rel=0.01)
    assert across(rectangle(Box(2, 3, 10, 10))) == pytest.approx(5)
    assert across(circle(0, 0, 8)) == pytest.approx(8, rel=0.01)
    assert across((("M", (0, 0)), ("L", (9, 9)))) == 0


@pytest.mark.parametrize(("x", "y"), [(0, 0), (50, 30), (-20, 70)])
def test_curves_and_lines_of_one_outline_count_wherever_it_stands(x: float, y: float) -> None:
    """Half a disc: π r² / 2 of area in an outline of π r + 2 r."""
    whole = circle(x, y, 8)
    half = (*whole[:3], ("Z", ()))
    assert [command for command, _ in half] == ["M", "C", "C", "Z"]
    assert across(half) == pytest.approx(math.pi * 8 / (math.pi + 2), rel=0.01)


@pytest.mark.parametrize("even_odd", [False, True])
def test_a_ring_is_as_wide_as_its_band(even_odd: bool) -> None:
    hole = tuple(reversed([p for c, p in rectangle(Box(2, 2, 96, 96)) if c != "Z"]))
    inner = (("M", hole[0]), *(("L", point) for point in hole[1:]), ("Z", ()))
    ring = (*rectangle(Box(0, 0, 100, 100)), *inner)
    assert across(ring, even_odd) == pytest.approx(2, rel=0.03)


def test_shapes_of_a_page() -> None:
    page = frame(
        filled(Box(0, 0, 20, 20), BLACK),
        filled(Box(0, 0, 60, 1), BLACK),
        filled(Box(0, 0, 20, 20), Ink(0, 0, 0, 90)),
        filled(Box(0, 0, 20, 20), CORAL),
        Shape(rectangle(Box(0, 0, 20, 20)), stroke=BLACK, line_width=1),
        run("Zwart", size=80),
    )
    changed = enriched(page, RICH)
    fills = [item.fill for item in changed.items if isinstance(item, Shape)]
    assert fills == [RICH.ink, BLACK, Ink(0, 0, 0, 90), CORAL, None]
    assert changed.items[-1] == page.items[-1]


DRAWING = (
    '<rect width="100" height="100" fill="#000"/>'
    '<path d="M0 50 H100 V51 H0 Z" fill="#000"/>'
    '<rect width="80" height="80" fill="#e9674d"/>'
    '<g transform="scale(.1)"><circle cx="500" cy="500" r="400" fill="#000"/></g>'
    '<g transform="scale(.1)"><circle cx="500" cy="500" r="40" fill="#000"/></g>'
)


@pytest.mark.parametrize(("scale", "found"), [(1.0, 2), (0.15, 2), (0.09, 1), (0.01, 0)])
def test_fills_of_a_drawing_count_at_their_printed_size(scale: float, found: int) -> None:
    operators = vector(DRAWING).operators
    changed = enriched_operators(operators, RICH, scale)
    assert len(INSERTED.findall(changed)) == found


@given(st.floats(0.001, 10))
def test_nothing_else_of_a_drawing_changes(scale: float) -> None:
    operators = vector(DRAWING).operators
    changed = enriched_operators(operators, RICH, scale)
    assert INSERTED.sub(lambda found: found[1], changed) == operators


def test_the_colour_is_black_again_afterwards() -> None:
    changed = enriched_operators(vector(DRAWING).operators, RICH, 1)
    state = None
    seen = []
    for token in re.finditer(rb"([\d. ]+) k\n|\b(f\*?)(?=\n|$)", changed):
        if token[1]:
            state = token[1].strip()
        else:
            seen.append(state)
    assert seen == [b"0.3 0.3 0 1", b"0 0 0 1", b"0 0.72 0.68 0.02", b"0.3 0.3 0 1", b"0 0 0 1"]


def test_the_plates(tmp_path: Path) -> None:
    """A large shape in four inks, text and a thin bar beside it in one."""
    page = frame(
        filled(Box(0, 0, 30, 20), BLACK),
        filled(Box(0, 30, 60, 2), BLACK),
        run("I", size=60, x=40, y=22),
    )
    press = replace(PRESS, rich_black=RICH)
    found = Plates(draw([page], fonts=FONTS, arts={}, press=press), tmp_path)
    assert found.at(18, 13) == pytest.approx((30, 30, 0, 100), abs=0.5)
    assert found.at(30, 34) == (0, 0, 0, 100)
    stem = 3 + 40 + run("I", size=60).width / 2
    assert found.at(stem, 3 + 22 - 7) == (0, 0, 0, 100)


@pytest.mark.parametrize(("rich", "inks"), [(None, set()), (RICH, {(0.3, 0.3, 0.0, 1.0)})])
def test_only_by_the_presss_recipe(rich: RichBlack | None, inks: set[tuple[float, ...]]) -> None:
    art = vector(DRAWING)
    page = frame(Placement("art", Box(0, 0, 40, 40)), run("A", size=90))
    press = replace(PRESS, rich_black=rich)
    with pikepdf.open(
        io.BytesIO(draw([page], fonts=FONTS, arts={"art": art}, press=press))
    ) as pdf:
        (form,) = (form for _, form in pdf.pages[0].obj.Resources.XObject.items())
        found = {
            tuple(map(float, args))
            for args, op in pikepdf.parse_content_stream(form)
            if str(op) == "k"
        }
        own = {
            tuple(map(float, args))
            for args, op in pikepdf.parse_content_stream(pdf.pages[0])
            if str(op) == "k"
        }
    assert {ink for ink in found if ink[3] == 1 and ink[0]} == inks
    assert own == {(0, 0, 0, 1)}
