"""The leaflet: pages beside the cards, of the deck's own content, in multiples of four."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.projects import ROOT, change, tiny_project, write

from samenspel import BuildRequest, ContentError, build_deck
from samenspel.model.deck import Deck
from samenspel.model.frame import Frame, TextRun
from samenspel.model.kind import Runs
from samenspel.offer import EditionName
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import Survey, surveys

PAGE = "title: Bladzij\npages_of: [leaflet]\nfields: {title: {}}\nfront:\n  - stack: [title]\n"


def made(region: str, language: str = "nl") -> tuple[Deck, list[Survey]]:
    request = BuildRequest(
        Path("out"), ROOT, products=("leaflet",), regions=(region,), languages=(language,)
    )
    build = open_build(request)
    edition = prepared(build, EditionName(region, language))
    return edition.deck, list(surveys(edition))


@pytest.fixture(scope="module")
def built_in() -> tuple[Deck, list[Survey]]:
    return made("basis")


def words(frame: Frame) -> str:
    """All that stands on a page, in its order, without soft hyphens and line ends."""
    texts = [item.text for item in frame.items if isinstance(item, TextRun)]
    return re.sub(r"\s+", " ", " ".join(texts).replace("\xad", ""))


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\xad", ""))


@pytest.mark.parametrize("count", range(60))
@pytest.mark.parametrize("most", [1, 2, 4, 7])
def test_pages_share_a_list_evenly_and_in_order(count: int, most: int) -> None:
    shares = Runs("reminders", most).shares(range(count))
    assert [one for share in shares for one in share] == list(range(count))
    sizes = [len(share) for share in shares]
    assert max(sizes) <= most
    assert max(sizes) - min(sizes) <= 1
    assert len(shares) == max(1, -(-count // most))


def test_it_holds_all_that_it_promises(built_in: tuple[Deck, list[Survey]]) -> None:
    deck, (reading, spreads) = built_in
    assert not reading.problems and not spreads.problems
    frames = reading.frames
    assert len(frames) == 16
    said = " ".join(words(frame) for frame in frames)
    questions = [one for card in deck.cards if card.kind == "reminder" for one in card.questions]
    assert len(questions) == 30
    for question in questions:
        assert said.count(plain(question)) == 1, question
    for card in deck.cards:
        if card.kind == "condition":
            assert plain(card.text) in said, card.id
    assert "Dit is onze lezing, die van de makers" in said
    plans = [frame for frame in frames if frame.card.startswith("plan-")]
    assert len(plans) == 3
    for plan in plans:
        times = re.findall(r"\b\d{2}\.\d{2}\b", words(plan))
        assert len(times) >= 6 and times == sorted(times), plan.name


def test_pages_are_numbered_outside(built_in: tuple[Deck, list[Survey]]) -> None:
    _, (reading, _) = built_in
    for number, frame in enumerate(reading.frames[1:-1], 2):
        (run,) = [
            item for item in frame.items
            if isinstance(item, TextRun) and item.text == str(number) and item.size < 8
        ]  # fmt: skip
        assert (run.x > frame.width / 2) == (number % 2 == 1), frame.name


def test_spreads_hold_every_page_once_and_inner_ones_move_to_the_spine(
    built_in: tuple[Deck, list[Survey]],
) -> None:
    _, (reading, spreads) = built_in
    plan = spreads.laid.plan
    assert plan is not None and plan.sheets == 4
    slots = [slot for side in plan.sides for slot in side.slots]
    assert sorted(slot.page for slot in slots) == list(range(len(reading.frames)))
    outer, *_, inner = (side for side in plan.sides if side.side == "front")

    def gap(side: object) -> float:
        left, right = sorted((slot.box for slot in side.slots), key=lambda box: box.x)  # type: ignore[attr-defined]
        return float(right.x - left.right)

    assert gap(outer) == pytest.approx(0)
    assert gap(inner) == pytest.approx(-2 * 3 * 0.1)


def test_more_reminders_make_more_pages_and_notes_fill_them() -> None:
    deck, (reading, _) = made("stroomdal")
    ids = [frame.card for frame in reading.frames]
    assert len(ids) == 20
    assert ids[-4:] == ["boekje-notities"] * 3 + ["boekje-colofon"]
    said = " ".join(words(frame) for frame in reading.frames)
    for card in deck.cards:
        if card.kind == "reminder":
            assert all(plain(one) in said for one in card.questions), card.id


def test_its_pages_are_no_cards(built_in: tuple[Deck, list[Survey]]) -> None:
    deck, _ = built_in
    assert len(deck.cards) == 24
    assert not {card.id for card in deck.cards} & {card.id for card in deck.extras}
    assert deck.every == (*deck.cards, *deck.extras)


def test_a_deck_without_pages_says_so(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "deck")
    with pytest.raises(ContentError) as caught:
        build_deck(BuildRequest(tmp_path / "out", project, products=("leaflet",)))
    assert [one.code for one in caught.value.diagnostics] == ["product-impossible"]
    report = build_deck(BuildRequest(tmp_path / "out", project, products=("cards", "leaflet")))
    assert {file.product for file in report.files} == {"cards"}
    (told,) = [one for one in report.warnings if one.code == "product-left-out"]
    assert told.message == "no leaflet is made of this deck: it has no pages for it"


def test_a_deck_of_its_own_has_a_leaflet_of_its_own(tmp_path: Path) -> None:
    """Five pages: three empty ones come before the last; a region's ``only:`` leaves them."""
    project = tiny_project(tmp_path / "deck")
    write(project, "kinds/bladzij.yaml", PAGE)
    ids = [f"blad-{place}" for place in range(5)]
    for one in ids:
        write(project, f"cards/nl/{one}.yaml", f"kind: bladzij\ntitle: Dit is {one}\n")
    listed = ", ".join(["titel", "luister-eerst", "leeg", "leeg", *ids])
    change(project, "cards/deck.yaml", "titel, luister-eerst, leeg, leeg", listed)
    change(
        project, "cards/regions/noordkust.yaml", "cards:\n", "cards:\n  only: [luister-eerst]\n"
    )
    for region, cards in (("basis", 4), ("noordkust", 1)):
        request = BuildRequest(
            tmp_path / "out", project, products=("leaflet",), regions=(region,)
        )
        build = open_build(request)
        edition = prepared(build, EditionName(region, "nl"))
        reading, _ = surveys(edition)
        assert not reading.problems
        assert [frame.card for frame in reading.frames] == [*ids[:4], "", "", "", ids[4]]
        assert len(edition.deck.cards) == cards


def test_a_deck_of_pages_alone_has_no_cards_to_print(tmp_path: Path) -> None:
    project = tiny_project(tmp_path / "deck")
    write(project, "kinds/bladzij.yaml", PAGE)
    write(project, "cards/nl/blad.yaml", "kind: bladzij\ntitle: Dit is alles\n")
    change(project, "cards/deck.yaml", "titel, luister-eerst, leeg, leeg", "blad")
    request = BuildRequest(
        tmp_path / "out", project, products=("cards", "sheets", "box"), regions=("basis",)
    )
    with pytest.raises(ContentError) as caught:
        build_deck(request)
    assert {one.code for one in caught.value.diagnostics} == {"product-impossible"}
