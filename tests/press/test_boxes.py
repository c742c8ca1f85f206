"""The box as a press file: its lines on plates and layers of their own, colour beyond each cut."""

from __future__ import annotations

import hashlib
import json
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.press.blank_folding import Panel, covered, folded
from tests.press.separating import ghostscript_plates
from tests.projects import tiny_project

from samenspel.boxes import Inside, tuck
from samenspel.boxes.tray import PLAY
from samenspel.layout.verify import run_box
from samenspel.model.frame import Box, TextRun
from samenspel.model.ordering import Making
from samenspel.offer import EditionName
from samenspel.pipeline import BuildRequest, build_deck
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import surveys
from samenspel.products.box import AROUND, BOARD

DPI = 144
A6 = (105.0, 148.0)
CARDS = 4
"""In the tiny deck, of A6."""
THICK = 900
"""Grammage of its cards, so that so few make a stack."""


def built(folder: Path, box: str = "tuck", **wanted: str) -> list[Path]:
    request = BuildRequest(
        folder / "out", tiny_project(folder / "dek"), ("noordkust",), products=("box",),
        making=Making(THICK, box=box), **wanted,  # type: ignore[arg-type]
    )  # fmt: skip
    return [file.path for file in build_deck(request).files]


def test_cuts_and_creases_have_plates_that_change_nothing_below(tmp_path: Path) -> None:
    (box,) = built(tmp_path)
    (tmp_path / "with").mkdir()
    (tmp_path / "without").mkdir()
    bare = tmp_path / "bare.pdf"
    with pikepdf.open(box) as document:
        page = document.pages[0]
        # The lines are painted last, each on its layer, among what nobody reads.
        operators = list(pikepdf.parse_content_stream(page))
        first = next(n for n, one in enumerate(operators) if one.operands[:1] == [pikepdf.Name.OC])
        kept = [*operators[:first], operators[-1]]
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(kept))
        document.save(bare)
    lined = ghostscript_plates(box, 1, tmp_path / "with", dpi=DPI)
    plain = ghostscript_plates(bare, 1, tmp_path / "without", dpi=DPI)
    assert {"Cut", "Crease"} <= lined.keys()
    for ink in ("Cyan", "Magenta", "Yellow", "Black"):
        assert lined[ink].tobytes() == plain[ink].tobytes(), ink
    for line in ("Cut", "Crease"):
        assert lined[line].getextrema()[1] > 200
        assert line not in plain


def test_each_kind_of_line_is_on_a_named_layer_and_old_standards_get_none(tmp_path: Path) -> None:
    (box,) = built(tmp_path)
    with pikepdf.open(box) as document:
        layers = document.Root.OCProperties
        assert [str(group.Name) for group in layers.OCGs] == ["Crease", "Cut"]
        assert str(layers.D.Name)
        assert "/AS" not in layers.D
    (old,) = built(tmp_path, standard="PDF/X-1a:2003")
    with pikepdf.open(old) as document:
        assert "/OCProperties" not in document.Root


def test_a_two_piece_box_is_two_files(tmp_path: Path) -> None:
    assert [path.name for path in built(tmp_path, "two-piece")] == ["box-tray.pdf", "box-lid.pdf"]


@pytest.mark.parametrize("box", ["tuck", "two-piece"])
def test_a_picture_of_the_closed_box_stands_beside_its_blank(tmp_path: Path, box: str) -> None:
    *_, blank = built(tmp_path, box)
    (entry,) = [one["picture"] for one in json.loads((blank.parent / "manifest.json").read_text())
                ["files"] if "picture" in one]  # fmt: skip
    picture = blank.parent / entry["name"]
    assert hashlib.sha256(picture.read_bytes()).hexdigest() == entry["sha256"]
    with Image.open(picture) as image:
        shades = image.convert("L")
        assert min(shades.size) > 300
        assert shades.getextrema()[0] < 60 and shades.getpixel((0, 0)) == 255
    picture.unlink()
    built(tmp_path, box)
    assert picture.exists()


