"""Texts as content: measures, words to avoid, and waivers with their reasons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.decks import ROOT
from tests.projects import change, opened, tiny_project, write

from samenspel.checking import CheckReport, acceptance, check_deck
from samenspel.diagnostics import Severity
from samenspel.errors import ContentError
from samenspel.loading import open_project, select
from samenspel.pipeline import BuildRequest, build_deck
from samenspel.upkeep import avoided_words

REMINDER = "cards/nl/01-luister-eerst.yaml"
TEXT = """\
text: >-
  De eerste regel staat hier
  en de tweede regel noemt {{ regio.plek }}
  en de derde niets.
"""
WHOLE = "text: " + "Je roert in je koffie. Hij wacht op jou. " * 5 + "\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny project with a text of the right measure, and no findings."""
    folder = tiny_project(tmp_path / "deck", reminder=(TEXT, WHOLE))
    change(folder, "cards/regions/noordkust.yaml", "accents:\n  coral: [0, 60, 80, 0]\n", "")
    acceptance(BuildRequest(project=folder, output=folder / "out", regions=("all",))).write()
    return folder


@pytest.fixture
def check(project: Path) -> Callable[..., CheckReport]:
    def run(**wanted: object) -> CheckReport:
        asked: dict[str, object] = {"regions": ("all",), **wanted}
        return check_deck(BuildRequest(project=project, output=project / "out", **asked))  # type: ignore[arg-type]

    return run


def codes(report: CheckReport) -> list[str]:
    return [one.diagnostic.code for one in report.found]


def test_a_good_deck_has_nothing_to_tell(check: Callable[..., CheckReport]) -> None:
    report = check()
    assert codes(report) == []
    assert [str(edition) for edition in report.editions] == ["basis/nl", "noordkust/nl"]


@pytest.mark.parametrize(
    ("old", "new", "code", "key", "message"),
    [
        ("Wat hoor jij?", "Hoor jij dat?", "question-yes-no", "questions[1]", "yes or no"),
        ("Wat hoor jij?", "Vertel wat je hoort.", "question-mark", "questions[1]", "question mark"),
        ("Wat hoor jij?", "Wat hoor jij en wie nog?", "question-double", "questions[1]", "two"),
        ("Wat hoor jij?", "Wat" + " hoor" * 30 + "?", "question-too-long", "questions[1]", "31"),
        ("core: Wie", "core: " + "En " * 20 + "wie", "words-too-many", "core", "24"),
        ("Hij wacht op jou.", "Hij wacht.", "words-too-few", "text", "35 words; the measure is 40"),
        ("kind:", "short: Hij wacht.\nkind:", "words-too-few", "short", "2 words; the"),
        ("hoort meer.", "borgt meer.", "word-avoided", "core", "“borgt”"),
    ],
)  # fmt: skip
def test_each_fault_is_told_at_its_place(
    check: Callable[..., CheckReport],
    project: Path,
    old: str,
    new: str,
    code: str,
    key: str,
    message: str,
) -> None:
    write(project, "cards/nl/avoid.yaml", "borg*: zorgen dat het blijft\n")
    change(project, REMINDER, old, new)
    report = check()
    assert codes(report) == [code]
    diagnostic = report.found[0].diagnostic
    assert (diagnostic.key, diagnostic.severity) == (key, Severity.WARNING)
    assert diagnostic.location is not None
    assert diagnostic.location.file == REMINDER
    assert message in diagnostic.message


def test_a_text_written_anew_leaves_no_short_version_behind(
    check: Callable[..., CheckReport], project: Path
) -> None:
    region, short = "cards/regions/noordkust.yaml", "Je roert in je koffie. " * 4
    change(project, REMINDER, "kind:", f"short: {short}\nkind:")
    change(project, region, "      questions:\n", f"      {WHOLE}      questions:\n")
    acceptance(BuildRequest(project=project, output=project / "out", regions=("all",))).write()
    (one,) = check().found
    diagnostic = one.diagnostic
    assert (diagnostic.code, str(diagnostic.location)) == ("short-behind", f"{region}:17")
    assert f"{REMINDER}:1" in diagnostic.message
    for own in (f"short: {short}", "short:"):
        change(project, region, "      questions:\n", f"      {own}\n      questions:\n")
        assert "short-behind" not in codes(check())
        change(project, region, f"      {own}\n", "")


