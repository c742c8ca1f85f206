"""Whole decks with final texts, and the place of every mistake."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import ROOT, change, opened, tiny_project, write

from samenspel.errors import ContentError
from samenspel.loading import open_project, select
from samenspel.model.deck import Deck
from samenspel.questions import render

CARD = "cards/nl/01-luister-eerst.yaml"
REGION = "cards/regions/noordkust.yaml"


def rendered(folder: Path, region: str = "noordkust") -> Deck:
    return render(select(opened(folder), region, "nl"))


def mistakes(folder: Path, region: str = "noordkust") -> list[tuple[str, str, str, str]]:
    with pytest.raises(ContentError) as caught:
        rendered(folder, region)
    return [(p.code, str(p.location), p.key, p.remedy) for p in caught.value.diagnostics]


def test_all_texts_are_final(tmp_path: Path) -> None:
    deck = rendered(tiny_project(tmp_path))
    card = deck.cards[1]
    assert card.kind == "reminder"
    assert card.text.endswith("noemt aan de Noordkust en de derde niets.")
    assert card.questions[1:] == ["Wat horen wij aan de Noordkust?", "Wat hoort een opleiding?"]
    assert deck.cards[3].kind == "blank"
    assert deck.cards[2] is deck.cards[3]
    assert deck.cards[3].questions_hint[2] == "Over Noordkust:"


def test_rendering_leaves_its_input_alone_and_repeats_itself(tmp_path: Path) -> None:
    deck = select(opened(tiny_project(tmp_path)), "noordkust", "nl")
    before = deck.cards[1].content()
    assert render(deck) == render(deck)
    assert deck.cards[1].content() == before
    assert render(render(deck)).cards == render(deck).cards


def test_every_built_in_region_renders() -> None:
    project = open_project(ROOT, ROOT)
    for region in project.regions:
        deck = render(select(project, region, "nl"))
        texts = str([card.content() for card in deck.cards])
        assert "{{" not in texts and "{%" not in texts and "None" not in deck.title
        assert deck.edition_code in texts


@pytest.mark.parametrize(
    ("old", "new", "line", "key"),
    [
        ("hoort een {{ woord.school }}", "hoort {{ regoi.naam }}", 12, "questions[3]"),
        ("{{ regio.plek }}", "{{ regoi.plek }}", 6, "text"),
        ("staat hier", "staat {{ regoi }}", 5, "text"),
        ("en de derde niets", "en {{ regoi }}", 7, "text"),
        ("text: >-", "text: |", 6, "text"),
    ],
)
def test_mistakes_have_their_own_line(
    tmp_path: Path, old: str, new: str, line: int, key: str
) -> None:
    folder = tiny_project(tmp_path, reminder=(old, new))
    if "|" in new:
        change(folder, CARD, "{{ regio.plek }}", "{{ regoi.plek }}")
    assert mistakes(folder) == [
        ("template-unknown-variable", f"{CARD}:{line}", key, 'did you mean "regio"?')
    ]


def test_syntax_mistakes_have_a_line_inside_the_text(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, reminder=("text: >-", "text: |"))
    change(folder, CARD, "{{ regio.plek }}", "{{ regio.plek }")
    (found,) = mistakes(folder)
    assert found[:3] == ("template-syntax", f"{CARD}:6", "text")


def test_a_message_reads_as_the_house_says(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, reminder=("woord.school", "regoi"))
    with pytest.raises(ContentError) as caught:
        rendered(folder)
    assert str(caught.value) == (
        f'{CARD}:12: questions[3]: unknown variable "regoi"; did you mean "regio"? '
        "[template-unknown-variable]"
    )


def test_mistakes_in_a_regions_question_are_in_its_file(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, region=("regio.plek", "regio.plk"))
    assert mistakes(folder) == [
        ("template-unknown-attribute", f"{REGION}:20", "questions[2]", 'did you mean "plek"?')
    ]
    assert rendered(folder, "basis").cards


def test_all_mistakes_of_all_cards_are_told_in_order(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, cover=("regio.naam", "regio.nam"))
    change(folder, CARD, "woord.school", "woord.schol")
    change(folder, "cards/nl/09-leeg.yaml", "regio.kort", "regio.krot")
    change(folder, "cards/deck.yaml", "source: Een boek", 'source: "{{ boek }}"')
    change(folder, "cards/nl/labels.yaml", "of: of", 'of: "{{ van }}"')
    assert [found[:3] for found in mistakes(folder)] == [
        ("template-unknown-variable", "cards/deck.yaml:8", "source"),
        ("template-unknown-attribute", "cards/nl/00-titel.yaml:5", "text"),
        ("template-unknown-attribute", f"{CARD}:12", "questions[3]"),
        ("template-unknown-attribute", "cards/nl/09-leeg.yaml:8", "questions_hint[3]"),
        ("template-unknown-variable", "cards/nl/labels.yaml:5", "of"),
    ]


def test_an_absent_fact_is_told_for_the_region_that_lacks_it(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, reminder=("{{ woord.school }}", "van {{ regio.scholen }}"))
    assert "van 12" in str(rendered(folder).cards[1])
    ((code, place, key, remedy),) = mistakes(folder, "basis")
    assert (code, place, key) == ("template-absent-fact", f"{CARD}:12", "questions[3]")
    assert "{% if regio.scholen %}" in remedy


def test_facts_cannot_hold_templates(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, region=("[Zilt, Slik", '[Zilt, "{{ dek }}"'))
    assert [found[:3] for found in mistakes(folder)] == [
        ("template-not-here", f"{REGION}:7", "facts.partners[2].name")
    ]


def test_a_text_of_which_nothing_is_left(tmp_path: Path) -> None:
    text = '"{% if regio.scholen %}x{% endif %}"'
    folder = tiny_project(tmp_path, reminder=("Wie luistert, hoort meer.", text))
    assert [found[:3] for found in mistakes(folder, "basis")] == [
        ("text-emptied", f"{CARD}:3", "core")
    ]
    change(folder, CARD, text, "Kern.")
    change(folder, CARD, "Wat hoor jij?", text)
    assert [found[:3] for found in mistakes(folder, "basis")] == [
        ("text-emptied", f"{CARD}:10", "questions")
    ]


BACKGROUND = """\
kind: background
title: Achtergrond
text: [Een alinea.]
source: Een boek
colophon:
  - De makers
  - "{% if regio.contact %}{{ regio.contact }}{% endif %}"
  - Editie {{ editie }}
