"""The one gate through which files of a project are opened: regular files below a folder.

A name is walked from the folder down, part by part, on open folders and without following links; a
link is read and walked on from where it stands, as long as it stays below the folder. What was
checked is so what is read: a swap in between gains nothing.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath

from samenspel import bounds
from samenspel.bounds import ASSET, LINKS, TEXT_FILE
from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError, reason_of
from samenspel.saying import say

ON_FOLDERS = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
"""True where a file can be opened relative to an open folder (not on Windows)."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_ANY = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe without a writer does not hold us up
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def _parts(name: str) -> list[str]:
    """The parts of a name as a maker may write it. Raises ContentError (``path-outside``)."""
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
        self._root, self._name = root.resolve(), name
        self._folders = [os.open(self._root, _FOLDER)]
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
            return os.open(part, _ANY, dir_fd=self._folders[-1])
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
        if not target.is_relative_to(self._root):
            raise _outside(self._name, "put a copy in the project instead of a link to elsewhere")
        while len(self._folders) > 1:
            os.close(self._folders.pop())
        return list(target.relative_to(self._root).parts)

    def _up(self) -> None:
        if len(self._folders) == 1:
            raise _outside(self._name, "put a copy in the project instead of a link to elsewhere")
        os.close(self._folders.pop())


@contextmanager
def _found(root: Path, name: str) -> Iterator[int]:
    """A descriptor of what stands at ``name`` below ``root``, file or folder."""
    if not ON_FOLDERS:
        found = os.open(_resolved(root, name), _ANY)
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


def read_bytes(root: Path, name: str, limit: int = ASSET) -> bytes:
    """A file's bytes.

    Raises ContentError: ``path-outside``, ``file-unreadable`` (also for what is no regular file:
    a pipe, a device), ``file-too-large``.
    """
    try:
        with _found(root, name) as found:
            state = os.fstat(found)
            if not stat.S_ISREG(state.st_mode):
                raise _refused("file-unreadable", name, "is not a file", "put a plain file there")
            if state.st_size > limit:
                raise _too_large(name, limit)
            with os.fdopen(os.dup(found), "rb") as file:
                data = file.read(state.st_size + 1)  # it may grow while it is read
    except OSError as error:
        reason = say("cannot be read ({reason})", reason=reason_of(error))
        raise _refused("file-unreadable", name, reason, "check the file's permissions") from error
    if len(data) > limit:
        raise _too_large(name, limit)
    return data


def read_given(path: Path | str, limit: int) -> bytes:
    """The bytes of a file that somebody names, wherever it stands and whatever links lead to it.

    Raises OSError, also for what is no regular file (a pipe would hold us up, a device has no end)
    and for what is larger than ``limit``.
    """
    found = os.open(path, _ANY & ~getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(found, "rb") as file:
        state = os.fstat(found)
        if not stat.S_ISREG(state.st_mode):
            raise OSError(errno.EINVAL, "it is not a file", str(path))
        data = file.read(min(state.st_size, limit) + 1)
    if len(data) > limit:
        raise OSError(errno.EFBIG, f"it is larger than {limit // bounds.MB} MB", str(path))
    return data


def read_text(root: Path, name: str) -> str:
    """A UTF-8 text (a byte order mark is skipped).

    Raises ContentError: ``file-not-utf8`` and ``file-control-character`` with their line.
    """
    data = read_bytes(root, name, TEXT_FILE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        remedy = "save it as UTF-8 in your editor (Save as…, Encoding: UTF-8)"
        raise _refused("file-not-utf8", name, "is not UTF-8 text", remedy, line) from error
    found = _CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        what = say("holds an invisible control character (U+{number:04X})", number=ord(found[0]))
        remedy = "delete that character, or type the line again"
        raise _refused("file-control-character", name, what, remedy, line)
    return text


def _refused(code: str, name: str, what: str, remedy: str, line: int = 0) -> ContentError:
    return ContentError(
        Diagnostic(code, say("the file {what}", what=what), Location(name, line), "", remedy)
    )


def _too_large(name: str, limit: int) -> ContentError:
    size = say("is larger than {limit} kB", limit=limit // 1024)
    return _refused("file-too-large", name, size, "split it, or make it smaller")


def folder_names(root: Path, folder: str) -> list[str]:
    """The plain names in a folder, sorted, without hidden files; none when there is no folder."""
    return [name for name in _listed(root, folder) if not name.startswith(".")]


def files_below(root: Path, folder: str) -> list[str]:
    """All regular files below a folder, hidden ones too, by name from ``root``, sorted.

    Links are not followed here and their targets not named. Raises ContentError
    (``folder-too-large``) for more than ``bounds.FILES``.
    """
    found: list[str] = []
    todo = [folder]
    while todo:
        here = todo.pop()
        for entry in _listed(root, here):
            name = f"{here}/{entry}"
            kind = _kind(root, name)
            if kind == stat.S_IFDIR:
                todo.append(name)
            elif kind == stat.S_IFREG:
                found.append(name)
        if len(found) + len(todo) > bounds.FILES:
            raise ContentError(
                Diagnostic(
                    "folder-too-large",
                    say("this folder holds more than {files} files", files=bounds.FILES),
                    Location(folder),
                    "",
                    "take out what is no part of the deck",
                )
            )
    return sorted(found)


def _kind(root: Path, name: str) -> int:
    """What a name is itself, a link being a link; 0 for what is gone."""
    parent, _, last = name.rpartition("/")
    try:
        with _found(root, parent or ".") as folder:
            if not ON_FOLDERS:
                return stat.S_IFMT(os.lstat(_resolved(root, parent or ".") / last).st_mode)
            return stat.S_IFMT(os.stat(last, dir_fd=folder, follow_symlinks=False).st_mode)
    except OSError:
        return 0


def _listed(root: Path, folder: str) -> list[str]:
    try:
        if not ON_FOLDERS:
            return sorted(path.name for path in _resolved(root, folder).iterdir())
        with _found(root, folder) as found:
            return sorted(os.listdir(found))  # noqa: PTH208 an open folder has no path
    except OSError:
        return []


def file_exists(root: Path, name: str) -> bool:
    """True for a regular file below ``root``. Raises ContentError (``path-outside``)."""
    try:
        with _found(root, name) as found:
            return stat.S_ISREG(os.fstat(found).st_mode)
    except OSError:
        return False