def test_the_same_in_several_editions_is_told_once(
    check: Callable[..., CheckReport], project: Path
) -> None:
    change(project, REMINDER, "Wat hoor jij?", "Hoor jij dat?")
    (one,) = check().found
    assert [str(edition) for edition in one.editions] == ["basis/nl", "noordkust/nl"]


def test_a_waiver_lets_a_warning_stand_and_shows_its_reason(
    check: Callable[..., CheckReport], project: Path
) -> None:
    change(project, REMINDER, "Wat hoor jij?", "Hoor jij dat?")
    change(project, REMINDER, "kind:", "waive:\n  question-yes-no: Ja is hier het begin.\nkind:")
    report = check()
    assert codes(report) == []
    (one,) = report.excused
    assert one.waiver.reason == "Ja is hier het begin."
    assert str(one.waiver.location) == f"{REMINDER}:2"


def test_a_waiver_changes_nothing_that_is_printed(project: Path) -> None:
    before = select(opened(project), "basis", "nl").content
    change(project, REMINDER, "kind:", "waive: {question-yes-no: Zo bedoeld.}\nkind:")
    assert select(opened(project), "basis", "nl").content == before


def test_a_waiver_that_waives_nothing_is_told_when_all_was_checked(
    check: Callable[..., CheckReport], project: Path
) -> None:
    change(project, REMINDER, "kind:", "waive: {question-double: Was zo.}\nkind:")
    assert codes(check()) == ["waiver-unused"]
    assert codes(check(regions=("basis",))) == []


@pytest.mark.parametrize(
    ("waiver", "code", "remedy"),
    [
        ("question-yesno: Mag.", "waiver-unknown", 'did you mean "question-yes-no"'),
        ("text-too-long: Mag.", "waiver-unknown", ""),
        ("question-yes-no:", "waiver-reason", "write after the colon"),
        ('question-yes-no: " "', "waiver-reason", "write after the colon"),
    ],
)
@pytest.mark.parametrize("place", [REMINDER, "cards/regions/noordkust.yaml"])
def test_a_broken_waiver_stops_check_and_build_alike(
    check: Callable[..., CheckReport],
    project: Path,
    waiver: str,
    code: str,
    remedy: str,
    place: str,
) -> None:
    head = "kind: reminder" if place == REMINDER else "name:"
    change(project, place, head, f"waive:\n  {waiver}\n{head}")
    found = {one.diagnostic for one in check().errors}
    assert {(one.code, str(one.location)) for one in found} == {(code, f"{place}:2")}
    assert all(remedy in one.remedy for one in found)
    with pytest.raises(ContentError) as caught:
        build_deck(BuildRequest(project=project, output=project / "out", regions=("noordkust",)))
    assert {one.code for one in caught.value.diagnostics} == {code}


def test_a_project_adds_words_to_the_list_and_takes_others_off(project: Path) -> None:
    write(project, "cards/nl/avoid.yaml", "kapstok: zeg waar je heen gaat\nborgen:\n")
    words = avoided_words(open_project(project, ROOT), "nl")
    assert words["kapstok"] == "zeg waar je heen gaat"
    assert "borgen" not in words
    assert "stakeholder*" in words
    assert avoided_words(open_project(project, ROOT), "pap") == {}


def test_a_word_without_an_alternative_in_words_is_a_mistake(project: Path) -> None:
    write(project, "cards/nl/avoid.yaml", "kapstok: [a, b]\n")
    with pytest.raises(ContentError) as caught:
        avoided_words(opened(project), "nl")
    assert caught.value.diagnostics[0].code == "text-expected"


@pytest.mark.parametrize("language", ["nl", "en", "de", "fy"])
def test_every_language_has_a_list_of_words(language: str) -> None:
    words = avoided_words(open_project(ROOT, ROOT), language)
    assert len(words) >= 10
    assert all(words.values())
