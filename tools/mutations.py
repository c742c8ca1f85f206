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
import hashlib
import json
import multiprocessing
import os
import random
import re
import resource
import signal
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from operator import itemgetter
from pathlib import Path
from types import FrameType
from typing import Any

import hypothesis
import pytest
from _pytest.runner import call_and_report
from faults import PACKAGE, ROOT, Fault, faults

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

MAP = ROOT / ".pytest_cache" / "called.json"
PATIENCE = 60
"""Seconds of the processor that a child may take beyond five times what its tests take."""
MEMORY = 4 * 2**30
BROKEN = 3
"""What a child says that fell over itself, and not over a test."""
OPTIONS = ["-qq", "-s", "-x", "-p", "no:cacheprovider", "-p", "no:xdist"]

Known = dict[str, tuple[float, list[str]]]
"""For each test its seconds, and the functions that it calls: ``layout/page.py:Page.text``."""


class Bench:
    """A pytest plugin that asks the tests about every fault in place of running them once."""

    def __init__(
        self,
        wanted: Sequence[Fault],
        tell: Callable[[Fault, bool], None],
        *,
        near: bool,
        intact: bool,
    ) -> None:
        self.wanted, self.tell, self.near, self.intact = wanted, tell, near, intact
        self.tests: dict[str, list[pytest.Item]] = defaultdict(list)
        self.map = _kept()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """The whole run."""
        for item in session.items:
            self.tests[item.nodeid.partition("::")[0]].append(item)
        gc.collect()
        gc.freeze()
        for fault in self.wanted:
            self.tell(fault, self._survives(fault))
        return True

    def _survives(self, fault: Fault) -> bool:
        """True when the tests pass with the fault in the code."""
        asked = self._pass if fault.function else self._pass_anew
        for folders in (OWN,) if self.near else (OWN, OTHER):
            found = self._calling(fault, self._files(folders[fault.room]))
            if not asked(fault, list(found), sum(found.values())):
                return False
        return self._pass_anew(fault, self._importing(fault), PATIENCE)

    def _pass(self, fault: Fault, tests: Sequence[str], seconds: float) -> bool:
        items = {item.nodeid: item for items in self.tests.values() for item in items}
        chosen = [items[test] for test in tests if test in items]

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

    def _calling(self, fault: Fault, files: Sequence[str]) -> dict[str, float]:
        """The tests that call the function, or anything of the module: quickest first, seconds."""
        module, function = f"{fault.file.relative_to(PACKAGE)}:", fault.function
        found: dict[str, float] = {}
        for file in files:
            for test, (seconds, functions) in self._known(file).items():
                called = [one[len(module) :] for one in functions if one.startswith(module)]
                if function in called or (called and not function):
                    found[test] = seconds
        return dict(sorted(found.items(), key=itemgetter(1)))

    def _importing(self, fault: Fault) -> list[str]:
        """The room's test files that import the module."""
        package, _, name = fault.module.rpartition(".")
        pattern = rf"{re.escape(fault.module)} import|from {re.escape(package)} import .*\b{name}\b"
        files = self._files(OWN[fault.room])
        return [file for file in files if re.search(pattern, (ROOT / file).read_text("utf-8"))]

    def _files(self, folders: Sequence[str]) -> list[str]:
        """The test files in these folders."""
        return sorted(
            file for file in self.tests if file.startswith(tuple(f"{one}/" for one in folders))
        )

    def _known(self, file: str) -> Known:
        """What the tests of a file call; found anew when the file has changed."""
        digest = hashlib.sha256((ROOT / file).read_bytes()).hexdigest()
        if self.map.get(file, {}).get("digest") != digest:
            self.map = _kept()  # another run may have found it
        if self.map.get(file, {}).get("digest") != digest:
            with tempfile.NamedTemporaryFile(suffix=".json") as answer:
                if not forked(lambda: note_calls(self.tests[file], Path(answer.name)), 600):
                    raise RuntimeError(f"{file} could not be run")
                known = json.loads(answer.read())
            self.map = _kept() | {file: {"digest": digest, "tests": known}}
            MAP.parent.mkdir(exist_ok=True)
            whole = MAP.with_suffix(f".{os.getpid()}")
            whole.write_text(json.dumps(self.map))
            whole.replace(MAP)
        found: Known = self.map[file]["tests"]
        return found


def _kept() -> dict[str, Any]:
    """The map as it is now: another run may be making it too."""
    kept: dict[str, Any] = json.loads(MAP.read_text()) if MAP.exists() else {}
    return kept


def note_calls(items: Sequence[pytest.Item], answer: Path) -> bool:
    """Writes which functions of the package each test calls; a test that fails is left out.

    What a fixture calls counts for every test of the file. Calls in other processes are not seen,
    nor those that a cache spares.
    """
    now: set[str] = set()
    shared: set[str] = set()
    found: Known = {}
    here = f"{PACKAGE}{os.sep}"

    def called(frame: FrameType, _event: str, _value: object) -> None:
        if frame.f_code.co_filename.startswith(here):
            now.add(f"{frame.f_code.co_filename[len(here) :]}:{frame.f_code.co_qualname}")

    def so_far() -> set[str]:
        functions = now.copy()
        now.clear()
        return functions

    threading.settrace(called)
    sys.settrace(called)
    for item, after in _with_next(items):
        setup = call_and_report(item, "setup", log=False)
        shared |= so_far()
        if setup.passed:
            start = sum(os.times()[:4])
            test = call_and_report(item, "call", log=False)
            if test.passed:
                found[item.nodeid] = round(sum(os.times()[:4]) - start, 3), sorted(so_far())
        call_and_report(item, "teardown", log=False, nextitem=after)
        shared |= so_far()
    sys.settrace(None)
    whole = {test: (seconds, sorted({*calls, *shared})) for test, (seconds, calls) in found.items()}
    answer.write_text(json.dumps(whole))
    return True


def _with_next(items: Sequence[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    return zip_longest(items, items[1:])


def _run(items: Sequence[pytest.Item]) -> Iterator[bool]:
    """Runs tests; for each whether it failed."""
    for item, after in _with_next(items):
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
    parser.add_argument("--near", action="store_true", help="only the tests of the room itself")
    parser.add_argument("--intact", action="store_true", help="make no faults: all must live")
    wanted = parser.parse_args()
    every = [fault for room in wanted.room or OWN for fault in faults(room)]
    drawn = random.Random(wanted.seed).sample(every, min(wanted.count, len(every)))
    number_of = {fault: number for number, fault in enumerate(drawn, 1)}
    chosen = [one for one in drawn if not wanted.numbers or number_of[one] in wanted.numbers]
    alive: list[bool] = []

    def tell(fault: Fault, lives: bool) -> None:
        alive.append(lives)
        print(f"{number_of[fault]:3} {'LIVES' if lives else 'dies '} {fault}", flush=True)

    rooms = {fault.room for fault in chosen}
    folders = {folder for room in rooms for folder in OWN[room]}
    folders |= {folder for room in rooms for folder in OTHER[room] if not wanted.near}
    os.chdir(ROOT)
    _same_examples()
    pytest.main(
        [*OPTIONS, *sorted(folders)],
        plugins=[Bench(chosen, tell, near=wanted.near, intact=wanted.intact)],
    )
    print(f"{alive.count(False)} of {len(alive)} noticed (seed {wanted.seed})")
    sys.exit(len(alive) < len(chosen))  # where the tests could not be collected


if __name__ == "__main__":
    main()
