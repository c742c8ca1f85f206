"""The digital edition in Chromium, offline: axe, keyboard alone, narrow, dark, without scripts.

``walk.mjs`` drives it with playwright-core and axe-core, which come from npm:
``npm install --prefix ~/.cache/samenspel-tools playwright-core axe-core``.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests.decks import ROOT
from tests.tools import require_modules, require_tool

from samenspel.cli.main import run

ARABIC = ROOT / "tests" / "languages" / "arabic"
WALK = Path(__file__).with_name("walk.mjs")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A walk through the built-in deck, and what axe saw of three regions and an Arabic deck."""
    modules = require_modules("axe-core", "playwright-core")
    folder = tmp_path_factory.mktemp("web")
    regions = ("basis", "waddenrand", "eilanden", "stroomdal")
    assert run(["web", str(ROOT), "-r", ",".join(regions), "-o", str(folder)]) == 0
    assert run(["web", str(ARABIC), "-o", str(folder / "arabic")]) == 0
    pages = [folder / one / f"{one}.html" for one in regions]
    pages.append(folder / "arabic" / "basis" / "basis.html")
    done = subprocess.run(
        [require_tool("node"), WALK, modules, require_tool("chromium"), *pages],
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    seen["printed"] = pages[0].with_name("agreement.pdf")
    return seen


def test_axe_finds_nothing_in_any_part_narrow_or_dark(walked: dict[str, Any]) -> None:
    assert walked["violations"] == []
    assert walked["checked"] > 900
    assert sorted(walked["directions"]) == ["ltr"] * 5 + ["rtl"]
    assert walked["control"] == ["image-alt"]


def test_nothing_is_asked_of_the_network_and_nothing_fails(walked: dict[str, Any]) -> None:
    assert walked["requests"] == []
    assert walked["errors"] == []


def test_nothing_is_wider_than_320_pixels(walked: dict[str, Any]) -> None:
    assert walked["wide"] == []


def test_all_of_it_goes_by_keyboard_alone(walked: dict[str, Any]) -> None:
    assert all(walked["reached"].values()), walked["reached"]
    assert walked["hidden"] and walked["turned"]
    assert walked["laid"] == "ambitie"
    assert "Start bij jezelf" in walked["said"]


def test_an_agreement_is_kept_and_saved(walked: dict[str, Any]) -> None:
    assert walked["kept"] == "Wij bellen maandag."
    assert "Dit gaan we doen\nWij bellen maandag.\n" in walked["saved"]


def test_a_long_agreement_is_printed_whole_and_runs_on_over_pages(walked: dict[str, Any]) -> None:
    with pypdfium2.PdfDocument(walked["printed"]) as document:
        pages = [one.get_textpage().get_text_range() for one in document]
    whole = " ".join(" ".join(pages).split())
    assert [n for n in range(1, 31) if f"Punt {n}. " not in whole or f"Tot {n}!" not in whole] == []
    assert "Punt 1. " in pages[0]  # below its label, and not on a page of its own


def test_edges_of_fields_are_seen_and_forced_colours_show_the_part(walked: dict[str, Any]) -> None:
    assert walked["faint"] == []
    current, *others = walked["forced"]
    assert current not in others


def test_a_word_of_a_drawing_finds_its_card_and_a_link_leads_to_one(
    walked: dict[str, Any],
) -> None:
    assert walked["found"] == ["wees-druk-met-rust"]
    assert walked["linked"] == "blijf-onbevangen"


def test_ten_draws_are_ten_different_reminders(walked: dict[str, Any]) -> None:
    assert len(set(walked["deals"])) == 10


def test_it_speaks_the_language_that_is_chosen(walked: dict[str, Any]) -> None:
    language, title = walked["language"]
    assert language == "en"
    assert title.startswith("Samenspel · ")


def test_without_scripts_all_cards_are_there(walked: dict[str, Any]) -> None:
    assert walked["plainVisible"]
