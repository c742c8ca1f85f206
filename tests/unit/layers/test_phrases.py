"""Facts that stand in sentences: noun phrases are taken, clauses and sentences are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import ROOT, change, tiny_project

from samenspel import BuildRequest, ContentError, check_deck
from samenspel.checking.first import first_to_read
from samenspel.layers.phrases import unphrased
from samenspel.loading import open_project
from samenspel.offer import languages_of

PHRASES = [
    ("nl", "het lerarentekort"),
    ("nl", "wat nu speelt"),
    ("nl", "de school in Lagedijk, die de bibliotheek in huis nam"),
    ("nl", "een leeg lokaal op woensdag of een moeder met een timmerwerkplaats"),
    ("nl", "scholen, besturen e.d."),
    ("nl", "St. Jan en omstreken"),
    ("nl", "Drs. P. van Dam en zijn team"),
    ("nl", "de staat van de kust"),
    ("nl", "de boer en zijn koeien"),
    ("nl", "de vraag of er plek is"),
    ("nl", "drie eilanden, elk met een eigen eilandraad"),
    ("nl", "de eilanden"),
    ("nl", "dat ene gebouw aan de dijk"),
    ("nl", "die drie eilanden"),
    ("nl", "waarden en normen"),
    ("nl", "jullie eigen school"),
    ("nl", "De Friese Meren"),
    ("en", "that one school on the quay"),
    ("de", "ihr gemeinsames Schulhaus"),
    ("fy", "jimme eigen skoalle"),
    ("en", "the crossing at fifteen"),
    ("en", "the school where the oldest are the teachers of the youngest"),
    ("de", "Anerkennung von Abschlüssen"),
    ("de", "die Klasse, die mittwochs drüben ist"),
    ("de", "der Ort, in dem alles möglich ist"),
    ("fy", "de skipper fan Easterrif, dy’t freeds rekkenles jout"),
    ("uk", "брак учителів"),
]
CLAUSES = [
    ("nl", "Het lerarentekort."),
    ("nl", "het lerarentekort!"),
    ("nl", "wie komt er nog?"),
    ("nl", "dat we te weinig leraren hebben"),
    ("nl", "hoe we leraren vinden"),
    ("nl", "We krimpen"),
    ("nl", "er zijn te weinig leraren"),
    ("nl", "het lerarentekort is groot"),
    ("nl", "waarom niemand blijft"),
    ("nl", "Het tekort loopt op. Wat nu"),
    ("en", "we need more teachers"),
    ("en", "the shortage is growing"),
    ("de", "dass es zu wenig Lehrkräfte gibt"),
    ("de", "der Mangel ist groß"),
    ("fy", "de krimp is grut"),
    ("uk", "Не вистачає учителів."),
    ("nl", "De kust en drie eilanden"),
    ("nl", "waar de Maas stroomt"),
    ("nl", "waarin iedereen elkaar kent"),
    ("nl", "die niet wil krimpen"),
    ("nl", "dat langs de rivier ligt"),
    ("en", "where the river runs"),
    ("de", "wo die Maas fließt"),
    ("fy", "dêr’t de Maas streamt"),
    ("en", "The shortage of teachers"),
    ("de", "Ein Dorf am Fluss"),
    ("fy", "It tekoart oan dosinten"),
]


@pytest.mark.parametrize(("language", "text"), PHRASES)
def test_a_noun_phrase_is_taken(language: str, text: str) -> None:
    assert unphrased(text, language) == ""


@pytest.mark.parametrize(("language", "text"), CLAUSES)
def test_a_clause_or_a_sentence_is_refused(language: str, text: str) -> None:
    assert unphrased(text, language)


def test_a_verb_at_the_end_makes_a_clause_where_no_relative_clause_holds_it() -> None:
    """Phrases (+) that look much like clauses (-), and the reverse."""
    lines = (Path(__file__).parent / "phrases_and_clauses.txt").read_text(encoding="utf-8")
    said = [line.split(" ", 2) for line in lines.splitlines()]
    assert [one for one in said if bool(unphrased(one[2], one[1])) is (one[0] == "+")] == []
    assert min(sum(sign == one[0] for one in said) for sign in "+-") > 60


def test_it_is_told_at_its_place_in_each_language(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path, deck=("languages: [nl]", "languages: [nl, en]"))
    (folder / "cards/en").mkdir()
    change(folder, "cards/regions/noordkust.yaml", "facts:", (
        "languages: [nl, en]\ntexts: {en: {facts: {issue: we are too few}}}\n"
        "facts:\n  issue: De krimp.\n  example: de smid"
    ))  # fmt: skip
    found = open_project(folder, folder).broken["noordkust"]
    assert [(one.code, str(one.location), one.key) for one in found] == [
        ("fact-not-a-phrase", "cards/regions/noordkust.yaml:7", "texts.en.facts.issue"),
        ("fact-not-a-phrase", "cards/regions/noordkust.yaml:9", "facts.issue"),
    ]


def test_a_deck_declares_what_its_facts_are(tmp_path: Path) -> None:
    said = "facts:\n  issue: De krimp.\n  example: De smid komt.\n"
    folder = tiny_project(tmp_path)
    change(folder, "cards/regions/noordkust.yaml", "facts:", said.rstrip("\n"))
    change(folder, "cards/regions/noordkust.yaml", "[Zilt, Slik, Duin]",
           "[Wij Samen!, {name: hoe we werken}, de ouderraad]")  # fmt: skip
    assert keys(folder) == ["facts.issue", "facts.example"]
    with (folder / "cards/deck.yaml").open("a", encoding="utf-8") as file:
        file.write("\ngrammar: {issue: free, partners: name}\n")
    assert keys(folder) == ["facts.example", "facts.partners[2].name"]
    change(folder, "cards/deck.yaml", "issue: free", "issue: werkwoord")
    with pytest.raises(ContentError) as refused:
        open_project(folder, folder)
    assert "noun-phrase" in str(refused.value) and "grammar" in str(refused.value)


def keys(folder: Path) -> list[str]:
    """The facts of the region that are refused for what they are."""
    found = open_project(folder, folder).broken.get("noordkust", ())
    assert {one.code for one in found} <= {"fact-not-a-phrase"}
    return [one.key for one in found]


def test_a_check_of_one_region_shows_the_sentences_with_its_facts() -> None:
    request = BuildRequest(
        Path("out"), ROOT, regions=("grensland",), languages=("nl",), formats=("a6",),
        products=("cards",), cards=("organiseer-het-vierkant",),
    )  # fmt: skip
    shown = [one for one in check_deck(request).found if one.diagnostic.code == "fact-sentences"]
    assert shown == []  # of one card alone they are not asked for
    found = check_deck(
        BuildRequest(Path("out"), ROOT, regions=("grensland",), languages=("nl",), formats=("a6",))
    ).found
    shown = {one.diagnostic.key: one.diagnostic for one in found
            if one.diagnostic.code == "fact-sentences"}  # fmt: skip
    assert set(shown) == {"facts.issue", "facts.example", "facts.territory"}
    assert shown["facts.issue"].message.count("erkenning van elkaars diploma’s") == 2
    assert str(shown["facts.issue"].location).startswith("cards/regions/grensland.yaml:")


def test_a_check_of_more_regions_shows_those_of_each() -> None:
    request = BuildRequest(
        Path("out"), ROOT, regions=("grensland", "polderland"), languages=("nl",),
        formats=("a6",), products=("cards",),
    )  # fmt: skip
    shown = first_to_read(check_deck(request)).messages
    files = {str(one.diagnostic.location).split(":")[0] for one in shown
             if one.diagnostic.code == "fact-sentences"}  # fmt: skip
    assert files == {"cards/regions/grensland.yaml", "cards/regions/polderland.yaml"}
    assert sum(one.diagnostic.code == "fact-sentences" for one in shown) == 6


def test_every_fact_of_the_built_in_regions_is_a_phrase() -> None:
    project = open_project(ROOT, ROOT)
    assert not project.broken
    assert sum(len(languages_of(project, name)) for name in project.own_regions) >= 10
