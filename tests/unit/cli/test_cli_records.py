"""What the base says under a maker's own texts is noted by whatever command sees them first."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from tests.projects import change, tiny_project

from samenspel.checking import accepting
from samenspel.cli.main import run
from samenspel.errors import FileAccessError

RECORD = "cards/.basis/noordkust.yaml"
COMMANDS = {
    "build": ["build", "deck", "-p", "cards"],
    "preview": ["preview", "deck", "--dpi", "30"],
    "proof": ["proof", "deck", "--dpi", "30", "-p", "cards", "--no-plates", "--no-ink"],
    "check": ["check", "deck", "-f", "a6"],
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    tiny_project(tmp_path / "deck")
    return tmp_path


def sums(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_notes_what_the_base_says_and_a_change_is_told(
    here: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run(COMMANDS[command]) == 0
    assert RECORD in capsys.readouterr().err.replace("\\", "/")
    noted = (here / "deck" / RECORD).read_text(encoding="utf-8")
    assert "Wat horen wij?" in noted
    assert run(COMMANDS[command]) == 0
    assert RECORD not in capsys.readouterr().err  # it is noted once
    change(here / "deck", "cards/nl/01-luister-eerst.yaml", "Wat horen wij?", "Wat leren wij?")
    assert run(["check", "deck", "-f", "a6"]) == 0
    told = capsys.readouterr().err
    assert "[override-outdated]" in told and "Wat horen wij?" in told and "Wat leren wij?" in told
    assert (here / "deck" / RECORD).read_text(encoding="utf-8") == noted


def test_one_card_is_told_what_changed_under_it_and_no_other(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(COMMANDS["build"]) == 0
    change(here / "deck", "cards/nl/01-luister-eerst.yaml", "Wat horen wij?", "Wat leren wij?")
    capsys.readouterr()
    for card, told in (("luister-eerst", True), ("titel", False)):
        assert run(["check", "deck", "-f", "a6", "--card", card]) == 0
        assert ("[override-outdated]" in capsys.readouterr().err) == told


def test_a_note_changes_no_byte_of_what_is_made(here: Path) -> None:
    assert run([*COMMANDS["build"], "-o", "one"]) == 0
    assert (here / "deck" / RECORD).is_file()
    assert run([*COMMANDS["build"], "-o", "two"]) == 0
    assert sums(here / "one") == sums(here / "two")


def test_a_folder_that_cannot_be_written_in_is_built_all_the_same(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick that is locked."""

    def refused(*_: object) -> None:
        raise FileAccessError.of("output-not-writable", "no")

    monkeypatch.setattr(accepting, "change_files", refused)
    assert run(COMMANDS["build"]) == 0
    assert not (here / "deck" / RECORD).exists()
