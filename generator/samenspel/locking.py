"""One process at a time in a folder: a lock that the system gives back when its holder dies."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

TRIES = 50
"""How often a lock file is made anew when its holder takes it away at that moment."""


class FolderLock:
    """The right to write below ``folder``, which need not exist; the lock file stands ``beside``.

    The file is deleted with the lock; after a kill it stays, unlocked, until somebody writes there
    again.
    """

    def __init__(self, folder: Path, beside: Path) -> None:
        self._name = f"{hidden_name(folder)}.lock"
        self._others = [one for one in (folder, *folder.parents) if one != beside]
        self._path = beside / self._name
        self._file: int | None = None

    def acquire(self) -> bool:
        """Take the lock; False when another process has it. Raises OSError."""
        if any(_is_held(folder / self._name) for folder in self._others):
            return False
        for _ in range(TRIES):
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
            if not _locked(file):
                os.close(file)
                return False
            if _is_same(file, self._path):
                self._file = file
                return True
            os.close(file)  # its holder took it away between our opening and our locking
        return False

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            with suppress(OSError):  # Windows does not take away what is open
                self._path.unlink()
            os.close(self._file)
            with suppress(OSError):
                if sys.platform == "win32":
                    self._path.unlink()
            self._file = None


def hidden_name(folder: Path) -> str:
    """The name of what samenspel keeps beside ``folder`` while it writes there.

    It comes from the folder's whole path, so that what a killed process left is found again.
    """
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    return f".samenspel-{digest}"


def _is_held(path: Path) -> bool:
    """True when a lock file is there and somebody holds it."""
    try:
        file = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        return not _locked(file)
    finally:
        os.close(file)


def _is_same(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except OSError:
        return False


def _locked(file: int) -> bool:
    """Lock an open file without waiting."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
