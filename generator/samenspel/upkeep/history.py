"""What samenspel changed in a project's own files, so that the last change can be taken back.

Every change by a command (an import, an accepted base text, a new project) is one step in
``.samenspel/history/``: a number, what did it and when, the bytes of each file before, and a
fingerprint of each file after. The step is written together with the change, or neither is.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from samenspel.bounds import RECORD
from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError, UsageError
from samenspel.gate import file_exists, files_below, folder_names, read_bytes
from samenspel.plain_json import parsed
from samenspel.saying import say
from samenspel.staging import Staging, output_busy
from samenspel.upkeep.reviews import refuse_frozen

HISTORY = ".samenspel/history"
STEP = "step.json"
KEPT = 1000
"""Steps that are kept; older ones go when a new one comes."""

NOTE = "note"
"""The command of a step that samenspel takes by itself; it is taken back with the one before it."""

BY: ContextVar[str] = ContextVar("by", default="")
"""Who changes something now, where that is known: a user of a studio on a network."""

Files = Mapping[str, bytes | None]
"""Names below the project's root to what they hold; ``None`` for a file that is not there."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change: ``after`` holds each file's SHA-256, or ``None`` for one that went."""

    number: int
    command: str
    when: str
    after: Mapping[str, str | None]
    what: str = ""
    """Which text it was, for people; empty for a command that changes many."""
    by: str = ""
    """Who did it, where that is known."""

    @property
    def folder(self) -> str:
        """Where the step is kept, below the project's root."""
        return _folder(self.number)


def change_files(
    root: Path, command: str, files: Files, what: str = "", languages: Collection[str] = ()
) -> list[Path]:
    """Change files of a project all at once and keep what they were; returns those written, sorted.

    ``what`` says in a few words which text it is; ``languages`` are those that the change is in,
    none means all. Who makes the new files of the old ones holds the folder meanwhile (``held`` of
    ``staging``), so that nobody else's change is written over.

    A file that already holds what it should is left alone; when that is so for all, no step is
    kept. Raises FileAccessError, ``output-busy`` also where somebody changed a file meanwhile, and
    UsageError (``approved-frozen``) for what somebody approved; then nothing has changed.
    """
    now = before = {name: _content(root, name) for name in files}
    changed = {name: data for name, data in files.items() if data != before[name]}
    if not changed:
        return []
    refuse_frozen(root, changed, languages)
    numbers = _numbers(root)
    last = next(_newest(root), None)
    after = {name: _digest(data) for name, data in changed.items()}
    if last is not None and last.command == command == NOTE:  # notes are one step together
        step, before = (
            Step(last.number, NOTE, _now(), {**last.after, **after}),
            {name: data for name, data in before.items() if name not in last.after},
        )
    else:
        step = Step(max(numbers, default=0) + 1, command, _now(), after, what, BY.get())
    with Staging(root) as staging:
        if any(_content(root, name) != now[name] for name in changed):
            raise output_busy(root)  # somebody wrote since
        for name, data in changed.items():
            _put(staging, name, data)
            old = before.get(name)
            if old is not None:
                staging.write(f"{step.folder}/before/{name}", old)
        staging.write(f"{step.folder}/{STEP}", _as_json(step))
        for past in numbers[: max(0, len(numbers) - KEPT + 1)]:
            staging.discard(files_below(root, _folder(past)))
        staging.commit()
    _prune(root, HISTORY)
    return sorted(root / name for name, data in changed.items() if data is not None)


def steps(root: Path) -> list[Step]:
    """The steps that are kept, the last one last; what cannot be read is no step."""
    return list(_newest(root))[::-1]


def _newest(root: Path) -> Iterator[Step]:
    """The steps from the last one back, each read when it is asked for."""
    for number in reversed(_numbers(root)):
        with suppress(ContentError, ValueError, KeyError, TypeError, AttributeError):
            said = parsed(read_bytes(root, f"{_folder(number)}/{STEP}", RECORD))
            after = {str(file): mark for file, mark in said["after"].items()}
            what = str(said.get("what", ""))
            by = str(said.get("by", ""))
            yield Step(number, str(said["command"]), str(said["when"]), after, what, by)


def _numbers(root: Path) -> list[int]:
    return sorted(int(name) for name in folder_names(root, HISTORY) if name.isdecimal())


def _folder(number: int) -> str:
    return f"{HISTORY}/{number:04d}"


def undo(root: Path) -> tuple[Step, list[str]]:
    """Take the last step back; returns it and the names of the files that are as they were.

    Notes that samenspel took after it go with it.

    Raises UsageError (``undo-nothing``, ``approved-frozen``), ContentError (``undo-changed``, for
    each file that was changed since) and FileAccessError; then nothing has changed.
    """
    taken = to_undo(root)
    if not taken:
        raise UsageError.of(
            "undo-nothing",
            "there is nothing to take back in this project",
            Location(str(root)),
            remedy="only what samenspel itself changed here can be undone: import, accept, new",
        )
    step = taken[0]
    old: dict[str, bytes | None] = {}
    marks: dict[str, str | None] = {}
    for one in taken:
        for name, mark in one.after.items():
            old.setdefault(name, _content(root, f"{one.folder}/before/{name}"))
            marks[name] = mark
    later = [name for name, mark in marks.items() if _digest(_content(root, name)) != mark]
    if later:
        raise ContentError(_changed_since(step, name) for name in later)
    refuse_frozen(root, old)
    with Staging(root) as staging:
        for name, data in old.items():
            _put(staging, name, data)
        staging.discard(name for one in taken for name in files_below(root, one.folder))
        staging.commit()
    for name in (*old, HISTORY + "/x", *(f"{one.folder}/x" for one in taken)):
        _prune(root, name.rpartition("/")[0])
    return step, sorted(old)


def to_undo(root: Path) -> Sequence[Step]:
    """The last step that somebody took, with the notes after it; nothing when there is none."""
    found: list[Step] = []
    for step in _newest(root):
        found.insert(0, step)
        if step.command != NOTE:
            return found
    return ()


def _changed_since(step: Step, name: str) -> Diagnostic:
    return Diagnostic(
        "undo-changed",
        say(
            "this file was changed after the {command} of {when}",
            command=step.command,
            when=step.when,
        ),
        Location(name),
        "",
        say(
            "take your later change back first, or copy it to a safe place; what it was before "
            "stands in {folder}/before/",
            folder=step.folder,
        ),
    )


def _put(staging: Staging, name: str, data: bytes | None) -> None:
    if data is None:
        staging.discard([name])
    else:
        staging.write(name, data)


def _content(root: Path, name: str) -> bytes | None:
    return read_bytes(root, name) if file_exists(root, name) else None


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(" ", "seconds")


def _as_json(step: Step) -> bytes:
    said = {"command": step.command, "when": step.when, "after": dict(step.after)}
    said |= {"what": step.what} if step.what else {}
    said |= {"by": step.by} if step.by else {}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def _prune(root: Path, folder: str) -> None:
    """Take away folders below ``root`` that are empty now, from ``folder`` down and up."""
    top = root / folder
    below = sorted(top.rglob("*"), reverse=True) if top.is_dir() else []
    for path in (*below, *_up(root, top)):
        if path.is_dir() and not path.is_symlink():
            with suppress(OSError):  # it holds something
                path.rmdir()


def _up(root: Path, folder: Path) -> Iterator[Path]:
    while folder != root and folder.is_relative_to(root):
        yield folder
        folder = folder.parent
