"""Texts in all languages side by side; what becomes of those whose source or base has changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.projects import change, tiny_project, write
from tests.unit.loading.test_project_languages import ENGLISH
from tests.visiting import Visitor, opened

from samenspel.loading import open_project
from samenspel.upkeep import accepted_overrides, outdated_overrides
from samenspel.upkeep.gaps import language_gaps
from samenspel.upkeep.history import change_files, undo
from samenspel.upkeep.translated import accepted_translations, outdated_translations

CARD = "cards/nl/01-luister-eerst.yaml"
TEXTS = "/texts/basis/nl/a6"
REGION = "/texts/noordkust/nl/a6"


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The tiny project with a little English, all of it accepted."""
    folder = tiny_project(tmp_path / "klein", deck=("languages: [nl]", "languages: [nl, en]"))
    write(folder, "cards/en/01-luister-eerst.yaml", ENGLISH)
    project = open_project(folder, folder)
    change_files(folder, "accept", {**accepted_translations(project, "en"),
                                    **accepted_overrides(project, "noordkust")})  # fmt: skip
    return folder


@pytest.fixture
def studio(deck: Path) -> Iterator[Visitor]:
    yield from opened(deck.parent, deck)


def part_of(page: str, key: str) -> str:
    """A text on a page with all that is said of it."""
    return next(one for one in page.split('<div class="text ')[1:] if f'data-key="{key}"' in one)


def settled(studio: Visitor, key: str, act: str, language: str, texts: str = TEXTS) -> int:
    to = f"{texts}/luister-eerst/settle"
    return studio.send(to, language=language, key=key, act=act).status


def test_each_part_says_in_each_language_what_is_to_be_done(studio: Visitor) -> None:
    page = studio.ask(TEXTS).text
    rows = {re.sub("<.*", "", row.split("a6/")[1].split(">")[1]): row
            for row in page.split("<tr>")[2:]}  # fmt: skip
    assert {"Klein dek", "Luister eerst", "Schrijf zelf", "Het dek", "De regio"} <= set(rows)
    assert "1 ontbreekt" in rows["Luister eerst"]  # its core
    assert rows["Klein dek"].count("compleet") == 1 and "4 ontbreken" in rows["Klein dek"]


def test_a_translation_whose_source_changed_says_so_until_it_is_said_to_fit(
    studio: Visitor, deck: Path
) -> None:
    change(deck, CARD, "Wat hoor jij?", "Wat hoor jij nu?")
    key = "basis:luister-eerst.questions.1"
    page = studio.ask(f"{TEXTS}/luister-eerst").text
    assert page.count("na deze vertaling veranderd") == 1
    assert "1 verouderd" in studio.ask(TEXTS).text
    before = {path: path.read_bytes() for path in (deck / "cards").rglob("*") if path.is_file()}
    assert settled(studio, key, "fits", "en") == 303
    project = open_project(deck, deck)
    assert outdated_translations(project, "en") == frozenset()
    assert "na deze vertaling" not in studio.ask(f"{TEXTS}/luister-eerst").text
    undo(deck)
    assert before == {p: p.read_bytes() for p in (deck / "cards").rglob("*") if p.is_file()}
    assert "1 verouderd" in studio.ask(TEXTS).text


def test_a_new_translation_knows_the_text_that_it_was_made_from(
    studio: Visitor, deck: Path
) -> None:
    key = "basis:luister-eerst.core"
    seen = re.findall(r'id="en-f1".*?data-seen="(\w+)"',
                      studio.ask(f"{TEXTS}/luister-eerst").text)[0]  # fmt: skip
    to = "/deck/basis/en/a6/luister-eerst/save"
    assert studio.send(to, key=key, seen=seen, text="Who listens hears more.").status == 200
    assert "core: Who listens hears more." in (deck / "cards/en/01-luister-eerst.yaml").read_text()
    change(deck, CARD, "Wie luistert", "Wie goed luistert")
    found = outdated_translations(open_project(deck, deck), "en")
    assert found == {("luister-eerst", "core")}
    codes = [one.code for one in language_gaps(open_project(deck, deck), "en")]
    assert codes.count("translation-outdated") == 1


