"""Thousands of damaged files: ``python -m tests.fuzz fonts --tries 10000``.

Without names all kinds are tried. Files are read in child processes that may use 500 MB and a
minute for each.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from pathlib import Path

from tests.fuzz.commands import keep_kinds
from tests.fuzz.harness import Tally, Target, run

KINDS = ("preflight", "fonts", "profiles", "workbooks", "csv", "yaml", "presets", "store")

EVERY = 500
"""Files between two signs of life."""


def target(name: str) -> Target:
    """The kind of that name."""
    found: Target = importlib.import_module(f"tests.fuzz.target_{name}").TARGET
    return found


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--tries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the first file, to go on with a run")
    parser.add_argument("--keep", type=Path, help="a folder for the files that failed")
    wanted = parser.parse_args()
    if unknown := [name for name in wanted.kinds if name not in KINDS]:
        parser.error(f"no such kind: {', '.join(unknown)}; known: {', '.join(KINDS)}")
    keep_kinds()
    failed = [name for name in wanted.kinds or KINDS if _tried(name, wanted)]
    sys.exit(bool(failed))


def _tell(number: int, tally: Tally) -> None:
    """A sign of life now and then, with what failed so far."""
    done = sum(tally.outcomes.values())
    if done % EVERY == 0:
        print(f"  {done} files, to {number}: {len(tally.failures)} failed", flush=True)


def _tried(name: str, wanted: argparse.Namespace) -> bool:
    """Try one kind and tell; True when something failed."""
    began = time.monotonic()
    tally = run(
        target(name), wanted.tries, wanted.seed, first=wanted.first, keep=wanted.keep, tell=_tell
    )
    for number, trace in tally.failures[:20]:
        print(f"-- {name} {number} of seed {wanted.seed}\n{trace}")
    outcomes = ", ".join(f"{count} {what}" for what, count in sorted(tally.outcomes.items()))
    print(f"{name}, {wanted.tries} files, seed {wanted.seed}: {outcomes}")
    print(
        f"  slowest {tally.slowest:.1f} s of processor time, most memory "
        f"{tally.largest / 1024:.0f} MB, {len(tally.failures)} failed, "
        f"{time.monotonic() - began:.0f} s in all", flush=True,
    )  # fmt: skip
    return bool(tally.failures)


if __name__ == "__main__":
    main()
