"""What the studio offers in words: one word for another, languages of a region, names of fields."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.projects import change, write
from tests.visiting import Visitor

from samenspel.builtin import builtin_deck
from samenspel.kinds.names import FIELD_NAMES, ITEM_NAMES
from samenspel.loading import open_project
from samenspel.spelling.dictionary import Dictionary
from samenspel.studio.card_forms import inputs_of
from samenspel.studio.field_words import in_english
from samenspel.studio.hearing import swaps_of
from samenspel.studio.kind_words import KIND_WORDS
from samenspel.studio.words import Words
from samenspel.texts.naming import _ADVICE, _FIELDS

CARD = "/deck/noordkust/nl/a6/luister-eerst"


@pytest.mark.parametrize(
    ("word", "instead", "swap"),
    [
        ("stakeholders", "partners", ("partners",)),
        ("Borgen", "zorgen dat", ("Zorgen dat",)),
        ("synergie", "zeg wat jullie samen kunnen doen", ()),
        ("traject", "weg, stappen", ("weg",)), ("uitrol", "iets (of niets)", ()),
        ("x", "zeg wie", ()), ("x", "", ()), ("x", "–", ()),
    ],
)  # fmt: skip
def test_a_word_is_put_in_the_place_of_another_when_that_is_all(
    word: str, instead: str, swap: tuple[str, ...]
) -> None:
    assert swaps_of(word, instead) == swap


def test_the_coach_offers_the_other_word(studio: Visitor, deck: Path) -> None:
    write(deck, "cards/nl/avoid.yaml", "hoort: verneemt\n")
    page = studio.ask(CARD).text
    assert 'data-act="swap" data-word="hoort" data-instead="verneemt"' in page


def test_a_region_speaks_the_languages_that_are_ticked(studio: Visitor, deck: Path) -> None:
    change(deck, "cards/deck.yaml", "languages: [nl]", "languages: [nl, en]")
    write(deck, "cards/en/labels.yaml", (deck / "cards/nl/labels.yaml").read_text())
    to = "/facts/noordkust/nl/a6"
    page = studio.ask(to).text
    assert re.findall(r'name="languages" value="(\w+)"( checked)?', page) == [
        ("nl", " checked"), ("en", " checked"),
    ]  # fmt: skip
    said = dict(re.findall(r'name="([\w.]+)" type="\w+" maxlength="400" value="([^"]*)"', page))
    region = deck / "cards/regions/noordkust.yaml"
    assert studio.send(f"{to}/save", **said).status == 303  # none ticked: they stay
    assert "languages:" not in region.read_text()
    assert studio.send(f"{to}/save", **said, languages="nl").status == 303
    assert "languages: [nl]" in region.read_text()
    assert studio.send(f"{to}/save", **said, languages="../x").status == 303
    assert "languages: [nl]" in region.read_text()


def test_a_number_of_one_s_own_gets_a_word_for_texts(studio: Visitor, deck: Path) -> None:
    to, region = "/facts/noordkust/nl/a6", deck / "cards/regions/noordkust.yaml"
    page = studio.ask(to).text
    said = dict(re.findall(r'name="([\w.]+)" type="\w+" maxlength="400" value="([^"]*)"', page))
    assert said["own.0.name"] == "" and "own.1.name" not in said
    said |= {"own.0.name": "eilanden", "own.0.value": "3", "own.0.date": "2026-10-01"}
    assert studio.send(f"{to}/save", **said).status == 303
    written = region.read_text()
    assert "eilanden:" in written and "value: 3\n" in written and "date: 2026-10-01\n" in written
    assert 'name="own.1.name"' in studio.ask(to).text
    taken = studio.send(f"{to}/save", **said | {"own.1.name": "naam", "own.1.value": "4"})
    assert taken.status == 409 and "naam" in taken.text
    assert studio.send(f"{to}/save", **said | {"own.0.name": ""}).status == 303
    assert "eilanden" not in region.read_text()


def test_every_field_and_its_advice_has_an_english_name() -> None:
    kinds = open_project(builtin_deck(), builtin_deck()).sources.library.kinds
    fields = [field for kind in kinds for field in kind.fields.values()]
    fields += [column for field in fields for column in field.columns.values()]
    said = {text for field in fields for text in (field.called, field.advice) if text}
    assert len(said) > 10
    assert {text for text in said if in_english(text) == text} <= {"Link", "Partner", "Logo"}
    for dutch in (*FIELD_NAMES.values(), *ITEM_NAMES.values(), *_ADVICE.values(), "Woord ‘x’"):
        if dutch not in ("Link", "Partner"):
            assert in_english(dutch) != dutch, dutch
    assert in_english("Vraag 2") == "Question 2"
    assert in_english("Manier 1, stap 2") == "Way 1, step 2"
    assert in_english("Hoogstens 12 woorden.") == "At most 12 words."
    assert in_english("Spelregels") == "Spelregels"  # what a maker's kind says
    assert in_english(_FIELDS["facts.issue"]) == "Issue that burns now"


def test_a_change_of_a_text_is_answered_with_the_offer(studio: Visitor, deck: Path) -> None:
    write(deck, "cards/nl/avoid.yaml", "stakeholders: partners\n")
    page = studio.ask(CARD).text
    key = re.findall(r'data-key="([^"]*questions\.2)"', page)[0]
    answer = studio.send(f"{CARD}/try", key=key, text="Welke stakeholders horen wij?")
    told = json.loads(answer.text)
    assert "Maak er van “partners”" in json.dumps(told, ensure_ascii=False)


def test_a_misspelt_word_comes_with_others_and_can_be_called_right(
    studio: Visitor, deck: Path
) -> None:
    change(deck, "cards/nl/01-luister-eerst.yaml", "Wat hoor jij?", "Wat zegt de gesprekstafell?")
    page = studio.ask(CARD).text
    swap = 'data-act="swap" data-word="gesprekstafell" data-instead="gesprekstafel"'
    assert 'data-act="known" data-word="gesprekstafell"' in page
    assert 'data-near="gesprekstafell"' in page and swap not in page
    for bad in ("", "a b", "a\n- b", "x: y", "../x", "a" * 81, "1"):
        assert studio.send(f"{CARD}/word", word=bad).status == 400
        assert studio.send(f"{CARD}/near", word=bad).status == 400
    assert studio.send(f"{CARD}/near", word="gesprekstafell").status == 200
    assert swap in studio.ask(CARD).text and "data-near" not in studio.ask(CARD).text
    assert not (deck / "cards/nl/words.yaml").exists()
    assert studio.send(f"{CARD}/word", word="gesprekstafell").status == 200
    assert "\nwords: [gesprekstafell]\n" in (deck / "cards/nl/words.yaml").read_text("utf-8")
    after = studio.ask(CARD).text
    assert "gesprekstafell: een woord dat klopt" in after
    assert 'data-word="gesprekstafell"' not in after
    assert studio.send("/undo/noordkust/nl/a6/deck").status == 303
    assert not (deck / "cards/nl/words.yaml").exists()


def test_no_key_waits_for_near_words(studio: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking them up takes up to two seconds, in which the whole process stands still."""

    def known(self: Dictionary, word: str) -> Sequence[str]:
        return self._better[word]

    key = re.findall(r'data-key="([^"]*questions\.2)"', studio.ask(CARD).text)[0]
    monkeypatch.setattr("samenspel.spelling.dictionary.Dictionary.near", known)
    asked = {"key": key, "text": "Schooll is wat? Wat horen leraarzz?"}
    told = studio.send(f"{CARD}/try", **asked).text
    assert "leraarzz" in told and 'data-near=\\"Schooll' in told  # that may be a name
    assert studio.send(f"{CARD}/near", word="Schooll").status == 200
    told = studio.send(f"{CARD}/try", **asked).text
    assert 'data-word=\\"Schooll\\" data-instead=\\"School\\"' in told and "near" not in told


