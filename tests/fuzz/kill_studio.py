"""Edits of the studio that are killed: ``python -m tests.fuzz.kill_studio`` makes a thousand.

Each is a text, a colour, a card moved or a step taken back, made on a slow file system by a process
that is killed at a random moment; before them one is taken back and killed before each of its
steps on the disk. Whoever comes next finds the old files or the new ones, and a history whose last
step is the last change that is there. Now and then every step is taken back: the bytes are those
from before.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NoReturn

from tests.fuzz.kill_commands import STEPS, slow_disk
from tests.projects import tiny_project

from samenspel.errors import SamenspelError
from samenspel.offer import EditionName
from samenspel.studio.changing import ANY, changing
from samenspel.studio.engine import Engine
from samenspel.studio.own_values import with_values
from samenspel.studio.saving import save
from samenspel.texts.rows import fingerprint
from samenspel.upkeep.history import steps, to_undo, undo
from samenspel.upkeep.passages import passages
from samenspel.upkeep.rows import RowOfCards

REGION, FILE = "noordkust", "cards/regions/noordkust.yaml"
RECORDS = "cards/.basis/"
"""Of what stood below a text; they come just after it, and may be missing."""
SLOWNESS = 0.002
"""Seconds before and after each step on the disk."""
LONGEST = 0.6
"""Seconds after which a writer is killed at the latest."""
NEVER = 1_000_000
"""A step on the disk that no edit comes to."""
BACK = 50
"""After so many edits every step is taken back."""

Edit = Callable[[Engine], object]


def an_edit(engine: Engine, dice: random.Random) -> Edit:
    """One change, chosen by chance."""
    kind = dice.choice(("text", "text", "colour", "row", "undo"))
    if kind == "undo" and to_undo(engine.root):
        return undone
    if kind == "colour":
        return coloured(f"#{dice.randrange(0x40, 0xA0):02x}3a48")
    if kind == "row":
        return lambda one: _written(
            one, lambda: RowOfCards(one.project(), REGION).moved("luister-eerst", dice.randrange(3))
        )
    known = [one for one in passages(engine.project(), REGION, "nl")
             if one.part == "luister-eerst" and not one.choices and one.lock is None]  # fmt: skip
    text = dice.choice(known)
    said = f"Wat hoor jij {dice.randrange(10**6)}?"
    name = EditionName(REGION, "nl")
    return lambda one: save(one, name, text.key, fingerprint(text.text), said)


def coloured(value: str) -> Edit:
    """A colour of the region's, as ``#rrggbb``."""
    values = {("accents", "navy"): value}
    return lambda one: _written(one, lambda: with_values(one, REGION, values))


def _written(engine: Engine, files: Callable[[], dict[str, bytes | None]]) -> None:
    with changing(engine, ANY) as change:
        change.write_whole(REGION, files(), "een proef")


def undone(engine: Engine) -> None:
    """The last change, taken back."""
    with changing(engine, ANY):
        undo(engine.root)


def killed(after: float, root: Path, engine: Engine, edit: Edit) -> bool:
    """Whether an edit in a process of its own was killed before its end."""
    child = os.fork()
    if child == 0:
        _edit_slowly(engine, edit)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, f"{root}: the writer failed"
    return os.WIFSIGNALED(status)


def killed_before(step: int, root: Path, engine: Engine, edit: Edit) -> bool:
    """Whether an edit in a process of its own came to this step on the disk, and died before it."""
    child = os.fork()
    if child == 0:
        left = iter(range(step, -1, -1))
        for name in STEPS:
            setattr(os, name, partial(_unless_last, left, getattr(os, name)))
        _edited(engine, edit)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, f"{root}: the writer failed"
    return os.WIFSIGNALED(status)


def _unless_last(
    left: Iterator[int], step: Callable[..., object], *arguments: object, **named: object
) -> object:
    if next(left) == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return step(*arguments, **named)


def _edit_slowly(engine: Engine, edit: Edit) -> NoReturn:
    slow_disk(SLOWNESS)
    _edited(engine, edit)


def _edited(engine: Engine, edit: Edit) -> NoReturn:
    code = 1
    try:
        edit(engine)
        code = 0
    except SamenspelError as error:
        code = 0 if all(one.code == "undo-nothing" for one in error.diagnostics) else 1
    finally:
        os._exit(code)


def tree(root: Path) -> dict[str, bytes]:
    """The deck's own files, without records."""
    found = {path.relative_to(root).as_posix(): path.read_bytes()
             for path in (root / "cards").rglob("*") if path.is_file()}  # fmt: skip
    return {name: data for name, data in found.items() if not name.startswith(RECORDS)}


class Killing:
    """One deck, edited and killed again and again."""

    def __init__(self, root: Path) -> None:
        self._root, self._engine = root, Engine(root, None)
        self._first = tree(root)

    def tried(self, dice: random.Random) -> str:
        """One edit by chance: what became of it. Raises as ``judged`` does."""
        edit, after = an_edit(self._engine, dice), dice.uniform(0, LONGEST)
        return self.judged(edit, partial(killed, after))

    def each_step(self, before: Edit, edit: Edit) -> list[str]:
        """What became of an edit that died before each step on the disk in turn; the last did not.

        ``before`` is what it has to do with, and done whole. Raises as ``judged`` does.
        """
        found: list[str] = []
        while not found or found[-1].startswith("killed"):
            self.judged(before, partial(killed_before, NEVER))
            found.append(self.judged(edit, partial(killed_before, len(found))))
        return found

    def judged(self, edit: Edit, kill: Callable[[Path, Engine, Edit], bool]) -> str:
        """What became of an edit. Raises AssertionError for what is neither old nor new."""
        engine, old, last = self._engine, tree(self._root), self._last()
        died = kill(self._root, engine, edit)
        engine.project()  # whoever comes next: it can be read, and what was begun is finished
        now, step = tree(self._root), self._last()
        assert {name for name in now if now[name] != old.get(name)} <= {FILE}, "another file"
        assert now.keys() == old.keys(), f"there or gone: {now.keys() ^ old.keys()}"
        assert not [path for path in self._root.parent.iterdir()
                    if path != self._root and path.suffix != ".lock"], "left behind"  # fmt: skip
        told = f"{last} became {step}: {edit}"
        assert (now == old) == (step == last), f"the history does not tell what is there, {told}"
        return f"{'killed' if died else 'finished'}, {'old' if now == old else 'new'}"

    def _last(self) -> tuple[int, ...]:
        return tuple(one.number for one in steps(self._root) if one.command != "note")

    def all_back(self) -> int:
        """Take every step back: how many; then the bytes are those from before."""
        count = 0
        while to_undo(self._root):
            undo(self._root)
            count += 1
        assert tree(self._root) == self._first, "the first bytes did not come back"
        return count


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.kill_studio", description=__doc__)
    parser.add_argument("--tries", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    dice = random.Random(wanted.seed)
    ended: Counter[str] = Counter()
    back = 0
    with tempfile.TemporaryDirectory(prefix="kills-") as place:
        killing = Killing(tiny_project(Path(place) / "klein"))
        each = killing.each_step(coloured("#403a48"), undone)
        print(f"  a step taken back, killed before each of its {len(each) - 1} steps on the disk")
        for number in range(wanted.tries):
            ended[killing.tried(dice)] += 1
            if number % BACK == BACK - 1:
                back += killing.all_back()
                print(f"  {number + 1} edits", flush=True)
        back += killing.all_back()
    told = ", ".join(f"{n} {what}" for what, n in sorted(ended.items()))
    print(f"{wanted.tries} edits: {told}; {back} steps taken back")


if __name__ == "__main__":
    main()
