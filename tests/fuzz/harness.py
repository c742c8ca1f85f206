"""Thousands of damaged files through a judge, in children that may use only so much.

Whatever a file is, it must end as an outcome that somebody foresaw. What is raised beyond that, a
child that dies, and one that takes too long are failures.
"""

from __future__ import annotations

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
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

MEMORY = 500 * 2**20
SECONDS = 60
BATCH = 200


@dataclass(frozen=True, slots=True)
class Target:
    """One kind of file: what it is made from, how it is damaged, and who judges it."""

    name: str
    ending: str
    made: Callable[[int, int], bytes]
    """File ``number`` of a run with a seed; the same numbers give the same file."""
    judged: Callable[[bytes], str]
    """How a file ended, in a word or two. What nobody foresaw is raised."""


@dataclass(slots=True)
class Tally:
    """What became of the files."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)
    slowest: float = 0.0
    largest: int = 0


def run(
    target: Target, tries: int, seed: int, *, first: int = 0, keep: Path | None = None
) -> Tally:
    """Try files ``first`` to ``first + tries``; those that failed are kept in a folder."""
    tally, number = Tally(), first
    logging.disable()
    warnings.simplefilter("ignore")
    while number < first + tries:
        number = _batch(range(number, min(number + BATCH, first + tries)), seed, target, tally)
    if keep is not None:
        for one, _ in tally.failures:
            path = keep / f"failed-{target.name}-{seed}-{one}{target.ending}"
            path.write_bytes(target.made(one, seed))
    return tally


def _batch(numbers: range, seed: int, target: Target, tally: Tally) -> int:
    """Files in one child; returns the next number, behind a file at which the child died."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _work(numbers, seed, target, theirs)
    os.close(theirs)
    done = _listen(ours, child, tally)
    os.close(ours)
    _, status, usage = os.wait4(child, 0)
    tally.largest = max(tally.largest, usage.ru_maxrss)
    if done < len(numbers):
        tally.failures.append((numbers[done], f"the process ended with status {status}"))
        return numbers[done] + 1
    return numbers.stop


def _listen(pipe: int, child: int, tally: Tally) -> int:
    """Take in a line for each file; end the child when one takes too long."""
    done, rest = 0, b""
    while True:
        if not select.select([pipe], [], [], SECONDS)[0]:
            os.kill(child, signal.SIGKILL)
            return done
        data = os.read(pipe, 1 << 16)
        if not data:
            return done
        *lines, rest = (rest + data).split(b"\n")
        for line in lines:
            number, outcome, seconds, trace = json.loads(line)
            tally.outcomes[outcome] += 1
            tally.slowest = max(tally.slowest, seconds)
            if outcome == "failed":
                tally.failures.append((number, trace))
        done += len(lines)


def _work(numbers: Sequence[int], seed: int, target: Target, pipe: int) -> None:
    """The child: bounded, and one line for each file."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    bound = pages * os.sysconf("SC_PAGE_SIZE") + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in numbers:
        began, trace = time.process_time(), ""
        try:
            outcome = target.judged(target.made(number, seed))
        except MemoryError:
            outcome = "too heavy"
        except BaseException:
            outcome, trace = "failed", traceback.format_exc()
        line = json.dumps([number, outcome, time.process_time() - began, trace])
        os.write(pipe, line.encode() + b"\n")
    os._exit(0)
