"""Profiles are data: GWG's numbers, a press's own on top of them, each with its reason."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest
from tests.preflight.making import PICTURE, drawn, picture, spot, word
from tests.unit.preflight.pdfs import PRESS, card, clean

from samenspel.diagnostics import Severity
from samenspel.errors import ContentError, UsageError
from samenspel.model.style import DieLine, Override
from samenspel.preflight import Profile, inspect, profile_for, profile_named

BOX = "60 300 9 9 re f"


def severities(pdf: bytes, profile: Profile) -> dict[str, Severity]:
    return {finding.check: finding.severity for finding in inspect(pdf, profile.expected)}


@pytest.mark.parametrize("name", ["gwg2022-sheetcmyk", "gwg2022-sheetspot", "digital"])
def test_a_clean_file_of_any_size_passes_every_profile(name: str) -> None:
    assert severities(card(clean, clean, clean), profile_named(name)) == {}


def test_an_unknown_profile_gets_a_near_match() -> None:
    with pytest.raises(UsageError, match="gwg2022-sheetcmyk"):
        profile_named("gwg2022-sheetcmy")


def test_spots_are_an_error_for_four_inks_and_a_warning_with_spots() -> None:
    file = drawn("/C cs 1 scn " + BOX, ColorSpace={"C": spot(name="Gold")})()
    assert severities(file, profile_named("gwg2022-sheetcmyk")) == {"spot-colour": Severity.ERROR}
    assert severities(file, profile_named("gwg2022-sheetspot")) == {"spot-colour": Severity.WARNING}


@pytest.mark.parametrize(
    ("name", "bits", "ppi", "severity"),
    [
        ("gwg2022-sheetcmyk", 8, 149, Severity.ERROR),
        ("gwg2022-sheetcmyk", 8, 150, Severity.WARNING),
        ("gwg2022-sheetcmyk", 8, 224, Severity.WARNING),
        ("gwg2022-sheetcmyk", 8, 225, None),
        ("gwg2022-sheetcmyk", 1, 549, Severity.ERROR),
        ("gwg2022-sheetcmyk", 1, 799, Severity.WARNING),
        ("gwg2022-sheetcmyk", 1, 800, None),
        ("digital", 8, 95, Severity.ERROR),
        ("digital", 8, 149, Severity.WARNING),
        ("digital", 8, 150, None),
        ("digital", 1, 349, Severity.ERROR),
        ("digital", 1, 599, Severity.WARNING),
        ("digital", 1, 600, None),
    ],
)
def test_resolutions(name: str, bits: int, ppi: int, severity: Severity | None) -> None:
    space = pikepdf.Name.DeviceCMYK if bits == 8 else None
    file = drawn("0 1 0 0 k " + PICTURE, XObject={"Im": picture(ppi, 800, space, bits)})()
    assert severities(file, profile_named(name)).get("image-resolution") is severity


def test_a_press_sets_numbers_and_severities_with_its_reason() -> None:
    said = ("the shop prints it", "its page, read 2026-11")
    overrides = {
        "text_minimum": Override(6.0, *said),
        "white_text_minimum": Override(9.0, *said),
        "black-text-overprint": Override("off", *said),
        "colour-rgb": Override("warning", *said),
    }
    profile = profile_for(replace(PRESS, overrides=overrides))
    assert severities(drawn(word(6, "1 0 0 0 k"))(), profile) == {}
    assert severities(drawn(word(10, "0 0 0 1 k"))(), profile) == {}
    assert severities(drawn("1 0 0 rg " + BOX)(), profile) == {"colour-rgb": Severity.WARNING}
    (found,) = inspect(drawn(word(8.5, "0 0 0 0 k"))(), profile.expected)
    assert found.check == "white-text-small"
    assert found.message.endswith("because the shop prints it (its page, read 2026-11)")


def test_a_press_brings_its_standard_bleed_and_die_line() -> None:
    press = replace(
        PRESS, standard="PDF/X-1a:2003", bleed=4.0, die_line=DieLine("Stanze"), ink_limit=240
    )
    expected = profile_for(press).expected
    assert (expected.standard, expected.bleed, expected.ink_limit) == ("PDF/X-1a:2003", 4.0, 240)
    assert "Stanze" in expected.spots
    assert {f.check for f in inspect(card(), expected)} == {"standard", "bleed-size"}


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("text_minimun", 6.0, "text_minimum"),
        ("colour-rbg", "off", "colour-rgb"),
        ("text_minimum", "small", "number"),
        ("colour-rgb", "loud", "loud"),
    ],
)
def test_what_a_press_cannot_set_is_a_mistake(name: str, value: float | str, words: str) -> None:
    press = replace(PRESS, overrides={name: Override(value, "a reason", "a source")})
    with pytest.raises(ContentError, match=words):
        profile_for(press)


def test_a_presss_ink_limit_is_a_limit() -> None:
    file = drawn("1 1 1 .1 k " + BOX)()
    press = profile_for(replace(PRESS, ink_limit=300))
    assert severities(file, press) == {"ink-coverage": Severity.ERROR}
    assert severities(drawn("1 1 1 .4 k " + BOX)(), profile_named("gwg2022-sheetcmyk")) == {
        "ink-coverage": Severity.WARNING
    }


@pytest.mark.parametrize(
    ("pages", "duplex"), [("front-back", True), ("back-front", True), ("separate", False)]
)
def test_a_press_that_prints_two_sides_counts_them(pages: str, duplex: bool) -> None:
    expected = profile_for(replace(PRESS, pages=pages)).expected
    assert (expected.page_order, expected.duplex) == (pages, duplex)
    found = severities(card(clean, clean, clean), Profile("", "", "", expected))
    assert ("page-sides" in found) == duplex
    assert "page-sides" not in severities(card(clean), Profile("", "", "", expected))
