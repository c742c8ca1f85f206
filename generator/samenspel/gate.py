"""Reading inside a folder, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError

TEXT_LIMIT = 512 * 1024
"""Bytes in a text file: a hundred times the longest real one."""

ASSET_LIMIT = 64 * 1024 * 1024
"""Bytes in an asset: well above an A3 picture at 600 dpi."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


def inside(root: Path, name: str) -> Path:
    """The path of ``name`` below ``root``, with symbolic links resolved.

    Raises ContentError (``path-outside``) for whatever leads out of ``root``.
    """
    pure = PurePosixPath(name)
    unsafe = pure.is_absolute() or ".." in pure.parts or "\\" in name or "\0" in name
    if not name or unsafe or PureWindowsPath(name).drive:
        raise _outside(name, "name a path inside the project, such as cartoons/my-drawing.svg")
    base = root.resolve()
    try:
        path = (base / pure).resolve()
    except (OSError, RuntimeError) as loop:
        raise _outside(name, "replace the symbolic link by the file itself") from loop
    if not path.is_relative_to(base):
        raise _outside(name, "put a copy in the project instead of a link to elsewhere")
    return path


def _outside(name: str, remedy: str) -> ContentError:
    shown = name.replace("\0", "\\0")[:200]
    return ContentError(
        Diagnostic(
            "path-outside", f'"{shown}" leads out of the folder', Location(shown), "", remedy
        )
    )


def read_bytes(root: Path, name: str, limit: int = ASSET_LIMIT) -> bytes:
    """A file's bytes. Raises ContentError: unreadable, no plain file, or larger than ``limit``."""
    path = inside(root, name)
    try:
        if not path.is_file():
            raise _refused("file-unreadable", name, "is not a file", "put a plain file there")
        if path.stat().st_size > limit:
            size = f"is larger than {limit // 1024} kB"
            raise _refused("file-too-large", name, size, "split it, or make it smaller")
        return path.read_bytes()
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        raise _refused("file-unreadable", name, reason, "check the file's permissions") from error


def read_text(root: Path, name: str) -> str:
    """A UTF-8 text (a byte order mark is skipped).

    Raises ContentError: ``file-not-utf8`` and ``file-control-character`` with their line.
    """
    data = read_bytes(root, name, TEXT_LIMIT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        remedy = "save it as UTF-8 in your editor (Save as…, Encoding: UTF-8)"
        raise _refused("file-not-utf8", name, "is not UTF-8 text", remedy, line) from error
    found = _CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        what = f"holds an invisible control character (U+{ord(found[0]):04X})"
        remedy = "delete that character, or type the line again"
        raise _refused("file-control-character", name, what, remedy, line)
    return text


def _refused(code: str, name: str, what: str, remedy: str, line: int = 0) -> ContentError:
    return ContentError(Diagnostic(code, f"the file {what}", Location(name, line), "", remedy))


def folder_names(root: Path, folder: str) -> list[str]:
    """The plain names in a folder, sorted, without hidden files; none when there is no folder."""
    path = inside(root, folder)
    if not path.is_dir():
        return []
    return sorted(entry.name for entry in path.iterdir() if not entry.name.startswith("."))


def file_exists(root: Path, name: str) -> bool:
    """True when ``name`` is a file below ``root``."""
    return inside(root, name).is_file()
