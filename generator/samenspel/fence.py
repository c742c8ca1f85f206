"""A fence in memory and processor time round a command: whatever a deck asks for, it ends.

Bounds on what is read are kept before the work (``bounds``); the fence stands behind them, for what
nobody thought of. The command puts it up. Whoever uses samenspel from Python has a process of his
own to bound, and none is put up there.
"""

from __future__ import annotations

import signal
import time
from contextlib import suppress
from importlib.util import find_spec
from types import FrameType
from typing import NoReturn

from samenspel.bounds import MAKING, MB, MEMORY, PAGE, READING

MEASURED = find_spec("resource") is not None
"""True where the system counts the processor time and the memory of a process."""

NEAR = 64 * MB
"""So near to the bound a library may have been refused memory without a word."""

_up = False


class OverTimeError(BaseException):
    """The processor time is used up. No ``except Exception`` on the way takes it for its own."""


def put_up(memory: int = MEMORY, seconds: int = READING) -> None:
    """Bound this process: ``memory`` in bytes, and ``seconds`` of processor time from now.

    Over its memory a MemoryError is raised, over its time an OverTimeError. Where a system has no
    such bounds nothing happens.
    """
    global _up
    if not MEASURED:
        return
    import resource

    _up = True
    signal.signal(signal.SIGXCPU, _over)
    _bound(resource.RLIMIT_AS, memory)
    allow(seconds)


def allow(seconds: int) -> None:
    """At least so much processor time from now, for a piece of work that was foreseen."""
    if not _up:
        return
    import resource

    wanted = int(time.process_time()) + seconds + 1
    soft, _ = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        wanted = max(wanted, soft)
    _bound(resource.RLIMIT_CPU, wanted)


def time_for(pages: int) -> int:
    """Seconds of processor time for so many pages of one edition in one format."""
    return MAKING + round(PAGE * pages)


def hold() -> None:
    """Raise MemoryError when memory came so near to its bound that a part may have failed."""
    if not _up:
        return
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    if soft != resource.RLIM_INFINITY and _largest() > soft - NEAR:
        raise MemoryError


def _largest() -> int:
    """The most bytes of address space that were taken; 0 where a system does not tell."""
    with suppress(OSError), open("/proc/self/status", encoding="ascii") as file:  # noqa: PTH123
        for line in file:
            if line.startswith("VmPeak:"):
                return int(line.split()[1]) * 1024
    return 0


def _bound(kind: int, limit: int) -> None:
    import resource

    with suppress(OSError, ValueError):  # a system that has the bound and does not keep it
        _, hard = resource.getrlimit(kind)
        soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (soft, hard))


def _over(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    raise OverTimeError
