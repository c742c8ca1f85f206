"""Gathering mistakes, so that a maker sees all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from samenspel.bounds import MESSAGES
from samenspel.diagnostics import Diagnostic, Severity
from samenspel.errors import ContentError


class Mistakes:
    """The content's mistakes so far, each once."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def __bool__(self) -> bool:
        return bool(self._found)

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Keep the mistakes of a ContentError raised inside, and go on; very many are raised."""
        try:
            yield
        except ContentError as error:
            self._found.update(dict.fromkeys(error.diagnostics))
            if len(self._found) > MESSAGES:
                self.raise_all()

    def warnings_of(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Keep the errors among what was found; return the warnings."""
        diagnostics = list(found)
        self._found.update({one: None for one in diagnostics if one.severity is Severity.ERROR})
        return [one for one in diagnostics if one.severity is not Severity.ERROR]

    @property
    def error(self) -> ContentError | None:
        """All mistakes, in the order in which they were found."""
        return ContentError(self._found) if self._found else None

    def raise_all(self) -> None:
        """Raise ContentError with all mistakes, in the order in which they were found."""
        if self.error is not None:
            raise self.error
