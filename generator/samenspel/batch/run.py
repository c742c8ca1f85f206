"""The order of a batch: what there is to make, the processes that make it, and what came of it."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from samenspel import fence
from samenspel.batch.cleaning import cleaned, homes
from samenspel.batch.crew import Crew, LostError
from samenspel.batch.jobs import Job, known_jobs, shared_digest
from samenspel.batch.report import BatchReport, Outcome
from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic
from samenspel.errors import ExitCode, SamenspelError
from samenspel.locking import FolderLock
from samenspel.moving import nearest_folder, refuse_links
from samenspel.pipeline.records import remembered
from samenspel.pipeline.request import BuildRequest, Stopped
from samenspel.saying import say
from samenspel.staging import access_error, finish_abandoned, output_busy


@dataclass(frozen=True, slots=True)
class BatchProgress:
    """How far a batch is."""

    done: int
    """How many jobs have ended."""
    total: int
    """How many there are."""
    last: str
    """The job that ended last; empty at the beginning."""
    left: float | None
    """Seconds that the rest will take at this pace, once that can be said."""


Tell = Callable[[BatchProgress], None]


def batch_deck(
    request: BuildRequest,
    on_progress: Tell | None = None,
    *,
    workers: int | None = None,
    scheduler: str = "",
) -> BatchReport:
    """Make all editions that a request asks for, so many at a time (as there are cores, without).

    A mistake in one stops that one. Files are the same to the byte with any number of workers.
    With a store (``request.cache``) only what is missing or changed is made. ``scheduler`` is the
    address of a Dask cluster that makes it instead (UsageError when it cannot). Raises what
    ``build_deck`` raises of the project as a whole, and FileAccessError when another process writes
    to the output folder.
    """
    lock = _locked(request.output)
    try:
        jobs, regions = ([], frozenset[str]()) if request.clean else known_jobs(request)
        sweep: Callable[[], tuple[Path, ...]] = tuple
        same = _unchanged(request, jobs)
        stopped: tuple[Stopped, ...] = ()
        if not jobs or len(same) < len(jobs):
            from samenspel.batch.work import work_of  # all that reads a deck

            work = work_of(request)
            jobs, stopped, regions = list(work.jobs), work.stopped, work.regions
            same = same or _unchanged(request, jobs)
            sweep = partial(cleaned, request, work) if request.clean else sweep
        missing = [job for job in jobs if job not in same]
        for output in {job.request.output for job in missing}:  # a press has a folder of its own
            refuse_links(request.output, PurePosixPath(output.relative_to(request.output)))
        count = max(1, min(workers or cores(), len(missing)))
        tell = _Teller(len(jobs), len(same), on_progress or _ignored)
        if scheduler and missing:
            from samenspel.batch.cluster import Cluster

            with Cluster(scheduler, request) as cluster:
                count = cluster.workers
                made = _gathered(tell, _judged(missing, cluster.results(missing)))
        else:
            made = _gathered(tell, _outcomes(missing, count))
        notes = () if request.clean else tuple(_dropped(request, jobs, regions))
    finally:
        lock.release()
    removed = sweep()
    broken = tuple((one.region, one.error.diagnostics) for one in stopped)
    outcomes = tuple(same.get(job) or made[job] for job in jobs)
    return BatchReport(request.output, outcomes, broken, count, notes, removed)


def _dropped(
    request: BuildRequest, jobs: Iterable[Job], known: Collection[str]
) -> Iterator[Diagnostic]:
    """Name the folders of regions that the project no longer has."""
    from samenspel.pipeline.leftovers import dropped_region, dropped_regions

    root = request.project or builtin_deck()
    for home in homes(request, jobs):
        for region in dropped_regions(request.output, home, root, known):
            yield dropped_region(request.output / home / region)


def _locked(output: Path) -> FolderLock:
    """The lock on the whole output folder. Its workers lock the parts that they write.

    The lock stands beside the folder, where it also is after the folder was made, so that one that
    a kill left is found again.
    """
    target = output.resolve()
    try:
        beside = nearest_folder(target.parent)
        lock = FolderLock(target, beside if os.access(beside, os.W_OK) else nearest_folder(target))
        if lock.acquire():
            return lock
    except OSError as error:
        raise access_error(error, output) from error
    raise output_busy(output)


def _unchanged(request: BuildRequest, jobs: Sequence[Job]) -> dict[Job, Outcome]:
    """The jobs that would write what stands there already."""
    shared = shared_digest(request) if jobs else ""
    found = {}
    for job in jobs if shared else ():
        begun = time.process_time()
        finish_abandoned(job.request.output / job.part)
        report = remembered(job.request, job.key(shared))
        if report is not None:
            found[job] = Outcome(job, report, seconds=time.process_time() - begun)
    return found


def cores() -> int:
    """How many processes may run at the same time here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def made(job: Job) -> Outcome:
    """Do one job; whatever goes wrong in it is its outcome."""
    from samenspel.pipeline.line import build_part

    begun = time.process_time()
    try:
        finish_abandoned(job.request.output / job.part)
        report = build_part(job.request, job.part, job.key)
        outcome = Outcome(job, report)
    except SamenspelError as error:
        outcome = Outcome(job, None, error.diagnostics, error.exit_code)
    except (MemoryError, fence.OverTimeError):
        outcome = Outcome(job, None, (_heavy(job),), ExitCode.CONTENT)
    except Exception:
        outcome = Outcome(job, None, (_bug(job, traceback.format_exc()),), ExitCode.BUG)
    spent = time.process_time() - begun
    return Outcome(outcome.job, outcome.report, outcome.mistakes, outcome.exit_code, spent)


