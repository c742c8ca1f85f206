"""Entries of the store under a seal, so that only what was put there is taken out again.

An entry is sealed (HMAC-SHA256) with its place and with a secret that stands beside the store and
not in it. A store that came from somebody else, an entry that somebody changed, and one that was
moved to another entry's place have no seal that fits; what they stand for is made anew.
"""

from __future__ import annotations

import hmac
import os
import stat
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from samenspel.bounds import ENTRY
from samenspel.walking import ANY_FILE

LENGTH = 32
"""Bytes of a seal, and of the secret."""


class BrokenSealError(ValueError):
    """What stands there was not put there by us."""


class Seal:
    """The secret of the store in a folder, made when it is needed first.

    Raises OSError where it can be neither read nor made.
    """

    def __init__(self, folder: Path) -> None:
        """``folder`` is the store; the secret stands beside it."""
        self._path = folder.parent / f".{folder.name}-key"

    def sealed(self, place: str, entry: bytes) -> bytes:
        """The entry for a place, under its seal."""
        return self._seal(place, entry) + entry

    def opened(self, place: str, data: bytes) -> bytes:
        """The entry. Raises BrokenSealError."""
        seal, entry = data[:LENGTH], data[LENGTH:]
        if not hmac.compare_digest(seal, self._seal(place, entry)):
            raise BrokenSealError
        return entry

    def _seal(self, place: str, entry: bytes) -> bytes:
        return hmac.digest(self._secret, place.encode() + b"\n" + entry, "sha256")

    @cached_property
    def _secret(self) -> bytes:
        with suppress(FileNotFoundError):
            return self._kept()
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):  # another build made it meanwhile
            made = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(made, "wb") as file:
                file.write(os.urandom(LENGTH))
        return self._kept()

    def _kept(self) -> bytes:
        found = read_plain(self._path, LENGTH)
        if len(found) != LENGTH:
            raise FileNotFoundError(self._path)
        return found


def read_plain(path: Path | str, limit: int = ENTRY) -> bytes:
    """A regular file's bytes. Raises OSError, also for what is no plain file or too large."""
    found = os.open(path, ANY_FILE)
    with os.fdopen(found, "rb") as file:
        state = os.fstat(found)
        if not stat.S_ISREG(state.st_mode) or state.st_size > limit:
            raise OSError(f"{path} is no entry")
        return file.read(state.st_size)  # a larger wish would be allotted at once
