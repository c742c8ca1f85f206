"""What a file says, through its structure tree by a reader of our own, is what the deck says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import outloud
import pdfua
import pytest
from tests.decks import ROOT
from tests.press.walking import Said, walk

from samenspel import BuildRequest, build_deck
from samenspel.loading import open_project, select
from samenspel.markup import paragraphs
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.questions import render

ARABIC = ROOT / "tests" / "languages" / "arabic"
DECKS = {
    "nl": (ROOT, "eilanden", ("cards", "poster", "leaflet", "kit")),
    "en": (ROOT, "eilanden", ("cards", "poster")),
    "de": (ROOT, "grensland", ("cards",)),
    "ar": (ARABIC, "basis", ("cards",)),
}
ELSEWHERE = {"short", "poster", "poster_title", "poster_core", "colophon"}
"""Fields of which a card in A6 says another form, or which hold what only a build knows."""
ACCEPTED = {
    "LNK-010": "PDF/X-4 allows no link on what is printed, so an address stays a text",
    "PAG-001": "four blank cards begin with the same words, which are no running head",
    "TXT-004": "an Arabic letter has many forms (lam six), and each code of one is that letter",
}


class Made:
    """A deck and its files."""

    def __init__(self, language: str, folder: Path) -> None:
        self.project, self.region, products = DECKS[language]
        build_deck(BuildRequest(
            output=folder, project=self.project, regions=(self.region,), languages=(language,),
            products=products, formats=("a6",), drafts=True, inspected=False,
        ))  # fmt: skip
        self.folder = folder / self.region / language / "a6"
        self.deck: Deck = render(select(open_project(self.project, ROOT), self.region, language))

    def said(self, name: str) -> list[Said]:
        return walk(self.folder / f"{name}.pdf")


@pytest.fixture(scope="module", params=sorted(DECKS))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(request.param, tmp_path_factory.mktemp("aloud"))


@pytest.fixture(scope="module")
def dutch(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made("nl", tmp_path_factory.mktemp("dutch"))


def plain(text: str) -> str:
    return " ".join(" ".join(one.text for one in paragraphs(text)).replace("\u00ad", "").split())


def texts(card: Card) -> dict[tuple[str | int, ...], str]:
    """What a card says in A6, by field, in the order of its kind."""
    found = {path: plain(text) for path, text in card.texts() if path[0] not in ELSEWHERE}
    row = sorted(found, key=card.spec.place_in_reading)
    return {path: found[path] for path in row if found[path]}


def left_over(said: Iterable[str], expected: Iterable[str]) -> list[str]:
    """What is said and not expected; AssertionError for what is expected and not said."""
    rest = list(said)
    for text in expected:
        at = next((n for n, one in enumerate(rest) if text in one), None)
        assert at is not None, text
        rest[at] = rest[at].replace(text, "", 1).strip()
    return [one for one in rest if one]


def test_each_card_says_its_texts_and_nothing_that_the_deck_does_not_say(made: Made) -> None:
    deck = made.deck
    read = made.said("cards")
    assert {one.language for one in read} == {deck.language}
    known = {plain(text) for text in deck.labels.values()} | {deck.region.name}
    known |= {plain(text) for one in deck.cards for path, text in one.texts()
              if path[0] not in ELSEWHERE - {"short"}}  # fmt: skip
    known |= {piece for one in deck.cards for path, text in one.texts() if path[0] == "colophon"
              for piece in plain(text).split(" · ")}  # fmt: skip
    by_name: dict[str, list[Said]] = {}
    for one in read:
        by_name.setdefault(one.section, []).append(one)
    for card in {card.name: card for card in deck.cards}.values():
        parts = by_name[card.name]
        alts = {one.text for one in parts if one.kind == "Figure"}
        rest = left_over((one.text for one in parts), texts(card).values())
        pieces = [piece for one in rest if one not in alts for piece in one.split(" · ")]
        others = [one for one in pieces if one not in known and not re.fullmatch(r"\d+\.?", one)]
        assert [one for one in others if deck.edition not in one] == [], card.id


def test_a_card_is_read_in_the_order_of_its_fields_front_before_back(made: Made) -> None:
    pages: dict[tuple[str, int], list[str]] = {}
    for one in made.said("cards"):
        pages.setdefault((one.section, one.page), []).append(one.text)
    assert list(dict.fromkeys(page for _, page in pages)) == sorted({page for _, page in pages})
    for card in {card.name: card for card in made.deck.cards}.values():
        for (name, _), said in pages.items():
            if name == card.name:
                row = list(texts(card).values())
                whole = " ".join(said)
                places = [whole.index(text) for text in row if len(text) > 20 and text in whole]
                assert places == sorted(places), (card.id, said)


def test_outloud_and_pdfua_find_nothing_but_what_is_accepted(made: Made) -> None:
    for path in sorted(made.folder.glob("*.pdf")):
        if path.stem in ("cards", "poster", "leaflet", "kit-canvas"):
            found = [one for one in outloud.check(str(path)).findings if one.rule not in ACCEPTED]
            assert (path.name, found) == (path.name, [])
            assert (path.name, pdfua.validate(str(path)).findings) == (path.name, ())


def test_the_poster_says_its_texts_condition_by_condition(dutch: Made) -> None:
    said = [one.text for one in dutch.said("poster")]
    conditions = [card for card in dutch.deck.cards if card.kind == "condition"]
    [model] = [card for card in dutch.deck.cards if card.kind == "model"]
    expected = [plain(model.poster_title), plain(model.poster_core)]  # type: ignore[attr-defined]
    for number, card in enumerate(conditions, 1):
        mine = dict(card.texts())
        expected += [f"{number} {card.title}", plain(mine["core",])]
        expected += [
            plain(mine["poster", 0]),
            plain(mine["poster", 1]),
            plain(mine["questions", 0]),
        ]
    source = said.pop(2)
    assert said[: len(expected)] == expected
    assert source.startswith(dutch.deck.labels["source"])
    reminders = {plain(card.title) for card in dutch.deck.cards if card.kind == "reminder"}
    names = said[len(expected) + 1 :: 2]
    assert {re.sub(r"^\d+ ", "", one) for one in names} == reminders


def test_the_canvas_says_each_condition_with_its_core(dutch: Made) -> None:
    said = [one.text for one in dutch.said("kit-canvas")]
    expected = [plain(text) for card in dutch.deck.cards if card.kind == "condition"
                for text in (card.title, dict(card.texts())["core",])]  # fmt: skip
    assert said[: len(expected)] == expected
    assert said[len(expected)].startswith(dutch.deck.labels["source"])


def test_the_leaflet_says_what_the_cards_say(dutch: Made) -> None:
    """Page by page it holds whole texts of the deck, each once."""
    said = [one.text for one in dutch.said("leaflet") if one.kind != "Figure"]
    cards = {plain(text) for card in dutch.deck.every for _, text in card.texts()}
    long = [one for one in said if len(one) > 60]
    assert len(long) > 25
    whole = " ".join([*sorted(cards), plain(dutch.deck.source)])
    labels = [plain(text) for text in dutch.deck.labels.values()]
    before = "|".join(re.escape(one) for one in sorted(labels, key=len, reverse=True) if one)
    bare = [re.sub(rf"^({before}):?\s+", "", one) for one in long]
    pieces = [piece for one in bare for piece in one.split(" · ")]
    assert [one for one in pieces if one not in whole and dutch.deck.edition not in one] == []
