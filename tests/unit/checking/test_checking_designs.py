"""``check --designs``: what a kind's pages cannot hold is told before there are cards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.projects import write
from tests.unit.kinds.test_pages import KIND, folder_of

from samenspel.checking import check_deck
from samenspel.cli.main import run
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.pipeline import BuildRequest

OTHER = """\
title: Ander
fields:
  title: {words: 3}
  core: {words: 120-200}
front:
  - ground: paper
  - stack: [title]
    bottom: 20%
  - stack: [core]
    top: 80%
back:
  - ground: paper
"""


def found(folder: Path, *formats: str, designs: bool = True) -> list[Diagnostic]:
    request = BuildRequest(output=folder / "out", project=folder, formats=formats)
    return [one.diagnostic for one in check_deck(request, designs=designs).found]


def test_a_kind_that_no_card_uses_is_tried_too_and_names_file_and_field(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    write(folder, "kinds/ander.yaml", OTHER)
    told = found(folder, "a6", "poker")
    assert {(one.code, str(one.location), one.key) for one in told} == {
        ("design-text-too-long", "kinds/ander.yaml:4", "fields.core")
    }
    assert {one.severity for one in told} == {Severity.WARNING}
    said = [one.message for one in told]
    assert all(
        any(f"with its {length} texts in format {shape}" in one for one in said)
        for length in ("shortest", "typical", "longest")
        for shape in ("a6", "poker")
    )
    assert all("ask for " in one.remedy and "words fewer" in one.remedy for one in told)


def test_without_the_wish_no_kind_is_tried(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    write(folder, "kinds/ander.yaml", OTHER)
    assert found(folder, "a6", designs=False) == []


def test_pages_that_hold_their_texts_give_no_finding(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    write(folder, "kinds/ander.yaml", OTHER.replace("120-200", "8-16"))
    assert found(folder, "a6") == []


def test_what_goes_wrong_on_a_page_is_told_with_its_field(tmp_path: Path) -> None:
    """The longest title covers what stands below it: it is the judge of pages that says so."""
    near = KIND.replace("    in: head\n    inset: margin\n", "    in: trim\n    inset: 1\n")
    told = found(folder_of(tmp_path, near), "a6", designs=True)
    assert ("layout-outside-safe", "kinds/casus.yaml:3", "fields.title") in {
        (one.code, str(one.location), one.key) for one in told if one.severity is Severity.WARNING
    }


def test_a_picture_that_a_kind_names_and_that_is_not_there_is_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    write(folder, "kinds/ander.yaml", OTHER + "  - picture: cartoons/er-is-niets.svg\n")
    assert "er-is-niets" in " ".join(one.message for one in found(folder, "a6"))


def test_on_the_command_line_it_ends_well_unless_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path)
    write(folder, "kinds/ander.yaml", OTHER)
    wanted = ["check", str(folder), "--designs", "--format", "a6", "--json"]
    assert run(wanted) == 0
    codes = [one["code"] for one in json.loads(capsys.readouterr().out)["findings"]]
    assert "design-text-too-long" in codes
    assert run([*wanted, "--strict"]) == 3
