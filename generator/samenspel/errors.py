"""The error tree. Each class owns its exit code; all carry the diagnostics to show."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from samenspel.diagnostics import Diagnostic, Location


class SamenspelError(Exception):
    """A mistake that the user can mend. Shown without a traceback.

    Exit codes: 0 all well, 1 a bug in samenspel, 2 usage, 3 content, 4 preflight, 5 file access.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, diagnostics: Iterable[Diagnostic] | Diagnostic) -> None:
        items = (diagnostics,) if isinstance(diagnostics, Diagnostic) else tuple(diagnostics)
        self.diagnostics: tuple[Diagnostic, ...] = items
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

    exit_code = 2


class ContentError(SamenspelError):
    """The deck's own files are wrong: YAML, texts, templates, pictures, fit."""

    exit_code = 3


class PreflightError(SamenspelError):
    """A finished file would be rejected at the press."""

    exit_code = 4


class FileAccessError(SamenspelError):
    """A file or folder could not be read or written."""

    exit_code = 5
