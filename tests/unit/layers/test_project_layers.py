"""Layers: a region on a network on a province, in several languages; and what folds into one."""

from __future__ import annotations

from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.projects import BLANK, COVER, REMINDER, change, opened, tiny_project, write

from samenspel.diagnostics import Location
from samenspel.errors import ContentError, UsageError
from samenspel.layers import fallbacks
from samenspel.layers.applying import DEEPER
from samenspel.layers.overlay import Stack, apply_region, merge
from samenspel.loading import select
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.offer import languages_of
from samenspel.questions import render
from samenspel.yaml.nodes import Node, from_plain, plain

PROVINCE = """\
abstract: true
kind: onderwijsregio
contact: {function: Provinciebureau, address: bureau@provincie.example}
words: {docent: leraar}
accents: {teal: [80, 20, 30, 10]}
facts:
  issue: de krimp
  counts:
    kinderopvang: {value: 7, date: 2026-10-01, source: opgave}
cards:
  change:
    luister-eerst:
      core: De kern van de provincie.
      questions:
        add: [{id: provincie, text: Wat vraagt de provincie?}]
        drop: [1]
"""

NETWORK = """\
abstract: true
extends: provincie
words: {school: opleiding}
accents: {coral: [0, 50, 70, 0]}
cards:
  add:
    - {id: netwerkkaart, after: luister-eerst, kind: blank, title: Van het netwerk, core: Kern.,
       hint: Raad., fields: [{label: Hier}], questions_hint: [a, b, c]}
"""

REGION = """\
extends: netwerk
name: Regio Noordkust
short: Noordkust
place: aan de Noordkust
facts: {schools: {value: 12}}
cards:
  change:
    netwerkkaart: {core: Onze kern.}
    luister-eerst:
      questions:
        provincie: Wat vraagt de provincie aan ons?
        order: [provincie, 3, 2]
"""


def layered(folder: Path) -> Path:
    tiny_project(folder)
    write(folder, "cards/regions/provincie.yaml", PROVINCE)
    write(folder, "cards/regions/netwerk.yaml", NETWORK)
    write(folder, "cards/regions/noordkust.yaml", REGION)
    return folder


def made(folder: Path, region: str = "noordkust", language: str = "nl") -> Deck:
    return render(select(opened(folder), region, language))


def reminder(deck: Deck) -> Card:
    return next(card for card in deck.cards if card.kind == "reminder")


def test_a_region_inherits_field_by_field_from_all_layers(tmp_path: Path) -> None:
    deck = made(layered(tmp_path))
    region = deck.region
    assert (region.name, region.kind, region.id) == (
        "Regio Noordkust", "onderwijsregio", "noordkust",
    )  # fmt: skip
    assert region.contact and region.contact.line == "Provinciebureau, bureau@provincie.example"
    assert region.words == {"school": "opleiding", "scholen": "scholen", "docent": "leraar"}
    assert set(region.accents) == {"teal", "coral"}
    assert region.facts.issue == "de krimp" and region.facts.counts["kinderopvang"].value == 7
    assert [card.id for card in deck.cards] == [
        "titel", "luister-eerst", "netwerkkaart", "leeg", "leeg",
    ]  # fmt: skip
    assert reminder(deck).core == "De kern van de provincie."
    assert reminder(deck).questions == [
        "Wat vraagt de provincie aan ons?", "Wat hoort een opleiding?", "Wat horen wij?",
    ]  # fmt: skip


def test_every_text_knows_the_layer_that_it_comes_from(tmp_path: Path) -> None:
    deck = made(layered(tmp_path))
    assert str(deck.where("luister-eerst", "core")) == "cards/regions/provincie.yaml:13"
    assert str(deck.where("luister-eerst", "questions", 0)) == "cards/regions/noordkust.yaml:11"
    assert str(deck.where("@region", "words", "school")) == "cards/regions/netwerk.yaml:3"


def test_a_layer_is_no_region(tmp_path: Path) -> None:
    project = opened(layered(tmp_path))
    assert project.regions == ("basis", "noordkust")
    assert project.layers == ("netwerk", "provincie")
    with pytest.raises(UsageError) as caught:
        select(project, "netwerk", "nl")
    assert [problem.code for problem in caught.value.diagnostics] == ["region-abstract"]


