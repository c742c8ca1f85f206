"""Noticing that somebody changed a project's files: by asking, on every system, in every editor.

Files are asked for their size and moment of change a few times a second, which costs a millisecond.
Whether they hold anything else is then seen from their content.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from samenspel.store import FOLDERS, digest_of

PAUSE = 0.25
"""Seconds between two looks."""

RECORDS = "cards/.basis"
"""What samenspel notes while it builds; no build reads it."""

State = tuple[tuple[str, int, int], ...]
"""Each file's name, size and moment of change."""


class Watch:
    """Looks at the files of a project, whatever of them is there."""

    def __init__(self, project: Path, rest: Callable[[float], None] = time.sleep) -> None:
        """What counts as a change counts from now; ``rest`` waits for so many seconds."""
        self._project, self._rest = project, rest
        self._state = state_of(project)
        self._digest = _digest(project)

    def changes(self) -> Iterator[None]:
        """Each time that something else stands in the files, once they have come to rest.

        What changes while the last change is worked on is the next. An editor writes a file in
        several steps, and some save all that is open at once.
        """
        while True:
            self._rest(PAUSE)
            now = state_of(self._project)
            if now == self._state:
                continue
            while True:
                self._rest(PAUSE / 2)
                later = state_of(self._project)
                if later == now:
                    break
                now = later
            self._state = now
            digest = _digest(self._project)
            if digest != self._digest or not digest:
                self._digest = digest
                yield


def _digest(project: Path) -> str:
    return digest_of((project,), without=(RECORDS,))


def state_of(project: Path) -> State:
    """What the system says of all that a build may read below a project."""
    found: list[tuple[str, int, int]] = []
    records = str(project / RECORDS)
    for folder in FOLDERS:
        for here, below, names in os.walk(project / folder):
            below[:] = [name for name in below if os.path.join(here, name) != records]  # noqa: PTH118
            for name in names:
                path = os.path.join(here, name)  # noqa: PTH118 asked for hundreds at a time
                with suppress(OSError):
                    state = os.stat(path)  # noqa: PTH116
                    found.append((path, state.st_size, state.st_mtime_ns))
    return tuple(sorted(found))
