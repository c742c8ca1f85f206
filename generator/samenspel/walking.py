"""The way from a folder to what stands below it, over open folders and without following links."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

from samenspel.bounds import LINKS
from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError
from samenspel.saying import say

ON_FOLDERS = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
"""True where a file can be opened relative to an open folder (not on Windows)."""

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)

ANY_FILE = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe without a writer does not hold us up
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
"""How a file that may be anything is opened to be read: never through a link, never waiting."""


_SIMPLE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
"""Names that are plain on every system, which nearly all are: no part begins with a full stop."""


def _parts(name: str) -> list[str]:
    """The parts of a name as a maker may write it. Raises ContentError (``path-outside``)."""
    if _SIMPLE.fullmatch(name):  # hundreds of files are opened, and a pure path takes its time
        return name.split("/")
    if "\\" in name and _is_plain(name.replace("\\", "/")):
        slashes = say("write it with slashes: {name}", name=name.replace("\\", "/"))
        raise _outside(name, slashes)
    if not _is_plain(name):
        raise _outside(name, "name a path inside the project, such as cartoons/my-drawing.svg")
    return list(PurePosixPath(name).parts)


def _is_plain(name: str) -> bool:
    """True for the name of something below a folder."""
    pure = PurePosixPath(name)
    unsafe = pure.is_absolute() or ".." in pure.parts or "\\" in name or "\0" in name
    return not (not name or unsafe or PureWindowsPath(name).drive)


def check_name(name: str) -> None:
    """Raise ContentError (``path-outside``) for a name that is not one below a folder."""
    _parts(name)


def _outside(name: str, remedy: str) -> ContentError:
    shown = name.replace("\0", "\\0")[:200]
    return ContentError(
        Diagnostic(
            "path-outside",
            say('"{shown}" leads out of the folder', shown=shown),
            Location(shown),
            "",
            remedy,
        )
    )


class _Walk:
    """The way from a folder to a name below it, over open folders."""

    def __init__(self, root: Path, name: str) -> None:
        self._root, self._name = root, name
        self._folders = [os.open(root, _FOLDER)]
        self._links = 0

    def close(self) -> None:
        """Close all folders."""
        while self._folders:
            os.close(self._folders.pop())

    def to_end(self) -> int:
        """Open the last part; its descriptor is the caller's. Raises OSError and ContentError."""
        todo = _parts(self._name)[::-1]
        while todo:
            part = todo.pop()
            if part == "..":
                self._up()
                continue
            found = self._opened(part)
            if found is None:
                todo += self._link(part)[::-1]
            elif todo or stat.S_ISDIR(os.fstat(found).st_mode):
                self._folders.append(found)
            else:
                return found
        return os.dup(self._folders[-1])

    def _opened(self, part: str) -> int | None:
        """A descriptor, or None for a link."""
        try:
            return os.open(part, ANY_FILE, dir_fd=self._folders[-1])
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.EMLINK, errno.ENOTDIR) and self._is_link(part):
                return None
            raise

    def _is_link(self, part: str) -> bool:
        mode = os.stat(part, dir_fd=self._folders[-1], follow_symlinks=False).st_mode
        return stat.S_ISLNK(mode)

    def _link(self, part: str) -> list[str]:
        """The parts that a link stands for, from the folder that it stands in."""
        self._links += 1
        if self._links > LINKS:
            raise _outside(self._name, "replace the symbolic link by the file itself")
        target = PurePosixPath(os.readlink(part, dir_fd=self._folders[-1]))
        if not target.is_absolute():
            return list(target.parts)
        root = self._root.resolve()
        if not target.is_relative_to(root):
            raise _outside(self._name, "put a copy in the project instead of a link to elsewhere")
        while len(self._folders) > 1:
            os.close(self._folders.pop())
        return list(target.relative_to(root).parts)

    def _up(self) -> None:
        if len(self._folders) == 1:
            raise _outside(self._name, "put a copy in the project instead of a link to elsewhere")
        os.close(self._folders.pop())


@contextmanager
def opened(root: Path, name: str) -> Iterator[int]:
    """A descriptor of what stands at ``name`` below ``root``, file or folder."""
    if not ON_FOLDERS:
        found = os.open(_resolved(root, name), ANY_FILE)
        try:
            yield found
        finally:
            os.close(found)
        return
    walk = _Walk(root, name)
    try:
        found = walk.to_end()
        try:
            yield found
        finally:
            os.close(found)
    finally:
        walk.close()


def _resolved(root: Path, name: str) -> Path:
    """The path where folders cannot be walked while open: resolved, then held to be inside."""
    base = root.resolve()
    try:
        path = base.joinpath(*_parts(name)).resolve()
    except (OSError, RuntimeError) as loop:
        raise _outside(name, "replace the symbolic link by the file itself") from loop
    if not path.is_relative_to(base):
        raise _outside(name, "put a copy in the project instead of a link to elsewhere")
    return path


def kind_of(root: Path, name: str) -> int:
    """What a name is itself, a link being a link; 0 for what is gone."""
    parent, _, last = name.rpartition("/")
    try:
        with opened(root, parent or ".") as folder:
            if not ON_FOLDERS:
                return stat.S_IFMT(os.lstat(_resolved(root, parent or ".") / last).st_mode)
            return stat.S_IFMT(os.stat(last, dir_fd=folder, follow_symlinks=False).st_mode)
    except OSError:
        return 0


def names_in(root: Path, folder: str) -> list[str]:
    """All names in a folder, sorted; none when there is no folder."""
    try:
        if not ON_FOLDERS:
            return sorted(path.name for path in _resolved(root, folder).iterdir())
        with opened(root, folder) as found:
            return sorted(os.listdir(found))  # noqa: PTH208 an open folder has no path
    except OSError:
        return []
