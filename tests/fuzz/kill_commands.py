"""Whole commands that are killed on a slow disk: ``python -m tests.fuzz.kill_commands``.

``build``, ``order`` and ``texts import`` run as a maker runs them, in a child of a process in which
all is imported, with every rename, flush and removal slowed down, and are killed (SIGKILL): most
while their files are moved, some before. Whoever comes next must find what stood there before or
all that is new, in the output folder and in the deck, and nothing may be left behind.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import select
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

from tests.projects import change, tiny_project

from samenspel.cli.main import run
from samenspel.staging import Staging, finish_abandoned

SLOWNESS = 0.02
"""Seconds that each step on the disk takes before it is done, and after it."""
STEPS = ("replace", "rename", "fsync", "unlink", "mkdir", "rmdir")
CARD = "cards/nl/01-luister-eerst.yaml"
SOON = 600
"""Seconds by the clock in which a command must have begun to move its files."""

Tree = dict[str, bytes]
Commands = dict[str, list[str]]


def commands(place: Path) -> Commands:
    """What is killed, in a place with a deck, an output folder and a table of texts."""
    deck, out = str(place / "deck"), str(place / "out")
    made = [deck, "-r", "noordkust", "-f", "a6", "--output", out]
    return {
        "build": ["build", *made],
        "order": ["order", *made, "--copies", "5"],
        "import": ["texts", "import", str(place / "nl.csv"), deck, "--yes"],
    }


def tree(folder: Path) -> Tree:
    """All files below a folder; of a step of the history what it changed, for it has a time."""
    found = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file():
            data = path.read_bytes()
            if path.name == "step.json":
                data = json.dumps(json.loads(data)["after"], sort_keys=True).encode()
            found[path.relative_to(folder).as_posix()] = data
    return found


def quietly(arguments: list[str]) -> int:
    """The command, without a word."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        return run(arguments)


def before(place: Path) -> None:
    """A deck, what an older build and order of it made, and a table with other texts."""
    deck = tiny_project(place / "deck")
    export = ["texts", "export", str(place / "deck.xlsx"), str(deck), "--csv", str(place)]
    assert quietly(export) == 0
    change(place, "nl.csv", "Wat hoor jij?", "Wat hoor jij nu?")
    (place / "deck.xlsx").unlink()
    for name in ("build", "order"):
        assert quietly(commands(place)[name]) == 0
    (place / "out/mine.txt").write_text("kept")
    shutil.rmtree(deck / ".samenspel", ignore_errors=True)
    shutil.rmtree(deck / "cards/.basis", ignore_errors=True)
    change(deck, CARD, "Wie luistert, hoort meer.", "Wie luistert, hoort altijd meer.")


def after(place: Path, name: str) -> Callable[[str, Tree], bool]:
    """Says whether a folder looks as it does when the command is left alone."""
    with tempfile.TemporaryDirectory(prefix="kills-") as other:
        shutil.copytree(place, other, dirs_exist_ok=True)
        assert quietly(commands(Path(other))[name]) == 0
        made = {folder: tree(Path(other, folder)) for folder in ("deck", "out")}
    assert made != {folder: tree(place / folder) for folder in made}, "nothing would change"
    return lambda folder, found: found == made[folder]


def killed(arguments: list[str], dice: random.Random) -> bool:
    """Run the command and kill it; True when it was still at it."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        _slow_command(arguments, theirs)
    os.close(theirs)
    for _ in range(dice.choice((0, 1, 2, 2, 2))):  # a build notes its base first, then it moves
        assert select.select([ours], [], [], SOON)[0], "nothing was ever moved"
        os.read(ours, 1)
    time.sleep(dice.uniform(0, 40 * SLOWNESS))
    os.kill(child, signal.SIGKILL)
    os.close(ours)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _slow_command(arguments: list[str], pipe: int) -> NoReturn:
    """The child: says when it begins to move, and does everything on the disk slowly."""
    commit = Staging.commit

    def told(self: Staging) -> list[Path]:
        with contextlib.suppress(BrokenPipeError):
            os.write(pipe, b".")
        return commit(self)

    Staging.commit = told  # type: ignore[method-assign]
    slow_disk(SLOWNESS)
    code = 1
    try:
        code = quietly(arguments)
    finally:
        os._exit(code)


def slow_disk(pause: float) -> None:
    """Make this process wait so many seconds before and after each of its steps on the disk."""
    for name in STEPS:
        setattr(os, name, partial(_slowly, pause, getattr(os, name)))


def _slowly(
    pause: float, step: Callable[..., object], *arguments: object, **named: object
) -> object:
    time.sleep(pause)
    done = step(*arguments, **named)
    time.sleep(pause)
    return done


class Killing:
    """One command, ready to be killed again and again."""

    def __init__(self, name: str, start: Path) -> None:
        """``start`` is a place as ``before`` made it."""
        self.name, self._start = name, start
        self._is_new = after(start, name)
        self._old = {folder: tree(start / folder) for folder in ("deck", "out")}

    def tried(self, dice: random.Random) -> str:
        """One kill: what stands there afterwards. Raises AssertionError for anything else."""
        with tempfile.TemporaryDirectory(prefix="kills-") as other:
            place = Path(other)
            shutil.copytree(self._start, place, dirs_exist_ok=True)
            died = killed(commands(place)[self.name], dice)
            for folder in ("deck", "out"):  # whoever comes next finishes or undoes what was begun
                finish_abandoned(place / folder)
                with Staging(place / folder):
                    pass
            stood = [self._judged(place, folder) for folder in ("deck", "out")]
            names = {path.name for path in place.iterdir()}
            assert names == {"deck", "out", "nl.csv"}, names
        new = "new" if "new" in stood else "old"
        return f"{self.name} {'killed' if died else 'finished'}, {new}"

    def _judged(self, place: Path, folder: str) -> str:
        found = tree(place / folder)
        if found == self._old[folder]:
            return "old"
        assert self._is_new(folder, found), f"{self.name}: {folder} is between old and new"
        return "new"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.kill_commands", description=__doc__)
    parser.add_argument("--tries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    dice = random.Random(wanted.seed)
    ended: Counter[str] = Counter()
    os.environ["SAMENSPEL_CACHE"] = ""
    with tempfile.TemporaryDirectory(prefix="kills-") as place:
        before(Path(place))
        ready = [Killing(name, Path(place)) for name in commands(Path(place))]
        for number in range(wanted.tries):
            ended[ready[number % len(ready)].tried(dice)] += 1
            if number % 20 == 19:
                print(f"  {number + 1} kills", flush=True)
    print(f"{wanted.tries} kills: " + ", ".join(f"{n} {what}" for what, n in sorted(ended.items())))


if __name__ == "__main__":
    main()
