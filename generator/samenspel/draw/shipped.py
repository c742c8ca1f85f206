"""Press art that comes with samenspel: what the built-in deck needs, made when a wheel was made.

It is part of the program, as its modules are, and so under no seal. A first build on a new machine
need not make it; a checkout has none, unless ``tools/ship_art.py`` made it.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from samenspel.bounds import ENTRY

FOLDER = "press-art"
"""Beside the built-in deck's ``cards/``; each file is an entry, called by its key."""


@lru_cache(maxsize=4)
def _names(folder: Path) -> frozenset[str]:
    try:
        return frozenset(one.name for one in folder.iterdir())
    except OSError:
        return frozenset()


def shipped(folder: Path | None, key: str) -> bytes | None:
    """The entry under a key; ``None`` when the folder has none, or none that can be read."""
    if folder is None or key not in _names(folder):
        return None
    path = folder / key
    try:
        return path.read_bytes() if path.stat().st_size <= ENTRY else None
    except OSError:
        return None
