"""The row of cards of an edition, changed in the edition's own files and nowhere else."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.projects import change, opened, tiny_project, write

from samenspel.builtin import builtin_deck
from samenspel.loading import open_project
from samenspel.upkeep.passages import stack_of
from samenspel.upkeep.rows import RowOfCards

REGION = "noordkust"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny_project(tmp_path)


def write_all(folder: Path, files: Mapping[str, bytes | None]) -> None:
    for name, data in files.items():
        assert data is not None
        write(folder, name, data)


def row(folder: Path, region: str = REGION) -> RowOfCards:
    return RowOfCards(opened(folder), region)


def order(folder: Path, region: str = REGION) -> tuple[str, ...]:
    return stack_of(opened(folder).sources, region, "nl").order


NEW = {"kind": "reminder", "title": "Van ons", "core": "Kort.", "text": "Een verhaal.",
       "conditions": ["relatie"], "questions": ["Wat?", "Wie?", "Hoe?"]}  # fmt: skip


def test_a_region_leaves_a_card_out_and_puts_it_back(folder: Path) -> None:
    before = (folder / "cards/regions/noordkust.yaml").read_text()
    write_all(folder, row(folder).dropped("leeg"))
    assert order(folder) == ("titel", "luister-eerst")
    assert order(folder, "basis") == ("titel", "luister-eerst", "leeg", "leeg")
    assert row(folder).left_out() == ["leeg"] and row(folder).title("leeg") == "Schrijf zelf"
    write_all(folder, row(folder).put_back("leeg"))
    assert (folder / "cards/regions/noordkust.yaml").read_text() == before


def test_what_a_region_says_of_a_card_goes_with_it(folder: Path) -> None:
    write_all(folder, row(folder).moved("luister-eerst", 2))
    write_all(folder, row(folder).dropped("luister-eerst"))
    text = (folder / "cards/regions/noordkust.yaml").read_text()
    assert "Wat horen wij" not in text and order(folder) == ("titel", "leeg", "leeg")


def test_a_card_of_ones_own_comes_moves_and_goes(folder: Path) -> None:
    write_all(folder, row(folder).added("van-ons", "titel", NEW))
    assert order(folder)[:3] == ("titel", "van-ons", "luister-eerst")
    assert row(folder).is_own("van-ons") and not row(folder).is_own("titel")
    write_all(folder, row(folder).added("nog-een", "van-ons", NEW))
    write_all(folder, row(folder).moved("van-ons", 3))
    assert order(folder)[:4] == ("titel", "nog-een", "luister-eerst", "van-ons")
    write_all(folder, row(folder).dropped("van-ons"))
    assert order(folder)[:3] == ("titel", "nog-een", "luister-eerst")  # which came behind it


def test_a_copy_holds_all_that_the_card_has_in_this_region(folder: Path) -> None:
    here = row(folder)
    name = here.free_id("Luister eerst")
    assert name == "luister-eerst-2"
    write_all(folder, here.added(name, "luister-eerst", here.copied("luister-eerst", "Opnieuw")))
    cards = stack_of(opened(folder).sources, REGION, "nl").cards
    copy, first = cards[name], cards["luister-eerst"]
    assert copy and first and copy.entries["title"].text == "Opnieuw"
    assert copy.get("core") and copy.entries["core"].text == first.entries["core"].text
    asked = [one.text for one in copy.entries["questions"].items]
    assert "Wat horen wij {{ regio.plek }}?" in asked
    assert order(folder)[2] == name


def test_a_deck_that_lists_its_row_keeps_its_comments(folder: Path) -> None:
    listed = "cards:\n  - titel   # voorop\n  # dan\n  - luister-eerst\n  - leeg\n  - leeg\n"
    change(folder, "cards/deck.yaml", "cards: [titel, luister-eerst, leeg, leeg]\n", listed)
    whole = (folder / "cards/deck.yaml").read_text()
    write_all(folder, row(folder, "basis").moved("luister-eerst", 2))
    assert order(folder, "basis") == ("titel", "leeg", "leeg", "luister-eerst")
    write_all(folder, row(folder, "basis").moved("luister-eerst", 1))
    text = (folder / "cards/deck.yaml").read_text()
    assert "- titel   # voorop\n" in text and "# dan\n" in text and len(text) == len(whole)
    write_all(folder, row(folder, "basis").counted("leeg", 5))
    assert order(folder, "basis").count("leeg") == 5 and row(folder, "basis").copies("leeg") == 5
    write_all(folder, row(folder, "basis").dropped("leeg"))
    assert row(folder, "basis").left_out() == ["leeg"]
    write_all(folder, row(folder, "basis").put_back("leeg"))
    assert order(folder, "basis") == ("titel", "luister-eerst", "leeg")
    write_all(folder, row(folder, "basis").added("van-ons", "titel", NEW))
    assert order(folder, "basis")[:2] == ("titel", "van-ons")
    assert (folder / "cards/nl/van-ons.yaml").read_text().startswith("# yaml-language-server")


def test_a_project_on_a_base_changes_the_row_for_all_its_regions(tmp_path: Path) -> None:
    base = builtin_deck()
    write(tmp_path, "cards/deck.yaml", "# van ons\nbase: samenspel 2026.1\n")

    def here() -> RowOfCards:
        return RowOfCards(open_project(tmp_path, base), "basis")

    write_all(tmp_path, here().dropped("blijf-onbevangen"))
    assert "blijf-onbevangen" not in here().order and not here().can_count
    write_all(tmp_path, here().moved("afspraak", 1))
    assert here().order[1] == "afspraak"
    write_all(tmp_path, here().added("van-ons", "afspraak", NEW))
    assert here().order[2] == "van-ons" and here().is_own("van-ons")
    assert (tmp_path / "cards/deck.yaml").read_text().startswith("# van ons\nbase:")


def test_any_hundred_moves_give_the_order_that_was_asked(folder: Path) -> None:
    chance = random.Random(11)
    for number in range(3):
        write_all(folder, row(folder).added(f"van-ons-{number}", "titel", NEW))
    for _ in range(40):
        now = list(dict.fromkeys(order(folder)))
        card, place = chance.choice(now), chance.randrange(len(now))
        write_all(folder, row(folder).moved(card, place))
        now.remove(card)
        now.insert(place, card)
        assert list(dict.fromkeys(order(folder))) == now
