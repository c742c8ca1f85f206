"""All or nothing: files are made in a folder beside their destination and moved when all are there.

The folder stands on the destination's own file system, so that moving is renaming. Whatever goes
wrong, also halfway the moving, the destination is as it was and the folder is gone. A process that
is killed leaves the folder; whoever writes to the same destination next finishes the moving when it
had begun, and takes the folder away when it had not. One process at a time writes to a destination.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from types import TracebackType

from samenspel.bounds import RECORD
from samenspel.diagnostics import Location
from samenspel.errors import FileAccessError, SamenspelError
from samenspel.locking import FolderLock, hidden_name
from samenspel.plain_json import parsed
from samenspel.saying import say

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
JOURNAL = "journal.json"
"""What is to be moved; written whole before the first file moves."""


class Staging:
    """A context in which files are written; ``commit`` moves them all into ``destination``."""

    def __init__(self, destination: Path, part: str = "") -> None:
        """``destination`` need not exist. Nothing is touched before the context is entered.

        With a ``part`` all is written below that folder of it, and others may write to the rest of
        the destination meanwhile.
        """
        self.destination = destination / part
        self._root, self._part = destination, part
        self._folder: Path | None = None
        self._lock: FolderLock | None = None
        self._stale: list[PurePosixPath] = []

    def __enter__(self) -> Staging:
        """Make the folder.

        Raises FileAccessError: ``output-not-writable``, ``disk-full``, ``output-busy`` when
        another process writes to the same destination, and ``folder-is-link`` for a part that is,
        or stands below, a link.
        """
        refuse_links(self._root, PurePosixPath(self._part))
        try:
            target = self.destination.resolve()
            beside = nearest_folder(target)
            self._lock = FolderLock(target, beside)
            if not self._lock.acquire():
                raise output_busy(self.destination)
            for abandoned in _abandoned(target):
                _recover(abandoned, target)
            self._folder = nearest_folder(target) / hidden_name(target)
            self._new.mkdir(parents=True)
        except OSError as error:
            self._leave()
            raise access_error(error, self.destination) from error
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove the folder, whatever happened."""
        self._leave()

    def write(self, name: str, data: bytes) -> None:
        """Write a file that will stand at ``name`` below the destination, in its part."""
        path = self._new / self._within(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            raise access_error(error, self.destination / self._within(name)) from error

    def drop(self, folder: str) -> None:
        """Forget what was written and named below a folder; the rest is still to be committed."""
        whole = self._part and PurePosixPath(self._part).is_relative_to(folder)
        inner = "" if whole else self._within(folder)
        _remove(self._new / inner, quietly=True)
        self._new.mkdir(parents=True, exist_ok=True)
        self._stale = [name for name in self._stale if not name.is_relative_to(inner)]

    def discard(self, names: Iterable[str]) -> None:
        """Name files of an earlier build that go when the new ones come, unless written again."""
        self._stale += [PurePosixPath(self._within(name)) for name in names]

    def commit(self) -> list[Path]:
        """Move everything into place and return where it stands, sorted.

        Raises FileAccessError (also ``folder-is-link``: no link below the destination is followed);
        then all is as it was before.
        """
        made = sorted(path for path in self._new.rglob("*") if path.is_file())
        names = [PurePosixPath(path.relative_to(self._new).as_posix()) for path in made]
        stale = [name for name in self._stale if name not in names]
        move = _Move(self.destination.resolve(), self._new.parent)
        try:
            _write_journal(self._new.parent, names, stale)
            move.all(names, stale)
        except BaseException as error:
            move.undo()
            if isinstance(error, OSError):
                raise access_error(error, self.destination) from error
            raise
        return [self.destination / name for name in names]

    def _within(self, name: str) -> str:
        """A name as it is below the part. ``ValueError`` (a bug) for one that is elsewhere."""
        return str(PurePosixPath(name).relative_to(self._part)) if self._part else name

    @property
    def _new(self) -> Path:
        if self._folder is None:
            raise RuntimeError("enter the staging before use")
        return self._folder / "new"

    def _leave(self) -> None:
        if self._folder is not None:
            _remove(self._folder, quietly=True)
            self._folder = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def write_whole(path: Path, data: bytes) -> None:
    """One file whole, or as it was. Raises FileAccessError."""
    with Staging(path.parent) as staging:
        staging.write(path.name, data)
        staging.commit()


def finish_abandoned(destination: Path) -> None:
    """Finish the moving that a killed process had begun here, so that nobody reads half of it.

    Nothing is done where another process is writing, or where nothing may be written.
    """
    target = destination.resolve()
    with suppress(OSError):
        if not any(True for _ in _abandoned(target)):
            return
        lock = FolderLock(target, nearest_folder(target))
        if not lock.acquire():
            return
        try:
            for abandoned in _abandoned(target):
                _recover(abandoned, target)
        finally:
            lock.release()


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


class _Move:
    """Renames between a staging folder and its destination, which can be taken back."""

    def __init__(self, destination: Path, staging: Path) -> None:
        self._destination = destination
        self._new, self._old = staging / "new", staging / "old"
        self._renames: list[tuple[Path, Path]] = []
        self._folders: list[Path] = []

    def all(self, names: Sequence[PurePosixPath], stale: Sequence[PurePosixPath]) -> None:
        """Put aside what stands in the way or goes, then put each new file in its place."""
        for name in (*stale, *names):
            refuse_links(self._destination, name.parent)
            path = self._destination / name
            if path.is_symlink() or path.is_file():
                self._rename(path, self._old / name)
        for name in names:
            self._rename(self._new / name, self._destination / name)

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


def _abandoned(destination: Path) -> Iterator[Path]:
    """Staging folders that a killed process left: beside any folder on the way down."""
    name = hidden_name(destination)
    for folder in (destination, *destination.parents):
        path = folder / name
        if path.is_dir() and not path.is_symlink() and _is_ours(path):
            yield path


def _is_ours(path: Path) -> bool:
    """True for what the user's own processes made: a shared folder may hold another's."""
    return not hasattr(os, "getuid") or path.stat().st_uid == os.getuid()


def _write_journal(
    staging: Path, names: Sequence[PurePosixPath], stale: Sequence[PurePosixPath]
) -> None:
    text = json.dumps({"new": [str(name) for name in names], "old": [str(name) for name in stale]})
    draft = staging / f"{JOURNAL}.part"
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())  # what moves first must not reach the disk before this does
    draft.replace(staging / JOURNAL)


