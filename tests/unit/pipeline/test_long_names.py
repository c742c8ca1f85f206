"""A long short name is told once, at the name: no text of the base has to be shortened for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.decks import deck_of
from tests.projects import change, tiny_project

from samenspel import BuildRequest, ContentError, build_deck, check_deck
from samenspel.diagnostics import Diagnostic, Location
from samenspel.model.waiving import REGION
from samenspel.pipeline.letters import at_their_source

LONG = "Samenwerkingsverband Passend Onderwijs Zuidwest-Veluwe en Omstreken Noord en Oost"


def test_a_name_of_ninety_letters_says_once_to_set_short(tmp_path: Path) -> None:
    deck = tiny_project(tmp_path / "deck", region=("short: Noordkust", f"short: {LONG}"))
    wanted = BuildRequest(
        tmp_path / "out", deck, regions=("noordkust",), formats=("a6", "poker"), products=("cards",)
    )
    with pytest.raises(ContentError) as caught:
        build_deck(wanted)
    [told] = caught.value.diagnostics
    assert (told.code, str(told.location), told.key) == (
        "region-name-long", "cards/regions/noordkust.yaml:2", "short",
    )  # fmt: skip
    assert "set short:" in told.remedy and f"{len(LONG)} letters" in told.message
    assert [one.diagnostic.code for one in check_deck(wanted).errors] == ["region-name-long"]


def test_a_long_id_that_spoils_a_code_is_told_at_the_regions_file() -> None:
    deck = deck_of()
    long = deck.region.model_copy(update={"id": "samenwerkingsverband-" * 4})
    deck = replace(deck, region=long, sources={(REGION, "name"): Location("cards/r.yaml", 2)})
    found = Diagnostic("qr-too-small", "a module is small", Location("kinds/background.yaml", 72))
    [told] = at_their_source(deck, [found])
    assert str(told.location) == "cards/r.yaml" and "at most 32 letters" in told.remedy
    [kept] = at_their_source(deck_of(), [found])
    assert kept == found


def test_a_text_that_is_too_long_by_itself_is_told_as_ever(tmp_path: Path) -> None:
    deck = tiny_project(tmp_path / "deck")
    change(deck, "cards/regions/noordkust.yaml", "Wat horen wij", "te lang voor deze kaart " * 40)
    with pytest.raises(ContentError) as caught:
        build_deck(BuildRequest(tmp_path / "out", deck, regions=("noordkust",), formats=("a6",)))
    assert {one.code for one in caught.value.diagnostics} == {"text-too-long"}
