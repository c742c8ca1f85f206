"""What a maker is told: where something is wrong, what is wrong, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How bad a diagnostic is. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a maker's file. ``line`` and ``column`` count from 1; 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message to a maker.

    ``code`` is permanent and lower-case with hyphens (``template-unknown-variable``); ``samenspel
    explain CODE`` tells more about it. ``key`` is the place inside the file (``questions[2]``),
    ``remedy`` one sentence in the imperative. Later steps read no sentences: ``subject`` is what
    the message is about (a name, or the characters that no font has), ``amount`` how much is wrong
    (the words that are too many), for codes that say so.
    """

    code: str
    message: str
    location: Location | None = None
    key: str = ""
    remedy: str = ""
    severity: Severity = Severity.ERROR
    subject: str = ""
    amount: float = 0.0

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        key = f"{self.key}: " if self.key else ""
        remedy = f"; {self.remedy}" if self.remedy else ""
        return f"{place}{key}{self.message}{remedy} [{self.code}]"


def in_order(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics by file and line, each once."""
    return tuple(sorted(dict.fromkeys(problems), key=_rank))


def _rank(problem: Diagnostic) -> tuple[Location, str, str]:
    return problem.location or Location(""), problem.key, problem.code


def near_match(name: str, known: Iterable[str]) -> str:
    """``did you mean "regio"?`` for the nearest known name, or all names when none is near."""
    names = sorted(set(known))
    close = difflib.get_close_matches(name, names, n=2, cutoff=0.6)
    if close:
        return "did you mean " + " or ".join(f'"{item}"' for item in close) + "?"
    return "known: " + ", ".join(names) if names else "none are known here"
