"""Which blocks of the code each test runs: found by running a test file once, then kept."""

from __future__ import annotations

import ast
import builtins
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from itertools import zip_longest
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from _pytest.runner import call_and_report
from faults import PACKAGE, ROOT, blocks

KEPT = ROOT / ".pytest_cache" / "reached"

RAN = "__ran__"
"""What the notes are called in the code."""
Lines = dict[str, int]
"""For each file of the package (``layout/page.py``) the blocks that ran, as bits: 1 << line."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What a test takes, and what it runs."""

    seconds: float
    lines: Lines

    def runs(self, file: str, block: int | None) -> bool:
        """Whether it runs a block of a file; any of them, when none is named."""
        ran = self.lines.get(file, 0)
        return bool(ran if block is None else ran >> block & 1)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a test file: what its fixtures take, and every test of it."""

    fixtures: float
    tests: dict[str, Reach]
    code: dict[str, str]
    """The files of the package as they were, by digest: lines move when a file changes."""

    def knows(self, file: str) -> bool:
        """Whether this file of the package is still as it was when the lines were noted."""
        return self.code.get(file) == _digest(PACKAGE / file)


def known(file: str, note: Callable[[Path], bool]) -> Known:
    """What is known of a test file; noted anew when the test file has changed."""
    kept = KEPT / f"{file.replace('/', '+')}.json"
    now = _digest(ROOT / file)
    if not kept.exists() or json.loads(kept.read_text())["digest"] != now:
        KEPT.mkdir(parents=True, exist_ok=True)
        answer = kept.with_suffix(f".{os.getpid()}")
        if not note(answer):
            raise RuntimeError(f"{file} could not be run")
        answer.write_text(json.dumps({"digest": now, **json.loads(answer.read_text())}))
        answer.replace(kept)
    found: dict[str, Any] = json.loads(kept.read_text())
    tests = {
        test: Reach(seconds, {file: int(bits, 16) for file, bits in lines.items()})
        for test, (seconds, lines) in found["tests"].items()
    }
    return Known(found["fixtures"], tests, found["code"])


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


class Watched:
    """The package's code with a note of each block of a function that runs.

    A block is what runs as one: a function's body, or that of an ``if``, a loop or a ``try`` in it.
    It is called by the line of its first statement. Only code that is imported later is watched.
    """

    def __init__(self) -> None:
        self.places: list[tuple[str, int]] = []
        self.ran = bytearray(100_000)
        setattr(builtins, RAN, self.ran)
        loaded = SourceFileLoader.get_code

        def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
            inside = loader.path.startswith(f"{PACKAGE}{os.sep}")
            return self._noted(Path(loader.path)) if inside else loaded(loader, name)

        SourceFileLoader.get_code = get_code  # type: ignore[assignment, method-assign]

    def so_far(self) -> Lines:
        """What ran since the last time."""
        lines: Lines = defaultdict(int)
        place = self.ran.find(1)
        while place >= 0:
            file, line = self.places[place]
            lines[file] |= 1 << line
            place = self.ran.find(1, place + 1)
        self.ran[:] = bytes(len(self.ran))
        return lines

    def _noted(self, file: Path) -> CodeType:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for body in list(blocks(tree)):
            first = body[0]
            note = ast.parse(f"{RAN}[{len(self.places)}] = 1").body[0]
            self.places.append((str(file.relative_to(PACKAGE)), first.lineno))
            for node in ast.walk(note):
                ast.copy_location(node, first)
            said = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
            body.insert(1 if said else 0, note)  # a docstring stays the first
        return compile(tree, str(file), "exec", dont_inherit=True)


def note(items: Sequence[pytest.Item], answer: Path, watch: Watched) -> bool:
    """Writes which blocks each test runs; a test that fails is left out.

    What a fixture runs counts for every test of the file. What runs in another process is not seen,
    nor what a cache spares.
    """
    shared: Lines = {}
    watch.so_far()
    found: dict[str, tuple[float, Lines]] = {}
    fixtures = 0.0

    def share() -> None:
        for file, bits in watch.so_far().items():
            shared[file] = shared.get(file, 0) | bits

    for item, after in with_next(items):
        start = _seconds()
        setup = call_and_report(item, "setup", log=False)
        fixtures += _seconds() - start
        share()
        if setup.passed:
            start = _seconds()
            test = call_and_report(item, "call", log=False)
            if test.passed:
                found[item.nodeid] = _seconds() - start, watch.so_far()
        call_and_report(item, "teardown", log=False, nextitem=after)
        share()
    files = {file for _, lines in found.values() for file in lines} | set(shared)
    whole = {
        "fixtures": round(fixtures, 3),
        "code": {file: _digest(PACKAGE / file) for file in sorted(files)},
        "tests": {
            test: (round(seconds, 3), {file: f"{bits:x}" for file, bits in _both(lines, shared)})
            for test, (seconds, lines) in found.items()
        },
    }
    answer.write_text(json.dumps(whole))
    return True


def _both(some: Lines, others: Lines) -> Iterator[tuple[str, int]]:
    for file in sorted({*some, *others}):
        yield file, some.get(file, 0) | others.get(file, 0)


def _seconds() -> float:
    """Seconds of the processor until now, with those of processes that ended."""
    return sum(os.times()[:4])


def with_next(items: Sequence[pytest.Item]) -> Iterator[tuple[pytest.Item, pytest.Item | None]]:
    """Each test with the one after it, which pytest must know to end fixtures in time."""
    return zip_longest(items, items[1:])
