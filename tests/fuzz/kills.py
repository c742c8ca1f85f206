"""Writers that are killed on a slow file system: ``python -m tests.fuzz.kills --tries 200``.

Each moves a few files into a folder that holds an older set, with every rename and every flush
slowed down, and is killed (SIGKILL) at some moment. Whoever writes there next must find the old set
or the new one, never a mixture, and nothing may be left behind.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from samenspel.staging import Staging

NAMES = tuple(f"{folder}/{name}.pdf" for folder in ("a6", "poker") for name in "abc")
SLOWNESS = 0.03
"""Seconds that each rename and flush takes in the writer."""

WRITER = """
import os, sys, time
from pathlib import Path
def slowed(function):
    def slow(*arguments, **named):
        time.sleep({slowness})
        done = function(*arguments, **named)
        time.sleep({slowness})
        return done
    return slow
for name in ("replace", "rename", "fsync", "unlink", "mkdir"):
    setattr(os, name, slowed(getattr(os, name)))
from samenspel.staging import Staging
with Staging(Path(sys.argv[1])) as staging:
    for name in {names!r}:
        staging.write(name, sys.argv[2].encode() * 1000)
    staging.discard(["a6/stale.pdf"])
    print("begun", flush=True)
    staging.commit()
print("done", flush=True)
"""


def killed(folder: Path, mark: str, after: float) -> bool:
    """Write the set ``mark`` and kill the writer; True when it was still at it."""
    script = WRITER.format(slowness=SLOWNESS, names=NAMES)
    writer = subprocess.Popen(
        [sys.executable, "-c", script, str(folder), mark], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "begun\n"
    time.sleep(after)
    os.kill(writer.pid, signal.SIGKILL)
    rest = writer.stdout.read()
    writer.wait()
    return "done" not in rest


def tried(dice: random.Random) -> str:
    """One kill: which set stands there afterwards. Raises AssertionError for anything else."""
    with tempfile.TemporaryDirectory(prefix="kills-") as place:
        folder = Path(place) / "out"
        for name in (*NAMES, "a6/stale.pdf"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(b"old" * 1000)
        (folder / "mine.txt").write_text("kept")
        died = killed(folder, "new", dice.uniform(0, 35 * SLOWNESS))
        with Staging(folder):  # whoever writes next finishes or undoes what was begun
            pass
        return _judged(Path(place), folder, died)


def _judged(place: Path, folder: Path, died: bool) -> str:
    sets = {(folder / name).read_bytes() for name in NAMES}
    assert sets in ({b"old" * 1000}, {b"new" * 1000}), "between old and new"
    new = sets == {b"new" * 1000}
    there = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    wanted = {f"out/{name}" for name in NAMES} | {"out/mine.txt"}
    assert there == wanted | (set() if new else {"out/a6/stale.pdf"}), there
    return f"{'killed' if died else 'finished'}, {'new' if new else 'old'}"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.kills", description=__doc__)
    parser.add_argument("--tries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    dice = random.Random(wanted.seed)
    ended = Counter(tried(dice) for _ in range(wanted.tries))
    print(f"{wanted.tries} kills: " + ", ".join(f"{n} {what}" for what, n in sorted(ended.items())))


if __name__ == "__main__":
    main()
