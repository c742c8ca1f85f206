"""The folders that may be opened: each gets an id, and the browser names nothing else."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from samenspel.builtin import is_project

MOST = 200
"""Folders that are shown of one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that may be opened."""

    id: str
    path: Path
    is_deck: bool

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.path.name or str(self.path)


@dataclass(slots=True)
class Places:
    """The folders that were shown since the studio opened."""

    _known: dict[Path, Place] = field(default_factory=dict)

    def place_at(self, path: Path) -> Place:
        """A folder with its id, which stays the same."""
        path = path.resolve()
        known = self._known.get(path)
        place = Place(known.id if known else secrets.token_hex(6), path, is_project(path))
        self._known[path] = place
        return place

    def named(self, id_: str) -> Place | None:
        """The folder with this id; ``None`` for one that was never shown."""
        return next((one for one in self._known.values() if one.id == id_), None)

    def below(self, folder: Path) -> list[Place]:
        """The folders in a folder, decks first; none of one that cannot be read."""
        found = [self.place_at(path) for path in _folders(folder)]
        return sorted(found, key=lambda one: (not one.is_deck, one.name.casefold()))[:MOST]


def _folders(folder: Path) -> Iterator[Path]:
    try:
        for path in sorted(folder.iterdir()):
            if path.name[:1] != "." and path.is_dir():
                yield path
    except OSError:
        return