def test_nothing_is_said_of_a_word_before_it_is_finished(studio: Visitor) -> None:
    key = re.findall(r'data-key="([^"]*questions\.2)"', studio.ask(CARD).text)[0]
    for text, typing, said in (("Wat horen leraarz?", "leraarz", False),
                               ("Wat horen leraarz?", "", True)):  # fmt: skip
        told = studio.send(f"{CARD}/try", key=key, text=text, typing=typing).text
        assert ("data-word=" in told) is said


def test_a_region_s_own_words_are_judged_where_it_says_them(studio: Visitor, deck: Path) -> None:
    change(deck, "cards/regions/noordkust.yaml", "school: opleiding", "school: opleidding")
    assert "opleidding" in studio.ask("/deck/noordkust/nl/a6/@region").text.partition("coach")[2]
    assert 'data-word="opleidding"' not in studio.ask(CARD).text


def test_a_sentence_that_begins_with_one_is_written_as_dutch_is() -> None:
    assert Words("nl").sentence("één kant") == "Eén kant."
    assert Words("nl").sentence("kijk!") == "Kijk!"


def test_what_can_be_taken_back_is_said_in_the_studio_s_language() -> None:
    assert Words("en").change("Wees druk met rust: Vraag 1") == "Wees druk met rust: Question 1"
    assert Words("nl").change("Wees druk met rust: Vraag 1") == "Wees druk met rust: Vraag 1"
    assert Words("en").change("a colour") == "a colour" and Words("en").change(" ") == " "


def test_a_form_for_a_card_of_samenspel_s_own_kinds_is_english_all_of_it() -> None:
    project = open_project(builtin_deck(), builtin_deck())
    kinds = [kind for kind in project.sources.library.kinds if not kind.pages_of and kind.design]
    for kind in kinds:
        asked = list(inputs_of(kind, {}, []))
        for said in (kind.title, *(one.about for one in asked if one.about)):
            assert said in KIND_WORDS, said
        labels = [one.label for one in asked if one.name.startswith("questions.")]
        assert labels == [f"Vraag {number}" for number, _ in enumerate(labels, 1)]
