"""Names that are nearly right are taken, or the right one is named; never another region's file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.projects import ROOT, change, opened, tiny_project, write

from samenspel.errors import ContentError
from samenspel.loading import open_project, select
from samenspel.project import missing_art

REGION_FILE = "cards/regions/noordkust.yaml"
LOGO = ROOT / "assets" / "logos" / "waddenrand.svg"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_project(tmp_path / "dek")


def put(folder: Path, name: str) -> None:
    path = folder / "assets" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(LOGO, path)


def problems(folder: Path, region: str = "noordkust") -> list[str]:
    project = opened(folder)
    return [str(one) for one in missing_art(project, select(project, region, "nl"))]


@pytest.mark.parametrize("stored", ["logos/kust.SVG", "logos/Kust.svg", "logos/kust.svg"])
@pytest.mark.parametrize("named", ["logos/kust.svg", "logos/kust"])
def test_capitals_and_a_missing_ending_are_forgiven(folder: Path, stored: str, named: str) -> None:
    put(folder, stored)
    change(folder, REGION_FILE, "name: Regio", f"logo: {named}\nname: Regio")
    assert problems(folder) == []
    assert opened(folder).asset(named) == LOGO.read_bytes()


def test_a_logo_in_another_folder_is_found_and_named(folder: Path) -> None:
    put(folder, "cartoons/kust.svg")
    change(folder, REGION_FILE, "name: Regio", "logo: logos/kust.svg\nname: Regio")
    [problem] = problems(folder)
    assert 'did you mean "cartoons/kust.svg"?' in problem


def test_another_region_s_logo_is_never_proposed(folder: Path) -> None:
    put(folder, "logos/kust-oost.svg")
    text = (folder / REGION_FILE).read_text(encoding="utf-8")
    write(folder, "cards/regions/oostkust.yaml",
          text.replace("name: Regio", "logo: logos/kust-oost.svg\nname: Regio"))  # fmt: skip
    change(folder, REGION_FILE, "name: Regio", "logo: logos/kust-west.svg\nname: Regio")
    [problem] = problems(folder)
    assert "kust-oost" not in problem and "assets/logos" in problem


def test_the_logos_of_the_built_in_deck_are_never_proposed(folder: Path) -> None:
    change(folder, REGION_FILE, "name: Regio", "logo: logos/oeverland.svg\nname: Regio")
    for named in ("oeverland.svg", "logos/rivier.svg", "logos/polderlan.svg", "zevenberg"):
        text = (folder / REGION_FILE).read_text(encoding="utf-8")
        first = text.split("\n", 1)[0]
        write(folder, REGION_FILE, text.replace(first, f"logo: {named}", 1))
        [problem] = problems(folder)
        assert "did you mean" not in problem and "put it in assets/logos" in problem, named


@pytest.mark.parametrize(
    ("stored", "named", "remedy"),
    [
        ("logos/Rivier.SVG", "logos/rivier.svg", "it lies in {}: move it to assets/{}"),
        ("logos/rivier.svg", "rivier.svg", "it lies in {}: move it to assets/{}, and write"),
        ("Rivier.SVG", "logos/rivier", "it lies in {}: move it to assets/logos/{}"),
        ("werk/2026/rivier.png", "logos/rivier.svg", 'and write "logos/rivier.png" here'),
        ("cards/rivier", "logos/rivier.svg", 'and write "logos/rivier" here'),
        ("assets/logos/rivier", "logos/rivier.svg", 'did you mean "logos/rivier"?'),
        ("assets/Rivier.svg", "logos/rivier.svg", 'did you mean "Rivier.svg"?'),
        ("assets/logos/rivier.png", "logos/rivier.svg", 'did you mean "logos/rivier.png"?'),
        ("assets/logos/riviier.svg", "logos/rivier.svg", 'did you mean "logos/riviier.svg"?'),
        ("output/rivier.svg", "logos/rivier.svg", "put it in assets/logos"),
        (".oud/rivier.svg", "logos/rivier.svg", "put it in assets/logos"),
    ],
)
def test_a_logo_is_looked_for_in_the_whole_project(
    folder: Path, stored: str, named: str, remedy: str
) -> None:
    put(folder, f"../{stored}")
    change(folder, REGION_FILE, "name: Regio", f"logo: {named}\nname: Regio")
    [problem] = problems(folder)
    assert remedy.format(stored, stored) in problem
    assert ("and write" in problem) == ("and write" in remedy)


@pytest.mark.parametrize("written", ["logos/kust", "logos/KUST.svg", "logos/kust.svg"])
def test_a_logo_that_another_region_names_is_not_proposed_however_it_is_written(
    folder: Path, written: str
) -> None:
    put(folder, "logos/kust.svg")
    text = (folder / REGION_FILE).read_text(encoding="utf-8")
    write(folder, "cards/regions/oostkust.yaml",
          text.replace("name: Regio", f"logo: {written}\nname: Regio"))  # fmt: skip
    change(folder, REGION_FILE, "name: Regio", "logo: kust.png\nname: Regio")
    assert "put it in assets/logos" in problems(folder)[0]


def test_only_a_font_of_nearly_the_same_name_is_proposed(folder: Path) -> None:
    write(folder, "assets/fonts/SamenspelSymbols.ttf", "")
    for named, near in (("fonts/Symbolen.ttf", False), ("fonts/SamenspelSymbol.otf", True)):
        with pytest.raises(ContentError) as caught:
            opened(folder).asset(named)
        assert ("SamenspelSymbols.ttf" in str(caught.value)) == near


def test_a_name_that_two_files_answer_to_is_not_guessed(folder: Path) -> None:
    put(folder, "logos/kust.svg")
    put(folder, "logos/kust.png")
    change(folder, REGION_FILE, "name: Regio", "logo: logos/kust\nname: Regio")
    assert len(problems(folder)) == 1


@pytest.mark.parametrize("name", ["all", "basis", "con", "lpt1"])
def test_a_region_s_name_means_nothing_else(folder: Path, name: str) -> None:
    shutil.copy(folder / REGION_FILE, folder / "cards" / "regions" / f"{name}.yaml")
    with pytest.raises(ContentError, match="file-name"):
        opened(folder)


def test_a_text_file_that_hides_its_ending_is_told(folder: Path) -> None:
    (folder / REGION_FILE).rename(folder / f"{REGION_FILE}.txt")
    with pytest.raises(ContentError, match=r"take \.txt off its name"):
        opened(folder)


def test_a_card_behind_a_dropped_one(folder: Path) -> None:
    text = (folder / REGION_FILE).read_text(encoding="utf-8")
    text = text.split("cards:")[0] + (
        "cards:\n  drop: [luister-eerst]\n  add:\n"
        "    - {id: nieuw, after: luister-eerst, kind: blank, title: T, core: C, hint: H,"
        " fields: [{label: L, lines: 2}], questions_hint: [a, b, c]}\n"
    )
    write(folder, REGION_FILE, text)
    with pytest.raises(ContentError, match="card-dropped"):
        opened(folder)


CARD = """\
kind: blank
title: T
core: C
hint: H
fields: [{label: L, lines: 2}]
questions_hint: [a, b, c]
"""


@pytest.mark.parametrize(
    ("deck", "after", "region", "code", "place"),
    [
        ("cards: {drop: [wees-druk-met-rust]}", "wees-druk-met-rust", "",
         "card-dropped", "nieuw.yaml:7"),
        ("cards: {drop: [leeg]}", "titel", "change: {leeg: {hint: X}}",
         "card-dropped", "duin.yaml:6"),
        ("cards: {order: [nieuw]}", "", "", "card-not-listed", "deck.yaml:2"),
        ("", "", "only: [nieuw]", "card-not-listed", "duin.yaml:6"),
    ],
)  # fmt: skip
def test_on_a_base_a_line_leads_to_what_a_card_lacks(
    tmp_path: Path, deck: str, after: str, region: str, code: str, place: str
) -> None:
    write(tmp_path, "cards/deck.yaml", f"base: samenspel 2026.1\n{deck}\n")
    write(tmp_path, "cards/nl/nieuw.yaml", CARD + (f"after: {after}\n" if after else ""))
    facts = "name: Duin\nshort: Duin\nplace: in Duin\nkind: regio\nlanguages: [nl]\n"
    write(tmp_path, "cards/regions/duin.yaml", f"{facts}cards: {{{region}}}\n")
    with pytest.raises(ContentError) as stopped:
        select(open_project(tmp_path, ROOT), "duin", "nl")
    assert [(one.code, str(one.location).rpartition("/")[2].split(":", 2)[:2])
            for one in stopped.value.diagnostics] == [(code, place.split(":"))]  # fmt: skip
