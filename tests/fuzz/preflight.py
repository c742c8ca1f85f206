"""Thousands of damaged files through preflight: ``python -m tests.fuzz.preflight --tries 10000``.

Files are read in child processes that may use 500 MB and a minute for each. Whatever a file is, it
must end as findings or as "cannot be read", and every report on it must be written.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import resource
import select
import signal
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.mutating import mutated
from tests.fuzz.seeds import seeds

from samenspel.inspecting.data import as_json
from samenspel.inspecting.markdown import as_markdown
from samenspel.inspecting.report import FileReport, PreflightReport
from samenspel.preflight import Expectation, UnreadableError, inspect, overview

MEMORY = 500 * 2**20
SECONDS = 60
EXPECTED = Expectation(pages=1, trim=(105, 148), bleed=3, output_condition="FOGRA39")


@dataclass(slots=True)
class Tally:
    """What became of the files."""

    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)
    slowest: float = 0.0
    largest: int = 0


def judged(pdf: bytes) -> str:
    """Read one file in all ways and say how it ended. What nobody foresaw is raised."""
    try:
        known = overview(pdf)
    except UnreadableError:
        return "unreadable"
    found = inspect(pdf, EXPECTED)
    report = PreflightReport((FileReport("x.pdf", tuple(found), known),), "x", EXPECTED)
    json.loads(as_json(report), parse_constant=_no_number)
    as_json(report).encode()
    as_markdown(report).encode()
    return "findings" if found else "clean"


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def run(tries: int, seed: int, *, first: int = 0, keep: Path | None = None) -> Tally:
    """Try files ``first`` to ``first + tries``; those that failed are kept in a folder."""
    tally, sources, number = Tally(), seeds(), first
    while number < first + tries:
        number = _batch(range(number, min(number + 200, first + tries)), seed, sources, tally)
    if keep is not None:
        for one, _ in tally.failures:
            (keep / f"failed-{seed}-{one}.pdf").write_bytes(mutated(sources, one, seed))
    return tally


def _batch(numbers: range, seed: int, sources: Sequence[bytes], tally: Tally) -> int:
    """Files in one child; returns the next number, behind a file at which the child died."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _work(numbers, seed, sources, theirs)
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


def _work(numbers: range, seed: int, sources: Sequence[bytes], pipe: int) -> None:
    """The child: bounded, and one line for each file."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    bound = pages * os.sysconf("SC_PAGE_SIZE") + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in numbers:
        began, trace = time.monotonic(), ""
        try:
            outcome = judged(mutated(sources, number, seed))
        except MemoryError:
            outcome = "too heavy"
        except BaseException:
            outcome, trace = "failed", traceback.format_exc()
        line = json.dumps([number, outcome, time.monotonic() - began, trace])
        os.write(pipe, line.encode() + b"\n")
    os._exit(0)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the files that failed")
    wanted = parser.parse_args()
    logging.disable()
    warnings.simplefilter("ignore")
    began = time.monotonic()
    tally = run(wanted.tries, wanted.seed, keep=wanted.keep)
    for number, trace in tally.failures[:20]:
        print(f"-- file {number} of seed {wanted.seed}\n{trace}")
    print(f"{wanted.tries} files, seed {wanted.seed}: {dict(sorted(tally.outcomes.items()))}")
    print(
        f"slowest {tally.slowest:.1f} s, most memory {tally.largest / 1024:.0f} MB, "
        f"{len(tally.failures)} failed, {time.monotonic() - began:.0f} s in all"
    )
    sys.exit(bool(tally.failures))


if __name__ == "__main__":
    main()
