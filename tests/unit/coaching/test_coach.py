"""The coach on questions that were labelled before it was written; half were kept from tuning."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.decks import ROOT

from samenspel.checking.content import content_findings
from samenspel.coaching.likeness import alike
from samenspel.coaching.manners import DUTCH, is_abstract, is_blaming, is_suggestive
from samenspel.coaching.neighbours import NEIGHBOURS, neighbours
from samenspel.coaching.remarks import remarks_on
from samenspel.loading import open_project, select
from samenspel.questions import render

CODES = {"closed": "question-yes-no", "double": "question-double", "long": "question-too-long",
         "suggestive": "question-suggestive", "blaming": "question-blaming",
         "abstract": "question-abstract"}  # fmt: skip
ROWS = [
    (label.strip(), question.strip())
    for line in Path(__file__).with_name("labelled_questions.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for label, _, question in [line.partition("|")]
]
TUNED, HELD_BACK = ROWS[::2], ROWS[1::2]


def first(question: str) -> str:
    """The code of the one remark that is made."""
    found = remarks_on(question, "nl")
    return found[0].code if found else ""


def test_there_are_three_hundred_and_of_every_fault_some_in_both_halves() -> None:
    assert len(ROWS) >= 300 and len({question for _, question in ROWS}) == len(ROWS)
    for half in (TUNED, HELD_BACK):
        assert {label for label, _ in half} == {*CODES, "good"}


@pytest.mark.parametrize("rows", [TUNED, HELD_BACK, ROWS], ids=["tuned", "held back", "all"])
def test_what_is_said_is_right_and_little_is_missed(rows: list[tuple[str, str]]) -> None:
    told = [(label, question) for label, question in rows if first(question)]
    right = [question for label, question in told if first(question) == CODES.get(label)]
    faults = [question for label, question in rows if label in CODES]
    assert len(right) / len(told) >= 0.95
    assert len(right) / len(faults) >= 0.85


def test_the_built_in_deck_asks_as_the_coach_would() -> None:
    project = open_project(ROOT, ROOT)
    deck = render(select(project, "basis", "nl"))
    asked = [text for card in deck.every for _, field, text in card.leaves()
             if field.type == "question"]  # fmt: skip
    assert len(asked) > 35
    assert [text for text in asked if remarks_on(text, "nl")] == []


def test_one_question_may_have_several_faults_the_worst_first() -> None:
    found = [
        one.code for one in remarks_on("Waarom kom jij altijd te laat? En wie nog meer?", "nl")
    ]
    assert found == ["question-blaming", "question-double"]
    steering = [one.code for one in remarks_on("Zou het niet beter zijn om te gaan?", "nl")]
    assert steering == ["question-suggestive"]  # which says more than that it is closed


def test_a_language_without_patterns_is_not_judged_by_those_of_another() -> None:
    assert remarks_on("Why do you always natuurlijk innovatie kwaliteit?", "en") == ()
    assert remarks_on("Quelle qualité, innovation, structure, visie, missie?", "fr") == ()


def test_capitals_and_curly_quotes_make_no_difference() -> None:
    for question in ("WAAROM KOM JIJ ALTIJD TE LAAT?", "Waarom  kom jij altijd te laat?"):
        assert is_blaming(question, DUTCH)
    assert is_suggestive("‘Wij willen toch allemaal het beste?’", DUTCH)
    assert not is_abstract("Welke kwaliteit zie jij in de structuur?", DUTCH)  # somebody is there


def test_each_remark_has_two_neighbours_that_have_none_themselves() -> None:
    for language, found in NEIGHBOURS.items():
        assert set(found) >= set(CODES.values())
        for code, questions in found.items():
            assert len(questions) == 2 and neighbours(code, language) == questions
            assert [one for one in questions if remarks_on(one, language)] == []
    assert neighbours("question-yes-no", "fr") == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wat kom jij hier halen?", "Wat kom jij hier halen?"),
        ("Wat kom jij hier vandaag halen?", "Wat kom jij vandaag hier halen?"),
        ("Welk gesprek hadden we moeten voeren?", "Welk gesprek hadden wij moeten voeren?"),
        ("Wie mag er aan de bel trekken als het misgaat?",
         "Wie mag aan de bel trekken als het misgaat?"),
        ("Wat laten wij liggen omdat niemand vraagt?", "Wat laten we liggen omdat niemand vraagt?"),
    ],
)  # fmt: skip
def test_nearly_the_same_question_is_found(one: str, other: str) -> None:
    assert alike(one, {"x": "Hoe gaat het?", "y": other}) == "y"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wat kom jij hier halen?", "Wat kom jij hier brengen?"),
        ("Wie mag er stoppen?", "Wie mag er beginnen?"),
        ("Wat zeggen wij thuis anders dan hier?", "Wat zegt een leerling hier aan tafel?"),
        ("Wat gaat er goed?", "Wat gaat er mis?"),
        ("Welk gesprek stel jij uit?", "Welk gesprek hadden wij allang moeten voeren?"),
    ],
)  # fmt: skip
def test_another_question_is_not(one: str, other: str) -> None:
    assert alike(one, {"y": other}) is None


def test_check_names_a_question_that_another_card_asks_already() -> None:
    project = open_project(ROOT, ROOT)
    deck = render(select(project, "basis", "nl"))
    first, second = [card for card in deck.cards if card.values.get("questions")][-2:]
    copied = second.with_values(questions=[*second.values["questions"][:2],
                                           first.values["questions"][0]])  # fmt: skip
    cards = tuple(copied if card.id == second.id else card for card in deck.cards)
    found = [(card, one.code) for card, one in content_findings(replace(deck, cards=cards), {})]
    assert found == [(second.id, "question-alike")]
