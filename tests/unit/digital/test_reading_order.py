"""What is read on cards: every text that is printed on them, the front first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from tests.decks import ROOT

from samenspel.digital.reading import ReadCard, Side, read_cards
from samenspel.model.deck import Deck
from samenspel.model.frame import Frame, TextRun
from samenspel.pipeline import BuildRequest
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import surveys


@pytest.fixture(scope="module")
def laid() -> tuple[Deck, Sequence[Frame]]:
    request = BuildRequest(
        output=Path("/nowhere"), project=ROOT, products=("cards",), formats=("a6",),
        regions=("basis",),
    )  # fmt: skip
    build = open_build(request)
    edition = prepared(build, build.editions[0])
    survey = next(iter(surveys(edition)))
    return edition.in_format(survey.piece.shape).deck, survey.laid.different


@pytest.fixture(scope="module")
def read(laid: tuple[Deck, Sequence[Frame]]) -> tuple[Deck, dict[str, ReadCard]]:
    deck, frames = laid
    return deck, {card.id: card for card in read_cards(deck, frames)}


def texts(side: Side) -> Iterator[str]:
    for block in side.blocks:
        yield from (text for text in (block.title, *block.texts) if text)


def test_every_text_that_is_printed_is_read(
    laid: tuple[Deck, Sequence[Frame]], read: tuple[Deck, dict[str, ReadCard]]
) -> None:
    deck, frames = laid
    runs = [item for frame in frames for item in frame.items if isinstance(item, TextRun)]
    printed = {path for run in runs for path in (run.source, *(path for _, path in run.others))}
    told = 0
    for card in deck.cards:
        one = read[1][card.id]
        said = {one.name, *one.labels, *texts(one.front), *texts(one.back)}
        wanted = [text for path, text in card.texts() if (card.id, *path) in printed]
        assert [text for text in wanted if text not in said] == [], card.id
        told += len(wanted)
    assert told > 150


def test_a_reminder_is_read_front_then_back(read: tuple[Deck, dict[str, ReadCard]]) -> None:
    card = read[1]["wees-druk-met-rust"]
    assert [block.name for block in card.front.blocks] == ["core"]
    assert [block.name for block in card.back.blocks] == ["text", "questions"]
    (picture,) = card.front.pictures
    assert picture.large and len(picture.alt) > 40
    questions = card.back.blocks[1]
    assert questions.numbered and len(questions.texts) == 3
    assert card.conditions == ("proces", "organisatie")


def test_a_warning_keeps_the_words_before_it(read: tuple[Deck, dict[str, ReadCard]]) -> None:
    deck, cards = read
    warning = next(one for one in cards["ambitie"].back.blocks if one.name == "warning")
    assert warning.label == deck.labels["warning"]


def test_rows_are_headings_with_what_belongs_to_them(
    read: tuple[Deck, dict[str, ReadCard]],
) -> None:
    blocks = read[1]["zo-gebruik-je-de-kaarten"].front.blocks
    headed = [block.title for block in blocks if block.title]
    assert len(headed) == 3
    assert all(block.listed for block in blocks if block.name == "steps")


def test_the_model_names_its_conditions_with_what_they_say(
    read: tuple[Deck, dict[str, ReadCard]],
) -> None:
    deck, cards = read
    said = {block.title: block.texts for block in cards["model"].back.blocks}
    assert said == {
        one.values["title"]: (one.values["core"],) for one in deck.cards if one.kind == "condition"
    }


def test_a_card_without_a_title_is_called_by_its_first_text() -> None:
    project = ROOT / "examples/zestig-zinnen"
    request = BuildRequest(output=Path("/nowhere"), project=project, products=("cards",))
    build = open_build(request)
    edition = prepared(build, build.editions[0])
    survey = next(iter(surveys(edition)))
    cards = read_cards(edition.in_format(survey.piece.shape).deck, survey.laid.different)
    assert len(cards) > 50
    assert [card.name for card in cards if card.name == card.id] == []
    assert all(card.name not in texts(card.front) for card in cards)
