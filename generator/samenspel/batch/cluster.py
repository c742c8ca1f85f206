"""A batch on the machines of a Dask cluster: what a job needs goes there, what it made comes back.

A worker gets the project, the caller's prepared art and the program's digest once, and each job
what stands in its output folder. It builds in a folder of its own, and the caller alone writes the
output, each job once, whole or not at all; so a worker that dies halfway leaves nothing behind, and
Dask gives its job to another.
"""

from __future__ import annotations

import hashlib
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from samenspel.batch.crew import LostError
from samenspel.batch.jobs import Job
from samenspel.batch.parcel import (
    brought_home,
    files_of,
    laid_out,
    packed,
    told_from,
    unpacked,
)
from samenspel.batch.report import Outcome
from samenspel.builtin import builtin_deck
from samenspel.errors import UsageError
from samenspel.ours import MADE, RECORDS, remade_by
from samenspel.pipeline.leftovers import maker_of
from samenspel.pipeline.records import record
from samenspel.pipeline.request import BuildRequest
from samenspel.saying import say
from samenspel.staging import Staging
from samenspel.store import FOLDERS, Store, contents, tree

PATIENCE = 15
"""Seconds in which a scheduler must answer."""

ART = "art"
"""The kind of entry in the store that is sent along."""

_one_at_a_time = threading.Lock()
"""A worker may have several threads; a build has its process to itself."""


@dataclass(frozen=True, slots=True)
class Kit:
    """What every job of a batch needs, sent to a worker once."""

    program: str
    """The digest of the program and of the built-in deck, which must be the worker's own too."""
    project: bytes
    """The project's files; empty for the built-in deck."""
    store: bytes
    """Prepared art."""


def kit_of(request: BuildRequest) -> Kit:
    """The kit for a request."""
    project = packed(files_of(request.project, FOLDERS)) if request.project else b""
    art = dict(Store(request.cache).all(ART))
    return Kit(installed(), project, packed(art))


def installed() -> str:
    """The digest of samenspel as it is installed here, with its built-in deck and libraries."""
    deck = tree(builtin_deck())
    return hashlib.sha256(contents().encode() + (deck.digest if deck else b"?")).hexdigest()


class Cluster:
    """A scheduler that takes jobs. A context; at its end what still runs is cancelled."""

    def __init__(self, address: str, request: BuildRequest) -> None:
        """Raises UsageError: ``cluster-not-installed``, ``cluster-unreachable`` and
        ``cluster-differs`` for workers with another samenspel."""
        distributed = _library()
        try:
            self._client: Any = distributed.Client(
                address, timeout=PATIENCE, set_as_default=False, name="samenspel"
            )
        except (OSError, ValueError) as error:
            raise UsageError.of(
                "cluster-unreachable",
                say("no Dask scheduler answers at {address}", address=address),
                remedy="start one with: dask scheduler, and give the address that it prints",
            ) from error
        self._completed, self._killed = distributed.as_completed, distributed.KilledWorker
        self._kit = kit_of(request)
        try:
            self.workers = self._agreed()
            self._sent = self._client.scatter(self._kit, broadcast=True)
        except BaseException:
            self._client.close()
            raise

    def _agreed(self) -> int:
        """How many workers there are, once all have the same samenspel."""
        self._client.wait_for_workers(1, timeout=PATIENCE)
        found: dict[str, str] = self._client.run(installed)
        others = sorted(name for name, digest in found.items() if digest != self._kit.program)
        if others:
            raise UsageError.of(
                "cluster-differs",
                say(
                    "another samenspel, or other libraries, are installed on {others}",
                    others=", ".join(others[:3]),
                ),
                remedy="install the same there, or files would not be the same",
            )
        return len(found)

    def __enter__(self) -> Cluster:
        """Nothing is begun yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the cluster."""
        self._client.close()

    def results(self, jobs: Sequence[Job]) -> Iterator[tuple[int, Outcome | LostError]]:
        """Each job's place and outcome, as they come; what it made is written before."""
        places = {}
        for place, job in enumerate(jobs):
            standing = packed(files_of(job.request.output, [job.part, RECORDS]))
            future = self._client.submit(
                done_there, self._sent, job, standing, pure=False, retries=1
            )
            places[future] = place
        try:
            for future in self._completed(list(places), loop=self._client.loop):
                place = places.pop(future)
                if isinstance(future.exception(), self._killed):
                    yield place, LostError()
                else:
                    yield place, received(jobs[place], *future.result())
                future.release()
        finally:
            self._client.cancel(list(places))


def _library() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise UsageError.of(
            "cluster-not-installed",
            "Dask is not installed here, which --scheduler needs",
            remedy='install it with: pip install "samenspel[cluster]"',
        ) from error
    return distributed


def done_there(kit: Kit, job: Job, standing: bytes) -> tuple[Outcome, bytes]:
    """Do a job on a worker: its outcome, and all that stands in its part of the output after it."""
    from samenspel.batch.run import made

    with _one_at_a_time, tempfile.TemporaryDirectory(prefix="samenspel-") as name:
        folder = _shelf(kit)
        there = Path(name)
        laid_out(unpacked(standing), there)
        project = folder / "project" if kit.project else None
        request = replace(job.request, output=there, project=project, cache=folder / "store")
        outcome = made(replace(job, request=request))
        here = job.request.output
        return (
            replace(
                outcome,
                job=job,
                report=brought_home(outcome.report, there, here) if outcome.report else None,
                mistakes=tuple(told_from(one, there, here) for one in outcome.mistakes),
            ),
            packed(files_of(there, [job.part])),
        )


_shelves: dict[str, tempfile.TemporaryDirectory[str]] = {}


def _shelf(kit: Kit) -> Path:
    """This process's folder for a kit, laid out when its first job comes; it goes with us."""
    name = hashlib.sha256(kit.project + kit.store).hexdigest()
    if name not in _shelves:
        folder = tempfile.TemporaryDirectory(prefix="samenspel-kit-")
        laid_out(unpacked(kit.project) if kit.project else {}, Path(folder.name, "project"))
        store = Store(Path(folder.name, "store"))
        for key, entry in unpacked(kit.store).items():
            store.put(ART, key, entry)
        _shelves.clear()
        _shelves[name] = folder
    return Path(_shelves[name].name)


def received(job: Job, outcome: Outcome, block: bytes) -> Outcome:
    """Write what a worker made: all of it, or nothing. Raises FileAccessError."""
    if outcome.report is None:
        return outcome
    begun, key = time.process_time(), job.key()
    after = unpacked(block)
    made = f"{job.part}/{MADE}"
    if made in after:
        maker = maker_of(job.request.output, job.request.project or builtin_deck())
        after[made] = remade_by(after[made], maker)
    before = files_of(job.request.output, [job.part])
    with Staging(job.request.output, job.part) as staging:
        for name, data in after.items():
            if before.get(name) != data:
                staging.write(name, data)
        staging.discard(name for name in before if name not in after)
        staging.commit()
    with suppress(OSError):
        record(job.request.cache, key, job.key, outcome.report)
    return replace(outcome, seconds=outcome.seconds + time.process_time() - begun)
