"""The example decks: made of YAML, tables and pictures alone, checked, built and preflighted."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.decks import ROOT

from samenspel.checking import check_deck
from samenspel.pipeline import BuildRequest, build_deck
from samenspel.starter import copy_example, example_names

EXAMPLES = ROOT / "examples"
CARDS = {"casus": 7, "vier-krachten": 13, "zestig-zinnen": 60}
ENDINGS = {".yaml", ".csv", ".svg", ".jpg", ".png", ".md"}


def test_every_example_is_known_here() -> None:
    assert set(example_names()) == set(CARDS)


@pytest.mark.parametrize("name", CARDS)
def test_an_example_is_data_alone(name: str) -> None:
    assert {path.suffix for path in (EXAMPLES / name).rglob("*") if path.is_file()} <= ENDINGS


@pytest.mark.parametrize("name", CARDS)
def test_a_copy_of_an_example_passes_its_check_and_builds(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    copy_example(folder, name)
    report = check_deck(BuildRequest(output=tmp_path, project=folder), designs=True)
    assert [str(one.diagnostic) for one in report.found] == []
    products = ("cards", "poster") if name == "vier-krachten" else ("cards",)
    request = BuildRequest(output=tmp_path / "out", project=folder, products=products)
    built = build_deck(request)
    assert [str(one) for one in built.warnings] == []
    pages = {file.product: file.pages for file in built.files}
    assert pages["cards"] == 2 * CARDS[name]
    assert pages.get("poster", 1) == 1
