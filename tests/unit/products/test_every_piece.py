"""Products of two small decks: where all of it stands, so that nothing moves unsaid."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests import goldens
from tests.projects import ROOT, tiny_project

from samenspel import BuildRequest
from samenspel.offer import EditionName
from samenspel.pipeline import edition
from samenspel.pipeline.line import prepared
from samenspel.pipeline.opening import open_build
from samenspel.pipeline.survey import Survey, surveys

FEW = 4
"""So many pages of a piece are shown."""
MANY = 20
"""And so many of its texts."""


@cache
def made(project: Path, region: str, *products: str) -> list[Survey]:
    request = BuildRequest(
        Path("out"), project, products=products, formats=("a6",), languages=("nl",)
    )
    with pytest.MonkeyPatch.context() as patch:  # the real one changes with every drawing
        patch.setattr(edition, "code_of", lambda deck, *_: f"{deck.edition_code}-0000-0000-00000")
        return list(surveys(prepared(open_build(request), EditionName(region, "nl"))))


def shown(found: list[Survey]) -> str:
    parts = []
    for one in found:
        problems = "".join(f"  {problem}\n" for problem in one.problems)
        head = f"piece {' '.join(one.piece.key)} of {len(one.frames)} pages\n{problems}"
        fits = "".join(f"{goldens.fit(fit)}\n" for fit in one.fits[:MANY])
        parts.append(head + goldens.pages(one.frames[:FEW]) + fits)
    return "\n".join(parts)


@pytest.mark.parametrize("product", ["poster", "kit"])
def test_what_is_made_of_a_model_of_four_stands_where_it_stood(product: str) -> None:
    found = made(ROOT / "examples" / "vier-krachten", "basis", product)
    goldens.compare(f"pieces-{product}-of-four", shown(found))


@pytest.mark.parametrize("product", ["sheets", "box", "tiles"])
def test_a_product_of_a_small_deck_stands_where_it_stood(
    product: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = _project(tmp_path_factory)
    goldens.compare(f"pieces-{product}", shown(made(folder, "noordkust", product)))


PLACES: list[Path] = []


def _project(factory: pytest.TempPathFactory) -> Path:
    if not PLACES:
        PLACES.append(tiny_project(factory.mktemp("klein")))
    return PLACES[0]
