"""A long short name is told once, at the name: no text of the base has to be shortened for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import change, tiny_project

from samenspel import BuildRequest, ContentError, build_deck, check_deck

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


def test_a_text_that_is_too_long_by_itself_is_told_as_ever(tmp_path: Path) -> None:
    deck = tiny_project(tmp_path / "deck")
    change(deck, "cards/regions/noordkust.yaml", "Wat horen wij", "te lang voor deze kaart " * 40)
    with pytest.raises(ContentError) as caught:
        build_deck(BuildRequest(tmp_path / "out", deck, regions=("noordkust",), formats=("a6",)))
    assert {one.code for one in caught.value.diagnostics} == {"text-too-long"}
