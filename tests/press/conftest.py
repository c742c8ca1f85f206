"""The built-in deck, built once for all press checks."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenspel import BuildRequest, build_deck


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with region stroomdal (its own card, its own colours) in two formats."""
    output = tmp_path_factory.mktemp("press")
    request = BuildRequest(output=output, regions=("stroomdal",), formats=("a6", "poker"))
    build_deck(request)
    return output / "stroomdal" / "nl"
