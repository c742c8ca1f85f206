"""The project as it was opened last, while none of its files has changed since."""

from __future__ import annotations

from pathlib import Path

from samenspel.loading import open_project
from samenspel.project import Project
from samenspel.store import digest_of

Regions = tuple[str, ...] | None

_last: dict[tuple[Path, str, Regions], Project] = {}
"""One project by its folder, the digest of all that it was read from, and what was checked."""


def open_again(folder: Path, builtin: Path, regions: Regions = None) -> Project:
    """As :func:`samenspel.loading.open_project`; the same project when nothing has changed.

    A command opens a project more than once: to note what its base says, and to build it. Who
    watches a folder opens it at every change anywhere in it. Projects are never changed.
    """
    digest = digest_of((folder, builtin))
    key, whole = (folder.resolve(), digest, regions), (folder.resolve(), digest, None)
    for known in (key, whole) if digest else ():
        if known in _last:
            return _last[known]
    project = open_project(folder, builtin, regions)
    if digest and digest == digest_of((folder, builtin)):  # nobody wrote in it meanwhile
        _last.clear()
        _last[key] = project
    return project
