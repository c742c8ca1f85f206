"""Do the tests bite? Random small faults in the code, one at a time, each held against the tests.

    python tools/mutations.py --seed 7 --count 20
    python tools/mutations.py --seed 7 --count 100 --first 20 --last 30

A fault is one operator, comparison, constant or condition of one of the rooms below. The package is
copied first, so the checkout is never touched. The tests that import the module come first, then
all tests of its room. A fault that no test notices is shown with its line: either a test is missing
there, or the fault changes nothing that can be seen (then say so).
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path("generator", "samenspel")

ROOMS = {
    "layout": ("tests/unit/layout", "tests/unit/kinds", "tests/unit/pipeline", "tests/content"),
    "layers": ("tests/unit/layers", "tests/unit/loading", "tests/unit/upkeep"),
    "impose": ("tests/unit/impose", "tests/unit/pipeline"),
    "finish": ("tests/unit/finish", "tests/unit/pipeline", "tests/press"),
    "preflight": ("tests/preflight", "tests/preflight_good", "tests/unit/preflight"),
    "draw": ("tests/unit/draw",),
}
"""The rooms that are drawn from, and the tests that are to notice."""

SWAPS: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult,
    ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One place that can be changed: the file, the node's number in a walk, and what is done."""

    file: Path
    node: int
    line: int
    what: str


def faults(file: Path) -> Iterator[Fault]:
    """Every fault that a file can have."""
    for number, node in enumerate(ast.walk(ast.parse(file.read_text(encoding="utf-8")))):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
            yield Fault(file, number, line, f"{type(node.ops[0]).__name__} swapped")
        elif isinstance(node, ast.BinOp | ast.BoolOp) and type(node.op) in SWAPS:
            yield Fault(file, number, line, f"{type(node.op).__name__} swapped")
        elif isinstance(node, ast.If | ast.IfExp | ast.While):
            yield Fault(file, number, line, "condition turned round")
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float) and line:
            yield Fault(file, number, line, f"{node.value} made larger")


def mutated(fault: Fault) -> str:
    """The file's code with the fault in it."""
    tree = ast.parse(fault.file.read_text(encoding="utf-8"))
    node = list(ast.walk(tree))[fault.node]
    if isinstance(node, ast.Compare):
        node.ops[0] = SWAPS[type(node.ops[0])]()
    elif isinstance(node, ast.BinOp | ast.BoolOp):
        node.op = SWAPS[type(node.op)]()
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        node.value = node.value * 1.5 + 1 if isinstance(node.value, float) else node.value + 1
    return ast.unparse(ast.fix_missing_locations(tree))


def near(file: Path, room: str) -> list[str]:
    """The test files that import the module, or its room as a whole."""
    module = ".".join(file.relative_to(ROOT / PACKAGE).with_suffix("").parts)
    names = (f"samenspel.{module} import", f"samenspel.{room} import", f"import samenspel.{module}")
    folders = [ROOT / "tests" / "unit" / room, *(ROOT / name for name in ROOMS[room])]
    files = {test: None for folder in folders for test in sorted(folder.rglob("test_*.py"))}
    texts = {test: test.read_text(encoding="utf-8") for test in files}
    found = [test for test, text in texts.items() if names[0] in text or names[2] in text]
    found += [test for test, text in texts.items() if names[1] in text and test not in found]
    return [str(test.relative_to(ROOT)) for test in found]


def passes(copy: Path, tests: list[str], *options: str) -> bool:
    """True when all of these tests pass in the copy."""
    if not tests:
        return True
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *options]
    try:
        done = subprocess.run(
            [*command, *tests],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy / "generator")},
            capture_output=True,
            timeout=900,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def survives(copy: Path, fault: Fault, room: str, *, only_near: bool) -> bool:
    """True when the tests pass with the fault in the code: those near it, then the whole room's."""
    place = copy / fault.file.relative_to(ROOT)
    whole = place.read_text(encoding="utf-8")
    place.write_text(mutated(fault), encoding="utf-8")
    try:
        if not passes(copy, near(fault.file, room)):
            return False
        rest = [name for name in ROOMS[room] if (ROOT / name).exists()]
        return only_near or passes(copy, rest, "-n", "auto")
    finally:
        place.write_text(whole, encoding="utf-8")


def main() -> None:
    """Draw faults and show which ones no test notices."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--first", type=int, default=0, help="leave out the faults before this one")
    parser.add_argument("--last", type=int, help="leave out this fault and those after it")
    parser.add_argument("--near", action="store_true", help="only the tests that import the module")
    parser.add_argument("--room", choices=ROOMS, action="append")
    wanted = parser.parse_args()
    rooms = wanted.room or list(ROOMS)
    every = [
        (room, fault)
        for room in rooms
        for file in sorted((ROOT / PACKAGE / room).rglob("*.py"))
        for fault in faults(file)
    ]
    drawn = random.Random(wanted.seed).sample(every, min(wanted.count, len(every)))
    portion = list(enumerate(drawn, 1))[wanted.first : wanted.last]
    left = 0
    with tempfile.TemporaryDirectory(prefix="mutations-") as place:
        copy = Path(place, "checkout")
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "output"))
        for number, (room, fault) in portion:
            alive = survives(copy, fault, room, only_near=wanted.near)
            left += alive
            where = f"{fault.file.relative_to(ROOT)}:{fault.line}: {fault.what}"
            print(f"{number:3} {'LIVES' if alive else 'dies '} {where}", flush=True)
    print(f"{len(portion) - left} of {len(portion)} noticed (seed {wanted.seed})")


if __name__ == "__main__":
    main()
