"""A region whose file is broken stops no command for the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import tiny_project, write

from samenspel.cli.main import run

BROKEN = "name: Zuidkust\nshort: Zuid: kust\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    write(tiny_project(tmp_path / "deck"), "cards/regions/zuidkust.yaml", BROKEN)
    return tmp_path


MAKING = {
    "build": (["build", "deck", "-p", "cards", "-f", "poker"], "output/noordkust/nl/poker"),
    "preview": (["preview", "deck", "--dpi", "30"], "output/noordkust/nl/a6/preview"),
    "proof": (
        ["proof", "deck", "--dpi", "30", "-p", "cards", "--no-plates", "--no-ink"],
        "output/noordkust/nl/a6/proof",
    ),
    "check": (["check", "deck", "-f", "poker"], ""),
    "texts": (["texts", "export", "deck.xlsx", "deck", "-f", "poker"], "deck.xlsx"),
}


@pytest.mark.parametrize("command", MAKING)
def test_the_others_are_made_and_the_broken_one_is_told(
    here: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    words, made = MAKING[command]
    assert run([*words, "-r", "all"]) == 3
    output = capsys.readouterr().err
    assert "cards/regions/zuidkust.yaml:2" in output and "[yaml-colon]" in output
    assert (here / made).exists()
    assert not (here / "output" / "zuidkust").exists()


@pytest.mark.parametrize("command", MAKING)
def test_one_that_is_asked_for_by_name_is_made_or_told(
    here: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    words, made = MAKING[command]
    assert run([*words, "-r", "noordkust"]) == 0
    assert "zuidkust" not in capsys.readouterr().err
    assert (here / made).exists()
    assert run([*words, "-r", "zuidkust"]) == 3
    assert "cards/regions/zuidkust.yaml:2" in capsys.readouterr().err


def test_a_broken_region_is_listed_and_counts_among_several(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["list", "regions", "deck"]) == 0
    assert "broken" in capsys.readouterr().out
    assert run(["build", "deck"]) == 2
    assert "noordkust, zuidkust" in capsys.readouterr().err
    assert run(["diff", "zuidkust", "deck"]) == 3
    assert run(["diff", "noordkust", "deck"]) == 0


@pytest.mark.parametrize(
    ("name", "asked", "code"),
    [
        ("west.yaml.txt", "west", "file-name"),
        ("west.yml", "west", "file-name"),
        ("West.yaml", "West", "file-name"),
        ("basis.yaml", "basis.yaml", "file-name"),
    ],
)
def test_a_file_with_the_wrong_name_stops_no_other(
    here: Path, capsys: pytest.CaptureFixture[str], name: str, asked: str, code: str
) -> None:
    (here / "deck/cards/regions/zuidkust.yaml").rename(here / "deck/cards/regions" / name)
    assert run(["check", "deck", "-f", "poker", "-r", "noordkust", "-r", "basis"]) == 0
    assert run(["check", "deck", "-f", "poker", "-r", asked]) == 3
    assert f"[{code}]" in capsys.readouterr().err


def test_an_edit_of_a_broken_region_waits_and_the_others_are_written(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The file broke after the export: its edit stays in the table, the other is taken over."""
    sound = "name: Zuidkust\nshort: Zuid\nplace: in het zuiden\nkind: onderwijsregio\n"
    write(here, "deck/cards/regions/zuidkust.yaml", sound)
    export = ["texts", "export", "t.xlsx", "deck", "--csv", "csv", "-f", "poker"]
    assert run([*export, "-r", "noordkust", "-r", "zuidkust"]) == 0
    table = here / "csv/nl.csv"
    text = table.read_text(encoding="utf-8-sig")
    assert text.count("Wie luistert, hoort meer.") == 2
    table.write_text(text.replace("Wie luistert, hoort meer.", "Luister."), encoding="utf-8")
    write(here, "deck/cards/regions/zuidkust.yaml", BROKEN)
    assert run(["texts", "import", "csv", "deck", "--yes"]) == 0
    assert "[texts-region-broken]" in capsys.readouterr().err
    assert "Luister." in (here / "deck/cards/regions/noordkust.yaml").read_text(encoding="utf-8")
    assert (here / "deck/cards/regions/zuidkust.yaml").read_text(encoding="utf-8") == BROKEN
