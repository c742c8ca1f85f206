"""Good files of many makers: what is found in them is so, and nothing else is claimed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.preflight_good.makers import KEPT, MADE, Maker
from tests.projects import tiny_project

from samenspel import BuildRequest, build_deck
from samenspel.diagnostics import Severity
from samenspel.preflight import Expectation, inspect, profile_named

FILES = Path(__file__).parent / "files"
STRANGER = profile_named("gwg2022-sheetcmyk").expected


def found_checks(pdf: bytes, expected: Expectation = STRANGER) -> set[str]:
    """The checks with an error or a warning."""
    found = inspect(pdf, expected, thorough=True)
    return {finding.check for finding in found if finding.severity is not Severity.INFO}


@pytest.mark.parametrize("maker", MADE, ids=lambda maker: maker.__name__)
@pytest.mark.filterwarnings("ignore")
def test_files_made_on_the_spot(maker: Maker) -> None:
    assert found_checks(maker()) == MADE[maker]


@pytest.mark.parametrize("name", KEPT)
def test_files_of_large_programs(name: str) -> None:
    assert found_checks((FILES / f"{name}.pdf").read_bytes()) == KEPT[name]


def test_every_kept_file_has_its_verdict() -> None:
    assert {path.stem for path in FILES.glob("*.pdf")} == set(KEPT)
    assert sum(path.stat().st_size for path in FILES.glob("*.pdf")) < 1_000_000


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_project(tmp_path_factory.mktemp("good") / "deck")


def built(deck: Path, folder: Path, **wanted: object) -> Iterator[bytes]:
    request = BuildRequest(project=deck, output=folder, **wanted)  # type: ignore[arg-type]
    for file in build_deck(request).files:
        yield file.path.read_bytes()


@pytest.mark.parametrize(
    ("standard", "text"),
    [
        ("PDF/X-4", "live"),
        ("PDF/X-4", "outlined"),
        ("PDF/X-1a:2003", "live"),
        ("PDF/X-3:2002", "live"),
    ],
)
def test_our_own_files(deck: Path, tmp_path: Path, standard: str, text: str) -> None:
    products = ("cards", "sheets") if text == "live" else ("cards",)
    wanted = {"products": products, "standard": standard, "text": text}
    for pdf in built(deck, tmp_path, **wanted):
        found = inspect(pdf, replace(STRANGER, standard=""))
        assert [str(one) for one in found if one.severity is not Severity.INFO] == []
