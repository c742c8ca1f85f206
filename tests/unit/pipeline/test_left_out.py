"""What is left out of ``all`` with one line, and refused when it is asked for by name."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from tests.projects import ROOT, change, tiny_project, write

from samenspel import BuildRequest, ContentError, UsageError, build_deck, check_deck, export_texts
from samenspel.diagnostics import Diagnostic, Severity

LOCKS = "locks: [{fields: [reminder.title], by: de makers, why: dat hoort zo}]\nregion:\n"
PRESS = "title: Ruim\nextends: coated\nsafe: 7\nsource: x\nread: 2026-11\n"
FRISIAN = """\
title: Harkje earst
core: Wa’t harket, heart mear.
text: De earste rigel.
questions:
  - Wat hearsto?
  - Wat hearre wy?
  - Wat heart in skoalle?
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny project with a long locked title, a press with a wide safe zone, and a draft."""
    folder = tiny_project(
        tmp_path / "deck",
        deck=("region:\n", LOCKS),
        reminder=("title: Luister eerst", "title: Dubbele loyaliteit is realiteit"),
    )
    change(folder, "cards/deck.yaml", "languages: [nl]", "languages: [nl, fy]")
    change(folder, "cards/regions/noordkust.yaml", "kind:", "languages: [nl, fy]\nkind:")
    write(folder, "cards/fy/deck.yaml", "draft: true\n")
    write(folder, "cards/fy/01-luister-eerst.yaml", FRISIAN)
    write(folder, "presets/presses/ruim.yaml", PRESS)
    return folder


def request(project: Path, **wanted: object) -> BuildRequest:
    out = project.parent / "out"
    return BuildRequest(out, project, **{"products": ("cards",), **wanted})  # type: ignore[arg-type]


def coded(found: tuple[Diagnostic, ...], code: str) -> list[Diagnostic]:
    return [one for one in found if one.code == code]


def test_a_format_that_the_press_cannot_serve_is_left_out_of_all(project: Path) -> None:
    report = build_deck(request(project, formats=("all",), press="ruim", regions=("all",)))
    made = {file.format for file in report.files}
    assert "poker" not in made and "a6" in made
    lines = coded(report.warnings, "format-unserved")
    assert all(one.severity is Severity.INFO for one in lines)
    [line] = [one for one in lines if "poker" in one.message]
    assert "is left out: with the press ruim" in line.message
    assert not (project.parent / "out/basis/nl/poker").exists()


def test_asked_for_by_name_it_says_what_to_do_and_never_to_shorten_a_locked_text() -> None:
    wanted = BuildRequest(
        Path("out"), ROOT, formats=("poker",), press="printsimple", products=("cards",)
    )
    [found] = check_deck(wanted).errors
    told = found.diagnostic
    assert told.code == "format-unserved"
    assert str(told.location).startswith("cards/nl/12-") and told.key == "title"
    assert "safe zone of 5 mm where the format has 4, and 4 texts" in told.message
    assert "locked by de makers van Samenspel (cards/deck.yaml:" in told.message
    assert "another press" in told.remedy and "shorten" not in str(told)


def test_a_locked_title_is_told_once_where_it_stands(project: Path) -> None:
    with pytest.raises(ContentError) as caught:
        build_deck(request(project, formats=("poker",), press="ruim"))
    [told] = coded(caught.value.diagnostics, "format-unserved")
    assert (str(told.location), told.key) == ("cards/nl/01-luister-eerst.yaml:2", "title")
    assert "safe zone of 7 mm where the format has 4" in told.message
    assert not coded(caught.value.diagnostics, "text-too-long")


def test_where_a_locked_text_has_no_room_nothing_else_is_to_be_shortened(project: Path) -> None:
    long = "text: " + "Een woord te veel is veel te veel. " * 60 + "\n"
    write(project, "cards/nl/01-luister-eerst.yaml", _with(project, "text:", long))
    found = check_deck(request(project, formats=("poker",), press="ruim", regions=("basis",)))
    codes = [one.diagnostic.code for one in found.errors]
    assert "format-unserved" in codes and "text-too-long" not in codes


def _with(project: Path, key: str, line: str) -> str:
    """A card's text with another line for a key."""
    text = (project / "cards/nl/01-luister-eerst.yaml").read_text("utf-8")
    return "".join(line if one.startswith(key) else one for one in text.splitlines(True))


def test_a_check_says_the_same_as_a_build(project: Path) -> None:
    found = check_deck(request(project, formats=("all",), press="ruim", regions=("basis",)))
    codes = [one.diagnostic.code for one in found.found]
    assert "format-unserved" in codes and "text-too-long" not in codes
    assert not found.errors
    assert {row.format for row in found.rows} >= {"a6"}
    assert "poker" not in {row.format for row in found.rows}
    named = check_deck(request(project, formats=("poker",), press="ruim", regions=("basis",)))
    assert "format-unserved" in {one.diagnostic.code for one in named.errors}