"""


def test_an_item_of_which_nothing_is_left_is_left_out(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, deck=("leeg, leeg]", "achtergrond]"))
    write(folder, "cards/nl/08-achtergrond.yaml", BACKGROUND)
    with_contact, without = rendered(folder), rendered(folder, "basis")
    full, short = with_contact.cards[-1], without.cards[-1]
    assert full.kind == "background" and short.kind == "background"
    assert full.colophon[1] == "Bureau, bureau@noordkust.example"
    assert short.colophon == ["De makers", f"Editie {without.edition_code}"]
    place = without.where("achtergrond", "colophon", 1)
    assert str(place) == "cards/nl/08-achtergrond.yaml:8"
    assert without.key("achtergrond", "colophon", 1) == "colophon[3]"  # as its maker wrote it
    assert without.key("achtergrond", "colophon", 0) == "colophon[1]"
    there = [without.moved_to(("achtergrond", "colophon", place)) for place in range(3)]
    assert there == [("achtergrond", "colophon", 0), None, ("achtergrond", "colophon", 1)]
    assert with_contact.key("achtergrond", "colophon", 1) == "colophon[2]"


def test_texts_are_cleaned_and_names_are_not(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, reminder=("conditions:", "cartoon: a--b\nconditions:"))
    change(folder, CARD, "Wat hoor jij?", '"Wat hoor jij... in 15 minuten - of \'s avonds?"')
    change(folder, REGION, "Zilt", "\"De 'Zilte' Grond\"")
    deck = rendered(folder)
    card = deck.cards[1]
    assert card.kind == "reminder"
    assert card.questions[0] == "Wat hoor jij… in 15\u00a0minuten – of ’s avonds?"
    assert card.cartoon == "a--b"
    assert deck.region.facts.partners[0].name == "De ‘Zilte’ Grond"
