"""Tiles cover a page, each overlapping its neighbours by the strip that is glued."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from tests.projects import ROOT

from samenspel import BuildRequest, build_deck
from samenspel.impose.tiling import MARGIN, OVERLAP, tiled, window
from samenspel.model.frame import Box
from samenspel.model.sheet import Paper, SheetPlan
from samenspel.units import Size

A4 = Paper("a4", "A4", 210, 297)
lengths = st.floats(60, 1300)


def seen(plan: SheetPlan) -> list[Box]:
    """What each tile shows, on the page."""
    found = []
    for side in plan.sides:
        (slot,), on_paper = side.slots, window(side)
        found.append(
            Box(on_paper.x - slot.box.x, on_paper.y - slot.box.y, on_paper.width, on_paper.height)
        )
    return found


@given(lengths, lengths, st.floats(150, 500), st.floats(150, 500))
def test_tiles_cover_the_page_and_overlap(
    width: float, height: float, wide: float, high: float
) -> None:
    plan = tiled(Size(width, height), Paper("own", "Own", wide, high))
    assert plan is not None
    boxes = seen(plan)
    assert len(boxes) == plan.columns * plan.rows == plan.sheets
    for place, box in enumerate(boxes):
        row, column = divmod(place, plan.columns)
        assert (box.x == pytest.approx(0)) == (column == 0)
        assert (box.y == pytest.approx(0)) == (row == 0)
        assert (box.right == pytest.approx(width)) == (column == plan.columns - 1)
        assert (box.bottom == pytest.approx(height)) == (row == plan.rows - 1)
        if column:
            assert boxes[place - 1].right - box.x == pytest.approx(OVERLAP)
        if row:
            assert boxes[place - plan.columns].bottom - box.y == pytest.approx(OVERLAP)
    for side in plan.sides:
        free = Box(0, 0, plan.width, plan.height).inset(*[MARGIN - 1e-6] * 4)
        assert free.contains(window(side))


def test_the_paper_lies_so_that_there_are_fewest() -> None:
    plan = tiled(Size(420, 297), A4)
    assert plan is not None
    assert (plan.width, plan.columns, plan.rows) == (297, 2, 2)


def test_a_paper_without_room_has_no_tiles() -> None:
    assert tiled(Size(420, 297), Paper("card", "Card", 40, 60)) is None


def test_glued_tiles_are_the_poster(tmp_path: Path) -> None:
    """Each printed tile shows what the poster shows there, to a pixel."""
    request = BuildRequest(tmp_path, ROOT, products=("poster", "tiles"), regions=("polderland",))
    made = {file.product: file.path for file in build_deck(request).files}
    scale = 1.0  # a pixel a point
    poster = pypdfium2.PdfDocument(made["poster"])[0]
    bleed = 3 * 72 / 25.4
    whole = poster.render(scale=scale).to_pil().convert("RGB")
    plan = tiled(Size(420, 297), A4)
    assert plan is not None
    pages = pypdfium2.PdfDocument(made["tiles"])
    assert len(pages) == 4
    for page, side, box in zip(pages, plan.sides, seen(plan), strict=True):
        sheet = page.render(scale=scale).to_pil().convert("RGB")
        there, here = window(side), box
        size = (int(here.width * 72 / 25.4) - 4, int(here.height * 72 / 25.4) - 4)
        one = _cut(sheet, there.x, there.y, 0, size)
        other = _cut(whole, here.x, here.y, bleed, size)
        differ = {
            (x, y): _different(one, ImageChops.offset(other, x, y))
            for x in range(-3, 4)
            for y in range(-3, 4)
        }
        best = min(differ, key=lambda at: differ[at])
        assert max(map(abs, best)) <= 1, (side.number, best)
        assert differ[best] < 0.02, side.number


def _different(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ clearly, the rim left out."""
    found = ImageChops.difference(one, other).convert("L")
    found = found.crop((8, 8, one.width - 8, one.height - 8))
    return sum(found.histogram()[90:]) / (found.width * found.height)


def _cut(
    picture: Image.Image, x: float, y: float, more: float, size: tuple[int, int]
) -> Image.Image:
    left, top = round(x * 72 / 25.4 + more) + 2, round(y * 72 / 25.4 + more) + 2
    return picture.crop((left, top, left + size[0], top + size[1]))


@pytest.mark.parametrize("tiles", [1, 2, 3])
def test_what_fits_on_so_many_tiles_exactly_takes_no_more(tiles: int) -> None:
    paper = Paper("own", "Own", 124, 500)  # 100 mm to print on, of which 10 are glued
    exact = tiles * 100 - (tiles - 1) * OVERLAP
    for more, columns in ((0.0, tiles), (-0.01, tiles), (0.01, tiles + 1)):
        plan = tiled(Size(exact + more, 400), replace(paper, height=5000))
        assert plan is not None
        assert (plan.width, plan.columns, plan.rows) == (124, columns, 1)