def test_a_region_that_is_not_ready_is_made_by_name_only(tmp_path: Path) -> None:
    folder = layered(tmp_path)
    change(folder, "cards/regions/provincie.yaml", "kind:", "ready: false\nkind:")
    project = opened(folder)
    assert project.ready == project.regions == ("basis", "noordkust")  # not inherited
    change(folder, "cards/regions/noordkust.yaml", "extends:", "ready: false\nextends:")
    project = opened(folder)
    assert project.ready == ("basis",)
    assert select(project, "noordkust", "nl").region.id == "noordkust"


def test_names_must_come_from_some_layer(tmp_path: Path) -> None:
    folder = layered(tmp_path)
    change(folder, "cards/regions/provincie.yaml", "kind: onderwijsregio\n", "")
    with pytest.raises(ContentError) as caught:
        opened(folder)
    (problem,) = caught.value.diagnostics
    assert str(problem) == (
        'cards/regions/noordkust.yaml:1: kind: the key "kind" is missing; '
        "add a line kind: with its value [field-missing]"
    )


def test_an_unknown_layer_and_a_circle_are_one_message_each(tmp_path: Path) -> None:
    folder = layered(tmp_path)
    change(folder, "cards/regions/netwerk.yaml", "extends: provincie", "extends: provnicie")
    assert messages(folder) == [
        "cards/regions/netwerk.yaml:2: extends: there is no file cards/regions/provnicie.yaml to "
        'build on; did you mean "provincie"? [layer-unknown]'
    ]
    change(folder, "cards/regions/netwerk.yaml", "extends: provnicie", "extends: provincie")
    change(folder, "cards/regions/provincie.yaml", "abstract", "extends: netwerk\nabstract")
    assert messages(folder) == [
        "cards/regions/netwerk.yaml:2: extends: these build on each other: netwerk → provincie → "
        "netwerk; take the line extends: out of one of them [layer-circle]"
    ]


