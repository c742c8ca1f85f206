"""``samenspel texts`` from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import tiny_project
from tests.unit.texts.sheets import book_of, edit, files_of, two_languages

from samenspel.cli.main import run

KEY = "basis:luister-eerst.core"


def test_out_and_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tiny_project(tmp_path / "dek")
    file = tmp_path / "deck.xlsx"
    assert run(["texts", "export", str(file), str(folder), "--csv", str(tmp_path / "csv")]) == 0
    assert [path.name for path in (tmp_path / "csv").iterdir()] == ["nl.csv"]
    assert run(["texts", "import", str(file), str(folder)]) == 0
    assert "No text is different." in capsys.readouterr().out

    edit(file, "nl", {KEY: "Wie zwijgt, hoort meer."})
    before = files_of(folder)
    assert run(["texts", "import", str(file), str(folder), "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert "- Wie luistert, hoort meer." in shown
    assert "+ Wie zwijgt, hoort meer." in shown
    assert "deck.xlsx: nl!D" in shown
    assert run(["texts", "import", str(file), str(folder)]) == 2  # nobody is there to be asked
    assert files_of(folder) == before

    assert run(["texts", "import", str(file), str(folder), "--yes"]) == 0
    after = files_of(folder)
    assert [name for name, data in before.items() if after[name] != data] == [
        "cards/nl/01-luister-eerst.yaml"
    ]
    capsys.readouterr()


def test_the_built_in_deck_is_not_written_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["texts", "import", "deck.xlsx"]) == 2
    assert "samenspel new FOLDER" in capsys.readouterr().err


def test_a_workbook_ends_in_xlsx(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["texts", "export", str(tmp_path / "deck.ods"), str(tiny_project(tmp_path))]) == 2
    assert "texts-file-name" in capsys.readouterr().err


def test_undo_takes_the_import_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = two_languages(tmp_path / "mijn dek")
    file = edit(book_of(folder), "nl", {KEY: "Wie zwijgt, hoort meer."})
    before = files_of(folder)
    assert run(["texts", "import", str(file), str(folder), "--yes"]) == 0
    assert f"samenspel undo '{folder}'" in capsys.readouterr().out
    assert run(["undo", str(folder), "--list"]) == 0
    assert "import" in capsys.readouterr().out
    assert run(["undo", str(folder), "--yes"]) == 0
    assert files_of(folder) == before
    assert run(["undo", str(folder), "--yes"]) == 2
    assert "undo-nothing" in capsys.readouterr().err
