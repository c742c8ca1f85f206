"""A workbook of texts through a real LibreOffice: only what was edited comes back changed."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell
from tests.tools import require_tool

from samenspel.pipeline import BuildRequest, build_deck
from samenspel.starter import Start, new_project
from samenspel.texts import export_texts, import_texts

EDITOR = Path(__file__).with_name("libreoffice_editor.py")

NEW = {
    "basis:titel.core": "Voor gesprekken = ‘anders’ dan “thuis”",
    "basis:start-bij-jezelf.questions.2": "=Wat is hier; precies, aan 'de hand' {{ regio.plek }}?",
    "oost:@region.kind": "12",
}


@pytest.fixture(scope="module")
def through(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A small project, and its workbook as LibreOffice saved it."""
    soffice = require_tool("soffice")
    folder = tmp_path_factory.mktemp("libreoffice")
    new_project(folder / "dek", Start("Oost"))
    made = export_texts(BuildRequest(output=folder, project=folder / "dek", regions=("all",)))
    (folder / "deck.xlsx").write_bytes(made.workbook)
    return folder / "dek", saved_by_libreoffice(soffice, folder / "deck.xlsx", folder / "one")


def saved_by_libreoffice(soffice: str, file: Path, folder: Path) -> Path:
    """The workbook after LibreOffice opened it and saved it again."""
    profile = (folder.parent / "profile").as_uri()
    subprocess.run(
        [soffice, f"-env:UserInstallation={profile}", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return folder / file.name


def edited_in_libreoffice(file: Path, saved: Path, texts: Mapping[str, str]) -> Path:
    """The workbook after somebody opened it in LibreOffice, typed into cells and saved it."""
    cells: dict[str, dict[str, str]] = {}
    for key, text in texts.items():
        cell = text_cell(file, key)
        cells.setdefault(cell.parent.title, {})[cell.coordinate] = text
    subprocess.run(
        [python_with_uno(), str(EDITOR), require_tool("soffice"), str(file), str(saved),
         json.dumps(cells)],
        check=True, timeout=180,
    )  # fmt: skip
    return saved


def python_with_uno() -> str:
    """The system's Python, to which Debian gives LibreOffice's module (python3-uno)."""
    python = "/usr/bin/python3"
    found = Path(python).exists() and not subprocess.run(
        [python, "-c", "import uno"], capture_output=True
    ).returncode
    return python if found else require_tool("python3-with-uno")


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".samenspel" not in path.parts
    }


def text_cell(file: Path, key: str) -> Cell:
    book = load_workbook(file)
    for sheet in book.worksheets:
        heads = {cell.value: cell.column for cell in sheet[1]}
        for row in range(2, sheet.max_row + 1):
            if sheet.cell(row, heads.get("Kenmerk", 1)).value == key:
                cell = sheet.cell(row, heads["Tekst"])
                assert isinstance(cell, Cell)
                return cell
    raise AssertionError(key)


def test_nothing_edited_is_nothing_changed(through: tuple[Path, Path]) -> None:
    project, file = through
    found = import_texts(file, project)
    assert (found.changes, found.files, found.warnings) == ((), {}, ())


def test_libreoffice_keeps_what_an_editor_needs(through: tuple[Path, Path]) -> None:
    _, file = through
    cell = text_cell(file, "basis:start-bij-jezelf.conditions[1]")
    sheet = cell.parent
    assert not cell.protection.locked
    assert sheet.protection.sheet
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert any(cell.coordinate in rule.sqref for rule in lists)
    left = load_workbook(file, data_only=True)[sheet.title]
    heads = {one.value: one.column for one in sheet[1]}
    row = text_cell(file, "basis:titel.core").row
    used, fits, over = (
        left.cell(row, heads[name]).value for name in ("Tekens", "Past", "Nog over")
    )
    assert used == len("Voor gesprekken die je anders op de parkeerplaats voert.")
    assert over == fits - used


def test_only_the_edited_texts_differ_and_the_deck_builds(
    through: tuple[Path, Path], tmp_path: Path
) -> None:
    project, file = through
    again = edited_in_libreoffice(file, tmp_path / "deck.xlsx", NEW)
    before = files_of(project)
    found = import_texts(again, project)
    assert {change.wording.passage.key: change.after for change in found.changes} == NEW
    found.write()
    after = files_of(project)
    assert {name for name in after if after[name] != before.get(name)} == {
        "cards/.basis/basis.yaml", "cards/nl/00-titel.yaml", "cards/nl/10-start-bij-jezelf.yaml",
        "cards/regions/oost.yaml",
    }  # fmt: skip
    old, new = (
        one["cards/regions/oost.yaml"].decode().splitlines() for one in (before, after)
    )
    assert [(was, now) for was, now in zip(old, new, strict=True) if was != now] == [
        ('kind: "onderwijsregio"', 'kind: "12"')
    ]
    report = build_deck(
        BuildRequest(output=tmp_path / "out", project=project, regions=("oost",),
                     products=("cards",))
    )  # fmt: skip
    assert [one.path.name for one in report.files] == ["cards.pdf"]
