"""How samenspel ends: its exit codes, and the errors that lead to them with what they show."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from enum import IntEnum
from itertools import islice
from typing import ClassVar

from samenspel.bounds import MESSAGES
from samenspel.diagnostics import Diagnostic, Location

STOPPED = 128
"""By the shell's custom a command that a signal stops ends with this and the signal's number."""


class ExitCode(IntEnum):
    """What a script learns from the command when it ends; ``samenspel explain exit-3`` says more.

    A command that is stopped by a signal ends with 128 + the signal's number, as shells do.
    """

    DONE = 0
    """Everything that was asked for has been made."""
    BUG = 1
    """A mistake in samenspel itself, shown with a traceback. Python ends so by itself."""
    USAGE = 2
    """The command or the API was asked for something that does not exist."""
    CONTENT = 3
    """The deck's own files are wrong."""
    PREFLIGHT = 4
    """A finished file would be rejected at the press."""
    ACCESS = 5
    """A file or folder could not be read or written."""


class SamenspelError(Exception):
    """A mistake that the user can mend. Shown without a traceback."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG
    """How the command ends on it; each kind of error has its own."""

    def __init__(self, diagnostics: Iterable[Diagnostic] | Diagnostic) -> None:
        if isinstance(diagnostics, Diagnostic):
            items: tuple[Diagnostic, ...] = (diagnostics,)
        else:
            items = tuple(islice(diagnostics, MESSAGES + 1))
        self.diagnostics = items
        super().__init__("\n".join(str(item) for item in items))

    @classmethod
    def of(
        cls,
        code: str,
        message: str,
        location: Location | None = None,
        *,
        key: str = "",
        remedy: str = "",
    ) -> SamenspelError:
        """The error with a single diagnostic."""
        return cls(Diagnostic(code, message, location, key, remedy))


class UsageError(SamenspelError):
    """The command or the API was asked for something that does not exist."""

    exit_code = ExitCode.USAGE


class ContentError(SamenspelError):
    """The deck's own files are wrong: YAML, texts, templates, pictures, fit."""

    exit_code = ExitCode.CONTENT


class PreflightError(SamenspelError):
    """A finished file would be rejected at the press."""

    exit_code = ExitCode.PREFLIGHT


class FileAccessError(SamenspelError):
    """A file or folder could not be read or written."""

    exit_code = ExitCode.ACCESS


SYSTEM = {
    errno.ENOENT: "No such file or directory",
    errno.EACCES: "Permission denied",
    errno.EPERM: "Operation not permitted",
    errno.EEXIST: "File exists",
    errno.ENOTDIR: "Not a directory",
    errno.EISDIR: "Is a directory",
    errno.ENOTEMPTY: "Directory not empty",
    errno.EROFS: "Read-only file system",
    errno.ENAMETOOLONG: "File name too long",
    errno.ELOOP: "Too many levels of symbolic links",
    errno.EIO: "Input/output error",
    errno.EBUSY: "Device or resource busy",
    errno.EMFILE: "Too many open files",
    errno.ENOSPC: "No space left on device",
    errno.EADDRINUSE: "Address already in use",
}
"""What a system says of its refusals, in the words that are translated."""


def reason_of(error: OSError) -> str:
    """Why the system refused something, in words; a text that was given with the error stays."""
    own = error.strerror or str(error)
    known = error.errno is not None and own == os.strerror(error.errno)
    return SYSTEM.get(error.errno or 0, own) if known else own
