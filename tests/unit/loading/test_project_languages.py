"""Other languages: what lies over what, what is missing, and what has grown old."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.projects import ROOT, change, opened, tiny_project, write

from samenspel.diagnostics import Severity
from samenspel.errors import ContentError, UsageError
from samenspel.layers.shapes import SHEET_WORDS
from samenspel.loading import open_project, select
from samenspel.loading.languages import named_fonts, translation_notes
from samenspel.questions import render
from samenspel.upkeep.gaps import language_gaps
from samenspel.upkeep.history import change_files
from samenspel.upkeep.translated import accepted_translations

ENGLISH = """\
title: Listen first
core: ''
text: De eerste regel staat hier en de tweede regel noemt {{ regio.plek }} en de derde niets.
questions:
  - What do you hear?
  - What do we hear?
  - What does a {{ woord.school }} hear?
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tiny project with a little English."""
    tiny_project(tmp_path, deck=("languages: [nl]", "languages: [nl, en]"))
    write(tmp_path, "cards/en/01-luister-eerst.yaml", ENGLISH)
    return tmp_path


def codes(folder: Path) -> list[tuple[str, str, str]]:
    found = language_gaps(opened(folder), "en")
    assert all(one.severity is Severity.WARNING for one in found)
    return [
        (one.code, one.location.file, one.key)
        for one in found
        if one.location and "labels" not in one.location.file and "deck" not in one.location.file
    ]


def test_gaps_are_listed_by_card_file_and_field(folder: Path) -> None:
    card = "cards/en/01-luister-eerst.yaml"
    assert codes(folder) == [
        ("translation-missing", "cards/en/00-titel.yaml", ""),
        ("translation-empty", card, "core"),
        ("translation-same", card, "text"),
        ("translation-missing", "cards/en/09-leeg.yaml", ""),
        ("translation-unrecorded", "cards/en", ""),
    ]


def test_a_translation_grows_old_when_its_source_changes(folder: Path) -> None:
    change_files(folder, "accept", accepted_translations(opened(folder), "en"))
    assert not any("outdated" in code or "unrecorded" in code for code, *_ in codes(folder))
    reflowed = "  - >-\n    Wat horen\n    wij?"
    change(folder, "cards/nl/01-luister-eerst.yaml", "  - Wat horen wij?", reflowed)
    assert not any("outdated" in code for code, *_ in codes(folder))
    change(folder, "cards/nl/01-luister-eerst.yaml", "Wat hoor jij?", "Wat hoor jij nu?")
    [old] = [one for one in language_gaps(opened(folder), "en") if "outdated" in one.code]
    assert (old.key, "Wat hoor jij nu?" in old.message) == ("questions[1]", True)
    assert str(old.location) == "cards/en/01-luister-eerst.yaml:5"
    change_files(folder, "accept", accepted_translations(opened(folder), "en"))
    assert not any("outdated" in code for code, *_ in codes(folder))


def test_the_source_language_has_no_gaps_and_nothing_to_accept(folder: Path) -> None:
    assert language_gaps(opened(folder), "nl") == ()
    assert accepted_translations(opened(folder), "nl") == {}
    with pytest.raises(UsageError):
        language_gaps(opened(folder), "de")


def test_what_is_not_translated_is_printed_with_a_mark_and_told(folder: Path) -> None:
    deck = render(select(opened(folder), "basis", "en"))
    _, card, blank, _ = deck.cards
    assert card.title == "Listen first"
    assert card.core == "Wie luistert, hoort meer.\u00a0[nl]"  # an empty translation is none
    assert card.questions[2] == "What does a school hear?"
    assert card.conditions == ["relatie"]
    assert blank.fields[0].lines == 2
    assert [h.endswith("[nl]") for h in blank.questions_hint] == [False, False, True]
    assert [one.code for one in translation_notes(deck)] == ["translation-incomplete"]


def test_a_card_of_a_draft_is_in_one_language_whole(folder: Path) -> None:
    """What a draft lacks of a card takes the whole card to the source, with its facts and words."""
    words = "region: {place: in the region, words: {school: college}}\n"
    write(folder, "cards/en/deck.yaml", "draft: true\n" + words)
    deck = render(select(opened(folder), "basis", "en"))
    card = deck.cards[1]
    assert card.title == "Luister eerst"
    assert card.questions == ["Wat hoor jij?", "Wat horen wij?", "Wat hoort een school?"]
    assert "noemt in onze regio" in card.text
    assert not any("[nl]" in str(one.values) for one in deck.cards)
    assert str(deck.where(card.id, "title")) == "cards/nl/01-luister-eerst.yaml:2"
    assert [one.code for one in translation_notes(deck)] == [
        "translation-incomplete",
        "translation-draft",
    ]
    before = select(opened(folder), "basis", "en").content
    change(folder, "cards/nl/01-luister-eerst.yaml", "Luister eerst", "Hoor eerst")
    assert select(opened(folder), "basis", "en").content != before
    whole = ENGLISH.replace("core: ''", "core: Who listens hears more.")
    write(folder, "cards/en/01-luister-eerst.yaml", whole)
    card = render(select(opened(folder), "basis", "en")).cards[1]
    assert card.title == "Listen first" and card.questions[2] == "What does a college hear?"


def test_a_draft_with_a_regions_own_text_in_the_source_only(folder: Path) -> None:
    """A region that words one question in Dutch makes that card Dutch, with its own wording."""
    whole = ENGLISH.replace("core: ''", "core: Who listens hears more.")
    write(folder, "cards/en/deck.yaml", "draft: true\n")
    write(folder, "cards/en/01-luister-eerst.yaml", whole)
    change(folder, "cards/regions/noordkust.yaml", "kind:", "languages: [nl, en]\nkind:")
    card = render(select(opened(folder), "noordkust", "en")).cards[1]
    assert card.title == "Luister eerst"
    assert card.questions[1] == "Wat horen wij aan de Noordkust?"


def test_a_draft_says_so_in_its_colophon() -> None:
    deck = render(select(open_project(ROOT, ROOT), "basis", "fy"))
    [card] = [card for card in deck.cards if card.kind == "background"]
    assert card.colophon[-1].startswith("Te lêzen troch in memmetaalsprekker.")
    assert "[nl]" not in card.colophon[-1]  # all of it is translated


def test_lists_of_parts_are_translated_part_by_part() -> None:
    deck = select(open_project(ROOT, ROOT), "basis", "de")
    [card] = [card for card in deck.cards if card.kind == "howto"]
    assert [way.picture for way in card.ways] == [
        f"cartoons/vignet-{name}.svg" for name in ("kwartier", "uur", "dagdeel")
    ]
    assert card.ways[0].title == "Eine Viertelstunde"


def test_a_language_brings_its_fonts_and_roles_stand_in_for_each_other(folder: Path) -> None:
    fonts = "fonts:\n  text: [Een.ttf, Twee.ttf]\n  text-bold: Vet.ttf\n"
    write(folder, "cards/en/deck.yaml", fonts)
    fonts_of = named_fonts(opened(folder), "en")
    named = {role: tuple(one.file for one in fonts) for role, fonts in fonts_of.items()}
    assert named["text"] == named["text-italic"] == ("Een.ttf", "Twee.ttf")
    assert named["display"] == named["text-semibold"] == ("Vet.ttf",)
    assert named_fonts(opened(folder), "nl") == {}


@pytest.mark.parametrize(
    ("said", "code", "key"),
    [
        ("draft: soon\n", "yes-or-no-expected", "draft"),
        ("fonts:\n  text-bold: Vet.ttf\n", "field-missing", "fonts.text"),
        ("fonts:\n  tekst: Een.ttf\n  text: Een.ttf\n", "field-unknown", "fonts.tekst"),
        ("letters: Een.ttf\n", "field-unknown", "letters"),
    ],
)
def test_mistakes_in_a_languages_settings(folder: Path, said: str, code: str, key: str) -> None:
    write(folder, "cards/en/deck.yaml", said)
    with pytest.raises(ContentError) as caught:
        opened(folder)
    assert [(one.code, one.key) for one in caught.value.diagnostics] == [(code, key)]


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_built_in_deck_is_complete(language: str) -> None:
    assert language_gaps(open_project(ROOT, ROOT), language) == ()


def test_the_frisian_draft_is_whole() -> None:
    """A card is Frisian whole or Dutch whole: alt texts, too, are read out in one language."""
    assert language_gaps(open_project(ROOT, ROOT), "fy") == ()


def test_sheets_say_in_english_what_a_deck_of_another_language_does_not_say(tmp_path: Path) -> None:
    """One warning names the lines to add, in the order in which the page about languages has them.
    """
    folder = shutil.copytree(ROOT / "tests/languages/arabic", tmp_path / "dek")
    labels = folder / "cards/ar/labels.yaml"
    kept = [line for line in labels.read_text().splitlines()
            if not line.startswith(("print_tiles", "test_"))]  # fmt: skip
    labels.write_text("\n".join(kept) + "\n")
    project = open_project(folder, ROOT)
    (told,) = [one for one in project.warnings if one.code == "sheet-words-english"]
    lacking = [key for key in SHEET_WORDS if key.startswith(("print_tiles", "test_"))]
    assert told.remedy.endswith(", ".join(lacking)) and str(len(lacking)) in told.remedy
    words = select(project, "basis", "ar").labels
    english = (ROOT / "cards/en/labels.yaml").read_text()
    assert words["print_tiles"] in english and words["print_scale"] not in english
