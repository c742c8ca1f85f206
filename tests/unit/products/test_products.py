"""Products are a table: a new one is a file, and whoever does something for each asks the table."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from tests.projects import tiny_project

import samenspel.products as table
from samenspel import BuildRequest, UsageError, build_deck, check_deck, preview_deck
from samenspel.cli.main import run
from samenspel.layers.shapes import Product as SchemaNames
from samenspel.model.sheet import Printer
from samenspel.pipeline.opening import open_build

PACKAGE = Path(table.__file__).parent.parent
ROOMS = ("pipeline", "checking", "proofing", "texts", "comparing", "inspecting", "cli")
"""Rooms that do something for each product."""

BOOKMARK = '''
"""A strip of paper, as the only thing that a maker adds."""

from samenspel.model.frame import Box, Frame, Shape
from samenspel.model.ink import Ink
from samenspel.model.paths import rectangle
from samenspel.products.product import Pages, Piece, PrintFile, Product


def _pieces(product, choices):
    for shape in choices.formats:
        yield Piece(product, shape, folder=shape.name)


def _laid_out(material, piece):
    ground = Shape(rectangle(Box(-3, -3, 56, 156)), fill=Ink(0, 20, 40, 0))
    look = "only-in-a-test", "front"
    return Pages([Frame("only-in-a-test-front", 50, 150, 3, 4, (ground,), *look)])


def _files(piece, pages, faces, press):
    yield PrintFile("only-in-a-test.pdf", pages.frames)


PRODUCT = Product(
    name="only-in-a-test",
    order=9,
    summary="a strip of paper",
    pieces=_pieces,
    lay_out=_laid_out,
    files=_files,
    file_names=lambda piece, press: ["only-in-a-test.pdf"],
)
'''


@pytest.fixture
def bookmark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A folder with one more product on the table's path."""
    folder = tmp_path / "more"
    folder.mkdir()
    (folder / "only_in_a_test.py").write_text(BOOKMARK)
    monkeypatch.setattr(table, "__path__", [*table.__path__, str(folder)])
    table.products.cache_clear()
    yield "only-in-a-test"
    table.products.cache_clear()
    sys.modules.pop("samenspel.products.only_in_a_test", None)


def test_every_product_can_be_named_in_a_deck() -> None:
    known, named = set(table.products()), set(get_args(SchemaNames))
    assert known == named, f"add to or take from Product in layers/shapes.py: {known ^ named}"


def test_names_and_files_agree() -> None:
    assert set(table.product_names()) == set(table.products())
    for name in table.products():
        assert (PACKAGE / "products" / f"{name}.py").is_file()


def spelled(path: Path) -> Iterator[str]:
    """Products that a module spells: in a comparison, or as a word of its own."""
    plain = set(table.products()) - {"cards"}  # which is a folder and a key too
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and node.value in plain:
            yield f"{path.relative_to(PACKAGE)}:{node.lineno} {node.value}"
        if isinstance(node, ast.Compare) and "product" in ast.unparse(node):
            named = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}
            if named & set(table.products()):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno} {ast.unparse(node)}"


def test_no_room_spells_a_product() -> None:
    """Else a new product would be forgotten there."""
    files = [path for room in ROOMS for path in (PACKAGE / room).rglob("*.py")]
    assert len(files) > 60
    found = [line for path in files for line in spelled(path)]
    assert not found, "ask samenspel.products instead: " + "; ".join(found)


def test_file_names_are_known_before_anything_is_laid_out(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "deck")
    request = BuildRequest(tmp_path / "out", project, products=("cards", "sheets"))
    build = open_build(request)
    names = [n for piece in build.pieces for n in piece.product.file_names(piece, build.press)]
    assert [file.path.name for file in build_deck(request).files] == names


def test_a_product_is_one_file(
    bookmark: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tiny_project(tmp_path / "deck")
    request = BuildRequest(tmp_path / "out", project, formats=("a6", "poker"), products=(bookmark,))
    report = build_deck(request)
    assert [file.path.name for file in report.files] == ["only-in-a-test.pdf"] * 2
    assert {file.trim for file in report.files} == {(50, 150)}
    manifest = json.loads(report.manifests[0].read_text(encoding="utf-8"))
    assert [entry["product"] for entry in manifest["files"]] == [bookmark]
    assert not check_deck(request).errors
    pictures = preview_deck(request, dpi=30).pictures
    assert {picture.name for picture in pictures} == {"only-in-a-test-front.jpg"}
    assert run(["list", "products", str(project)]) == 0
    assert "a strip of paper" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wish",
    [
        {"sizes": ("a2",)}, {"orientations": ("portrait",)}, {"papers": ("a3",)},
        {"scheme": "booklet"}, {"fill": False}, {"printer": Printer("kantoor")},
    ],
)  # fmt: skip
def test_a_wish_that_no_product_listens_to(tmp_path: Path, wish: dict[str, Any]) -> None:
    project = tiny_project(tmp_path / "deck")
    with pytest.raises(UsageError, match="wish-unheard"):
        open_build(BuildRequest(tmp_path, project, products=("cards",), **wish))
    assert open_build(BuildRequest(tmp_path, project, products=("all",), **wish)).pieces


def test_a_leaflet_is_folded_whatever_scheme_the_sheets_have(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "deck")
    with pytest.raises(UsageError, match="wish-unheard"):
        open_build(BuildRequest(tmp_path, project, products=("leaflet",), scheme="cut-and-stack"))
    both = BuildRequest(tmp_path, project, products=("sheets", "leaflet"), scheme="cut-and-stack")
    schemes = {piece.product.name: piece.imposing.scheme for piece in open_build(both).pieces
               if piece.paper is not None}  # fmt: skip
    assert schemes == {"sheets": "cut-and-stack", "leaflet": "booklet"}


def test_sizes_and_papers_that_do_not_exist(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "deck")
    wishes = {"sizes": "size-unknown", "papers": "preset-unknown"}
    for wish, code in wishes.items():
        with pytest.raises(UsageError) as caught:
            open_build(BuildRequest(tmp_path, project, products=("all",), **{wish: ("a9",)}))
        assert caught.value.diagnostics[0].code == code
        assert caught.value.diagnostics[0].remedy
