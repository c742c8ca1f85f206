"""What goes with the cards, on plates: ours are held against Ghostscript's, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.press.separating import agreement, ghostscript_plates

from samenspel import BuildRequest, build_deck
from samenspel.separations import plates

DPI = 36
PROCESS = {"Cyan", "Magenta", "Yellow", "Black"}
PAGES = [
    ("leaflet.pdf", 1, set()), ("leaflet.pdf", 4, set()), ("leaflet-a4.pdf", 1, set()),
    ("handout.pdf", 1, set()), ("kit-canvas.pdf", 1, set()), ("kit-plans.pdf", 1, set()),
    ("kit-tents.pdf", 1, {"Crease"}), ("kit-dots.pdf", 1, {"Cut"}),
    ("box.pdf", 1, {"Cut", "Crease"}), ("poster-tiles-a4.pdf", 2, set()),
]  # fmt: skip


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that goes with the cards of one region, in a second language."""
    output = tmp_path_factory.mktemp("table")
    products = ("box", "leaflet", "kit", "tiles", "handout")
    report = build_deck(BuildRequest(output, None, ("grensland",), ("de",), products=products))
    assert not report.warnings  # preflight has nothing to say
    return output / "grensland" / "de" / "a6"


@pytest.mark.parametrize(("name", "page", "spots"), PAGES)
def test_every_product_has_the_plates_that_it_should(
    table: Path, tmp_path: Path, name: str, page: int, spots: set[str]
) -> None:
    pdf = table / name
    ours = plates(pdf.read_bytes(), page, dpi=DPI)
    theirs = ghostscript_plates(pdf, page, tmp_path, dpi=DPI)
    assert set(theirs) == PROCESS | spots
    for ink in PROCESS:
        found = agreement(ours[ink].tints, theirs[ink])
        assert found.median <= 0.4, (ink, found)
        assert found.maximum <= 3, (ink, found)
    for line in spots:
        assert theirs[line].getextrema()[1] > 100
