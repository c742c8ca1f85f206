"""The command as a maker gives it, in this process: how it ended, and that all it said is text."""

from __future__ import annotations

import contextlib
import io
import os
from functools import cache
from pathlib import Path

from samenspel.builtin import builtin_deck
from samenspel.cli.main import run
from samenspel.cli.show import show_diagnostics
from samenspel.errors import ExitCode, SamenspelError
from samenspel.kinds import Library
from samenspel.kinds.library import KINDS, SETS, SHARED, SHIPPED
from samenspel.model.kind import Kind
from samenspel.printable import printable

GENERATOR = Path(__file__).parents[2] / "generator"
OBJECTS = (" object at 0x", "<class '", "<function", "<built-in", "<bound method", "Traceback",
           "PosixPath(", "errors.pydantic.dev")  # fmt: skip
"""What no message says."""


def ended(*arguments: str) -> ExitCode:
    """How ``samenspel`` ended with these arguments.

    A bug is raised on by the command itself, which would end with exit code 1 on it. Raises
    ValueError for a code that nobody foresaw, and for a message that is no plain text; MemoryError
    when the deck was too heavy.
    """
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = run(arguments)
    text = said.getvalue()
    _plain(text)
    if "[deck-too-heavy]" in text:
        raise MemoryError(text)
    if code == ExitCode.BUG or code not in tuple(ExitCode):
        raise ValueError(f"{arguments[0]} ended with {code}: {text}")
    return ExitCode(code)


def refused(error: SamenspelError) -> None:
    """What is wrong, as the command shows it. Raises ValueError when that is no plain text."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        show_diagnostics(error.diagnostics)
    _plain(said.getvalue())


@cache
def _never() -> tuple[str, ...]:
    """What no message says: an object of Python's, a place of the installation."""
    return (*OBJECTS, str(GENERATOR), str(builtin_deck()), os.path.dirname(os.__file__))  # noqa: PTH120


def _plain(text: str) -> None:
    """Raise ValueError for what a terminal obeys, and for what no message says."""
    for odd in _never():
        if odd in text:
            raise ValueError(f"a message names {odd!r}: {text[:2000]}")
    if printable(text) != text:
        raise ValueError(f"more than text reaches the terminal: {text[:2000]!r}")


_read = Library.kind
_kinds: dict[str, Kind | None] = {}


def _kept(self: Library, name: str) -> Kind | None:
    """A kind that samenspel brings is read once, which saves most of the time of a small deck."""
    homes = {root for folder in (KINDS, SETS, SHARED) for root in self.files(folder).values()}
    if homes != {SHIPPED}:
        return _read(self, name)
    if name not in _kinds:
        _kinds[name] = _read(self, name)
    return _kinds[name]


def keep_kinds() -> None:
    """Let every command of this process take samenspel's own kinds from the first one's reading."""
    Library.kind = _kept  # type: ignore[method-assign]
