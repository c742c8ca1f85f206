"""The canvas and its voting dots: where each field, place and dot stands, for many sizes."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from tests import goldens
from tests.decks import A6, layout_of

from samenspel.layout.canvas import Canvas, canvas_plan, laid_canvas, laid_dots
from samenspel.model.frame import Box
from samenspel.model.style import Format, TypeSize
from samenspel.units import Size

CARDS = (Size(63, 88), Size(105, 148), Size(148, 105), Size(70, 120))
PAGES = ((594, 420), (841, 594), (420, 594), (420, 297))
LARGE = {**A6.type, "title": TypeSize(30, 14, 1.02)}


def page(width: float, height: float, margin: float = 9.0) -> Format:
    return replace(A6, width=width, height=height, margin=margin, type=LARGE)


def planned(plan: Canvas | None) -> str:
    if plan is None:
        return "  no room\n"
    lines = [f"  strip {goldens.numbers(plan.strip, digits=3)} centre {_box(plan.centre)}"]
    lines += [f"  {_box(field)} holds {_box(place)}" for field, place in plan.fields]
    return "\n".join(lines) + "\n"


def _box(box: Box) -> str:
    return goldens.numbers(box.x, box.y, box.width, box.height, digits=3)


@pytest.mark.parametrize("size", PAGES)
def test_fields_and_places_stand_where_they_stood(size: tuple[int, int]) -> None:
    text = ""
    for count, card, margin in product(range(3, 9), CARDS, (7.5, 12.0)):
        head = f"{count} of {goldens.numbers(*card)} within {margin:g}"
        text += f"{head}\n{planned(canvas_plan(count, card, page(*size, margin)))}"
    goldens.section("canvas-plans", "x".join(map(str, size)), text)


@pytest.mark.parametrize(("count", "spare"), [(5, 0.0), (5, -0.01), (6, 0.0), (6, -0.01)])
def test_a_row_that_fits_exactly_fits(count: int, spare: float) -> None:
    card = Size(60.0, 80.0)
    row = (3 * 65 + 8, 65 * (count - 3) + 72 + 4 * (count - 3))  # with 2.5 mm on both sides
    exact = page(max(row) + 20 + spare, 2 * 80 + 4 + 25 + 20, 10)
    assert (canvas_plan(count, card, exact) is not None) == (spare == 0)


@pytest.mark.parametrize("card", [Size(105, 148), Size(63, 88)])
@pytest.mark.parametrize("logo", ["logos/x.svg", None])
def test_a_canvas_is_laid_out_as_it_was(card: Size, logo: str | None) -> None:
    layout = layout_of(format_=page(594, 420), logo=logo)
    plan = canvas_plan(len(layout.model), card, layout.format)
    assert plan is not None
    title = f"places of {card.width}, {'a logo' if logo else 'no logo'}"
    goldens.section("canvas", title, goldens.laid(laid_canvas(layout, plan)))


@pytest.mark.parametrize("size", [(105, 148), (210, 297), (210, 60), (148, 105)])
def test_dots_lie_where_they_lay(size: tuple[int, int]) -> None:
    layout = layout_of(format_=page(*size))
    goldens.section("canvas", f"dots {size}", goldens.laid(laid_dots(layout)))
