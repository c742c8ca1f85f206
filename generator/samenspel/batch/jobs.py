"""One job for each press, region and language, and by what it is known.

Nothing of a project is opened here: a batch that would change nothing needs no more than this.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from samenspel.builtin import builtin_deck
from samenspel.pipeline.records import record_key
from samenspel.pipeline.request import BuildRequest
from samenspel.store import Store, digest_of

KIND = "batch"
"""The kind of entry in the store that the jobs of a request are."""

REGIONS = "cards/regions"
RECORDS = "cards/.basis"
"""What a base said under a maker's texts: no build reads it."""


@dataclass(frozen=True, slots=True)
class Job:
    """A deck for one press, region and language, in all formats that are asked for."""

    press: str
    """The press it is for."""
    region: str
    """The region it is for."""
    language: str
    """Of its texts."""
    request: BuildRequest
    """What is asked of the build."""
    files: tuple[str, ...]
    """The files of the region and of all that it builds on, below the project."""

    @property
    def part(self) -> str:
        """The folder that it writes, below the request's output."""
        return f"{self.region}/{self.language}"

    @property
    def name(self) -> str:
        """For people: ``coated/waddenrand/nl``."""
        return f"{self.press}/{self.part}"

    def key(self, shared: str | None = None) -> str:
        """The digest of all that it is made with; other regions' files are none of it.

        ``shared`` is that of what all jobs share, when it is known. Empty when nothing is kept, or
        when it cannot be known what stands in the project.
        """
        shared = shared_digest(self.request) if shared is None else shared
        if not shared:
            return ""
        own = [_digest(root / file) for root in _roots(self.request) for file in self.files]
        wanted = repr(replace(self.request, cache=None))
        return hashlib.sha256("|".join((shared, wanted, *own)).encode()).hexdigest()


def shared_digest(request: BuildRequest) -> str:
    """The digest of what all regions are made with; empty when nothing is kept or it is unknown."""
    if request.cache is None or request.keep_rejected:
        return ""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return digest_of(_roots(request), epoch, without=(REGIONS, RECORDS))


def job_of(
    request: BuildRequest, press: str, region: str, language: str, files: Iterable[str],
    *, several: bool,
) -> Job:  # fmt: skip
    """A job; of several presses each has a folder of its own name."""
    alone = replace(
        request, output=request.output / press if several else request.output, press=press,
        presses=(), regions=(region,), languages=(language,),
    )  # fmt: skip
    return Job(press, region, language, alone, tuple(files))


def known_jobs(request: BuildRequest) -> tuple[list[Job], frozenset[str]]:
    """The jobs of a request that was made before of the same project; none when it was not.

    Beside them the names of all regions that the project has.
    """
    key = record_key(request)
    entry = Store(request.cache).get(KIND, key) if key else None
    try:
        said = json.loads(entry) if entry else {"rows": [], "regions": []}
        jobs = [job_of(request, *row, several=bool(said["several"])) for row in said["rows"]]
        return jobs, frozenset(said["regions"])
    except (ValueError, KeyError, TypeError):
        return [], frozenset()


def _roots(request: BuildRequest) -> list[Path]:
    builtin = builtin_deck()
    return list(dict.fromkeys((request.project or builtin, builtin)))


def _digest(path: Path) -> str:
    """A file's SHA-256 in hexadecimal; of one that is not there, nothing."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