@pytest.fixture
def moved(deck: Path) -> Path:
    """The project after the text changed under the region's own."""
    change(deck, CARD, "Wat horen wij?", "Wat horen wij samen?")
    assert len(outdated_overrides(open_project(deck, deck), "noordkust")) == 1
    return deck


KEY = "noordkust:luister-eerst.questions.2"


@pytest.mark.usefixtures("moved")
def test_a_base_that_changed_is_shown_beside_ones_own(studio: Visitor) -> None:
    assert "1 met een nieuwe basis" in studio.ask(REGION).text
    said = part_of(studio.ask(f"{REGION}/luister-eerst").text, KEY)
    assert "De basis onder deze tekst is veranderd" in said
    assert "Wat horen <del>wij?</del>" in said and "<ins>wij samen?</ins>" in said
    assert 'data-merge="Wat horen wij samen?"' in said


def test_mine_stays_and_is_no_longer_asked_about(studio: Visitor, moved: Path) -> None:
    region = (moved / "cards/regions/noordkust.yaml").read_bytes()
    assert settled(studio, KEY, "mine", "nl", REGION) == 303
    assert outdated_overrides(open_project(moved, moved), "noordkust") == ()
    assert (moved / "cards/regions/noordkust.yaml").read_bytes() == region


def test_theirs_comes_by_taking_mine_away(studio: Visitor, moved: Path) -> None:
    file = moved / "cards/regions/noordkust.yaml"
    before = file.read_text()
    assert settled(studio, KEY, "theirs", "nl", REGION) == 303
    assert file.read_text() == before[: before.index("cards:")]
    assert "Wat horen wij samen?" in studio.ask("/deck/noordkust/nl/a6/luister-eerst").text
    assert outdated_overrides(open_project(moved, moved), "noordkust") == ()
    undo(moved)
    assert file.read_text() == before
    assert len(outdated_overrides(open_project(moved, moved), "noordkust")) == 1


def test_another_that_changed_stays_asked_about(studio: Visitor, moved: Path) -> None:
    change(
        moved, "cards/regions/noordkust.yaml", "        2: Wat", "        1: Ons?\n        2: Wat"
    )
    files = accepted_overrides(open_project(moved, moved), "noordkust", only_new=True)
    change_files(moved, "note", files)
    change(moved, CARD, "Wat hoor jij?", "Wat hoor jij nu?")
    assert len(outdated_overrides(open_project(moved, moved), "noordkust")) == 2
    settled(studio, KEY, "mine", "nl", REGION)
    [left] = outdated_overrides(open_project(moved, moved), "noordkust")
    assert left.now == "Wat hoor jij nu?"


@pytest.mark.parametrize(("key", "act"), [(KEY, "x"), ("basis:geen.title", "mine"), ("", "theirs")])
def test_what_there_is_not_is_not_settled(studio: Visitor, moved: Path, key: str, act: str) -> None:
    before = (moved / "cards/regions/noordkust.yaml").read_bytes()
    assert settled(studio, key, act, "nl", REGION) == 404
    assert settled(studio, KEY, "fits", "nl", REGION) == 303  # it is no translation
    assert (moved / "cards/regions/noordkust.yaml").read_bytes() == before


def test_a_text_of_the_deck_itself_is_saved_though_it_is_on_no_card(
    studio: Visitor, deck: Path
) -> None:
    page = studio.ask(f"{TEXTS}/@deck").text
    key, seen = re.findall(r'id="en-f\d+".*?data-key="([^"]+)" data-seen="(\w+)"', page)[0]
    answer = studio.send("/deck/basis/en/a6/@deck/save", key=key, seen=seen, text="Small deck")
    assert answer.status == 200 and '"theirs":null' in answer.text
    assert "Small deck" in (deck / "cards/en/deck.yaml").read_text()
