"""How near is too near: each bound of the judge of pages, by moving something step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from tests import goldens
from tests.unit.layout.test_verify import DECK, RED, art, run

from samenspel.layout.roles import CODE, FREE, QUIET, VEILED
from samenspel.layout.verify import SMALLEST_TYPE, verify
from samenspel.model.frame import Box, Frame, Item, Shape, TextRun
from samenspel.model.ink import BLACK, PAPER
from samenspel.model.paths import circle, line, rectangle

STEP = 0.05
Moved = Callable[[float], Sequence[Item]]
"""Items of a page, by how far something was moved, in mm."""


def text(x: float = 30, y: float = 50, **more: object) -> TextRun:
    return replace(run(x, y), **more)  # type: ignore[arg-type]


def panel(box: Box, **more: object) -> Shape:
    return Shape(rectangle(box), **{"fill": RED, "role": "panel", **more})  # type: ignore[arg-type]


def logo(box: Box) -> Item:
    return replace(art(box), role="logo")


CODE_AT = Box(30, 60, 20, 20)
ZONE = (Shape(rectangle(CODE_AT.inset(-4, -4, -4, -4)), fill=PAPER, role=QUIET),
        Shape(rectangle(CODE_AT), fill=BLACK, role=CODE))  # fmt: skip
MOVED: dict[str, tuple[float, float, Moved]] = {
    "a text to the left": (2, 6, lambda d: [text(x=d)]),
    "a text to the right": (74, 80, lambda d: [text(x=d)]),
    "a text to the top": (8, 11, lambda d: [text(y=d)]),
    "a text to the bottom": (140, 145, lambda d: [text(y=d)]),
    "a turned text to the left": (8, 12, lambda d: [text(x=d, turn=270)]),
    "a turned text to the right": (95, 99, lambda d: [text(x=d, turn=270)]),
    "a text that shrinks": (6.8, 7.2, lambda d: [text(size=d)]),
    "two texts above each other": (40, 60, lambda d: [text(), text(y=d)]),
    "two texts beside each other": (54, 56, lambda d: [text(), text(x=d)]),
    "a logo above a text": (0, 6, lambda d: [logo(Box(30, 35 + d, 20, 8)), text()]),
    "a logo beside a text": (54, 56, lambda d: [logo(Box(d, 45, 20, 8)), text()]),
    "a picture over a text": (54, 56, lambda d: [text(), art(Box(d, 30, 20, 30))]),
    "a panel over a text": (44, 52, lambda d: [text(), panel(Box(20, d, 60, 20))]),
    "a disc over a text": (55, 62, lambda d: [text(), Shape(circle(d, 48, 5), fill=RED)]),
    "a disc that is cut": (
        50, 60,
        lambda d: [text(), Shape(circle(50, 48, 5), fill=RED,
                                 clips=(rectangle(Box(d, 0, 50, 99)),))]),
    "a line over a text": (
        44, 52, lambda d: [text(), Shape(line(20, d, 90, d), stroke=RED, line_width=0.5)]),
    "a line through a text, drawn before": (
        44, 52, lambda d: [Shape(line(20, d, 90, d), stroke=RED, line_width=0.5), text()]),
    "a veiled line over a text": (
        44, 52,
        lambda d: [text(), Shape(line(20, d, 90, d), stroke=RED, line_width=0.5, role=VEILED)]),
    "a text by a code": (20, 30, lambda d: [*ZONE, text(y=62, x=d - 20)]),
    "a picture by a code": (53, 56, lambda d: [*ZONE, art(Box(d, 60, 10, 10))]),
    "a panel by a code": (53, 56, lambda d: [*ZONE, panel(Box(d, 60, 10, 10))]),
    "a line by a code": (
        53, 56, lambda d: [*ZONE, Shape(line(d, 50, d, 90), stroke=RED, line_width=1)]),
    "a picture to the left": (-5, 6, lambda d: [art(Box(d, 50, 20, 20))]),
    "a picture to the right": (75, 92, lambda d: [art(Box(d, 50, 20, 20))]),
    "a picture to the top": (-5, 6, lambda d: [art(Box(40, d, 20, 20))]),
    "a picture to the bottom": (120, 135, lambda d: [art(Box(40, d, 20, 20))]),
    "a panel to the left": (-5, 6, lambda d: [panel(Box(d, 50, 20, 20))]),
    "a free panel to the left": (-5, 6, lambda d: [panel(Box(d, 50, 20, 20), role=min(FREE))]),
    "a panel of no width": (-5, 6, lambda d: [panel(Box(d, 50, 0, 20))]),
}  # fmt: skip


def intervals(first: float, last: float, moved: Moved) -> Iterator[str]:
    """For each message where it begins and where it ends, in mm."""
    seen: dict[str, list[float]] = {}
    for count in range(round((last - first) / STEP) + 1):
        at = round(first + count * STEP, 3)
        page = Frame("proef-front", 105, 148, 3, 4, tuple(moved(at)), "proef", "front")
        for problem in verify(page, DECK):
            seen.setdefault(str(problem), []).append(at)
    for said, places in seen.items():
        gap = " with gaps" if len(places) != round((places[-1] - places[0]) / STEP) + 1 else ""
        yield f"{places[0]:g} to {places[-1]:g}{gap}: {said}\n"
    if not seen:
        yield "nothing\n"


@pytest.mark.parametrize("name", MOVED)
def test_what_is_moved_is_told_from_where_it_was(name: str) -> None:
    goldens.section("verify-bounds", name, "".join(intervals(*MOVED[name])))


def test_the_smallest_type_is_seven_points() -> None:
    assert SMALLEST_TYPE == 7.0
