"""Do the tests bite? Random small faults in the code, one at a time, each held against the tests.

    python tools/mutations.py --seed 7 --count 20
    python tools/mutations.py --seed 7 --count 100 --numbers 20-30,47

A fault is one operator, comparison, constant or condition of one of the rooms below. No file is
changed: the tests are collected once, and for each fault this process is forked and the child is
given the code with the fault. What is run against it, until a test fails:

1. of the room's own tests (``OWN``), those that call the function with the fault, quickest first;
2. those that call it in the other folders named for the room (``OTHER``);
3. in a new process, the room's test files that import the module: what they do on import, and what
   they start as a command of its own, is only then done with the fault.

With ``--near`` 2 is left out, for a first and quick look.

A fault in what runs on import is held against the tests that call anything of its module, in a new
process. Which test calls what is found by running the test files once; that map is kept in
``.pytest_cache`` until the test file changes. So not every test of the repository has a say: a
fault that is said to live may still be noticed by tests of other rooms. A fault that makes the
tests run far longer than they do counts as noticed. Hypothesis draws the same examples every time.

A fault that no test notices is shown with its line: either a test is missing there, or the fault
changes nothing that can be seen (then say so in docs/testing.md).
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import random
import re
import resource
import signal
import sys
import tempfile
import time
from argparse import Namespace
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from operator import itemgetter
from pathlib import Path

import hypothesis
import pytest
from _pytest.runner import call_and_report
from faults import PACKAGE, ROOT, Fault, faults
from reached import Watched, known, note, with_next

OWN = {
    "layout": ("tests/unit/layout", "tests/unit/kinds"),
    "layers": ("tests/unit/layers", "tests/unit/loading"),
    "impose": ("tests/unit/impose",),
    "finish": ("tests/unit/finish",),
    "preflight": ("tests/unit/preflight", "tests/preflight"),
    "draw": ("tests/unit/draw",),
}
"""The rooms that are drawn from, and where their own tests are."""
OTHER = {
    "layout": ("tests/unit/pipeline", "tests/unit/products", "tests/unit/tracing", "tests/content"),
    "layers": ("tests/unit/upkeep",),
    "impose": ("tests/unit/pipeline",),
    "finish": ("tests/unit/pipeline", "tests/press"),
    "preflight": ("tests/preflight_good",),
    "draw": ("tests/unit/pipeline", "tests/unit/kinds"),
}
"""Where more is tested that is made with a room."""

PATIENCE = 60
"""Seconds of the processor that a child may take beyond five times what its tests take."""
MEMORY = 4 * 2**30
BROKEN = 3
"""What a child says that fell over itself, and not over a test."""
OPTIONS = ["-qq", "-s", "-x", "-p", "no:cacheprovider", "-p", "no:xdist"]


class Verdict(StrEnum):
    """What became of a fault."""

    DIES = "dies"
    LIVES = "LIVES"
    OPEN = "open"
    """The tests that there was time for pass; there are more."""


class Bench:
    """A pytest plugin that asks the tests about every fault in place of running them once."""

    def __init__(
        self, wanted: Sequence[Fault], tell: Callable[[Fault, Verdict, str], None], how: Namespace
    ) -> None:
        self.wanted, self.tell = wanted, tell
        self.near, self.intact, self.bound = how.near, how.intact, how.seconds
        self.loaded = how.loaded
        self.watch = Watched()
        self.items: dict[str, pytest.Item] = {}
        self.tests: dict[str, list[pytest.Item]] = defaultdict(list)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """The whole run."""
        for item in session.items:
            self.items[item.nodeid] = item
            self.tests[item.nodeid.partition("::")[0]].append(item)
        gc.collect()
        gc.freeze()
        for fault in self.wanted:
            started = time.monotonic()
            verdict, asked = self._verdict(fault)
            self.tell(fault, verdict, f"{asked} tests, {time.monotonic() - started:.0f} s")
        return True

    def _verdict(self, fault: Fault) -> tuple[Verdict, int]:
        """What becomes of a fault, and how many tests were asked."""
        passes = self._pass if fault.function else self._pass_anew
        left, asked, whole = self.bound, 0, True
        for folders in (OWN,) if self.near else (OWN, OTHER):
            chosen, seconds, all_of_them = self._within(left, fault, folders[fault.room])
            left, asked, whole = left - seconds, asked + len(chosen), whole and all_of_them
            if not passes(fault, chosen, seconds):
                return Verdict.DIES, asked
        if (
            whole
            and not self.loaded
            and not self._pass_anew(fault, self._importing(fault), PATIENCE)
        ):
            return Verdict.DIES, asked
        return Verdict.LIVES if whole else Verdict.OPEN, asked

    def _within(
        self, bound: float, fault: Fault, folders: Sequence[str]
    ) -> tuple[list[str], float, bool]:
        """The tests that there is time for, quickest first, what they take, and if it is all."""
        chosen: list[str] = []
        seconds, paid = 0.0, set[str]()
        reaching = sorted(self._reaching(fault, folders), key=itemgetter(1))
        for test, own, fixtures in reaching:
            file = test.partition("::")[0]
            more = own + (0 if file in paid else fixtures)
            if seconds + more <= bound:
                chosen.append(test)
                paid.add(file)
                seconds += more
        return chosen, seconds, len(chosen) == len(reaching)

    def _reaching(self, fault: Fault, folders: Sequence[str]) -> Iterator[tuple[str, float, float]]:
        """The tests that run the line with the fault, with the seconds of test and fixtures.

        For what runs on import: those that run anything of its module, or of one that imports it.
        """
        file = str(fault.file.relative_to(PACKAGE))
        modules = [file] if fault.function else [file, *importing(fault.module)]
        for name in self._files(folders):
            found = known(name, self._note(name))
            block = fault.block if fault.function and found.knows(file) else None
            for test, reach in found.tests.items():
                if any(reach.runs(module, block) for module in modules):
                    yield test, reach.seconds, found.fixtures

    def _note(self, file: str) -> Callable[[Path], bool]:
        return lambda answer: forked(lambda: note(self.tests[file], answer, self.watch), 600)

    def _pass(self, fault: Fault, tests: Sequence[str], seconds: float) -> bool:
        chosen = [self.items[test] for test in tests if test in self.items]

        def work() -> bool:
            if not self.intact:
                fault.load()
            return all(not failed for failed in _run(chosen))

        return forked(work, seconds)

    def _pass_anew(self, fault: Fault, tests: Sequence[str], seconds: float) -> bool:
        """Runs tests in a Python that has loaded nothing yet; whether they passed in time."""
        if not tests:
            return True
        with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
            made = None if self.intact else fault
            spawn = multiprocessing.get_context("spawn")
            child = spawn.Process(target=_new_process, args=(made, tests, folder, seconds))
            child.start()
            child.join()
        return child.exitcode == 0

    def _importing(self, fault: Fault) -> list[str]:
        """The room's test files that import the module."""
        files = self._files(OWN[fault.room])
        return [file for file in files if _imports(fault.module, ROOT / file)]

    def _files(self, folders: Sequence[str]) -> list[str]:
        """The test files in these folders."""
        return sorted(
            file for file in self.tests if file.startswith(tuple(f"{one}/" for one in folders))
        )


