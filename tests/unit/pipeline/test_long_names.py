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


@pytest.mark.parametrize(
    ("letters", "told"),
    [(90, True), (30, False)],
)
def test_an_address_without_a_place_to_break_is_told_in_letters(
    tmp_path: Path, letters: int, told: bool
) -> None:
    """It is one word, and no part of it may be left out; with a mark to break there it is set."""
    core = "core: Wie luistert, hoort meer."
    address = "a" * letters
    card = "cards/nl/01-luister-eerst.yaml"
    deck = tiny_project(tmp_path / "deck")
    change(deck, card, core, f"core: Mail {address}@kust.example")
    wanted = BuildRequest(tmp_path / "out", deck, regions=("basis",), formats=("poker",))
    found = [one.diagnostic for one in check_deck(wanted).found]
    long = [one for one in found if one.code == "text-too-long"]
    assert bool(long) == told
    for one in long:
        assert "91 letters stand without a place to break" in one.message
        assert "a line has room for" in one.message and "U+200B" not in one.remedy
        assert one.remedy.startswith("name a shorter address") and one.key == "core"
    marked = address[: letters // 3] + "\\u200b" + address[letters // 3 : letters // 2]
    change(deck, card, address, "X")
    change(deck, card, "core: Mail X@", f'core: "Mail {marked}@')
    change(deck, card, "kust.example", 'kust.example"')
    codes = {one.diagnostic.code for one in check_deck(wanted).found}
    assert "text-too-long" not in codes
