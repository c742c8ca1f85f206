"""The process that prepares heavy art: ``python -P -m samenspel.draw.worker``.

A job comes pickled on standard input from the process that trusts itself, and the art after it; the
answer is an entry as the cache keeps it, or mistakes as JSON. Memory and time are bounded before
the art is looked at.
"""

from __future__ import annotations

import json
import pickle
import sys
import warnings
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from samenspel.diagnostics import Diagnostic, Location
from samenspel.draw.colour import ColourSpace
from samenspel.errors import ContentError
from samenspel.saying import packed as packed_text

ANSWER_ART, ANSWER_MISTAKES, ANSWER_HEAVY = b"A", b"M", b"H"
MEASURED = find_spec("resource") is not None
"""True where the system counts the processor time and the memory of a process."""

_PAGE = 4096


@dataclass(frozen=True, slots=True)
class Job:
    """Art to prepare, of which ``size`` bytes follow; ``memory`` in bytes, beside what is mapped at
    the start, and ``seconds`` of processor time are all that may be used.
    """

    name: str
    size: int
    colour: ColourSpace
    location: Location | None
    memory: int
    seconds: int


def main() -> None:
    """Do one job."""
    job: Job = pickle.load(sys.stdin.buffer)
    data = sys.stdin.buffer.read(job.size)
    warnings.simplefilter("ignore")
    from samenspel.draw.art import prepare_here
    from samenspel.draw.entries import packed

    _load_libraries(data)
    _bound(job)
    try:
        art = prepare_here(job.name, data, colour=job.colour, location=job.location)
        answer = ANSWER_ART + packed(art)
    except ContentError as error:
        diagnostics = [_out(diagnostic) for diagnostic in error.diagnostics]
        answer = ANSWER_MISTAKES + json.dumps(diagnostics).encode()
    except (MemoryError, RecursionError):
        answer = ANSWER_HEAVY
    sys.stdout.buffer.write(answer)


def _load_libraries(data: bytes) -> None:
    """What is mapped of libraries is no memory that the art takes."""
    from samenspel.draw.art import is_pdf

    if is_pdf(data):
        import samenspel.draw.placed

        assert samenspel.draw.placed
    import PIL.Image
    import PIL.ImageCms
    import resvg_py

    assert PIL.Image and PIL.ImageCms and resvg_py


def _bound(job: Job) -> None:
    """Hold this process to its bounds. Where a system has no such bounds, only time is watched."""
    if not MEASURED:
        return
    import resource

    for kind, most in (
        (resource.RLIMIT_AS, job.memory + _mapped()),
        (resource.RLIMIT_CPU, job.seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (limit, hard))


def _mapped() -> int:
    """Bytes of address space that are taken already; a fair guess where that cannot be read."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[0]) * _PAGE
    except OSError:
        return 200 * 2**20


def _out(diagnostic: Diagnostic) -> dict[str, Any]:
    place = diagnostic.location
    return {
        "code": diagnostic.code,
        "message": packed_text(diagnostic.message),
        "location": None if place is None else [place.file, place.line],
        "key": diagnostic.key,
        "remedy": packed_text(diagnostic.remedy),
        "severity": diagnostic.severity.value,
    }


if __name__ == "__main__":
    main()
