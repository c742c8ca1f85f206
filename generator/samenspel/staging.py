"""All or nothing: files are made in a folder beside their destination and moved when all are there.

The folder stands on the destination's own file system, so that moving is renaming. Whatever goes
wrong, also halfway the moving, the destination is as it was and the folder is gone. A process that
is killed leaves the folder; whoever writes to the same destination next finishes the moving when it
had begun, and takes the folder away when it had not. One process at a time writes to a destination.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path, PurePosixPath
from time import monotonic, sleep
from types import TracebackType
from typing import BinaryIO

from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import FileAccessError, SamenspelError, reason_of
from samenspel.locking import FolderLock, hidden_name
from samenspel.moving import (
    Move,
    abandoned_folders,
    nearest_folder,
    recover,
    refuse_links,
    remove_empty,
    remove_folder,
    write_journal,
)
from samenspel.ours import (
    MADE,
    Ours,
    digest_of_file,
    is_there,
    kept_name,
    kept_warning,
    maker_key,
    moved_warning,
    record_of,
)
from samenspel.saying import say

_HELD: ContextVar[frozenset[Path]] = ContextVar("held", default=frozenset())
"""Folders of which this context has the lock, so that what writes there does not ask for it."""

PAUSE = 0.02
"""Seconds between two tries to take a lock."""
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Staging:
    """A context in which files are written; ``commit`` moves them all into ``destination``."""

    def __init__(
        self,
        destination: Path,
        part: str = "",
        *,
        kept: Callable[[Diagnostic], object] | None = None,
    ) -> None:
        """``destination`` need not exist. Nothing is touched before the context is entered.

        With a ``part`` all is written below that folder of it, and others may write to the rest of
        the destination meanwhile. ``kept`` is for a folder of results: whatever stands in the way
        there and is not as samenspel made it is moved aside, and ``kept`` is told where.
        """
        self.destination = destination / part
        self._root, self._part, self._kept = destination, part, kept
        self._folder: Path | None = None
        self._lock: FolderLock | None = None
        self._stale: list[PurePosixPath] = []
        self._makers: dict[str, str] = {}
        self._others: dict[PurePosixPath, PurePosixPath] = {}

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
            if target not in _HELD.get():
                self._lock = FolderLock(target, beside)
                if not self._lock.acquire():
                    raise output_busy(self.destination)
            for abandoned in abandoned_folders(target):
                recover(abandoned, target)
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

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """A file to be written piece by piece; as ``write``, for what is too large to be held."""
        path = self._new / self._within(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                yield file
        except OSError as error:
            raise access_error(error, self.destination / self._within(name)) from error

    def drop(self, folder: str) -> None:
        """Forget what was written and named below a folder; the rest is still to be committed."""
        whole = self._part and PurePosixPath(self._part).is_relative_to(folder)
        inner = "" if whole else self._within(folder)
        remove_folder(self._new / inner, quietly=True)
        self._new.mkdir(parents=True, exist_ok=True)
        self._stale = [name for name in self._stale if not name.is_relative_to(inner)]
        self._others = {
            name: other for name, other in self._others.items() if not name.is_relative_to(inner)
        }

    def discard(self, names: Iterable[str]) -> None:
        """Name files of an earlier build that go when the new ones come, unless written again."""
        self._stale += [PurePosixPath(self._within(name)) for name in names]

    def keep(self, name: str, other: str) -> None:
        """Name a file that was made here and goes on under another name, in the same folder."""
        self._others[PurePosixPath(self._within(name))] = PurePosixPath(self._within(other))

    def made_by(self, folder: str, maker: str) -> None:
        """Note in the record who makes the files below a folder; that of a part says ``./``."""
        self._makers[maker_key("." if self._part else folder)] = maker

    def commit(self) -> list[Path]:
        """Move everything into place and return where it stands, sorted.

        Raises FileAccessError (also ``folder-is-link``: no link below the destination is followed);
        then all is as it was before.
        """
        made = sorted(path for path in self._new.rglob("*") if path.is_file())
        names = [PurePosixPath(path.relative_to(self._new).as_posix()) for path in made]
        stale = [name for name in self._stale if name not in names]
        target = self.destination.resolve()
        move = Move(target, self._new.parent)
        try:
            owned = self._kept is not None and (names or stale)
            aside = self._owned(target, names, stale) if owned else {}
            record = [PurePosixPath(MADE)] if owned else []
            write_journal(self._new.parent, [*names, *record], stale, aside)
            move.all([*names, *record], stale, aside)
        except BaseException as error:
            move.undo()
            if isinstance(error, OSError):
                raise access_error(error, self.destination) from error
            raise
        remove_empty(target, stale)
        for name, other in aside.items():
            if self._kept is not None:
                warning = moved_warning if name in self._others else kept_warning
                self._kept(warning(self.destination / name, self.destination / other))
        return [self.destination / name for name in names]

    def _owned(
        self, target: Path, names: Sequence[PurePosixPath], stale: list[PurePosixPath]
    ) -> dict[PurePosixPath, PurePosixPath]:
        """Record what is made; where what is not ours goes, if it stands in the way of that.

        What is to go and is not ours is taken from ``stale``; a record always is ours.
        """
        ours = Ours()
        digests = {str(name): digest_of_file(self._new / name) for name in names}
        stale[:] = [
            name for name in stale if name.match(f"*/{MADE}") or ours.is_ours(target / name)
        ]
        others = {
            name: other
            for name, other in self._others.items()
            if name in names and ours.is_ours(target / name)
        }
        stale[:] = [name for name in stale if name not in others.values()]
        moved = {str(other): digest_of_file(target / name) for name, other in others.items()}
        made = digests | moved | self._makers
        self.write(str(PurePosixPath(self._part) / MADE), record_of(target, made, map(str, stale)))
        return {
            name: kept_name(name, target)
            for name in names
            if is_there(target / name)
            and not _holds(target / name, digests[str(name)])
            and not ours.is_ours(target / name)
        } | others

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
            remove_folder(self._folder, quietly=True)
            self._folder = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def write_whole(
    path: Path, data: bytes, kept: Callable[[Diagnostic], object] | None = None
) -> None:
    """One file whole, or as it was; ``kept`` as for :class:`Staging`. Raises FileAccessError."""
    with Staging(path.parent, kept=kept) as staging:
        staging.write(path.name, data)
        staging.commit()


@contextmanager
def held(folder: Path, patience: float = 0.0) -> Iterator[None]:
    """The right to write in a folder, over reading what is to be changed and writing it.

    ``Staging`` in that folder is then part of it. Waits for another process so many seconds at
    most. Raises FileAccessError (``output-busy``, ``output-not-writable``).
    """
    target = folder.resolve()
    if target in _HELD.get():
        yield
        return
    lock, last = FolderLock(target, nearest_folder(target)), monotonic() + patience
    try:
        while not lock.acquire():
            if monotonic() >= last:
                raise output_busy(folder)
            sleep(PAUSE)
        for abandoned in abandoned_folders(target):
            recover(abandoned, target)
    except OSError as error:
        lock.release()
        raise access_error(error, folder) from error
    mark = _HELD.set(_HELD.get() | {target})
    try:
        yield
    finally:
        _HELD.reset(mark)
        lock.release()


def is_held(folder: Path) -> bool:
    """Whether this context holds a folder."""
    return folder.resolve() in _HELD.get()


def finish_abandoned(destination: Path) -> None:
    """Finish the moving that a killed process had begun here, so that nobody reads half of it.

    Nothing is done where another process is writing, or where nothing may be written.
    """
    target = destination.resolve()
    with suppress(OSError):
        if not any(True for _ in abandoned_folders(target)):
            return
        lock = FolderLock(target, nearest_folder(target))
        if not lock.acquire():
            return
        try:
            for abandoned in abandoned_folders(target):
                recover(abandoned, target)
        finally:
            lock.release()


def _holds(path: Path, digest: str) -> bool:
    """True for a plain file with this SHA-256."""
    return not path.is_symlink() and digest_of_file(path) == digest


def output_busy(destination: Path) -> SamenspelError:
    """The FileAccessError for a folder that another process writes in."""
    return FileAccessError.of(
        "output-busy",
        "another samenspel is writing in this folder",
        Location(str(destination)),
        remedy="wait until it is done, then try again",
    )


def access_error(error: OSError, path: Path) -> SamenspelError:
    """The FileAccessError for what the system refused while something was written at ``path``."""
    where = Location(str(path))
    if error.errno in NO_ROOM:
        return FileAccessError.of(
            "disk-full",
            "there is no room to write this file",
            where,
            remedy="make room on the disk, or use another one",
        )
    reason = reason_of(error)
    return FileAccessError.of(
        "output-not-writable",
        say("cannot write here ({reason})", reason=reason),
        where,
        remedy="see that you may write here, or choose another place",
    )
