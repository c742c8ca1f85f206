"""What colours print on which plates."""

from __future__ import annotations

import pytest

from samenspel.pdf.colours import (
    CMYK,
    GRAY,
    PATTERN,
    PROCESS,
    RGB,
    Paint,
    Space,
    initial,
)

SPOT = Space("Separation", 1, ("Gold",), ("Gold",), alternate=CMYK)
PAIR = Space("DeviceN", 2, ("Black", "Gold"), ("Black", "Gold"), alternate=CMYK)
NOTHING = Space("Separation", 1, ("",), ("None",), alternate=CMYK)
TAGGED = Space("ICCBased", 4, PROCESS)
PALETTE = Space("Indexed", 1, base=CMYK, table=bytes([0, 255, 0, 0, 51, 0, 0, 255]))


@pytest.mark.parametrize(
    ("space", "tints"),
    [
        (GRAY, (0.0,)),
        (RGB, (0.0, 0.0, 0.0)),
        (CMYK, (0.0, 0.0, 0.0, 1.0)),
        (TAGGED, (0.0, 0.0, 0.0, 1.0)),
        (Space("ICCBased", 4), (0.0, 0.0, 0.0, 0.0)),
        (Space("Lab", 3), (0.0, 0.0, 0.0)),
        (SPOT, (1.0,)),
        (PAIR, (1.0, 1.0)),
        (PALETTE, (0.0,)),
        (PATTERN, ()),
    ],
    ids=str,
)
def test_the_colour_that_choosing_a_space_sets(space: Space, tints: tuple[float, ...]) -> None:
    """ISO 32000-1, 8.6.8."""
    assert initial(space) == Paint(space, tints)


@pytest.mark.parametrize(
    ("paint", "inks"),
    [
        (Paint(CMYK, (0.5, 0.0, 1.0, 0.0)), {"Cyan": 50, "Yellow": 100}),
        (Paint(GRAY, (0.25,)), {"Black": 75}),
        (Paint(GRAY, (1.0,)), {}),
        (Paint(SPOT, (0.3,)), {"Gold": 30}),
        (Paint(PAIR, (0.0, 0.4)), {"Gold": 40}),
        (Paint(NOTHING, (1.0,)), {}),
        (Paint(RGB, (0.0, 0.0, 0.0)), {}),
        (Paint(PALETTE, (1.0,)), {}),
    ],
    ids=str,
)
def test_inks(paint: Paint, inks: dict[str, float]) -> None:
    assert dict(paint.inks) == pytest.approx(inks)
    assert paint.total == pytest.approx(sum(inks.values()))


def test_tints_of_every_family() -> None:
    assert Paint(PALETTE, (1.0,)).tint("Cyan") == pytest.approx(0.2)
    assert Paint(PALETTE, (9.0,)).tint("Black") == 1.0  # beyond the table the last colour counts
    assert Paint(Space("Pattern", base=SPOT), (0.7,)).tint("Gold") == 0.7
    assert Paint(PATTERN).tint("Black") == 0.0
    assert Paint(GRAY, (0.2,)).tint("Black") == 0.8
    assert Paint(CMYK, (2.0, -1.0, 0.0, 0.0)).tint("Cyan") == 1.0
    assert Paint(CMYK, (2.0, -1.0, 0.0, 0.0)).tint("Magenta") == 0.0


@pytest.mark.parametrize(
    ("paint", "black", "white"),
    [
        (Paint(CMYK, (0.0, 0.0, 0.0, 1.0)), True, False),
        (Paint(CMYK, (0.0, 0.0, 0.0, 0.996)), True, False),
        (Paint(CMYK, (0.0, 0.0, 0.0, 0.99)), False, False),
        (Paint(CMYK, (0.1, 0.0, 0.0, 1.0)), False, False),
        (Paint(CMYK, (0.0, 0.0, 0.0, 0.0)), False, True),
        (Paint(GRAY, (0.0,)), False, False),
        (Paint(GRAY, (1.0,)), False, True),
        (Paint(RGB, (1.0, 1.0, 1.0)), False, True),
        (Paint(RGB, (1.0, 1.0, 0.9)), False, False),
        (Paint(SPOT, (0.0,)), False, True),
        (Paint(Space("Separation", 1, ("Black",), ("Black",)), (1.0,)), True, False),
        (Paint(PATTERN), False, False),
    ],
    ids=str,
)
def test_black_and_white(paint: Paint, black: bool, white: bool) -> None:
    assert (paint.solid_black, paint.white) == (black, white)


@pytest.mark.parametrize(
    ("paint", "mode", "touched"),
    [
        (Paint(CMYK, (0.0, 0.0, 0.0, 1.0)), 1, {"Black"}),
        (Paint(CMYK, (0.0, 0.0, 0.0, 1.0)), 0, set(PROCESS)),
        (Paint(TAGGED, (0.0, 0.0, 0.0, 1.0)), 1, set(PROCESS)),
        (Paint(SPOT, (0.0,)), 0, {"Gold"}),
        (Paint(Space("Separation", 1, ("All",), ("All",)), (1.0,)), 1, None),
        (Paint(PATTERN, (), b"/P", frozenset({"Gold"})), 1, {"Gold"}),
        (Paint(PATTERN), 1, None),
    ],
)
def test_plates_that_overprinting_changes(
    paint: Paint, mode: int, touched: set[str] | None
) -> None:
    found = paint.touched(mode)
    assert (set(found) if found is not None else None) == touched


def test_a_tint_beyond_full_counts_as_full() -> None:
    assert Paint(CMYK, (0.0, 9.0, 0.0, 0.5)).total == 150
