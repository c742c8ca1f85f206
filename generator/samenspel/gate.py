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
from pathlib import Path

from samenspel import bounds
from samenspel.bounds import ASSET, TEXT_FILE
from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError, reason_of
from samenspel.saying import say
from samenspel.walking import ANY_FILE, kind_of, names_in, opened

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def read_bytes(root: Path, name: str, limit: int = ASSET) -> bytes:
    """A file's bytes.

    Raises ContentError: ``path-outside``, ``file-unreadable`` (also for what is no regular file:
    a pipe, a device), ``file-too-large``.
    """
    try:
        with opened(root, name) as found:
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
    found = os.open(path, ANY_FILE & ~getattr(os, "O_NOFOLLOW", 0))
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
    return text_of(read_bytes(root, name, TEXT_FILE), name)


def text_of(data: bytes, name: str) -> str:
    """The text in a file's bytes. Raises what ``read_text`` raises of what is no text."""
    if len(data) > TEXT_FILE:
        raise _too_large(name, TEXT_FILE)
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
    return [name for name in names_in(root, folder) if not name.startswith(".")]


def files_below(root: Path, folder: str) -> list[str]:
    """All regular files below a folder, hidden ones too, by name from ``root``, sorted.

    Links are not followed here and their targets not named. Raises ContentError
    (``folder-too-large``) for more than ``bounds.FILES``.
    """
    found: list[str] = []
    todo = [folder]
    while todo:
        here = todo.pop()
        for entry in names_in(root, here):
            name = f"{here}/{entry}"
            kind = kind_of(root, name)
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


def file_exists(root: Path, name: str) -> bool:
    """True for a regular file below ``root``. Raises ContentError (``path-outside``)."""
    try:
        with opened(root, name) as found:
            return stat.S_ISREG(os.fstat(found).st_mode)
    except OSError:
        return False
