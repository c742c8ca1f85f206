"""Two editions of a deck: what the new one says otherwise, wherever the two stand."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.projects import change, tiny_project, write

from samenspel.cli.main import run
from samenspel.comparing import DECK, Comparison, compare_editions, opened_editions


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An old edition, and a new one in which a bit of everything is otherwise."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    old = tiny_project(tmp_path / "old")
    new = Path(shutil.copytree(old, tmp_path / "new"))
    change(new, "cards/deck.yaml", 'edition: "1.0"', 'edition: "2.0"')
    change(new, "cards/deck.yaml", "licence: CC BY 4.0", "licence: CC0")
    change(new, "cards/deck.yaml", "[titel, luister-eerst, leeg, leeg]", "[luister-eerst, extra]")
    change(new, "cards/nl/01-luister-eerst.yaml", "Wat hoor jij?", "Wat hoor jij nu?")
    change(new, "cards/nl/labels.yaml", "reminder: reminder", "reminder: herinnering")
    text = (old / "cards/nl/01-luister-eerst.yaml").read_text(encoding="utf-8")
    write(new, "cards/nl/02-extra.yaml", text.replace("Luister eerst", "Nog een"))
    return tmp_path


def compared(here: Path, old: str = "old", new: str = "new") -> Comparison:
    with opened_editions(old, new, here / "old") as editions:
        return compare_editions(*editions, "nl")


FOUND = [
    ("changed", DECK, "licence"),
    ("changed", DECK, "reminder"),
    ("changed", "luister-eerst", "questions.1"),
    ("added", "extra", ""),
    ("dropped", "titel", ""),
    ("dropped", "leeg", ""),
]


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(one.kind, one.card, one.field) for one in comparison.differences]


def test_all_that_an_edition_changes_is_told_overridden_or_not(here: Path) -> None:
    found = compared(here)
    assert sorted(told(found)) == sorted(FOUND)
    assert (found.base, found.name) == ("Klein dek 1.0 (old)", "Klein dek 2.0 (new)")
    assert told(compared(here, "new", "new")) == []


@pytest.mark.parametrize("top", ["", "samenspel-2.0/", "a/b/samenspel/_builtin/"])
def test_a_zip_file_will_do(here: Path, top: str) -> None:
    with zipfile.ZipFile("new.zip", "w") as archive:
        for path in sorted((here / "new").rglob("*")):
            archive.write(path, top + path.relative_to(here / "new").as_posix())
        archive.writestr("../../outside/cards/deck.yaml", "title: x\n")
        archive.writestr("/tmp/outside/cards/deck.yaml", "title: x\n")
    assert sorted(told(compared(here, "old", "new.zip"))) == sorted(FOUND)
    assert not (here.parent / "outside").exists()


def test_the_command_tells_it_in_words_and_in_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--base", "old", "new"]) == 0
    shown = capsys.readouterr().out
    assert "What Klein dek 2.0 (new) changes of Klein dek 1.0 (old)" in shown
    assert "questions.1: Wat hoor jij? → Wat hoor jij nu?" in shown
    assert "A new card, after “Luister eerst”." in shown
    assert run(["diff", "--base", "old", "new", "--json"]) == 0
    [data] = json.loads(capsys.readouterr().out)
    assert len(data["differences"]) == len(FOUND)


def test_pictures_of_the_cards_that_look_different() -> None:
    assert run(["diff", "--base", "old", "new", "--pictures", "see", "-f", "poker"]) == 0
    assert {path.stem.partition("-")[2] for path in Path("see").iterdir()} >= {
        "luister-eerst", "extra", "titel",
    }  # fmt: skip


def test_an_installed_edition_goes_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--base", "samenspel 2026.1", "2026.1"]) == 0
    assert capsys.readouterr().out.count("Nothing.") == 4  # a language each


MISTAKES = [
    (["--base", "old", "nergens"], 2, "edition-unknown"),
    (["--base", "old", "empty"], 2, "edition-unknown"),
    (["--base", "old", "old/cards/deck.yaml"], 3, "edition-unreadable"),
    (["--base", "old", "broken"], 3, "yaml-colon"),
    (["--base", "old", "new", "-l", "xx"], 2, "language-unknown"),
    (["noordkust", "--base", "old", "new"], 2, ""),
    ([], 2, ""),
]


@pytest.mark.parametrize(("words", "code", "said"), MISTAKES)
def test_what_cannot_be_compared(
    here: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: int, said: str
) -> None:
    (here / "empty").mkdir()
    write(here, "broken/cards/deck.yaml", "title: a: b\n")
    assert run(["diff", *words]) == code
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("harm", ["packed", "name"])
def test_a_broken_zip_file_is_told(
    here: Path, harm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile("x.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write("new/cards/deck.yaml", "cards/deck.yaml")
        archive.writestr("cards/dé.yaml", "x")
    data = (here / "x.zip").read_bytes()
    if harm == "packed":
        start = data.index(b"deck.yaml") + 9
        data = data[:start] + b"\xff" * 40 + data[start + 40 :]
    else:
        data = data.replace("dé".encode(), b"d\xff\xfe")
    (here / "x.zip").write_bytes(data)
    assert run(["diff", "--base", "old", "x.zip"]) == 3
    assert "[edition-unreadable]" in capsys.readouterr().err


def test_a_deck_is_looked_for_without_links(here: Path) -> None:
    (here / "round").mkdir()
    for number in range(40):
        (here / "round" / str(number)).symlink_to(".")
    assert run(["diff", "--base", "old", "round"]) == 2
