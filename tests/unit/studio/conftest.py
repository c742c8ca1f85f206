"""A small deck, and a studio that is open on it; a test file that needs another has its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.projects import tiny_project
from tests.visiting import Visitor, opened


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tiny_project(tmp_path / "klein")


@pytest.fixture
def studio(deck: Path) -> Iterator[Visitor]:
    yield from opened(deck.parent, deck)