@pytest.mark.parametrize("shape", ["a6", "poker", "tarot"])
def test_texts_keep_from_cuts_and_creases_and_colour_runs_beyond_the_cut(
    shape: str, tmp_path: Path
) -> None:
    build = open_build(
        BuildRequest(tmp_path, regions=("waddenrand",), products=("box",), formats=(shape,))
    )
    edition = prepared(build, EditionName("waddenrand", "nl"))
    (survey,) = surveys(edition)
    (frame,) = survey.laid.frames
    deck, size = edition.deck, build.formats[0]
    held = (size.width, size.height), len(deck.cards), 1
    inside = Inside(*Making().box_inside(*held, leaflet=shape == "a6"))
    panels = [
        Box(one.box.x + AROUND, one.box.y + AROUND, one.box.width, one.box.height)
        for one in tuck(inside, BOARD).panels
    ]
    texts = [run_box(item) for item in frame.items if isinstance(item, TextRun)]
    assert len(texts) >= 6
    for text in texts:
        around = text.inset(-1.5, 0, -1.5, 0)
        assert any(panel.contains(around, slack=0.2) for panel in panels), text


# --- folded by somebody who has only the file ---------------------------------------------------

STRIP = 1.1
"""Along the edges of a side a lid leaves its play and the board beside it, in mm."""
SLACK = 0.1
"""So near panels must come to where they meet, in mm."""

def folded_page(path: Path) -> list[Panel]:
    with pikepdf.open(path) as document:
        return folded(document.pages[0])


def ends(panels: list[Panel], axis: int) -> tuple[float, float]:
    spans = [panel.span(axis) for panel in panels]
    return min(low for low, _ in spans), max(high for _, high in spans)


def room(panels: list[Panel], axis: int) -> float:
    """Between the innermost panels that stand on an axis, in mm: what a stack may take."""
    low, high = ends(panels, axis)
    places = [panel.span(axis)[0] for panel in panels if panel.axis == axis]
    middle = (low + high) / 2
    return min(p for p in places if p > middle) - max(p for p in places if p < middle) - BOARD


def pairs(panels: list[Panel]) -> list[tuple[Panel, Panel]]:
    """Panels that lie on each other, one board apart."""
    return [
        (one, two)
        for one, two in combinations(panels, 2)
        if one.axis == two.axis
        and abs(abs(one.span(one.axis)[0] - two.span(one.axis)[0]) - BOARD) < SLACK
        and all(
            min(one.span(n)[1], two.span(n)[1]) - max(one.span(n)[0], two.span(n)[0]) > 3
            for n in range(3)
            if n != one.axis
        )
    ]


def test_the_drawn_tuck_box_closes_on_all_sides(tmp_path: Path) -> None:
    (path,) = built(tmp_path)
    panels = folded_page(path)
    for axis in range(3):
        for end in ends(panels, axis):
            closed = covered(panels, axis, end, within=BOARD + SLACK, inset=STRIP)
            assert closed > (0.98 if axis == 2 else 0.9999)  # the thumb notch is in the front
    inside = Making(THICK).box_inside(A6, CARDS, 2)
    for axis in range(3):
        assert room(panels, axis) == pytest.approx(inside[axis], abs=SLACK)
    glue = [pair for pair in pairs(panels) if pair[0].axis == 0]
    assert len(glue) == 1  # the last side over the glue flap
    lids = [pair for pair in pairs(panels) if pair[0].axis == 1]
    assert len(lids) == 4  # each lid over two dust flaps
    fronts = [pair for pair in pairs(panels) if pair[0].axis == 2]
    assert len(fronts) == 2  # both tucks inside the front


def test_the_drawn_tray_goes_into_its_lid(tmp_path: Path) -> None:
    halves = [folded_page(path) for path in built(tmp_path, "two-piece")]
    tray, lid = halves
    for half in halves:
        for axis in range(2):
            for end in ends(half, axis):
                closed = covered(half, axis, end, within=BOARD + SLACK, inset=STRIP)
                # A half round notch is in each of the lid's two long walls, and nowhere else.
                notched = half is lid and axis == 0
                assert (0.97 < closed < 0.999) if notched else closed > 0.9999
        assert covered(half, 2, 0.0, within=SLACK, inset=STRIP) > 0.9999
        assert len(pairs(half)) == 4  # a glued tab in each corner
    inside = Making(THICK).box_inside(A6, CARDS, 2)
    for axis in range(2):
        outside = ends(tray, axis)[1] - ends(tray, axis)[0] + BOARD
        assert room(lid, axis) - outside == pytest.approx(2 * PLAY, abs=SLACK)
        assert room(tray, axis) == pytest.approx(inside[axis], abs=SLACK)
    assert ends(lid, 2)[1] >= ends(tray, 2)[1]
