"""All or nothing: files are made in a folder beside their destination and moved when all are there.

The folder stands on the destination's own file system, so that moving is renaming. Whatever goes
wrong, also halfway the moving, the destination is as it was and the folder is gone.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from types import TracebackType

from samenspel.diagnostics import Location
from samenspel.errors import FileAccessError, SamenspelError

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Staging:
    """A context in which files are written; ``commit`` moves them all into ``destination``."""

    def __init__(self, destination: Path) -> None:
        """``destination`` need not exist. Nothing is touched before the context is entered."""
        self.destination = destination
        self._folder: Path | None = None
        self._stale: list[PurePosixPath] = []

    def __enter__(self) -> Staging:
        """Make the folder. Raises FileAccessError (``output-not-writable``, ``disk-full``)."""
        try:
            beside = _nearest_folder(self.destination.resolve())
            self._folder = Path(tempfile.mkdtemp(prefix=".samenspel-", dir=beside))
            self._new.mkdir()
        except OSError as error:
            self._remove()
            raise access_error(error, self.destination) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove the folder, whatever happened."""
        self._remove()

    def write(self, name: str, data: bytes) -> None:
        """Write a file that will stand at ``name`` below the destination."""
        path = self._new / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            raise access_error(error, self.destination / name) from error

    def discard(self, names: Iterable[str]) -> None:
        """Name files of an earlier build that go when the new ones come, unless written again."""
        self._stale += [PurePosixPath(name) for name in names]

    def commit(self) -> list[Path]:
        """Move everything into place and return where it stands, sorted.

        Raises FileAccessError; then all is as it was before.
        """
        made = sorted(path for path in self._new.rglob("*") if path.is_file())
        names = [PurePosixPath(path.relative_to(self._new).as_posix()) for path in made]
        move = _Move(self.destination.resolve(), self._old)
        try:
            for name in [*(name for name in self._stale if name not in names), *names]:
                move.away(name)
            for name in names:
                move.into_place(self._new / name, name)
        except BaseException as error:
            move.undo()
            if isinstance(error, OSError):
                raise access_error(error, self.destination) from error
            raise
        return [self.destination / name for name in names]

    @property
    def _new(self) -> Path:
        if self._folder is None:
            raise RuntimeError("enter the staging before use")
        return self._folder / "new"

    @property
    def _old(self) -> Path:
        return self._new.with_name("old")

    def _remove(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


def write_whole(path: Path, data: bytes) -> None:
    """One file whole, or as it was. Raises FileAccessError."""
    with Staging(path.parent) as staging:
        staging.write(path.name, data)
        staging.commit()


class _Move:
    """Renames that can be taken back."""

    def __init__(self, destination: Path, old: Path) -> None:
        self._destination, self._old = destination, old
        self._renames: list[tuple[Path, Path]] = []
        self._folders: list[Path] = []

    def away(self, name: PurePosixPath) -> None:
        """Put what stands at ``name`` aside, if anything does."""
        path = self._destination / name
        if path.is_symlink() or path.is_file():
            self._rename(path, self._old / name)

    def into_place(self, source: Path, name: PurePosixPath) -> None:
        """Put the new file at ``name``."""
        self._rename(source, self._destination / name)

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


def _nearest_folder(path: Path) -> Path:
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
        f"cannot write here ({reason})",
        where,
        remedy="choose a folder that you may write in with --output",
    )
