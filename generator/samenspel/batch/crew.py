"""The processes of a batch: each takes one job after another; one that dies takes none with it.

A job whose process died (no memory, killed) is given to another process once, and then reported.
No process outlives the batch: they end when it stops, and by themselves when it was killed.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any, Generic, NoReturn, TypeVar

from samenspel.errors import STOPPED

Task = TypeVar("Task")
Result = TypeVar("Result")

TRIES = 2
"""So many processes may die over one task."""

START = "fork" if sys.platform == "linux" else "spawn"
"""A forked process has the project and the libraries in memory already."""


class LostError(Exception):
    """The processes that were to do a task died over it."""


@dataclass(slots=True)
class _Worker(Generic[Task]):
    process: BaseProcess
    line: Connection
    task: tuple[int, Task] | None = None


@dataclass(slots=True)
class Crew(Generic[Task, Result]):
    """So many processes that do ``act`` on tasks. A context; at its end all have ended."""

    act: Callable[[Task], Result]
    count: int
    _workers: list[_Worker[Task]] = field(default_factory=list)
    _deaths: dict[int, int] = field(default_factory=dict)

    def __enter__(self) -> Crew[Task, Result]:
        """Start nobody yet: that waits for the first task."""
        return self

    def __exit__(self, *_: object) -> None:
        """End all, whatever they are doing; what they had begun to write they clear away."""
        for worker in self._workers:
            worker.line.close()
            if worker.task is not None:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers.clear()

    def results(self, tasks: Sequence[Task]) -> Iterator[tuple[int, Result | LostError]]:
        """Each task's place and result, as they come."""
        waiting = deque(enumerate(tasks))
        for _ in range(min(self.count, len(waiting))):
            self._give(self._hire(), waiting)
        while busy := [worker for worker in self._workers if worker.task is not None]:
            ready = wait([worker.line for worker in busy])
            for worker in busy:
                if worker.line not in ready or worker.task is None:
                    continue
                place, task = worker.task
                try:
                    result: Result = worker.line.recv()
                except (EOFError, OSError):
                    if self._died(worker, place):
                        yield place, LostError()
                    else:
                        waiting.appendleft((place, task))
                    if waiting:
                        self._give(self._hire(), waiting)
                else:
                    yield place, result
                    self._give(worker, waiting)

    def _died(self, worker: _Worker[Task], place: int) -> bool:
        """Take leave of a process; True when its task is given up."""
        worker.line.close()
        worker.process.join()
        self._workers.remove(worker)
        self._deaths[place] = self._deaths.get(place, 0) + 1
        return self._deaths[place] >= TRIES

    def _hire(self) -> _Worker[Task]:
        context = multiprocessing.get_context(START)
        ours, theirs = context.Pipe()
        strangers = [worker.line for worker in self._workers] if START == "fork" else []
        arguments = (self.act, theirs, [*strangers, ours] if START == "fork" else [])
        process = context.Process(target=_serve, args=arguments, daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        worker: _Worker[Task] = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker[Task], waiting: deque[tuple[int, Task]]) -> None:
        worker.task = waiting.popleft() if waiting else None
        with suppress(OSError):  # it died: that is seen when its result is waited for
            if worker.task is not None:
                worker.line.send(worker.task[1])


def _serve(
    act: Callable[[Any], object], line: Connection, strangers: Sequence[Connection]
) -> None:
    """A process's life. The other ends of all lines are closed, so that it sees the batch end."""
    for one in strangers:
        one.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the batch itself is interrupted, and ends us
    signal.signal(signal.SIGTERM, _end)
    with suppress(EOFError, OSError):
        while True:
            line.send(act(line.recv()))


def _end(number: int, frame: FrameType | None) -> NoReturn:
    """Asked to stop: end in order, so that what was begun is cleared away."""
    del frame
    sys.exit(STOPPED + number)
