"""Kinds, sets, models and tables of cards of a deck's own: what they ask, and what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.projects import opened, tiny_project, write

from samenspel.errors import ContentError
from samenspel.kinds.sets import TINT, darkened
from samenspel.loading import select
from samenspel.model.ink import Ink
from samenspel.questions import render

SUITS = """\
title: Kleuren
choices:
  A:
    name: Afspraken
    inks: {strong: [0, 24, 95, 0]}
  B:
    name: Belangen
    inks: {strong: [96, 76, 0, 0], on_strong: white}
"""
KIND = """\
title: Troef
colour: suit
number: suit
fields:
  suit: {set: suits}
  rank: {one_of: ["2", "3", V, H]}
  threat: {words: 20, name: Dreiging}
  more: {optional: true}
  url: {type: link, optional: true}
  steps:
    optional: true
    count: 1-3
    list: {what: text, minutes: number}
  asks: {list: question, count: 1-2, optional: true, name: Vraag}
labels:
  pass_on: Geef door
front:
  - ground: paper
  - stack: [threat, {text: more, when: more}]
back:
  - ground: strong
"""
TABLE = """\
id;suit;rank;Dreiging;aantal;steps;Vraag 1;Vraag 2
a-2;A;2;Iemand komt te laat;;Lees | 3;Wie belt er?;
a-v;A;V;"Iemand zegt; niets";2;"Lees | 3
Praat | 10";Wie zwijgt er?;Wie praat er?
;B;H;Niemand luistert;;;;
"""


def deck_folder(tmp_path: Path, kind: str = KIND, table: str = TABLE) -> Path:
    folder = tiny_project(tmp_path)
    write(folder, "sets/suits.yaml", SUITS)
    write(folder, "kinds/troef.yaml", kind)
    write(folder, "cards/nl/30-troef.csv", table)
    deck = (folder / "cards/deck.yaml").read_text(encoding="utf-8")
    write(folder, "cards/deck.yaml", deck.replace("leeg, leeg]", "leeg x2, troef]"))
    return folder


def mistakes(folder: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(ContentError) as caught:
        opened(folder)
    return [(one.code, str(one.location), one.remedy) for one in caught.value.diagnostics]


def test_a_table_becomes_cards_of_its_own_kind(tmp_path: Path) -> None:
    project = opened(deck_folder(tmp_path))
    deck = render(select(project, "basis", "nl"))
    assert [card.id for card in deck.cards] == [
        "titel", "luister-eerst", "leeg", "leeg", "a-2", "a-v", "a-v", "troef-3",
    ]  # fmt: skip
    queen = deck.cards[5]
    assert (queen.suit, queen.rank, queen.threat) == ("A", "V", "Iemand zegt; niets")
    assert [(step.what, step.minutes) for step in queen.steps] == [("Lees", 3), ("Praat", 10)]
    assert queen.asks == ["Wie zwijgt er?", "Wie praat er?"]
    assert deck.cards[7].steps == [] and deck.cards[7].more is None
    assert deck.labels["pass_on"] == "Geef door"
    assert str(deck.where("a-v", "asks", 1)) == "cards/nl/30-troef.csv!H3"


def test_a_kind_that_a_row_names_is_found_in_its_cell(tmp_path: Path) -> None:
    named = zip(TABLE.splitlines()[:2], ("soort", "troef"), strict=True)
    rows = [row.replace(";", f";{kind};", 1) for row, kind in named]
    project = opened(deck_folder(tmp_path, table="\n".join(rows) + "\n"))
    deck = render(select(project, "basis", "nl"))
    assert deck.cards[4].kind == "troef"
    assert str(deck.where("a-2", "kind")) == "cards/nl/30-troef.csv!B2"


def test_a_workbook_serves_as_well(tmp_path: Path) -> None:
    folder = deck_folder(tmp_path)
    (folder / "cards/nl/30-troef.csv").unlink()
    book = Workbook()
    book.active.append(["id", "suit", "rank", "threat"])
    book.active.append(["a-2", "A", 2, "Iemand komt te laat"])
    book.save(folder / "cards/nl/30-troef.xlsx")
    deck = select(opened(folder), "basis", "nl")
    assert deck.cards[-1].rank == "2"
    assert str(deck.where("a-2", "rank")) == "cards/nl/30-troef.xlsx!C2"


@pytest.mark.parametrize(
    ("old", "new", "code", "cell", "remedy"),
    [
        ("a-2;A;2", "a-2;C;2", "value-unknown", "!B2", "known: A, B"),
        ("a-2;A;2", "a-2;A;", "field-missing", "!A2", "rank"),
        ("Dreiging;aantal", "Dreigingen;aantal", "table-column-unknown", "!D1", '"Dreiging"'),
        ("Lees | 3;Wie belt", "Lees | drie;Wie belt", "number-expected", "!F2", "digits"),
        (";2;\"Lees", ";veel;\"Lees", "number-expected", "!E3", "digits"),
        ("a-2;A", "A 2;A", "file-name", "!A2", "small letters"),
        ("a-v;A", "a-2;A", "card-id-duplicate", "!A3", "another id"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_table_names_its_cell(
    tmp_path: Path, old: str, new: str, code: str, cell: str, remedy: str
) -> None:
    assert old in TABLE
    found = mistakes(deck_folder(tmp_path, table=TABLE.replace(old, new)))
    assert any(
        one == code and place == f"cards/nl/30-troef.csv{cell}" and remedy in said
        for one, place, said in found
    ), found


@pytest.mark.parametrize(
    ("old", "new", "code", "remedy"),
    [
        ("set: suits", "set: suit", "set-unknown", '"suits"'),
        ("colour: suit", "colour: suits", "kind-field-unknown", '"suit"'),
        ("  more:", "  Meer tekst:", "kind-field-name", "small letters"),
        ("type: link", "type: linkje", "value-unknown", '"link"'),
        ("list: question", "list: vraag", "value-unknown", "question"),
        ("words: 20", "words: twintig", "value-form", "3 or 1-4"),
        ("title: Troef\n", "", "field-missing", "title"),
        ("fields:", "field:", "field-unknown", '"fields"'),
    ],
)
def test_a_mistake_in_a_kind_names_its_line(
    tmp_path: Path, old: str, new: str, code: str, remedy: str
) -> None:
    assert old in KIND
    found = mistakes(deck_folder(tmp_path, kind=KIND.replace(old, new, 1)))
    assert any(
        one == code and place.startswith("kinds/troef.yaml") and remedy in said
        for one, place, said in found
    ), found


def test_a_model_has_three_to_eight_conditions(tmp_path: Path) -> None:
    folder = deck_folder(tmp_path)
    deck = (folder / "cards/deck.yaml").read_text(encoding="utf-8")
    write(folder, "cards/deck.yaml", deck + "model: suits\n")
    assert [code for code, _, _ in mistakes(folder)] == ["model-size"]
    write(folder, "sets/suits.yaml", SUITS + "  C: {}\n")
    model = select(opened(folder), "basis", "nl").model
    assert model is not None and list(model.conditions) == ["A", "B", "C"]


def test_a_set_that_cannot_be_read_is_the_only_mistake(tmp_path: Path) -> None:
    folder = deck_folder(tmp_path)
    write(folder, "sets/suits.yaml", SUITS.replace("title: Kleuren\n", ""))
    assert mistakes(folder) == [
        ("field-missing", "sets/suits.yaml:1", "add a line title: with its value")
    ]


@given(st.tuples(*[st.integers(0, 100)] * 3))
def test_the_dark_tone_that_follows_is_read_on_paper_and_on_its_own_light_ground(
    tints: tuple[int, int, int],
) -> None:
    strong = Ink(*tints, 0)
    tint = strong.tint(TINT)
    deep = darkened(strong, tint)
    for ground in (tint, Ink(0, 0, 0, 0)):
        assert (ground.lightness + 0.05) / (deep.lightness + 0.05) >= 4.5
