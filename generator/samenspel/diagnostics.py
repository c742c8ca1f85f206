"""What a maker gets to read: where something is wrong, what is wrong, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from samenspel.saying import listed, say


class Severity(Enum):
    """How bad a diagnostic is. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a maker's file."""

    file: str
    """The path, below the project where it stands there."""
    line: int = 0
    """From 1; 0 for the whole file."""
    column: int = 0
    """From 1; 0 for the whole line."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message to a maker.

    Later steps read no sentences: what they need is a field of its own.
    """

    code: str
    """Permanent, in lower case with hyphens; ``samenspel explain CODE`` says more about it."""
    message: str
    """What is wrong, in one sentence without a capital or a full stop."""
    location: Location | None = None
    """Where, when it is about a place in a file."""
    key: str = ""
    """The place inside the file: ``questions[2]``."""
    remedy: str = ""
    """How to mend it: one sentence in the imperative."""
    severity: Severity = Severity.ERROR
    """Whether it stops a build."""
    subject: str = ""
    """What it is about, where the code says so: a name, or characters that no font has."""
    amount: float = 0.0
    """How much is wrong, where the code says so: how many words are too many."""

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
    """``did you mean "regio"?`` for the nearest known name, or all names when none is near.

    Case, marks, a folder before the name and a file's ending behind it make no name another; part
    of a name is near when it is of one name alone.
    """
    names = sorted(set(known))
    import difflib  # only who mistypes a name waits for it

    bare = {one: _bare(one) for one in names}
    asked = _bare(re.sub(r".*[/\\](?=.)|(?:\.ya?ml)?(?:\.txt)?$", "", name))
    same = [one for one in names if asked and bare[one] == asked]
    holding = [one for one in names if len(asked) > 2 and asked in bare[one]]
    close = (
        same
        or difflib.get_close_matches(name, names, n=2, cutoff=0.6)
        or difflib.get_close_matches(name.lower(), names, n=2, cutoff=0.6)
        or (holding if len(holding) == 1 else [])
    )
    if close:
        return did_you_mean(close)
    return say("known: {names}", names=", ".join(names)) if names else say("none are known here")


def did_you_mean(names: Iterable[str]) -> str:
    """``did you mean "regio" or "regel"?``; empty without names."""
    quoted = [f'"{name}"' for name in names]
    return say("did you mean {names}?", names=listed(quoted, say(" or "))) if quoted else ""


def files_meant(name: str, files: Iterable[str]) -> list[str]:
    """The files, at most two, that a file's name may stand for; names have slashes.

    Folder, ending and capitals make no name another. Without such a file it is one of which the
    stem is nearly the same: what files have in common, as ``logos/`` and ``.svg``, makes none near.
    """
    import difflib  # only who mistypes a name waits for it

    stems = {file: stem_of(file) for file in files}
    asked = stem_of(name)
    same = [file for file, stem in stems.items() if stem == asked]
    close = difflib.get_close_matches(asked, sorted(set(stems.values())), n=2, cutoff=0.75)
    return (same or [file for near in close for file, stem in stems.items() if stem == near])[:2]


def stem_of(file: str) -> str:
    """A file's name without folder, ending and capitals."""
    return PurePosixPath(file.replace("\\", "/")).stem.casefold()


def _bare(name: str) -> str:
    """A name's letters and digits alone, in lower case."""
    return "".join(char for char in name.casefold() if char.isalnum())


def cannot_read(place: Location, reason: str) -> Diagnostic:
    """The message (``file-access``) for a file or folder that the system does not let us read."""
    return Diagnostic(
        "file-access",
        say("cannot read this file ({reason})", reason=reason),
        place,
        remedy="check that it is there and that you may read it",
    )