def _recover(staging: Path, destination: Path) -> None:
    """Finish a moving that had begun; then the abandoned folder goes."""
    journal = staging / JOURNAL
    if journal.is_file() and not journal.is_symlink():
        names, stale = _listed(journal)
        left = [name for name in names if (staging / "new" / name).is_file()]
        if all(_is_inside(staging, name) for name in (*left, *stale)):
            _Move(destination, staging).all(left, stale)
    _remove(staging)


def _remove(folder: Path, *, quietly: bool = False) -> None:
    import shutil  # what knows that nothing has changed does not need it

    shutil.rmtree(folder, ignore_errors=quietly)


def _listed(journal: Path) -> tuple[list[PurePosixPath], list[PurePosixPath]]:
    """What was to come and what was to go; nothing for what no journal of ours can be."""
    try:
        if journal.stat().st_size > RECORD:
            return [], []
        listed = parsed(journal.read_text(encoding="utf-8"))
        return [_plain(name) for name in listed["new"]], [_plain(name) for name in listed["old"]]
    except (ValueError, KeyError, TypeError):
        return [], []


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


def output_busy(destination: Path) -> SamenspelError:
    """The FileAccessError for a folder that another process writes in."""
    return FileAccessError.of(
        "output-busy",
        "another samenspel is writing in this folder",
        Location(str(destination)),
        remedy="wait until it is done, or choose another folder with --output",
    )


def nearest_folder(path: Path) -> Path:
    """``path`` itself or the first folder above it that exists."""
    for folder in (path, *path.parents):
        if folder.is_dir():
            return folder
        if folder.exists():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))


def access_error(error: OSError, path: Path) -> SamenspelError:
    """The FileAccessError for what the system refused while something was written at ``path``."""
    where = Location(str(path))
    if error.errno in NO_ROOM:
        return FileAccessError.of(
            "disk-full",
            "there is no room to write this file",
            where,
            remedy="make room on the disk, or choose another folder with --output",
        )
    reason = error.strerror or str(error)
    return FileAccessError.of(
        "output-not-writable",
        say("cannot write here ({reason})", reason=reason),
        where,
        remedy="choose a folder that you may write in with --output",
    )
