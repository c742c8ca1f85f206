"""Black strokes in art overprint, unless they are as thick as shapes."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.draw.helpers import COLOURS, CORAL, FONTS, Plates, filled, frame, near, vector

from samenspel.draw.manner import Manner
from samenspel.draw.overprint import overprinted
from samenspel.draw.pdf import write
from samenspel.model.art import Art
from samenspel.model.frame import Box, Placement
from samenspel.model.ink import BLACK, Ink

LINE = '<path d="M0 50h100" stroke="#000" stroke-width="{}"/>'


def page(art: Art, side: float, manner: Manner) -> bytes:
    """The art ``side`` mm wide on coral."""
    items = (filled(Box(0, 0, 40, 40), CORAL), Placement("art", Box(0, 0, side, side)))
    only = frame(*items, width=40, height=40, bleed=0)
    made = write([only], fonts=FONTS, arts={"art": art}, manner=manner, colours=COLOURS)
    return made.pdf()


BOTH = Ink(CORAL.c, CORAL.m, CORAL.y, 100)


@pytest.mark.parametrize(
    ("body", "side", "manner", "printed"),
    [
        (LINE.format(5), 40, Manner(), BOTH),  # 5.7 pt
        (LINE.format(6), 40, Manner(), BLACK),  # 6.8 pt
        (LINE.format(6), 30, Manner(), BOTH),
        (LINE.format(1.5), 40, Manner(overprint=False), BLACK),
        (f'<g transform="matrix(1 0 0 1.5 0 -25)">{LINE.format(5)}</g>', 40, Manner(), BLACK),
        (LINE.format(1.5).replace("#000", "#231f20"), 40, Manner(), BOTH),
    ],
)  # fmt: skip
def test_thin_black_strokes_overprint(
    body: str, side: float, manner: Manner, printed: Ink, tmp_path: Path
) -> None:
    plates = Plates(page(vector(body), side, manner), tmp_path, dpi=508)
    assert near(plates.at(side / 2, side / 2), printed)


def test_fills_and_other_strokes_knock_out(tmp_path: Path) -> None:
    body = (
        '<path d="M0 10h100" stroke="#2f8a8f" stroke-width="1.5"/>'
        '<rect x="10" y="30" width="80" height="20" stroke="#000" fill="#efe3cf"/>'
        '<path d="M0 70h100v1.5H0z"/>'
    )
    plates = Plates(page(vector(body), 40, Manner()), tmp_path, dpi=508)
    assert near(plates.at(20, 4), Ink(78, 24, 40, 6))
    assert near(plates.at(20, 16), Ink(4, 8, 18, 0))
    assert near(plates.at(20, 28.3), BLACK)


def test_a_drawing_in_two_sizes_is_judged_by_its_largest() -> None:
    art = vector(LINE.format(5))
    assert b"/O2 gs" in overprinted(art.operators, 0.4)
    assert overprinted(art.operators, 0.6) is art.operators
    assert overprinted(vector("<circle r='9'/>").operators, 0.1).count(b"gs") == 0


def test_states_end_with_the_group_that_they_are_set_in() -> None:
    body = (
        '<g stroke="#000"><g transform="scale(9)"><path d="M0 0h1"/></g><path d="M0 9h9"/></g>'
        '<path d="M0 1h1" stroke="red"/>'
    )
    found = overprinted(vector(body).operators, 0.4).decode().split("\n")
    states = [place for place, line in enumerate(found) if line.endswith("gs")]
    assert [found[place] for place in states] == ["/O2 gs", "/O0 gs"]
    assert found[states[0] + 1 : states[1]] == ["0 9 m", "9 9 l", "S"]