def importing(module: str) -> list[str]:
    """The files of the package that import a module."""
    return [
        str(file.relative_to(PACKAGE)) for file in PACKAGE.rglob("*.py") if _imports(module, file)
    ]


def _imports(module: str, file: Path) -> bool:
    package, _, name = module.rpartition(".")
    pattern = rf"{re.escape(module)} import|from {re.escape(package)} import [^\n]*\b{name}\b"
    return bool(re.search(pattern, file.read_text("utf-8")))


def _run(items: Sequence[pytest.Item]) -> Iterator[bool]:
    """Runs tests; for each whether it failed."""
    for item, after in with_next(items):
        setup = call_and_report(item, "setup", log=False)
        yield setup.failed or (setup.passed and call_and_report(item, "call", log=False).failed)
        yield call_and_report(item, "teardown", log=False, nextitem=after).failed


def forked(work: Callable[[], bool], seconds: float) -> bool:
    """Does the work in a child with temporary files of its own; whether it said True in time."""
    with tempfile.TemporaryDirectory(prefix="mutations-") as folder:
        child = os.fork()
        if not child:
            code = BROKEN
            try:
                _by_itself(folder, seconds)
                code = 0 if work() else 1
            finally:
                os._exit(code)
        status = os.waitpid(child, 0)[1]
    if status == BROKEN << 8:
        raise RuntimeError("the tests could not be run")
    return status == 0


