"""Which deck a command works on: the one that was meant, or a question."""

from __future__ import annotations

import shutil
from pathlib import Path

import click
import pytest
from tests.projects import tiny_project

from samenspel.cli.main import app, run


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    return tmp_path


def built(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("cards.pdf")}


COMMANDS = (
    "build", "check", "preview", "proof", "list regions", "texts export t.xlsx", "schema",
    "texts import t.xlsx", "diff noordkust", "order", "reprint --since x", "web", "undo", "review",
    "studio", "printer test", "batch", "personal --rows t.csv -c titel", "check --accept",
)  # fmt: skip
"""Every command that works on a deck, as short as it may be."""
BUILD = ("build", "deck", "-p", "cards")


def test_a_project_with_one_region_is_that_region_s(here: Path) -> None:
    tiny_project(here / "deck")
    assert run([*BUILD]) == 0
    assert built(here / "output") == {"noordkust/nl/a6/cards.pdf"}
    assert run([*BUILD, "-r", "basis"]) == 0
    assert "basis/nl/a6/cards.pdf" in built(here / "output")


def test_with_several_regions_one_is_asked_for(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    regions = tiny_project(here / "deck") / "cards" / "regions"
    shutil.copy(regions / "noordkust.yaml", regions / "zuidkust.yaml")
    assert run([*BUILD]) == 2
    output = capsys.readouterr().err
    assert "region-missing" in output and "noordkust, zuidkust" in output
    assert run([*BUILD, "-r", "Noordkust, zuidkust", "-f", "A6"]) == 0
    assert built(here / "output") == {"noordkust/nl/a6/cards.pdf", "zuidkust/nl/a6/cards.pdf"}


@pytest.mark.parametrize("command", [["build"], ["preview"], ["check"], ["list", "regions"]])
@pytest.mark.parametrize(("stand", "named"), [(".", "deck"), ("deck/assets", "..")])
def test_a_deck_that_is_near_is_named(
    here: Path,
    command: list[str],
    stand: str,
    named: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tiny_project(here / "deck")
    (here / stand).mkdir(exist_ok=True)
    monkeypatch.chdir(here / stand)
    assert run(command) == 2
    output = capsys.readouterr().err
    assert "project-not-found" in output and f"name the deck's folder: {named} " in output
    assert not list(here.rglob("output"))


def test_of_a_folder_that_is_not_there_the_decks_beside_it_are_named(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_project(here / "deck")
    assert run(["build", "dekc"]) == 2
    assert "name the deck's folder: deck " in capsys.readouterr().err


def test_the_built_in_deck_is_taken_when_it_is_asked_for(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_project(here / "deck")
    assert run(["list", "regions", "--built-in"]) == 0
    assert "waddenrand" in capsys.readouterr().out


def test_with_nothing_near_the_built_in_deck_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["list", "regions"]) == 0
    output = capsys.readouterr()
    assert "waddenrand" in output.out and "samenspel's built-in deck" in output.err


@pytest.mark.parametrize("command", ["undo", "undo --list", "texts import t.xlsx"])
def test_a_command_that_writes_in_a_deck_does_not_say_that_it_took_the_built_in_one(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command.split()) == 2
    output = capsys.readouterr().err
    assert "project-not-found" in output and "samenspel's built-in deck" not in output


def test_several_decks_that_are_near_are_named_in_the_reader_s_language(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_project(here / "een")
    tiny_project(here / "mijn dek")
    assert run(["--ui", "nl", "list", "regions"]) == 2
    assert "noem de map van het dek: een of 'mijn dek' (" in capsys.readouterr().err


MISNAMED = (
    "cards/deck.yaml.txt", "cards/Deck.yaml", "cards/deck.yml", "cards/DECK.YAML",
    "cards/deck (1).yaml", "cards/Kopie van deck.yaml", "cards/deck.txt", "cards/deck", "deck.yaml",
)  # fmt: skip


def misnamed(folder: Path, name: str) -> Path:
    (tiny_project(folder) / "cards" / "deck.yaml").rename(folder / name)
    return folder


@pytest.mark.parametrize("name", MISNAMED)
def test_a_deck_s_file_by_another_name_is_named(
    here: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    misnamed(here, name)
    assert run(["build"]) == 3
    output = capsys.readouterr().err
    assert "file-name" in output and name in output and "call it cards/deck.yaml" in output
    assert "built-in" not in output and not (here / "output").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stops_at_a_deck_whose_file_has_another_name(
    here: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    misnamed(here, "cards/deck.yaml.txt")
    (here / "t.csv").write_text("name\nAnna\n")
    before = sorted(here.rglob("*"))
    assert run(command.split()) == 3
    output = capsys.readouterr().err
    assert "file-name" in output and "cards/deck.yaml.txt" in output
    assert sorted(here.rglob("*")) == before


@pytest.mark.parametrize(("stand", "named"), [(".", "deck"), ("deck/assets", "..")])
def test_a_deck_whose_file_has_another_name_is_near_too(
    here: Path,
    stand: str,
    named: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    misnamed(here / "deck", "cards/deck.yml")
    (here / stand).mkdir(exist_ok=True)
    monkeypatch.chdir(here / stand)
    assert run(["build"]) == 2
    assert f"name the deck's folder: {named} " in capsys.readouterr().err
    assert run(["build", named]) == 3


def test_of_several_files_that_may_be_the_deck_s_all_are_named(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    misnamed(here, "cards/deck.yml")
    (here / "cards" / "deck (1).yaml").touch()
    assert run(["--ui", "nl", "build"]) == 3
    assert "noem het goede cards/deck.yaml: 'cards/deck (1).yaml' of cards/deck.yml" in " ".join(
        capsys.readouterr().err.split()
    )


@pytest.mark.parametrize("texts", ["cards/regions/a.yaml", "cards/nl/01-a.yaml", "cards/a.yml"])
def test_cards_without_the_deck_s_file_are_no_reason_for_the_built_in_deck(
    here: Path, texts: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / texts).parent.mkdir(parents=True)
    (here / texts).touch()
    assert run(["list", "regions"]) == 3
    assert "put it back" in capsys.readouterr().err
    assert run(["list", "regions", "--built-in"]) == 0


def test_other_folders_with_cards_are_no_decks(here: Path) -> None:
    for name in ("cards/nl/foto.jpg", "cards/deck.pdf", "deck.yaml.pdf", "cards/index.md"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).touch()
    assert run(["list", "regions"]) == 0


def leaves(command: click.Command, name: str = "") -> dict[str, click.Command]:
    """The commands that do something, by what one types."""
    if not isinstance(command, click.Group):
        return {name: command}
    return {
        found: leaf
        for word, one in command.commands.items()
        for found, leaf in leaves(one, f"{name} {word}".strip()).items()
    }


def command_of(line: str) -> str:
    return next(name for name in leaves(app) if f"{line} ".startswith(f"{name} "))


def test_every_command_on_a_deck_is_tried_here() -> None:
    on_decks = {
        name
        for name, command in leaves(app).items()
        for param in command.params
        if param.name in ("folder", "what") and name not in ("new", "store")
    }
    assert {command_of(line) for line in COMMANDS} == on_decks


@pytest.mark.parametrize("line", COMMANDS)
def test_an_option_that_a_message_offers_is_there(
    here: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_project(here / "deck")
    (here / "t.csv").write_text("name\nAnna\n")
    name = command_of(line)
    assert run([*line.split(), *(["nowhere"] if name == "studio" else [])]) == 2
    output = capsys.readouterr().err
    assert "name the deck's folder: " in output
    options = {option for param in leaves(app)[name].params for option in param.opts}
    assert ("--built-in" in output) == ("--built-in" in options)


def test_proof_takes_the_built_in_deck_for_a_deck_alone(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_project(here / "deck")
    assert run(["proof", "--built-in", "-r", "nergens"]) == 2
    assert "zevenbergen" in capsys.readouterr().err
    assert run(["proof", "x.pdf", "--built-in"]) == 2
    assert "--built-in is for decks, and you gave a file" in capsys.readouterr().err