def test_with_the_formats_own_safe_zone_it_is_made(project: Path) -> None:
    report = build_deck(request(project, formats=("all",)))
    assert "poker" in {file.format for file in report.files}
    assert not coded(report.warnings, "format-unserved")


def test_a_draft_is_left_out_with_a_line_and_made_when_it_is_asked_for(project: Path) -> None:
    report = build_deck(request(project, regions=("noordkust",)))
    assert {file.language for file in report.files} == {"nl"}
    [line] = coded(report.warnings, "language-draft")
    assert line.severity is Severity.INFO and "(noordkust)" in line.message
    report = build_deck(request(project, regions=("noordkust",), drafts=True))
    assert {file.language for file in report.files} == {"nl", "fy"}
    assert not coded(report.warnings, "language-draft")


@pytest.mark.parametrize(
    ("regions", "made", "told"),
    [("[nl, fy]", {"noordkust/fy"}, 0), ("[nl]", set(), 1), ("", set(), 0)],
)
def test_a_check_of_a_language_leaves_out_regions_that_are_not_made_in_it(
    project: Path, regions: str, made: set[str], told: int
) -> None:
    """Who adds a language looks at it before any region has it."""
    if regions:
        region = "cards/regions/noordkust.yaml"
        change(project, region, "languages: [nl, fy]", f"languages: {regions}")
    else:
        (project / "cards/regions/noordkust.yaml").unlink()
    everywhere = check_deck(request(project, regions=("all",), languages=("fy",), drafts=True))
    assert {str(one) for one in everywhere.editions} == made | {"basis/fy"}
    lines = [one.diagnostic for one in everywhere.found
             if one.diagnostic.code == "language-of-no-region"]  # fmt: skip
    assert ["(noordkust)" in line.message for line in lines] == [True] * told


@pytest.mark.parametrize("languages", [("fy",), ("FY",), ("nl", "fy")])
def test_a_draft_by_name_asks_for_the_option(project: Path, languages: tuple[str, ...]) -> None:
    with pytest.raises(UsageError) as caught:
        build_deck(request(project, regions=("noordkust",), languages=languages))
    [told] = caught.value.diagnostics
    assert told.code == "language-draft" and "--drafts" in told.remedy
    assert build_deck(
        request(project, regions=("noordkust",), languages=languages, drafts=True)
    ).files


def test_a_region_in_a_draft_alone_asks_for_the_option(project: Path) -> None:
    change(project, "cards/regions/noordkust.yaml", "languages: [nl, fy]", "languages: [fy]")
    with pytest.raises(UsageError) as caught:
        build_deck(request(project, regions=("noordkust",)))
    assert caught.value.diagnostics[0].code == "language-draft"
    assert build_deck(request(project, regions=("all",))).files  # basis is made


def test_a_check_treats_drafts_apart_and_a_workbook_holds_them(project: Path) -> None:
    found = check_deck(request(project, regions=("noordkust",)))
    assert {one.language for one in found.editions} == {"nl"}
    assert not any("fy" in str(one.diagnostic.location) for one in found.found)
    named = check_deck(request(project, regions=("noordkust",), languages=("fy",)))
    assert {one.language for one in named.editions} == {"fy"}
    tables = export_texts(request(project, regions=("noordkust",))).tables
    assert [table.language for table in tables] == ["nl", "fy"]


def test_all_of_everything_never_asks(project: Path) -> None:
    """``all`` in each option: what cannot be made is left out, and never an error."""
    every = itertools.product(((), ("all",)), (("a6",), ("all",)), ("coated", "ruim"))
    for languages, formats, press in every:
        report = check_deck(
            request(project, regions=("all",), languages=languages, formats=formats, press=press)
        )
        assert not report.errors


def test_a_poster_with_a_wide_safe_zone_never_says_to_shorten_a_locked_title(
    tmp_path: Path,
) -> None:
    write(tmp_path, "cards/deck.yaml", "base: samenspel 2026.1\n")
    write(tmp_path, "presets/presses/ruim.yaml", PRESS.replace("safe: 7", "safe: 25"))
    wanted = BuildRequest(Path("out"), tmp_path, products=("poster",), press="ruim")
    [found] = check_deck(wanted).errors
    told = found.diagnostic
    assert told.code == "format-unserved"
    assert "safe zone of 25 mm where the format has 4" in told.message
    assert "another press" in told.remedy and "--product" in told.remedy
    assert "shorten" not in str(told) and "larger format" not in str(told)


def test_where_no_format_of_all_can_be_served_one_message_says_so(project: Path) -> None:
    """And none of them advises what was asked already."""
    write(project, "presets/presses/ruim.yaml", PRESS.replace("safe: 7", "safe: 30"))
    with pytest.raises(ContentError) as caught:
        build_deck(request(project, formats=("all",), press="ruim", regions=("basis",)))
    [told] = caught.value.diagnostics
    assert told.code == "format-unserved"
    assert all(name in told.message for name in ("a6", "groot", "poker", "square", "tarot"))
    assert "--format all" not in told.remedy and "--format a6" in told.remedy
