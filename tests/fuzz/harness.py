"""Thousands of damaged files through a judge, each in a child that may use only so much.

Whatever a file is, it must end as an outcome that somebody foresaw. What is raised beyond that, a
child that dies, and one that takes too much memory or too long are failures. A sound file is judged
first, in the parent: the children begin with all that a judge imports and no file changes.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import resource
import select
import signal
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

MEMORY = 500 * 2**20
"""Bytes beyond those of the parent."""
SECONDS = 60
"""Of processor time for one file."""
PATIENCE = 10 * SECONDS
"""Seconds by the clock, for a child that waits and does nothing."""


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of file: what it is made from, how it is damaged, and who judges it."""

    name: str
    ending: str
    made: Callable[[int, int], bytes]
    """File ``number`` of a run with a seed; the same numbers give the same file."""
    judged: Callable[[bytes], str]
    """How a file ended, in a word or two. What nobody foresaw is raised."""
    sound: Callable[[], bytes] | None = None
    """A file without damage."""


@dataclass(slots=True)
class Tally:
    """What became of the files."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)
    slowest: float = 0.0
    """Seconds of processor time that one file took."""
    largest: int = 0
    """Kilobytes that one child had in memory, with the parent's own."""

    def add(self, number: int, outcome: str, trace: str = "") -> None:
        """One file more."""
        self.outcomes[outcome] += 1
        if outcome == "failed":
            self.failures.append((number, trace))


def run(
    target: Target, tries: int, seed: int, *, first: int = 0, keep: Path | None = None,
    tell: Callable[[int, Tally], None] | None = None,
) -> Tally:  # fmt: skip
    """Try files ``first`` to ``first + tries``; those that failed are kept in a folder.

    ``tell`` hears of every file that is done.
    """
    tally = Tally()
    logging.disable()
    warnings.simplefilter("ignore")
    if target.sound is not None:
        target.judged(target.sound())
    gc.collect()
    gc.freeze()  # a child that looks for cycles touches, and so copies, no page of the parent's
    for number in range(first, first + tries):
        _try(number, seed, target, tally)
        if tell is not None:
            tell(number, tally)
    gc.unfreeze()
    if keep is not None and tally.failures:
        keep.mkdir(parents=True, exist_ok=True)
        for one, _ in tally.failures:
            path = keep / f"failed-{target.name}-{seed}-{one}{target.ending}"
            path.write_bytes(target.made(one, seed))
    return tally


def _try(number: int, seed: int, target: Target, tally: Tally) -> None:
    """One file in a child of its own."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _work(number, seed, target, theirs)
    os.close(theirs)
    said = _heard(ours, child)
    os.close(ours)
    _, status, usage = os.wait4(child, 0)
    tally.largest = max(tally.largest, usage.ru_maxrss)
    tally.slowest = max(tally.slowest, usage.ru_utime + usage.ru_stime)
    if said and status == 0:
        tally.add(number, *json.loads(said))
    else:
        tally.add(number, "failed", f"the process ended with status {status}")


def _heard(pipe: int, child: int) -> bytes:
    """All that the child says; it is ended when it takes too long."""
    said, until = b"", time.monotonic() + PATIENCE
    while True:
        if not select.select([pipe], [], [], max(0, until - time.monotonic()))[0]:
            os.kill(child, signal.SIGKILL)
            return b""
        data = os.read(pipe, 1 << 16)
        if not data:
            return said
        said += data


def _work(number: int, seed: int, target: Target, pipe: int) -> NoReturn:
    """The child: bounded, and one outcome."""
    status, trace = 1, ""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        bound = pages * os.sysconf("SC_PAGE_SIZE") + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        try:
            outcome = target.judged(target.made(number, seed))
        except BaseException:
            outcome, trace = "failed", traceback.format_exc()
        with os.fdopen(pipe, "wb") as file:
            file.write(json.dumps([outcome, trace]).encode())
        status = 0
    finally:
        os._exit(status)
