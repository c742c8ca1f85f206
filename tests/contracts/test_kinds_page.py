"""The page on kinds teaches what is true: its files are a deck that is checked and built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.decks import ROOT

from samenspel.checking import check_deck
from samenspel.model.design import PARTS
from samenspel.pipeline import BuildRequest, build_deck

PAGE = (ROOT / "docs" / "kinds.md").read_text(encoding="utf-8")
FILE = re.compile(r"^```\w+ file=(\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    for name, text in FILE.findall(PAGE):
        path = tmp_path / "dek" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "dek"


def test_the_files_of_the_page_are_a_deck(deck: Path) -> None:
    report = check_deck(BuildRequest(output=deck / "out", project=deck))
    assert [str(one.diagnostic) for one in report.found] == []
    built = build_deck(BuildRequest(output=deck / "out", project=deck))
    assert [(file.product, file.pages) for file in built.files] == [("cards", 8)]
    assert [str(one) for one in built.warnings] == []


def test_a_kind_that_extends_another_serves_in_another_format(deck: Path) -> None:
    card = deck / "cards" / "nl" / "10-linzen.yaml"
    card.write_text(card.read_text("utf-8").replace("kind: recept", "kind: snel"), "utf-8")
    request = BuildRequest(output=deck / "out", project=deck, formats=("groot", "tarot"))
    assert len(build_deck(request).files) == 2


def test_the_page_names_every_part_and_key() -> None:
    from samenspel.kinds.fields import TYPES
    from samenspel.model.design.items import PlacingFile

    keys = [field.alias or name for name, field in PlacingFile.model_fields.items()]
    missing = [one for one in (*PARTS, *TYPES, *keys) if not re.search(rf"\b{one}\b", PAGE)]
    assert not missing
