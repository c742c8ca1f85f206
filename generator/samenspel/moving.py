"""Moving files into place, so that a process that is killed halfway leaves a moving to finish.

A staging folder holds ``new``, what is to come, ``old``, what was put aside for it, and a journal
that is written whole before the first file moves.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from samenspel.bounds import RECORD
from samenspel.diagnostics import Location
from samenspel.errors import FileAccessError
from samenspel.locking import hidden_name
from samenspel.ours import is_there, kept_name
from samenspel.plain_json import parsed

JOURNAL = "journal.json"
"""What is to be moved."""

Aside = Mapping[PurePosixPath, PurePosixPath]
"""Files that stand in the way and are kept, each with its name from then on, in its own folder."""


class Move:
    """Renames between a staging folder and its destination, which can be taken back."""

    def __init__(self, destination: Path, staging: Path) -> None:
        self._destination = destination
        self._new, self._old = staging / "new", staging / "old"
        self._renames: list[tuple[Path, Path]] = []
        self._folders: list[Path] = []

    def all(
        self, names: Sequence[PurePosixPath], stale: Sequence[PurePosixPath], aside: Aside
    ) -> None:
        """Put away what stands in the way or goes, then put each new file in its place.

        What stays beside it under another name is in ``aside``.
        """
        for name in (*stale, *names):
            refuse_links(self._destination, name.parent)
            path = self._destination / name
            if is_there(path):
                self._rename(path, self._aside(aside[name]) if name in aside else self._old / name)
        for name in names:
            self._rename(self._new / name, self._destination / name)

    def _aside(self, name: PurePosixPath) -> Path:
        """Where a file stays; somebody may have taken the name meanwhile."""
        path = self._destination / name
        return self._destination / kept_name(name, self._destination) if is_there(path) else path

    def _rename(self, source: Path, target: Path) -> None:
        self._make_folder(target.parent)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        # Noted first: an interrupt may come between the renaming and the noting.
        self._renames.append((source, target))
        source.replace(target)

    def _make_folder(self, folder: Path) -> None:
        if not folder.is_dir():
            self._make_folder(folder.parent)
            self._folders.append(folder)
            folder.mkdir()

    def undo(self) -> None:
        """Take all back, last first; what cannot be taken back is left where it is."""
        for source, target in reversed(self._renames):
            if not source.exists() and (target.exists() or target.is_symlink()):
                target.replace(source)
        for folder in reversed(self._folders):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def refuse_links(root: Path, folder: PurePosixPath) -> None:
    """Raise FileAccessError (``folder-is-link``) for a link on the way from a root to a folder.

    It leads somewhere that the user did not name.
    """
    path = root
    for part in folder.parts:
        path /= part
        if path.is_symlink():
            raise FileAccessError.of(
                "folder-is-link",
                "this folder is a link to another place, and nothing is written through it",
                Location(str(path)),
                remedy="take the link away, or name the place that you mean with --output",
            )


def abandoned_folders(destination: Path) -> Iterator[Path]:
    """Staging folders that a killed process left: beside any folder on the way down."""
    name = hidden_name(destination)
    for folder in (destination, *destination.parents):
        path = folder / name
        if path.is_dir() and not path.is_symlink() and _is_ours(path):
            yield path


def _is_ours(path: Path) -> bool:
    """True for what the user's own processes made: a shared folder may hold another's."""
    return not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()


def write_journal(
    staging: Path,
    names: Sequence[PurePosixPath],
    stale: Sequence[PurePosixPath],
    aside: Aside,
) -> None:
    """Write down what comes, goes and stays aside, on the disk before this returns."""
    text = json.dumps({
        "new": [str(name) for name in names],
        "old": [str(name) for name in stale],
        "aside": {str(name): str(other) for name, other in aside.items()},
    })  # fmt: skip
    draft = staging / f"{JOURNAL}.part"
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())  # what moves first must not reach the disk before this does
    draft.replace(staging / JOURNAL)


def remove_empty(destination: Path, gone: Sequence[PurePosixPath]) -> None:
    """Take away the folders below a destination that files went from and nothing is left in."""
    for name in gone:
        for folder in list(name.parents)[:-1]:
            try:
                (destination / folder).rmdir()
            except OSError:  # something stands there still, or it is gone already
                break


def recover(staging: Path, destination: Path) -> None:
    """Finish a moving that had begun; then the abandoned folder goes."""
    journal = staging / JOURNAL
    if journal.is_file() and not journal.is_symlink():
        names, stale, aside = _listed(journal)
        left = [name for name in names if (staging / "new" / name).is_file()]
        if all(_is_inside(staging, name) for name in (*left, *stale)):
            Move(destination, staging).all(left, stale, aside)
            remove_empty(destination, stale)
    remove_folder(staging)


def remove_folder(folder: Path, *, quietly: bool = False) -> None:
    """Remove a folder with all that is in it; ``quietly`` as far as that can be done."""
    import shutil  # what knows that nothing has changed does not need it

    shutil.rmtree(folder, ignore_errors=quietly)


class _Journal(NamedTuple):
    """What was to come, what was to go, and what was to stand aside under which name."""

    new: list[PurePosixPath]
    old: list[PurePosixPath]
    aside: Aside


def _listed(journal: Path) -> _Journal:
    """What was to be moved; nothing for what no journal of ours can be."""
    try:
        if journal.stat().st_size <= RECORD:
            listed = parsed(journal.read_text(encoding="utf-8"))
            new, old = ([_plain(name) for name in listed[key]] for key in ("new", "old"))
            pairs = listed.get("aside", {}).items()
            aside = {_plain(name): _plain(other) for name, other in pairs}
            if all(name.parent == other.parent for name, other in aside.items()):
                return _Journal(new, old, aside)
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    return _Journal([], [], {})


def _is_inside(staging: Path, name: PurePosixPath) -> bool:
    """True when no folder on the way to what is moved, or put aside, is a link to elsewhere."""
    homes = (PurePosixPath("new", name), PurePosixPath("old", name))
    folders = (staging / folder for home in homes for folder in list(home.parents)[:-1])
    return not (staging / "new" / name).is_symlink() and not any(
        folder.is_symlink() for folder in folders
    )


def _plain(name: str) -> PurePosixPath:
    """A name below the destination. Raises ValueError for what no journal of ours holds."""
    path = PurePosixPath(name)
    if not path.parts or path.is_absolute() or ".." in path.parts:
        raise ValueError(name)
    return path


def nearest_folder(path: Path) -> Path:
    """``path`` itself or the first folder above it that exists."""
    for folder in (path, *path.parents):
        if folder.is_dir():
            return folder
        if folder.exists():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
