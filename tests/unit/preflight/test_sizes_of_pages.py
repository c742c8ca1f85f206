"""What a file is, before it is judged: its pages by size, and how far they are painted beyond."""

from __future__ import annotations

import io

import pikepdf
import pytest
from tests.unit.preflight.pdfs import card

from samenspel.preflight.overview import overview
from samenspel.units import to_points


def file_of(*bleeds: float | None) -> bytes:
    """Pages of 60 × 90 mm, each with so many mm between its TrimBox and its BleedBox."""
    pdf = pikepdf.new()
    for bleed in bleeds:
        pdf.add_blank_page(page_size=(to_points(80), to_points(110)))
        page = pdf.pages[-1].obj
        sides = [to_points(mm) for mm in (10, 10, 70, 100)]
        page.TrimBox = pikepdf.Array(sides)
        if bleed is not None:
            out = to_points(bleed)
            page.BleedBox = pikepdf.Array(
                [sides[0] - out, sides[1] - out, sides[2] + out, sides[3] + out]
            )
    data = io.BytesIO()
    pdf.save(data)
    return data.getvalue()


@pytest.mark.parametrize(("bleed", "told"), [(3.0, 3.0), (0.0, 0.0), (None, 0.0), (-2.0, 0.0)])
def test_the_bleed_of_a_page_is_never_less_than_nothing(bleed: float | None, told: float) -> None:
    [size] = overview(file_of(bleed)).sizes
    assert (size.width, size.height, size.bleed, size.pages) == (60.0, 90.0, told, 1)


def test_the_printing_condition_is_what_the_file_names() -> None:
    assert overview(card()).condition == "FOGRA39"
    assert overview(file_of(0.0)).condition == ""


def test_pages_of_one_size_are_counted_together_the_most_first() -> None:
    found = overview(file_of(0.0, 3.0, 3.0)).sizes
    assert [(one.bleed, one.pages) for one in found] == [(3.0, 2), (0.0, 1)]
