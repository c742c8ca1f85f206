"""Panels that are cut by a drawing: its outline, stretched over the area of the panel."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import DECK, ROOT, write
from tests.unit.kinds.test_pages import frames_of

from samenspel.draw import ColourSpace, filled_outlines, prepare_art, silhouette
from samenspel.errors import ContentError
from samenspel.model import frame
from samenspel.model.frame import Box, Placement, Shape
from samenspel.model.ink import Ink
from samenspel.model.paths import bounds, stretched

KIND = """\
title: Kaartje
fields:
  title: {}
  foto: {type: picture, optional: true}
front:
  - ground: paper
  - panel: {ink: [0, 50, 0, 0], shape: vormen/vlag.svg}
    id: flag
    left: 20mm
    width: 40mm
    top: 30mm
    height: 60mm
  - picture: foto
    in: flag
    mode: fill
    when: foto
back:
  - panel: {ink: navy, shape: vormen/vlag.svg}
    in: trim
"""
FLAG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
    '<g transform="translate(0 50) scale(1 -1)"><path d="M0 0H100L80 25L100 50H0Z"/></g></svg>'
)
PROFILE = ROOT / "assets" / "icc"


def folder_of(tmp_path: Path, drawing: str = FLAG, card: str = "") -> Path:
    write(tmp_path, "kinds/kaartje.yaml", KIND)
    write(tmp_path, "cards/nl/01-kaart.yaml", f"kind: kaartje\ntitle: Kaart\n{card}")
    deck = DECK.replace("[titel, luister-eerst, leeg, leeg]", "[kaart]")
    write(tmp_path, "cards/deck.yaml", deck)
    write(tmp_path, "assets/vormen/vlag.svg", drawing)
    return tmp_path


def test_the_outline_is_stretched_over_the_area(tmp_path: Path) -> None:
    front = frames_of(folder_of(tmp_path))[0]
    panel = next(one for one in front.items if isinstance(one, Shape) and one.role == "panel")
    assert panel.fill == Ink(0, 50, 0, 0)
    corners = [numbers for command, numbers in panel.path if command != "Z"]
    expected = [(20, 30), (60, 30), (52, 60), (60, 90), (20, 90)]
    found = {(round(x, 3), round(y, 3)) for x, y in corners}
    assert found == {(float(x), float(y)) for x, y in expected}


def test_at_the_cut_it_runs_on_into_the_bleed(tmp_path: Path) -> None:
    back = frames_of(folder_of(tmp_path))[1]
    box = bounds(next(one for one in back.items if isinstance(one, Shape)).path)
    assert (box.x, box.y, box.width, box.height) == pytest.approx((-3, -3, 111, 154))


def test_a_picture_in_it_is_cut_to_it(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, card="foto: vormen/vlag.svg\n")
    front = frames_of(folder)[0]
    panel = next(one for one in front.items if isinstance(one, Shape) and one.role == "panel")
    assert next(one for one in front.items if isinstance(one, Placement)).clip == panel.path


@pytest.mark.parametrize(
    "drawing",
    [
        FLAG.replace("</g>", '<circle cx="50" cy="25" r="9"/></g>'),
        FLAG.replace("<path", '<path opacity="0.5"'),
        FLAG.replace("<path", '<path fill="none" stroke="black"'),
    ],
    ids=["two shapes", "see-through", "a line"],
)
def test_what_is_not_one_shape_is_refused_with_its_item(tmp_path: Path, drawing: str) -> None:
    with pytest.raises(ContentError) as caught:
        frames_of(folder_of(tmp_path, drawing))
    found = [(one.code, str(one.location), one.key) for one in caught.value.diagnostics]
    assert found == [
        ("shape-not-one", "kinds/kaartje.yaml:7", "front[2]"),
        ("shape-not-one", "kinds/kaartje.yaml:18", "back[1]"),
    ]


def test_a_shape_is_a_drawing_or_a_name_that_is_known(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    kind = folder / "kinds" / "kaartje.yaml"
    kind.write_text(kind.read_text("utf-8").replace("vormen/vlag.svg", "vlag", 1), "utf-8")
    with pytest.raises(ContentError) as caught:
        frames_of(folder)
    told = caught.value.diagnostics[0]
    assert (told.code, str(told.location)) == ("design-value", "kinds/kaartje.yaml:7")
    assert "rect, circle, ellipse, hill, wave" in str(told)


def test_a_line_along_the_shape_and_a_hole_in_it_change_no_outline() -> None:
    colours = ColourSpace(next(PROFILE.glob("*.icc")).read_bytes())
    lined = FLAG.replace("<path", '<path stroke="red" stroke-width="2"').encode()
    plain = silhouette(prepare_art("vlag.svg", FLAG.encode(), colour=colours))
    assert plain is not None
    assert silhouette(prepare_art("vlag.svg", lined, colour=colours)) == plain
    box = bounds(stretched(plain, Box(10, 20, 40, 60)))
    assert (box.x, box.y, box.width, box.height) == pytest.approx((10, 20, 40, 60))
    holed = FLAG.replace("50H0Z", "50H0ZM10 10V40H40V10Z").encode()
    outline = silhouette(prepare_art("vlag.svg", holed, colour=colours))
    assert outline is not None and [step for step, _ in outline].count("M") == 2


def test_outlines_are_all_that_a_drawing_fills_and_nothing_where_lines_reach_beyond() -> None:
    colours = ColourSpace(next(PROFILE.glob("*.icc")).read_bytes())

    def found(inside: str) -> tuple[frame.Path, ...] | None:
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{inside}</svg>'
        return filled_outlines(prepare_art("twee.svg", svg.encode(), colour=colours))

    two = found('<path d="M0 0H5V5H0Z"/><path fill="red" d="M6 6H10V10H6Z"/>')
    assert two is not None and [path[0] for path in two] == [("M", (0, 0)), ("M", (0.6, 0.6))]
    assert found('<path stroke="black" d="M0 0H5V5H0Z"/>') is None
    clip = '<clipPath id="a"><path d="M0 0H1V1H0Z"/></clipPath>'
    assert found(clip + '<path clip-path="url(#a)" d="M0 0H5V5H0Z"/>') is None
