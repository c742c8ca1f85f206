"""The store's entries on disk: filed by kind and digest, bounded in size, the oldest use first out.

Whatever is wrong with the store (broken entries, no room, no rights) only costs time.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samenspel.bounds import STORE
from samenspel.store.sealing import BrokenSealError, Seal, read_plain

DAY = 24 * 3600.0
"""Seconds; so often an entry notes that it was used."""

ROOM = 0.75
"""What part of its bound the store keeps when it has become too large."""

TRIMMING = "000"
"""An entry whose digest begins so, one in 4096, has the store measured, once for each who opened
it: a full store has some thirty thousand files to look at, and a build puts in a hundred."""

DRAFT = ".part-"
"""How names of files begin that are being written."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What the store holds of one kind."""

    kind: str
    """What its entries are: ``art``, ``build``."""
    entries: int
    """How many there are."""
    size: int
    """How many bytes they take."""


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    size: int
    used: float


class Store:
    """A folder of entries; with ``None`` nothing is kept.

    The folder is made when the first entry is stored.
    """

    def __init__(self, folder: Path | None, bound: int = STORE) -> None:
        """``bound`` is the most bytes that it keeps."""
        self.folder = folder
        self._bound = bound
        self._trimmed = False
        self._seal = Seal(folder) if folder else None

    def get(self, kind: str, key: str) -> bytes | None:
        """The entry under a key; ``None`` when it is absent or anything is wrong with it."""
        if self._seal is None:
            return None
        path = f"{self.folder}/{key[:2]}/{key[2:]}.{kind}"  # many are read: a Path takes its time
        try:
            entry = self._seal.opened(_place(kind, key), read_plain(path))
        except (OSError, BrokenSealError):
            return None
        _note_use(path)
        return entry

    def put(self, kind: str, key: str, entry: bytes) -> None:
        """Keep an entry under a key: written beside its place and moved there in one step."""
        if self._seal is None:
            return
        path = self.path(kind, key)
        with contextlib.suppress(OSError):
            sealed = self._seal.sealed(_place(kind, key), entry)
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.parent / f"{DRAFT}{os.getpid()}-{os.urandom(6).hex()}"
            try:
                with draft.open("xb") as file:
                    file.write(sealed)
                draft.replace(path)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
            if key.startswith(TRIMMING) and not self._trimmed:
                self._trimmed = True
                self.trim()

    def all(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """All entries of a kind that are sound, with their keys."""
        for one in self._entries():
            if one.path.suffix == f".{kind}":
                key = one.path.parent.name + one.path.stem
                entry = self.get(kind, key)
                if entry is not None:
                    yield key, entry

    def path(self, kind: str, key: str) -> Path:
        """Where an entry stands. A store without a folder has no such place: ``ValueError``."""
        if self.folder is None:
            raise ValueError("nothing is kept")
        return self.folder / key[:2] / f"{key[2:]}.{kind}"

    def contents(self) -> list[Contents]:
        """What it holds, kind by kind; what is being written counts as its own kind."""
        found: dict[str, list[int]] = {}
        for one in self._entries():
            kind = "unfinished" if one.path.name.startswith(DRAFT) else one.path.suffix[1:]
            found.setdefault(kind, []).append(one.size)
        return [Contents(kind, len(sizes), sum(sizes)) for kind, sizes in sorted(found.items())]

    def clear(self) -> Contents:
        """Take away every entry; says how much that was. The secret beside the store stays."""
        gone = [one for one in self._entries() if _taken_away(one.path)]
        for folder in self._folders():
            with contextlib.suppress(OSError):
                folder.rmdir()
        return Contents("", len(gone), sum(one.size for one in gone))

    def trim(self) -> None:
        """Back within its bound: what was used longest ago goes, and what a kill left unfinished.

        Another process may take the same files away at the same moment.
        """
        entries = sorted(self._entries(), key=lambda one: one.used)
        old = time.time() - DAY
        for one in entries:
            if one.path.name.startswith(DRAFT) and one.used < old:
                _taken_away(one.path)
        size = sum(one.size for one in entries)
        if size <= self._bound:
            return
        for one in entries:
            if size <= self._bound * ROOM:
                return
            if _taken_away(one.path):
                size -= one.size

    def _folders(self) -> Iterator[Path]:
        """The folders of entries; whatever else stands in the store's folder is not ours."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            for one in sorted(self.folder.iterdir()):
                if len(one.name) == 2 and one.is_dir() and not one.is_symlink():
                    yield one

    def _entries(self) -> Iterator[_Found]:
        for folder in self._folders():
            with contextlib.suppress(OSError), os.scandir(folder) as found:
                for one in found:
                    with contextlib.suppress(OSError):
                        state = one.stat(follow_symlinks=False)
                        if one.is_file(follow_symlinks=False):
                            yield _Found(Path(one.path), state.st_size, state.st_mtime)


def _place(kind: str, key: str) -> str:
    """What an entry is sealed with, so that it serves nowhere else."""
    return f"{kind}/{key}"


def _note_use(path: str) -> None:
    """So that what is used stays when the store is trimmed."""
    with contextlib.suppress(OSError):
        if os.stat(path).st_mtime < time.time() - DAY:  # noqa: PTH116 as above
            os.utime(path)


def _taken_away(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