class _Teller:
    """Tells how far a batch is, and how long the rest will take at this pace."""

    def __init__(self, total: int, done: int, tell: Tell) -> None:
        self._total, self._done, self._tell = total, done, tell

    def over(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Hand on the outcomes as they come."""
        begun = time.monotonic()
        self._tell(BatchProgress(self._done, self._total, "", None))
        for count, outcome in enumerate(outcomes, start=1):
            done = self._done + count
            pace = (time.monotonic() - begun) / count
            left = pace * (self._total - done)
            self._tell(BatchProgress(done, self._total, outcome.job.name, left))
            yield outcome


def _outcomes(jobs: Sequence[Job], count: int) -> Iterable[Outcome]:
    if count == 1:
        yield from map(made, jobs)
        return
    with Crew(made, count) as crew:
        yield from _judged(jobs, crew.results(jobs))


def _judged(
    jobs: Sequence[Job], results: Iterable[tuple[int, Outcome | LostError]]
) -> Iterator[Outcome]:
    """The outcomes of jobs; one whose processes died has an outcome too."""
    for place, found in results:
        yield _lost(jobs[place]) if isinstance(found, LostError) else found


def _gathered(tell: _Teller, outcomes: Iterable[Outcome]) -> dict[Job, Outcome]:
    return {outcome.job: outcome for outcome in tell.over(outcomes)}


def _lost(job: Job) -> Outcome:
    lost = Diagnostic(
        "batch-worker-lost",
        say("the process that made {name} was ended from outside, twice", name=job.name),
        remedy="make room in memory, or ask for fewer at a time with --jobs",
    )
    return Outcome(job, None, (lost,), ExitCode.ACCESS)


def _heavy(job: Job) -> Diagnostic:
    return Diagnostic(
        "deck-too-heavy",
        say("{name} takes more memory or processor time than one deck may", name=job.name),
        remedy="build it by itself, or find the file that is too large",
    )


def _bug(job: Job, trace: str) -> Diagnostic:
    return Diagnostic(
        "batch-bug",
        say("a mistake in samenspel itself stopped {name}:\n{trace}", name=job.name, trace=trace),
        remedy="please report it with these lines",
    )


def _ignored(progress: BatchProgress) -> None:
    """For a caller that does not want to know."""
    del progress