def messages(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        opened(folder)
    return [str(problem) for problem in caught.value.diagnostics]


def test_only_some_cards_in_a_new_order(tmp_path: Path) -> None:
    only = "  change:", "  only: [leeg, luister-eerst]\n  change:"
    folder = tiny_project(tmp_path, region=only)
    assert [card.id for card in made(folder).cards] == ["leeg", "luister-eerst"]
    change(folder, "cards/regions/noordkust.yaml", "[leeg, luister", "[titel, titel, luister")
    assert [m.rpartition("[")[2] for m in messages(folder)] == ["card-repeated]"]


GERMAN = {
    "cards/de/deck.yaml": "title: Kleines Deck\nregion: {place: in unserer Region}\n",
    "cards/de/00-titel.yaml": COVER.replace("Welkom in", "Willkommen in"),
    "cards/de/01-luister-eerst.yaml": REMINDER.replace("Wat hoor jij?", "Was hörst du?"),
    "cards/de/09-leeg.yaml": BLANK,
    "cards/de/labels.yaml": "",
}


def two_languages(folder: Path) -> Path:
    """A region in Dutch and German that says its place and one question in both."""
    tiny_project(folder, deck=("languages: [nl]", "languages: [nl, de]"))
    for path, text in GERMAN.items():
        write(folder, path, text)
    labels = (folder / "cards/nl/labels.yaml").read_text(encoding="utf-8")
    write(folder, "cards/de/labels.yaml", labels)
    spoken = """\
languages: [nl, de]
texts:
  de:
    place: an der Nordküste
    facts: {issue: der Lehrermangel}
    words: {school: Ausbildung, scholen: Ausbildungen}
    cover: {subtitle: Am Meer}
    cards: {change: {luister-eerst: {questions: {2: "Was hören wir {{ regio.plek }}?"}}}}
cards:
"""
    change(folder, "cards/regions/noordkust.yaml", "cards:\n", spoken)
    return folder


def test_a_region_speaks_each_of_its_languages(tmp_path: Path) -> None:
    folder = two_languages(tmp_path)
    dutch, german = (made(folder, language=language) for language in ("nl", "de"))
    assert reminder(dutch).questions[1] == "Wat horen wij aan de Noordkust?"
    assert reminder(german).questions == [
        "Was hörst du?", "Was hören wir an der Nordküste?", "Wat hoort een Ausbildung?",
    ]  # fmt: skip
    assert (german.region.name, german.cards[0].subtitle) == ("Regio Noordkust", "Am Meer")
    assert languages_of(opened(folder), "noordkust") == ("nl", "de")


def test_what_a_region_does_not_say_in_a_language_is_shown_and_told(tmp_path: Path) -> None:
    folder = two_languages(tmp_path)
    change(folder, "cards/regions/noordkust.yaml", "    place: an der Nordküste\n", "")
    assert made(folder, language="de").region.place == "aan de Noordkust"
    sources = opened(folder).sources
    assert [(p.code, p.key) for p in fallbacks(sources, "noordkust", "de")] == [
        ("region-untranslated", "place"), ("region-untranslated", "contact"),
    ]  # fmt: skip
    assert fallbacks(sources, "noordkust", "nl") == ()


def test_a_region_without_the_source_language_is_written_in_its_first(tmp_path: Path) -> None:
    folder = two_languages(tmp_path)
    path = folder / "cards/regions/noordkust.yaml"
    text = path.read_text(encoding="utf-8").replace("languages: [nl, de]", "languages: [de]")
    text = text.replace("place: an der", "place: ganz an der")
    write(folder, "cards/regions/noordkust.yaml", text)
    assert fallbacks(opened(folder).sources, "noordkust", "de") == ()
    change(folder, "cards/regions/noordkust.yaml", "texts:\n  de:", "texts:\n  fr:")
    (message,) = messages(folder)
    assert "texts.fr" in message and "[language-unknown]" in message


names = st.sampled_from(["een", "twee", "drie"])
words = st.text(alphabet="abé ", min_size=1, max_size=3).filter(lambda text: bool(text.strip()))
fields = st.fixed_dictionaries(
    {},
    optional={
        "title": words,
        "core": words,
        "questions": st.dictionaries(st.sampled_from(["1", "2", "wij"]), words, min_size=1),
    },
)
saying = st.fixed_dictionaries(
    {},
    optional={
        "name": words,
        "contact": words,
        "words": st.dictionaries(names, words),
        "accents": st.dictionaries(names, st.lists(words, min_size=4, max_size=4)),
        "cover": st.dictionaries(st.sampled_from(["title", "core"]), words),
        "facts": st.fixed_dictionaries(
            {}, optional={"issue": words, "counts": st.dictionaries(names, words)}
        ),
    },
)


@given(st.lists(saying, min_size=1, max_size=4))
def test_facts_words_and_names_may_be_folded_in_any_pairs(said: list[dict[str, Any]]) -> None:
    nodes = [from_plain(one, Location(f"{number}.yaml")) for number, one in enumerate(said)]
    one_by_one = reduce(lambda below, over: merge(below, over, DEEPER), nodes)
    from_the_top = reduce(lambda over, below: merge(below, over, DEEPER), nodes[::-1])
    assert plain(one_by_one) == plain(from_the_top)


ROW = Stack(
    ("a", "b"),
    {
        name: from_plain(
            {"kind": "reminder", "title": name, "core": name,
             "questions": ["een", "twee", {"id": "wij", "text": "drie"}]},
            Location(f"{name}.yaml"),
        )
        for name in ("a", "b")
    },
)  # fmt: skip


def folded(lower: Node, upper: Node) -> Node:
    """Two layers' changes as one layer would say them."""
    return merge(lower, upper, ("cards", "change", "a", "b", "questions"))


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b"]), fields), min_size=3, max_size=3))
def test_changes_of_fields_and_questions_by_id_fold(edits: list[dict[str, Any]]) -> None:
    one, two, three = (
        from_plain({"cards": {"change": edit}}, Location(f"{number}.yaml"))
        for number, edit in enumerate(edits)
    )
    stack = ROW
    for layer in (one, two, three):
        stack, problems = apply_region(stack, layer)
        assert not problems
    for whole in (folded(folded(one, two), three), folded(one, folded(two, three))):
        assert contents(apply_region(ROW, whole)[0]) == contents(stack)


def contents(stack: Stack) -> tuple[tuple[str, ...], dict[str, Any]]:
    from samenspel.layers.applying import finished

    return stack.order, {k: plain(v) for k, v in finished(stack, []).cards.items() if v}


@given(st.lists(st.sets(st.sampled_from(["a", "b", "c", "d"])), min_size=2, max_size=3))
def test_drops_of_several_layers_are_one_drop_of_all(drops: list[set[str]]) -> None:
    cards = {name: from_plain({"title": name}, Location("x")) for name in "abcde"}
    row = Stack(tuple("abcde"), cards)
    stack, seen = row, set[str]()
    for drop in drops:
        stack, _ = apply_region(stack, from_plain({"cards": {"drop": sorted(drop - seen)}},
                                                  Location("y")))  # fmt: skip
        seen |= drop
    whole = from_plain({"cards": {"drop": sorted(seen)}}, Location("y"))
    assert apply_region(row, whole)[0] == stack
