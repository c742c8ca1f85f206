"""How much is too much: each bound of the checks, found by changing one number step by step."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest
from tests import goldens
from tests.unit.preflight.pdfs import EXPECTED, card, changed, content, image

from samenspel.preflight import inspect
from samenspel.units import to_points

FONT = "BT /F1 {v} Tf 1 0 0 1 60 300 Tm {colour} (Hoi) Tj ET"
BLACK, CORAL, WHITE, GREY = "0 0 0 1 k", "0 0.7 0.6 0 k", "0 0 0 0 k", "0 0 0 0.4 k"
OPERATORS: dict[str, tuple[str, tuple[float, ...]]] = {
    "black type, in points": (
        FONT.replace("{colour}", BLACK),
        (4, 4.98, 4.995, 5, 6, 6.98, 6.995, 7),
    ),
    "type in two inks": (
        FONT.replace("{colour}", CORAL),
        (4, 6, 7, 8, 8.98, 8.995, 9, 10, 11.98, 12),
    ),
    "white type": (FONT.replace("{colour}", WHITE), (4, 6, 7, 7.98, 8, 8.98, 9, 10, 12)),
    "light type": (
        "BT /F1 9 Tf 1 0 0 1 60 300 Tm 0 0 0 {v} k (Hoi) Tj ET",
        (0.1, 0.2, 0.29, 0.3, 0.31, 0.4, 0.5, 0.84, 0.85, 0.9, 0.99),
    ),
    "a black line": (
        "0 0 0 1 K {v} w 60 300 m 90 300 l S",
        (0, 0.1, 0.14, 0.2, 0.2495, 0.25, 0.3, 0.5, 1.9, 2, 2.1),
    ),
    "a line in two inks": (
        "0 0.7 0.6 0 K {v} w 60 300 m 90 300 l S",
        (0.1, 0.25, 0.49, 0.4996, 0.5, 0.7, 1, 1.99, 2),
    ),
    "a white line": ("0 0 0 0 K {v} w 60 300 m 90 300 l S", (0.1, 0.25, 0.49, 0.5, 0.99, 1, 2)),
    "a grey line": (
        "0 0 0 {v} K 0.25 w 60 300 m 90 300 l S",
        (0.1, 0.3, 0.5, 0.7, 0.84, 0.9, 0.99),
    ),
    "ink in all": (
        "{v} {v} {v} {v} k 60 300 100 100 re f",
        (0.7, 0.749, 0.75, 0.7505, 0.752, 0.76, 0.8, 1),
    ),
    "ink in a small area": (
        "1 1 1 1 k 60 300 {v} {v} re f",
        (1, 2, 5, 10, 14, 15, 20, 30, 42, 43, 60),
    ),
    "black text over inks": (
        "{v} 0 0 0 k 60 290 60 30 re f q 0 0 0 1 k BT /F1 9 Tf 1 0 0 1 60 300 Tm (Hoi) Tj ET Q",
        (0, 0.05, 0.2, 0.5),
    ),
    "text from the side, in points": (
        "0 0 0 1 k BT /F1 9 Tf 1 0 0 1 {v} 300 Tm (Hoi) Tj ET",
        (5, 8.4, 8.6, 14, 16.8, 17, 17.2, 19.8, 20, 22),
    ),
    "a shape from the side, in points": (
        "0 0.5 0 0 k {v} 300 20 20 re f",
        (-30, -1, -0.1, 0, 0.1, 4, 8, 8.4, 8.6, 14, 16.8, 17.2, 20),
    ),
    "a picture, in points": (
        "q {v} 0 0 {v} 60 300 cm /I Do Q",
        (9, 20, 24, 31.9, 32, 32.1, 36, 47.9, 48, 48.1, 64, 96, 120),
    ),
    "a stencil, in points": (
        "q 0 0 0 1 k {v} 0 0 {v} 60 300 cm /M Do Q",
        (5, 8.7, 9, 12, 13.09, 13.1, 18, 24, 30),
    ),
    "a dashed line": ("0 0 0 1 K 0.5 w [{v}] 0 d 60 300 m 90 300 l S", (0.1, 1, 3)),
    "a rectangle of little height": (
        "0 0 0 1 k 60 300 40 {v} re f",
        (0.05, 0.1, 0.2, 0.25, 0.3, 1),
    ),
}
BOXES = ("TrimBox", "BleedBox", "MediaBox")


def told(data: bytes) -> list[str]:
    return [str(one) for one in inspect(data, EXPECTED)]


def intervals(found: Iterator[tuple[float, list[str]]]) -> str:
    """For each value all that is told; values of which nothing else is told stand together."""
    rows: list[tuple[list[float], list[str]]] = []
    for value, messages in found:
        if rows and rows[-1][1] == messages:
            rows[-1][0].append(value)
        else:
            rows.append(([value], messages))
    return "".join(
        f"{', '.join(f'{one:g}' for one in values)}\n"
        + "".join(f"  {one}\n" for one in messages or ["nothing"])
        for values, messages in rows
    )


def resources() -> dict[str, dict[str, object]]:
    made = {"I": image(100, 100, pikepdf.Name.DeviceCMYK), "M": image(100, 100, None, 1)}
    return {"XObject": made}


@pytest.mark.parametrize("name", OPERATORS)
def test_a_number_on_the_page_is_told_from_where_it_was(name: str) -> None:
    operators, values = OPERATORS[name]
    with pikepdf.open(io.BytesIO(card())) as document:
        font = next(iter(document.pages[0].obj.Resources.Font.keys())).lstrip("/")
    drawn = operators.replace("/F1", f"/{font}")
    found = ((one, told(content(drawn.replace("{v}", str(one)), resources()))) for one in values)
    goldens.section("bounds-of-checks", name, intervals(found))


def shrunk(box: str, by: float) -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        left, bottom, right, top = (float(one) for one in page[f"/{box}"])
        page[f"/{box}"] = pikepdf.Array([round(left + to_points(by), 4), bottom, right, top])

    return changed(card(), change)


@pytest.mark.parametrize("box", BOXES)
def test_a_box_that_is_off_is_told_from_where_it_was(box: str) -> None:
    found = (
        (one, told(shrunk(box, one))) for one in (-1, -0.02, -0.005, 0, 0.005, 0.02, 0.5, 1, 3)
    )
    goldens.section("bounds-of-checks", f"{box}, in mm", intervals(found))


@pytest.mark.parametrize("side", ["left", "bottom"])
def test_a_ground_that_ends_too_soon_is_told_from_where_it_was(side: str) -> None:
    def paper(by: float) -> bytes:
        width = to_points(by)
        white = f"0 0 {width:.4f} 500 re" if side == "left" else f"0 0 400 {width:.4f} re"
        return content(f"0 0 0 0 k {white} f")

    found = ((one, told(paper(one))) for one in (0, 0.02, 0.2, 0.5, 1, 2, 2.9, 3, 3.2, 4, 6))
    goldens.section("bounds-of-checks", f"paper in the bleed, {side}", intervals(found))