def _new_process(fault: Fault | None, tests: Sequence[str], folder: str, seconds: float) -> None:
    _by_itself(folder, seconds)
    if fault:
        fault.load()
    _same_examples()
    sys.exit(pytest.main([*OPTIONS, *tests]))


def _by_itself(folder: str, seconds: float) -> None:
    """Makes this process quiet, gives it a folder for its files, and an end."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.environ |= {"TMPDIR": folder, "PYTEST_DEBUG_TEMPROOT": folder}
    tempfile.tempdir = folder
    limit = int(5 * seconds + PATIENCE)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.alarm(20 * limit)  # of the clock: for who waits without working


def _same_examples() -> None:
    """The same examples every time, and no search for the smallest that fails."""
    phases = (hypothesis.Phase.explicit, hypothesis.Phase.generate)
    hypothesis.settings.register_profile(
        "mutations", derandomize=True, database=None, phases=phases, deadline=None
    )
    hypothesis.settings.load_profile("mutations")


def numbers(text: str) -> set[int]:
    """``20-30,47`` as numbers."""
    parts = (part.partition("-") for part in text.split(","))
    return {one for low, _, high in parts for one in range(int(low), int(high or low) + 1)}


def main() -> None:
    """Draw faults and show which ones no test notices."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--numbers", type=numbers, help="only these of the faults drawn: 20-30,47")
    parser.add_argument("--room", choices=OWN, action="append")
    parser.add_argument(
        "--seconds", type=float, default=120, help="of the processor, for the tests of a fault"
    )
    parser.add_argument("--near", action="store_true", help="only the tests of the room itself")
    parser.add_argument("--loaded", action="store_true", help="start no new process for 3")
    parser.add_argument("--intact", action="store_true", help="make no faults: all must live")
    wanted = parser.parse_args()
    every = [fault for room in wanted.room or OWN for fault in faults(room)]
    drawn = random.Random(wanted.seed).sample(every, min(wanted.count, len(every)))
    number_of = {fault: number for number, fault in enumerate(drawn, 1)}
    chosen = [one for one in drawn if not wanted.numbers or number_of[one] in wanted.numbers]
    verdicts: list[Verdict] = []

    def tell(fault: Fault, verdict: Verdict, effort: str) -> None:
        verdicts.append(verdict)
        print(f"{number_of[fault]:3} {verdict:5} {fault} ({effort})", flush=True)

    rooms = {fault.room for fault in chosen}
    folders = {folder for room in rooms for folder in OWN[room]}
    folders |= {folder for room in rooms for folder in OTHER[room] if not wanted.near}
    os.chdir(ROOT)
    _same_examples()
    pytest.main([*OPTIONS, *sorted(folders)], plugins=[Bench(chosen, tell, wanted)])
    told = ", ".join(f"{verdicts.count(one)} {one}" for one in Verdict)
    print(f"Of {len(verdicts)} faults (seed {wanted.seed}): {told}")
    sys.exit(len(verdicts) < len(chosen))  # where the tests could not be collected


if __name__ == "__main__":
    main()
