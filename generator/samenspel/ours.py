"""What samenspel made in a folder of results, so that what somebody else left there is kept.

Each folder of results holds a record, ``.samenspel/made.json``: the SHA-256 of every file that was
made below it, and for some folders, with a slash behind their names, who made what is in them. A
batch keeps such a record in the folder of each language, with its own maker under ``./``. A
file that is not in it, or is no longer what was made, is somebody's work: remarks saved in a PDF, a
drawing on a picture, another file of that name. It is never written over or removed, but moved
aside under a name of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from samenspel.bounds import RECORD
from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.plain_json import parsed
from samenspel.saying import say

RECORDS = ".samenspel"
MADE = f"{RECORDS}/made.json"


def made_below(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file that was made below a folder; nothing when no record is readable."""
    path = folder / MADE
    try:
        if path.is_symlink() or path.stat().st_size > RECORD:
            return {}
        return {str(name): str(digest) for name, digest in parsed(path.read_bytes()).items()}
    except (OSError, ValueError, AttributeError):
        return {}


def record_of(folder: Path, new: Mapping[str, str], gone: Iterable[str]) -> bytes:
    """The record of a folder to which ``new`` files come, by their SHA-256, and others go from."""
    lost = set(gone)
    kept = {name: digest for name, digest in made_below(folder).items() if name not in lost}
    return (json.dumps(dict(sorted({**kept, **new}.items())), indent=0) + "\n").encode()


def remade_by(record: bytes, maker: str) -> bytes:
    """The record of a part that was made elsewhere, with its maker as it is called here."""
    known = {**parsed(record), maker_key("."): maker}
    return (json.dumps(dict(sorted(known.items())), indent=0) + "\n").encode()


def maker_key(folder: str) -> str:
    """Under which a record says who made what is in a folder; no file is called so."""
    return f"{folder}/"


def makers_below(folder: Path) -> dict[str, str]:
    """Who made what is in the folders below a folder, by their names, as far as that was noted."""
    return {
        name.removesuffix("/"): maker
        for name, maker in made_below(folder).items()
        if name.endswith("/")
    }


def parts_below(folder: Path, home: str) -> Iterator[str]:
    """The folders below ``home`` of which a batch keeps a record: ``REGION/LANGUAGE``.

    ``home`` is the folder of regions below ``folder``, with a slash after it, or empty. A record
    that is reached by a link is none of ours.
    """
    for part in sorted((folder / home).glob("*/*")):
        linked = any(one.is_symlink() for one in (part, part.parent, part / RECORDS))
        if (part / MADE).is_file() and not linked:
            yield part.relative_to(folder).as_posix()


class Ours:
    """Tells files that samenspel made, and nobody changed since, from all others."""

    def __init__(self) -> None:
        self._known: dict[Path, dict[str, str]] = {}

    def is_ours(self, path: Path) -> bool:
        """True for a file that stands as it was made. ``path`` is absolute, without links."""
        if path.is_symlink() or not path.is_file():
            return False
        marks = set(self._marks(path))
        return bool(marks) and digest_of_file(path) in marks

    def _marks(self, path: Path) -> Iterator[str]:
        """What it was when it was made, by the records of the folders that it stands in."""
        for folder in path.parents:
            if folder not in self._known:
                self._known[folder] = made_below(folder)
            mark = self._known[folder].get(path.relative_to(folder).as_posix())
            if mark:
                yield mark


def digest_of_file(path: Path) -> str:
    """The SHA-256 of a file, in hex. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_there(path: Path) -> bool:
    """True for a file or a link, whatever that leads to."""
    return path.is_symlink() or path.is_file()


def kept_name(name: PurePosixPath, folder: Path) -> PurePosixPath:
    """A free name in ``folder`` beside a file's own: ``cards-kept.pdf``, ``cards-kept-2.pdf``."""
    number, end = 1, ""
    while True:
        found = name.with_name(f"{name.stem}-kept{end}{name.suffix}")
        if not is_there(folder / found):
            return found
        number += 1
        end = f"-{number}"


def kept_warning(path: Path, kept: Path) -> Diagnostic:
    """Tells a maker where a file is that stood in the way of a new one."""
    return Diagnostic(
        "file-kept",
        say(
            "the file that stood here was not made by samenspel, or was changed since; it is now "
            "{kept}",
            kept=kept.name,
        ),
        Location(str(path)),
        remedy="take from it what you need, then remove it",
        severity=Severity.WARNING,
    )


def moved_warning(path: Path, kept: Path) -> Diagnostic:
    """Tells a maker where a file is that was built for another press."""
    return Diagnostic(
        "file-kept",
        say("the file that stood here was built for another press; it is now {kept}",
            kept=kept.name),
        Location(str(path)),
        remedy="name both presses in one build, and each has a folder of its own",
        severity=Severity.WARNING,
    )  # fmt: skip
