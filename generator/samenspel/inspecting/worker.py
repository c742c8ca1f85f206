"""The process that reads a stranger's file: ``python -P -m samenspel.inspecting.worker``.

A job comes pickled on standard input from the process that trusts itself; the answer goes as JSON
to standard output. Memory and time are bounded before the file is opened.
"""

from __future__ import annotations

import json
import logging
import pickle
import sys
import warnings
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from samenspel.bounds import PDF_FILE
from samenspel.errors import reason_of
from samenspel.gate import read_given
from samenspel.preflight import Expectation
from samenspel.saying import packed

MAX_FINDINGS = 5000
MEASURED = find_spec("resource") is not None
"""True where the system counts the processor time and the memory of a process."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with the file at ``path``: hold it against ``expected``, or draw ``pages``.

    ``memory`` in bytes and ``seconds`` of processor time are all that may be used.
    """

    path: Path
    memory: int
    seconds: int
    expected: Expectation | None = None
    thorough: bool = False
    pages: tuple[int, ...] = ()


def main() -> None:
    """Do one job."""
    job: Job = pickle.load(sys.stdin.buffer)
    warnings.simplefilter("ignore")
    logging.disable()
    try:
        pdf = read_given(job.path, PDF_FILE)
        _bound(job)
        answer = _drawn(pdf, job.pages) if job.expected is None else _read(pdf, job)
    except OSError as error:
        answer = {"refused": reason_of(error)}
    except MemoryError:
        answer = {"heavy": True}
    json.dump(answer, sys.stdout)


def _bound(job: Job) -> None:
    """Hold this process to its bounds. Where a system has no such bounds, only time is watched."""
    if not MEASURED:
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, job.memory),
        (resource.RLIMIT_CPU, job.seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (limit, hard))


def _read(pdf: bytes, job: Job) -> dict[str, Any]:
    from samenspel.preflight import UnreadableError, inspect
    from samenspel.preflight.overview import overview

    assert job.expected is not None
    try:
        known = overview(pdf)
    except UnreadableError as error:
        return {"unreadable": packed(error.args[0]), "locked": error.locked}
    found = inspect(pdf, job.expected, job.thorough)
    return {
        "overview": asdict(known),
        "findings": [finding.plain for finding in found[:MAX_FINDINGS]],
        "more": max(len(found) - MAX_FINDINGS, 0),
    }


def _drawn(pdf: bytes, pages: tuple[int, ...]) -> dict[str, Any]:
    from samenspel.inspecting.wire import picture_out
    from samenspel.proofing import page_picture

    pictures = {}
    for number in pages:
        try:
            pictures[str(number)] = picture_out(page_picture(pdf, number))
        except ValueError:
            continue
    return {"pictures": pictures}


if __name__ == "__main__":
    main()
