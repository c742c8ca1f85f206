"""The example regions: all of them fit and ask well, and the poor brand is stopped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.content.test_deck import PROJECT, deck_of

from samenspel import BuildRequest, build_deck, check_deck
from samenspel.errors import ContentError
from samenspel.loading import select
from samenspel.presets import deck_theme, theme_named
from samenspel.questions import render

MOST_INK = 240.0
"""On one spot of a drawing, in per cent of the four plates together."""


@pytest.mark.parametrize("shape", ["a6", "poker"])
def test_no_region_has_a_mistake_or_a_warning_of_its_own(tmp_path: Path, shape: str) -> None:
    report = check_deck(BuildRequest(output=tmp_path, regions=("all",), formats=(shape,)))
    assert [str(one.diagnostic) for one in report.errors] == []
    about_frisian = {"translation-missing", "translation-incomplete", "translation-draft"}
    warnings = [one.diagnostic for one in report.warnings]
    assert [str(one) for one in warnings if one.code not in about_frisian] == []


@pytest.mark.parametrize("region", PROJECT.regions)
def test_no_colour_of_a_region_takes_more_ink_than_its_drawings_may(region: str) -> None:
    theme = deck_theme(theme_named(PROJECT, "samenspel"), select(PROJECT, region, "nl"))
    for name, ink in theme.palette.items():
        assert ink.total <= MOST_INK, name


def test_a_brand_that_does_not_print_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        build_deck(BuildRequest(output=tmp_path, regions=("neonrijk",)))
    assert {one.code for one in caught.value.diagnostics} == {"brand-contrast", "brand-logo-coarse"}
    assert caught.value.exit_code == 3
    assert not any(tmp_path.iterdir())


def test_all_passes_it_by() -> None:
    assert PROJECT.unready == ("neonrijk",)
    assert PROJECT.layers == ("netwerk-noord",)


def test_photographs_print_as_they_are_meant(tmp_path: Path) -> None:
    request = BuildRequest(output=tmp_path, regions=("havenstad",), products=("cards",))
    report = build_deck(request)
    assert [str(one) for one in report.warnings] == []
    manifest = json.loads((tmp_path / "havenstad/nl/a6/manifest.json").read_text("utf-8"))
    assert [file["product"] for file in manifest["files"]] == ["cards"]
    cards = {card.id: card for card in deck_of("havenstad").cards if card.kind == "reminder"}
    with_photo = [card for card in cards.values() if str(card.cartoon).startswith("photos/")]
    assert len(with_photo) == 2
    assert all("Foto" in str(card.alt) for card in with_photo)


def test_each_language_of_a_border_has_its_logo_and_questions() -> None:
    dutch, german = (render(select(PROJECT, "grensland", language)) for language in ("nl", "de"))
    assert (dutch.region.logo, german.region.logo) == ("logos/grensland.svg", "logos/grenzland.svg")
    asked = {card.id: card.questions for card in german.cards if card.kind == "reminder"}
    assert asked["een-goed-proces-biedt-houvast"][1].startswith("Wessen Schulferien")


@pytest.mark.parametrize("region", ["waddenrand", "polderland"])
def test_a_network_gives_its_regions_words_and_a_question(region: str) -> None:
    deck = deck_of(region)
    card = next(card for card in deck.cards if card.id == "een-goed-proces-biedt-houvast")
    assert card.kind == "reminder"
    assert "het noorden" in card.questions[2]
    assert deck.region.words["docent"] == "leraar"
    assert str(deck.where("@region", "words", "docent")).startswith("cards/regions/netwerk-noord")


def test_questions_dropped_and_added_leave_three() -> None:
    card = next(card for card in deck_of("polderland").cards if card.id == "blijf-onbevangen")
    assert card.kind == "reminder"
    base = next(card for card in deck_of("basis").cards if card.id == "blijf-onbevangen")
    assert base.kind == "reminder"
    assert card.questions[0] == base.questions[0]
    assert "buurdorp" in card.questions[1]


def test_one_region_has_three_cards_of_its_own() -> None:
    own = [card.id for card in deck_of("stroomdal").cards]
    assert len(set(own) - {card.id for card in deck_of("basis").cards}) == 3
