"""``samenspel check``: what it shows at which width, what it writes, and how it ends."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.projects import change, tiny_project

from samenspel.cli import check as command
from samenspel.cli.main import run

REMINDER = "cards/nl/01-luister-eerst.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    monkeypatch.chdir(tmp_path)
    return tiny_project(tmp_path / "deck")


def test_warnings_end_well_unless_they_count(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, REMINDER, "Wat hoor jij?", "Hoor jij dat?")
    assert run(["check", str(project), "-f", "a6"]) == 0
    shown = capsys.readouterr()
    assert "warning: " in shown.err
    assert "[question-yes-no]" in shown.err
    assert "mistake" not in shown.err
    assert "in 2 editions and 1 format: 0 errors, 2 warnings, 0 waived" in shown.out
    assert run(["check", str(project), "-f", "a6", "--strict"]) == 3


def test_a_text_that_does_not_fit_ends_with_3_and_says_how_many_words_to_cut(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(project, REMINDER, "Wat hoor jij?", "Wat hoor jij " + "in de regio " * 90 + "?")
    assert run(["check", str(project), "-f", "a6", "-f", "poker"]) == 3
    shown = capsys.readouterr()
    lines = shown.out.splitlines()
    assert " ".join(lines[0].split()) == "card field format size lines left hyph. where"
    assert lines[1].startswith("luister-eerst  questions[1]")
    assert "cut " in lines[1]
    assert "everywhere" in lines[1]
    matrix = lines[lines.index("") + 1 :]
    assert matrix[0].split() == ["card", "a6", "poker"]
    assert matrix[2].split()[::2] == ["luister-eerst", *re.findall(r"\d+", matrix[2])]
    assert "[text-too-long]" in shown.err


def test_all_shows_every_text(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(project), "-r", "basis", "-f", "a6", "--all"]) == 0
    everything = capsys.readouterr().out
    assert "13.5 (13.5–11.5)" in everything
    assert run(["check", str(project), "-r", "basis", "-f", "a6"]) == 0
    assert "13.5 (13.5–11.5)" not in capsys.readouterr().out


def test_json_alone_is_on_standard_output(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(project), "--json", "-f", "a6"]) == 0
    shown = capsys.readouterr()
    assert json.loads(shown.out)["formats"] == ["a6"]
    assert shown.err == ""


def test_a_page_is_wholly_in_the_readers_language(project: Path) -> None:
    asked = ["check", str(project), "-r", "basis", "-f", "a6", "--html", "deck.html"]
    assert run(["--ui", "nl", *asked]) == 0
    page = Path("deck.html").read_text("utf-8")
    assert "teksten in beeld" in page and "texts shown" not in page


def test_html_is_written_whole(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(project), "-r", "basis", "-f", "a6", "--html", "new/check.html"]) == 0
    assert "report: new/check.html" in capsys.readouterr().out
    assert Path("new/check.html").read_text("utf-8").endswith("</html>\n")
    assert sorted(path.name for path in Path("new").iterdir()) == [".samenspel", "check.html"]


def test_a_file_that_cannot_be_written_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("full").write_text("")
    assert run(["check", str(project), "-f", "a6", "--html", "full/check.html"]) == 5
    assert "[output-not-writable]" in capsys.readouterr().err


def test_an_unknown_region_is_a_mistake_of_usage(project: Path) -> None:
    assert run(["check", str(project), "-r", "noordkst"]) == 2


def test_a_narrow_terminal_gets_the_columns_that_matter(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "_wide", lambda: False)
    run(["check", str(project), "-r", "basis", "-f", "a6", "--all"])
    shown = capsys.readouterr().out.splitlines()
    assert shown[0].split() == ["text", "format", "size", "left"]
    assert max(map(len, shown)) <= 80


def test_outdated_texts_are_told_until_they_are_accepted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["check", str(project), "-f", "a6"]
    assert run([*asked, "--accept"]) == 0
    assert "written: " in capsys.readouterr().err
    change(project, REMINDER, "Wat horen wij?", "Wat horen wij samen?")
    assert run(asked) == 0
    assert "Wat horen wij samen?" in capsys.readouterr().err
    assert run([*asked, "--accept"]) == 0
    assert run(asked) == 0
    assert "Wat horen wij samen?" not in capsys.readouterr().err.split("written: ")[-1]


def test_without_a_project_of_ones_own_nothing_is_accepted(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del project
    assert run(["check", "--accept"]) == 2
    assert "[project-not-found]" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["check"], ["diff", "noordkust"]])
def test_a_page_does_not_take_the_place_of_a_file_of_the_deck(
    project: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    file = project / "cards/deck.yaml"
    before = file.read_bytes()
    assert run([*command, str(project), "--html", str(file)]) == 2
    assert "call it deck.html [html-file-name]" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_a_second_press_is_refused_rather_than_left_out_in_silence(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["check", str(project), "--press", "coated", "--press", "longpack"]
    assert run(asked) == 2
    assert "one press at a time, and here are 2: coated, longpack" in capsys.readouterr().err
    assert run(["--ui", "nl", *asked]) == 2
    assert "bekijkt één pers tegelijk, en hier staan er 2" in capsys.readouterr().err
