"""Which words are called misspelt: few that are right, and nearly all that a list can find."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

import pytest
from tests.projects import builtin, opened, tiny_project

from samenspel.checking.spelt import WRITTEN, speller_for, spelling_absent, spelling_findings
from samenspel.errors import ContentError
from samenspel.loading import select
from samenspel.offer import languages_of
from samenspel.questions import render
from samenspel.spelling import dictionary
from samenspel.spelling.apart import NearWords
from samenspel.spelling.dictionary import dictionary_of, listed
from samenspel.spelling.words import Speller, names_in
from samenspel.upkeep.vocabulary import own_words, with_word, words_file

QUESTIONS = Path(__file__).parent.parent / "coaching/labelled_questions.txt"
DUTCH = Speller("nl")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Wie heeft de verantwoordelijkhied?", ["verantwoordelijkhied"]),
        ("Verantwoordelijkhied neem je samen.", ["Verantwoordelijkhied"]),
        ("Hij zei: ‘wij gaan wehg’. Toen bleef hij.", ["wehg"]),
        ("Wij vragen het Van Dongenhuis, in Krimpenerwoude.", []),  # names
        ("Duinvoet begint zo.", []),  # a name at the head, and nothing looks like it
        ("Mail bureau@duinvoet.exampel of kijk op www.duinvoet.exmpl/pagnia.", []),
        ("De AVG en het NPO-geld van 4e klas, m.b.t. VMBO'ers.", []),
        ("Basis- en middelbare scholen, leerlingen- en oudergesprekken.", []),
        ("Zó gaan wij vóór, en één van ons zegt: dóén!", []),
        ("De jubeltaal waaide over de lasopleidingstafel en de zeehavenmensen.", []),
        ("Kies <pijl> of `pijltej` bij {{ regio.naamm }} en **vet**gedrukt.", []),
        ("’s Ochtends gaan de foto's en m'n zus' fiets mee.", []),
        ("Wij hebben joongeren en veertrouwen.", ["joongeren", "veertrouwen"]),
        ("What did you really mean by that, and who heard it then?", []),  # another language
        ("Vraag dr. Jansen, mr. Boeckel, drs. Bos, ing. Dam of ir. Kok.", []),
        ("Ca. tien, nr. 4, naar ca. drie man; d.w.z. o.a. mevr. Pot, bijv. zo, enz.", []),
        ("Nl. is het kort, zgn. ook, en m.i.v. aug. of zelfs t.z.t., een dr. of een mr.", []),
        ("Zie jo. lid 2: lln. en wk. tellen (ook kopp.), en vrz. niet.", []),
        ("Een goede tafl. Daarna kwam een foutt. en dan was het klaar.", ["tafl", "foutt"]),
        ("On\u00adder\u00adwijs en samen\u200bwerkings\u200bverband, sa\u2060men.", []),
        ("De ver\u00adantwoor\u200bdelijkhied.", ["verantwoordelijkhied"]),
        ("", []), ("…", []), ("a b c", []),
    ],
)  # fmt: skip
def test_what_is_told_of_dutch(text: str, wrong: list[str]) -> None:
    assert list(DUTCH.misspelt(text)) == wrong


def test_english_is_american_and_british() -> None:
    english = Speller("en-gb")
    told = english.misspelt("Whose color or colour do we organise or organize, recieved today?")
    assert list(told) == ["recieved"]
    assert "received" in english.better("recieved")
    assert list(english.misspelt("We broke the onderwijshuis rules.")) == ["onderwijshuis"]


def test_a_language_without_a_list_is_not_judged() -> None:
    for language in ("de", "fy", "pap"):
        assert not listed(language) and Speller(language).misspelt("xqzt wqrt") == ()


def test_words_of_one_s_own_are_right_in_all_their_forms() -> None:
    own = Speller("nl", ["Samenspelboog", "zilt*", "kwaardse"])
    assert own.misspelt("De samenspelboog, ziltigheidje, Kwaardse en samenspelboogs tafel.") == ()
    assert list(own.misspelt("De kwaardsige tafel.")) == ["kwaardsige"]


def test_a_name_is_right_at_the_head_of_a_sentence_too() -> None:
    texts = ["Ga naar Kwaardsen. Daar is het.", "Kwaardsen is stil."]
    assert list(names_in(texts)) == ["Kwaardsen"]
    assert list(names_in(texts, anywhere=True)) == ["Ga", "Kwaardsen", "Daar", "Kwaardsen"]


def test_better_words_come_with_the_capital_and_are_three_at_most() -> None:
    assert DUTCH.better("Verantwoordelijkhied") == ("Verantwoordelijkheid",)
    assert all(len(DUTCH.better(word)) <= 3 for word in ("tafl", "gesprekk", "huus"))


def test_the_built_in_deck_has_no_word_that_is_told() -> None:
    """In every region and both languages; no false alarm is what makes the others heard."""
    project = builtin()
    judged = 0
    for region in ("basis", *project.regions):
        languages = project.languages if region == "basis" else languages_of(project, region)
        for language in filter(listed, languages):
            deck = render(select(project, region, language))
            assert list(spelling_findings(project, deck)) == [], (region, language)
            judged += 1
    assert judged > 8


def test_good_questions_are_let_be() -> None:
    known = Speller("nl", ["governance"])  # which the deck avoids
    lines = [line.partition("|")[2] for line in QUESTIONS.read_text("utf-8").splitlines()
             if not line.startswith("#")]  # fmt: skip
    assert len(lines) >= 300 and [one for one in lines if known.misspelt(one)] == []


def test_slips_of_the_finger_are_found() -> None:
    """A letter swapped, lost, doubled or changed: what is no other word is told, 99 of 100."""
    chance = random.Random(1)
    deck = render(select(builtin(), "basis", "nl"))
    texts = [text for card in deck.every for _, field, text in card.leaves()
             if field.type in WRITTEN]  # fmt: skip
    words = [word for text in texts for word in re.findall(r"\b[a-z]{4,}\b", text)]
    pairs = [(word, slipped(word, chance)) for word in chance.choices(words, k=3000)]
    slips = [slip for word, slip in pairs if slip != word]
    listed_words = dictionary_of("nl")
    assert listed_words is not None
    unknown = [slip for slip in slips if not listed_words.has(slip)]
    told = [slip for slip in unknown if not DUTCH.is_right(slip)]
    assert len(told) / len(unknown) >= 0.99  # 0.996 when this was written
    assert len(told) / len(slips) >= 0.85  # the rest are other words: 0.89


def slipped(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word) - 1)
    begin, one, two, end = word[:place], word[place], word[place + 1], word[place + 2 :]
    other = chance.choice("etanirodslgvhkmu")
    return begin + chance.choice([two + one, two, one + one + two, other + two]) + end


def test_a_text_in_another_language_costs_no_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenspel.spelling.words.ASKED", 0)
    assert DUTCH.better("gesprekn") == ()


def test_near_words_are_looked_up_in_another_process_also_after_it_died() -> None:
    words, near = dictionary_of("nl"), NearWords()
    assert words is not None
    try:
        near.learn("nl", "onderwys")
        assert near._process is not None and words.near("onderwys") == ("onderwijs",)
        near._process.kill()
        near._process.wait()
        near.learn("nl", "leerlinngen")
        assert "leerlingen" in words.near("leerlinngen")
    finally:
        near.close()
    near.close()
    near.learn("fy", "x")  # no list, no process
    assert near._process is None


def test_without_the_library_it_is_said_and_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    dictionary_of.cache_clear()
    try:
        assert Speller("nl").misspelt("verantwoordelijkhied") == ()
        (told,) = spelling_absent(builtin(), "nl")
        assert told.code == "spelling-absent" and list(spelling_absent(builtin(), "fy")) == []
    finally:
        dictionary_of.cache_clear()


def test_a_list_that_cannot_be_read_calls_nothing_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """hunspell makes an empty list of a path that it cannot read, in which no word is right."""
    monkeypatch.setattr(dictionary, "FOLDER", tmp_path)
    dictionary_of.cache_clear()
    try:
        assert dictionary_of("nl") is None
    finally:
        dictionary_of.cache_clear()


def test_a_deck_s_own_words_are_listed_and_the_list_grows(tmp_path: Path) -> None:
    folder = tiny_project(tmp_path / "klein")
    file = folder / words_file("nl")
    for word in ("kwaardse", "no"):
        ((_, data),) = with_word(opened(folder), "nl", word).items()
        file.write_bytes(data or b"")
    assert own_words(opened(folder), "nl") == ["kwaardse", "no"]
    assert file.read_text("utf-8").startswith("# Woorden die kloppen")
    for wrong in ("- los\n", "woorden: [x]\n", "words: {a: b}\n", "words: [[a]]\n"):
        file.write_text(wrong)
        with pytest.raises(ContentError):
            own_words(opened(folder), "nl")


def test_check_tells_a_card_and_a_region_each_at_its_place(tmp_path: Path) -> None:
    folder = tiny_project(
        tmp_path / "klein", reminder=("hoort meer", "hoort meeer van {{ regio.vraagstuk }}"),
        deck=("issue: wat nu speelt", "issue: wat er nu speelllt"),
    )  # fmt: skip
    project = opened(folder)
    deck = render(select(project, "basis", "nl"))
    told = [(owner, one.key, one.subject or one.message.split("”")[0])
            for owner, one in spelling_findings(project, deck)]  # fmt: skip
    assert told == [
        ("luister-eerst", "core", "“meeer"), ("@region", "facts.issue", "“speelllt"),
    ]  # fmt: skip


def test_a_deck_of_a_region_knows_its_names() -> None:
    project = builtin()
    deck = render(select(project, "waddenrand", "nl"))
    assert speller_for(project, deck).misspelt("Waddenrands tafel staat aan het water.") == ()
