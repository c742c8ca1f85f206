"""Press art that comes with samenspel spares making it, and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.draw.helpers import COLOURS, svg

from samenspel.draw import cache
from samenspel.draw.cache import ArtCache
from samenspel.draw.entries import packed
from samenspel.model.art import Art

DATA = svg('<circle cx="50" cy="50" r="40" fill="#2a9d8f"/>')


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    """A folder with the one drawing that is asked for."""
    folder = tmp_path / "press-art"
    folder.mkdir()
    made = ArtCache(None).prepare("disc.svg", DATA, colour=COLOURS)
    (folder / ArtCache.key(DATA, COLOURS)).write_bytes(packed(made))
    return folder


def asked(folder: Path) -> Art:
    return ArtCache(None, held=True, beside=folder).prepare("disc.svg", DATA, colour=COLOURS)


def test_what_comes_with_samenspel_is_not_made_again_and_is_the_same(
    brought: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ArtCache(None).prepare("disc.svg", DATA, colour=COLOURS)

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("it is made again")

    monkeypatch.setattr(cache, "prepare_art", refuse)
    found = asked(brought)
    assert packed(found) == packed(made) and found.name == "disc.svg"


@pytest.mark.parametrize("spoiled", [b"", b"torn", None], ids=["empty", "torn", "a-folder"])
def test_what_is_damaged_or_missing_is_made(brought: Path, spoiled: bytes | None) -> None:
    made = asked(brought)
    (entry,) = brought.iterdir()
    entry.unlink()
    if spoiled is None:
        entry.mkdir()
    else:
        entry.write_bytes(spoiled)
    assert packed(asked(brought)) == packed(made)
    assert packed(asked(brought / "nowhere")) == packed(made)
