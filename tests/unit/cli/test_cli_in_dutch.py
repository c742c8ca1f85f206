"""Typical runs in Dutch: nothing that samenspel says in them is English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.projects import tiny_project

from samenspel.cli.batch import STATES
from samenspel.cli.main import run
from samenspel.cli.tongue import speak
from samenspel.speaking import spoken

ENGLISH = re.compile(
    r"\b(the|and|with|is not|there|this|these|that|which|was|were|made|file|files|folder|"
    r"nothing|written|mistakes?|warnings?|errors?|words|too|long|name it|put it|did you|known|"
    r"size|pages|title|width|height|needs?|gives?|take|write|more|also|show|usage|try)\b",
    re.IGNORECASE,
)
"""Words that no Dutch sentence has; the keys and names of files and options are taken out first."""

NOT_SAID = re.compile(
    r"\[[a-z0-9-]+\]|--[a-z-]+|\S*/\S*|\S+\.(?:yaml|md|pdf|txt)|‘[^’]*’|“[^”]*”|\"[^\"]*\"|'[^']*'|"
    r"^[\w.\[\]/-]+: |\b[a-z_]+:|\bsamenspel [a-z]+|\b\w+(?:-\w+)+|^(?:bron|drukconditie) .*"
)
"""Codes, options, paths, what is quoted, keys, commands, citations: the same in every language."""


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak("en")


def told(capsys: pytest.CaptureFixture[str], *line: str | Path) -> str:
    """What a run in Dutch says, on both streams."""
    run([*map(str, line), "--ui", "nl"])
    out = capsys.readouterr()
    return out.out + out.err


def english(said: str) -> list[str]:
    return [line for line in said.split("\n") if ENGLISH.search(NOT_SAID.sub(" ", line))]


REGION = "cards/regions/proefregio.yaml"
"""A region's own file, with one mistake each time."""
MISTAKES = {
    "unknown key": "nmae: Proef\n",
    "tab": "name: Proef\nfacts:\n\tissue: x\n",
    "no value": "name:\nshort: Proef\nplace: in Proef\nkind: onderwijsregio\n",
    "colon": "name: Proef: de regio\n",
    "not closed": 'name: "Proef\n',
    "wrong type": "name: [Proef, Regio]\nshort: Proef\nplace: in Proef\nkind: netwerk\n",
    "unknown card": (
        "name: Proef\nshort: Proef\nplace: in Proef\nkind: netwerk\n"
        "cards: {drop: [nergens], change: {start-bij-jezelf: {title: Anders}}}\n"
    ),
    "unknown variable": (
        "name: Proef\nshort: Proef\nplace: in Proef\nkind: netwerk\ncards:\n  change:\n"
        "    start-bij-jezelf:\n      questions:\n        3: Wat vindt {{ regoi.naam }}?\n"
    ),
    "too long": (
        "name: Proef\nshort: Proef\nplace: in Proef\nkind: netwerk\ncards:\n  change:\n"
        "    start-bij-jezelf:\n      text: " + "Een zin die maar niet ophoudt. " * 60 + "\n"
    ),
    "colour": "name: Proef\nshort: P\nplace: in P\nkind: n\naccents: {teal: [300, 0, 0, 0]}\n",
    "logo": "name: Proef\nshort: P\nplace: in P\nkind: n\nlogo: logos/nergens.svg\n",
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistakes_in_a_region_are_told_in_dutch(
    mistake: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tiny_project(tmp_path)
    (project / REGION).write_text(MISTAKES[mistake], encoding="utf-8")
    said = told(capsys, "check", project, "--region", "proefregio", "--format", "a6")
    assert "fout" in said and "proefregio.yaml" in said
    assert not english(said), said


RUNS: tuple[tuple[str, ...], ...] = (
    ("list", "--built-in", "formats"),
    ("list", "--built-in", "papers"),
    ("list", "--built-in", "regions"),
    ("list", "--built-in", "presses", "--press", "coated"),
    ("build", "--built-in", "--region", "nergens"),
    ("build", "--built-in", "--format", "nergens"),
    ("build", "--built-in", "--press", "nergens"),
    ("build", "--built-in", "--product", "nergens"),
    ("build", "--built-in", "--card", "nergens"),
    ("build", "--built-in", "--language", "xx"),
    ("build", "--built-in", "--product", "sheets", "--paper", "nergens"),
    ("preview", "nergens"),
    ("check", "nergens"),
    ("undo", "nergens"),
)


@pytest.mark.parametrize("line", RUNS, ids=" ".join)
def test_typical_runs_say_no_english(
    line: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    said = told(capsys, *line)
    assert said.strip() and not english(said), said


def test_a_new_deck_is_made_built_and_checked_in_dutch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck, out = tmp_path / "dek", tmp_path / "uit"
    said = told(capsys, "new", deck, "--name", "Regio Oost")
    one = ("--card", "blijf-onbevangen", "--format", "a6", "--output", str(out))
    said += told(capsys, "build", deck, "--product", "cards", *one)
    said += told(capsys, "build", deck, "--product", "cards", *one)
    said += told(capsys, "preview", deck, "--product", "cards", *one)
    said += told(capsys, "check", deck, "--format", "a6")
    assert "bestanden gemaakt in" in said and "niets veranderd" in said
    assert not english(said), said


def test_the_page_of_a_check_is_in_dutch(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "check.html"
    told(capsys, "check", tiny_project(tmp_path / "dek"), "--format", "a6", "--html", page)
    text = re.sub(
        r"<(style|script|q|code|small).*?</\1>|<[^>]+>", "|", page.read_text(), flags=re.S
    )
    assert '<html lang="nl">' in page.read_text() and "Bevindingen" in text
    words = [one for one in text.split("|") if not re.fullmatch(r"[a-z_\[\]0-9-]+", one)]
    assert not english("\n".join(words)), words


@pytest.mark.parametrize("command", ["", "build", "check", "new", "list", "preview"])
def test_help_says_no_english(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys, *command.split(), "--help")
    whole = re.sub(r"-\s*\n\s*", "-", said)  # names that click broke at their hyphens
    told_lines = [one for one in english(whole) if not one.strip().startswith("samenspel ")]
    assert "Gebruik: " in said and not told_lines, told_lines


def test_the_states_of_a_batch_are_said_in_dutch() -> None:
    assert {spoken(said, "nl") for said in STATES.values()} == {
        "gemaakt", "ongewijzigd", "gestopt",
    }  # fmt: skip
