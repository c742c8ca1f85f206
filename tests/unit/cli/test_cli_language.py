"""The command speaks the reader's language: ``--ui``, the environment, the project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from samenspel.builtin import builtin_deck
from samenspel.cli.main import run
from samenspel.cli.tongue import asked_in, language, speak, speak_as_project
from samenspel.loading import open_project
from samenspel.speaking.choosing import VARIABLE


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak("en")


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("--ui nl build", "nl"), ("build --ui nl", "nl"), ("build --ui=de dek", "de"),
        ("build", ""), ("build -- --ui nl", ""), ("build --ui", ""),
    ],
)  # fmt: skip
def test_ui_may_stand_before_or_after_the_command(line: str, asked: str) -> None:
    assert asked_in(line.split()) == asked


@pytest.mark.parametrize(
    "line", ["--ui nl nergens", "list --ui nl --nergens", "build --ui nl a b c"]
)
def test_mistakes_in_a_command_line_are_told_in_dutch(
    line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(line.split()) == 2
    told = capsys.readouterr().err
    assert "Gebruik: samenspel" in told and "Fout: " in told
    assert not {"Usage", "Error", "No such", "Got", "Try"} & set(told.replace(":", " ").split())


def test_a_language_that_samenspel_does_not_speak_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["build", "--ui", "xx"]) == 2
    assert "'xx' is not one of 'en', 'nl'" in capsys.readouterr().err


def test_the_environment_names_the_language_of_a_session(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(VARIABLE, "nl")
    assert run(["explain", "nergens"]) == 2
    assert 'er is geen melding met de code "nergens"' in capsys.readouterr().err
    assert run(["explain", "nergens", "--ui", "en"]) == 2
    assert 'there is no message with the code "nergens"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "spoken"), [("ui: nl", "nl"), ('ui: "nl"', "nl"), ("# ui: nl", "en"), ("ui: xx", "en")]
)
def test_a_project_names_the_language_of_its_makers(
    line: str, spoken: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("LC_ALL", "C")
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "deck.yaml").write_text(f"title: Dek\n{line}\nlanguages: [nl]\n")
    speak_as_project(tmp_path)
    assert language() == spoken


def test_what_is_asked_goes_before_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "en")
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "deck.yaml").write_text("ui: nl\n")
    speak_as_project(tmp_path)
    assert language() == "en"


@pytest.mark.parametrize("more", [[], ["--full"], ["--kind-of", "casus"]])
def test_a_new_project_keeps_the_language_that_was_asked_for(
    more: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("LC_ALL", "C")
    folder, plain = tmp_path / "dek", tmp_path / "plain"
    assert run(["new", str(folder), *more, "--ui", "nl"]) == 0
    assert run(["new", str(plain), *more]) == 0
    asked, unasked = ((one / "cards/deck.yaml").read_text() for one in (folder, plain))
    first, line, rest = asked.split("\n", 2)
    assert line == "ui: nl    # de taal van meldingen" and f"{first}\n{rest}" == unasked
    assert open_project(folder, builtin_deck()).regions
    for place, language_of_it in ((folder, "nl"), (plain, "en")):
        speak("en")
        speak_as_project(place)
        assert language() == language_of_it


def test_help_is_dutch_and_the_commands_stay_english_for_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["build", "--help", "--ui", "nl"]) == 0
    dutch = capsys.readouterr().out
    assert "Maak de pdf-bestanden van een dek." in dutch and "Gebruik: " in dutch
    assert run(["build", "--help", "--ui", "en"]) == 0
    english = capsys.readouterr().out
    assert "Make the PDF files of a deck." in english and "Usage: " in english
