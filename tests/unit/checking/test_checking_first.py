"""What is shown first: a maker's own texts in the formats ordered; the rest is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenspel import BuildRequest, check_deck
from samenspel.checking import as_html, first_to_read
from samenspel.checking.report import CheckReport
from samenspel.cli.main import run
from samenspel.starter import Start, new_project


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("maker") / "dek"
    new_project(folder, Start("Regio Oost", short="Oost"))
    region = folder / "cards/regions/oost.yaml"
    asked = "".join(f'        - "{word} jij dat?"\n' for word in ("Weet", "Kan", "Wil"))
    region.write_text(
        region.read_text("utf-8")
        + "cards:\n  change:\n"
        + f"    start-bij-jezelf:\n      questions:\n{asked}"
        + f"    blijf-onbevangen:\n      questions:\n{asked}",
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def report(deck: Path) -> CheckReport:
    return check_deck(BuildRequest(deck / "output", deck, regions=("deck",), formats=("deck",)))


def test_the_deck_without_a_region_is_not_a_makers(report: CheckReport) -> None:
    assert [str(one) for one in report.editions] == ["oost/nl"]


def test_three_of_a_kind_are_told_and_the_others_counted(report: CheckReport) -> None:
    shown = first_to_read(report)
    codes = [one.diagnostic.code for one in shown.messages]
    assert codes.count("question-yes-no") == 3
    assert "3 messages more of the same kinds (question-yes-no 3)" in shown.rest
    everything = [one.diagnostic.code for one in first_to_read(report, True).messages]
    assert everything.count("question-yes-no") == 6


def test_tight_texts_of_the_base_are_one_line(report: CheckReport) -> None:
    shown = first_to_read(report)
    assert all(group.row.own and group.row.format == "a6" for group in shown.texts)
    (line,) = [one for one in shown.rest if one.endswith("of the base deck tight")]
    assert "poker" in line
    assert len(first_to_read(report, True).texts) > 100


def test_what_fails_is_told_wherever_it_is(tmp_path: Path) -> None:
    copy = tmp_path / "dek"
    new_project(copy, Start("Samenwerkingsverband " * 5))
    request = BuildRequest(
        copy / "output", copy, regions=("all",), formats=("poker",), products=("cards",)
    )
    found = check_deck(request)
    shown = first_to_read(found)
    wrong = [one for one in found.brief if one.diagnostic.severity.value == "error"]
    assert wrong and [one for one in shown.messages if one in wrong] == wrong
    assert [one.row for one in shown.texts if one.row.verdict == "fails"]


def test_the_page_quotes_names_and_groups(report: CheckReport) -> None:
    page = as_html(report)
    assert "<title>Check of Samenspel 2026.1 · oost</title>" in page
    assert "<q>Weet jij dat?</q>" in page
    assert "<summary>3 more question-yes-no</summary>" in page


def test_the_command_says_how_to_see_the_rest(
    deck: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(deck)]) == 0
    shown = capsys.readouterr()
    assert shown.err.count("[question-yes-no]") == 3
    assert "also: " in shown.out and "; --all shows them" in shown.out
    assert "ga-verder-dan-jubeltaal" not in shown.out
