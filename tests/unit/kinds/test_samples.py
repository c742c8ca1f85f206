"""Cards that nobody wrote: as short and as long as a kind's fields allow."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import write

from samenspel.kinds import Library
from samenspel.kinds.samples import DRAWING, PHOTO, Length, Stock, sample
from samenspel.model.cards import Card, Values
from samenspel.model.kind import Kind
from samenspel.model.shape import card_of, shape_of

KIND = """\
title: Spel
fields:
  title: {}
  core: {words: 4-10}
  tip: {words: 30, optional: true}
  kleur: {set: kleuren}
  kleuren: {set: kleuren, count: 1-9}
  rang: {one_of: [a, bb, c]}
  punten: {type: number, from: 2, to: 8}
  beurten: {type: number, from: 1, to: 9, default: 3}
  stappen: {list: text, count: 2-6}
  regels: {list: {wat: text, hoe: number}, count: 1-3}
  foto: {type: picture}
  link: {type: link}
  inkt: {type: ink}
  kijk: {}
front:
  - picture: foto
    focus: "{{ kijk }}"
back:
  - ground: paper
"""
SET = """\
title: Kleuren
choices:
  rood: {name: Rood}
  blauw: {name: Diepblauw}
"""
LENGTHS: tuple[Length, ...] = ("shortest", "typical", "longest")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    write(tmp_path, "kinds/spel.yaml", KIND)
    write(tmp_path, "sets/kleuren.yaml", SET)
    return Library((tmp_path,))


def samples(library: Library, *cards: Card) -> list[Card]:
    kind, colours = library.kind("spel"), library.set("kleuren")
    assert kind is not None and colours is not None
    return [sample(kind, length, Stock(cards, {"kleuren": colours})) for length in LENGTHS]


def own_card(kind: Kind, **values: object) -> Card:
    return Card("eigen", kind, Values({name: values.get(name) for name in kind.fields}))


def test_samples_are_as_long_as_their_fields_say(library: Library) -> None:
    shortest, typical, longest = samples(library)
    assert [len(card.core.split()) for card in (shortest, typical, longest)] == [4, 7, 10]
    assert (shortest.tip, len(longest.tip.split())) == (None, 30)
    assert [len(card.stappen) for card in (shortest, typical, longest)] == [2, 4, 6]
    assert [len(card.regels) for card in (shortest, typical, longest)] == [1, 2, 3]
    assert [card.punten for card in (shortest, typical, longest)] == [2, 5, 8]
    assert {card.beurten for card in (shortest, typical, longest)} == {3}


def test_the_longest_choice_is_that_with_the_longest_name_and_none_is_chosen_twice(
    library: Library,
) -> None:
    shortest, _, longest = samples(library)
    assert (shortest.kleur, longest.kleur) == ("rood", "blauw")
    assert (shortest.rang, longest.rang) == ("a", "bb")
    assert longest.kleuren == ["rood", "blauw"]


def test_pictures_are_tried_as_a_photograph_and_as_a_drawing(library: Library) -> None:
    shortest, typical, longest = samples(library)
    assert (shortest.foto, typical.foto, longest.foto) == (PHOTO, PHOTO, DRAWING)
    assert {card.kijk for card in (shortest, typical, longest)} == {"centre"}


def test_each_sample_is_a_card_that_the_kind_accepts(library: Library) -> None:
    for card in samples(library):
        shape_of(card.spec).model_validate({"kind": "spel", **card.content()})
        assert card_of(card.spec, card.content()).values["title"] == card.title


def test_where_no_field_says_how_long_the_decks_own_cards_tell(library: Library) -> None:
    kind = library.kind("spel")
    assert kind is not None
    own = [own_card(kind, title=title) for title in ("Een heel lange titel", "Kort", "Tussenin")]
    assert [card.title for card in samples(library, *own)] == [
        "Kort", "Tussenin", "Een heel lange titel",
    ]  # fmt: skip
    assert samples(library, *own)[2].tip is None  # none of them has a tip


def test_words_are_the_decks_own(library: Library) -> None:
    kind = library.kind("spel")
    assert kind is not None
    words = [f"woord{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"]
    longest = samples(library, own_card(kind, title=" ".join(words)))[2]
    assert {word.strip(".").lower() for word in longest.core.split()} <= set(words)
