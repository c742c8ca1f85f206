"""The box as a press file: its lines on plates and layers of their own, colour beyond each cut."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from tests.press.separating import ghostscript_plates
from tests.projects import tiny_project

from samenspel.boxes import Inside, tuck
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


def built(folder: Path, box: str = "tuck", **wanted: str) -> list[Path]:
    request = BuildRequest(
        folder / "out", tiny_project(folder / "dek"), ("noordkust",), products=("box",),
        making=Making(box=box), **wanted,  # type: ignore[arg-type]
    )  # fmt: skip
    return [file.path for file in build_deck(request).files]


def test_cuts_and_creases_have_plates_that_change_nothing_below(tmp_path: Path) -> None:
    (box,) = built(tmp_path)
    (tmp_path / "with").mkdir()
    (tmp_path / "without").mkdir()
    bare = tmp_path / "bare.pdf"
    with pikepdf.open(box) as document:
        page = document.pages[0]
        # The lines are the last things that are painted, each on its layer.
        operators = list(pikepdf.parse_content_stream(page))
        first = next(n for n, one in enumerate(operators) if str(one.operator) == "BDC")
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(operators[:first]))
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
    inside = Inside(*Making().box_inside((size.width, size.height), len(deck.cards), 1))
    panels = [
        Box(one.box.x + AROUND, one.box.y + AROUND, one.box.width, one.box.height)
        for one in tuck(inside, BOARD).panels
    ]
    texts = [run_box(item) for item in frame.items if isinstance(item, TextRun)]
    assert len(texts) >= 6
    for text in texts:
        around = text.inset(-1.5, 0, -1.5, 0)
        assert any(panel.contains(around, slack=0.2) for panel in panels), text
