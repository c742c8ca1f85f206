"""What samenspel changed in a project can be taken back, byte for byte, or nothing is touched."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from samenspel.errors import ContentError, FileAccessError, UsageError
from samenspel.staging import finish_abandoned, held, is_held
from samenspel.upkeep import history
from samenspel.upkeep.history import NOTE, change_files, steps, undo


def tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in found
        if ".samenspel" not in path.parts
    }


def test_steps_are_taken_back_one_by_one(tmp_path: Path) -> None:
    states = [tree(tmp_path)]
    for files in ({"a": b"1", "x/b": b"2"}, {"a": b"3"}, {"x/b": None, "y/z/c": b"4"}):
        assert change_files(tmp_path, "import", files)
        states.append(tree(tmp_path))
    assert [step.command for step in steps(tmp_path)] == ["import"] * 3
    assert states[-1] == {"a": b"3", "y/z/c": b"4"}
    for state in reversed(states[:-1]):
        undo(tmp_path)
        assert tree(tmp_path) == state
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(UsageError, match="undo-nothing"):
        undo(tmp_path)


def test_what_is_the_same_is_no_step(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    assert change_files(tmp_path, "accept", {"a": b"1", "none": None}) == []
    assert steps(tmp_path) == []


def test_who_holds_a_folder_from_reading_to_writing_is_alone_in_it(tmp_path: Path) -> None:
    """Two programs that read a file at once: the second one to write would undo the first."""
    (tmp_path / "a.yaml").write_bytes(b"as I read it\n")
    with ThreadPoolExecutor() as others:  # without what this context holds
        with held(tmp_path):
            asked = others.submit(change_files, tmp_path, "studio", {"a.yaml": b"theirs\n"})
            with pytest.raises(FileAccessError) as caught:
                asked.result()
            assert [one.code for one in caught.value.diagnostics] == ["output-busy"]
            assert steps(tmp_path) == []
            with held(tmp_path):  # also within
                change_files(tmp_path, "studio", {"a.yaml": b"mine\n"})
            assert is_held(tmp_path)
        assert not is_held(tmp_path)
        assert others.submit(change_files, tmp_path, "studio", {"a.yaml": b"later\n"}).result()
    assert (tmp_path / "a.yaml").read_bytes() == b"later\n" and len(steps(tmp_path)) == 2


def test_a_file_changed_since_is_named_and_nothing_is_touched(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"before")
    change_files(tmp_path, "import", {"a": b"1", "b": b"2", "c": b"3"})
    (tmp_path / "b").write_bytes(b"mine")
    (tmp_path / "c").unlink()
    before = tree(tmp_path)
    with pytest.raises(ContentError) as caught:
        undo(tmp_path)
    named = {one.location.file for one in caught.value.diagnostics if one.location}
    assert named == {"b", "c"} and tree(tmp_path) == before


def test_only_so_many_steps_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "KEPT", 3)
    for number in range(6):
        change_files(tmp_path, "import", {"a": str(number).encode()})
    assert [step.number for step in steps(tmp_path)] == [4, 5, 6]
    assert sorted(path.name for path in (tmp_path / history.HISTORY).iterdir()) == [
        "0004", "0005", "0006",
    ]  # fmt: skip


def test_a_torn_step_is_no_step(tmp_path: Path) -> None:
    change_files(tmp_path, "import", {"a": b"1"})
    (tmp_path / history.HISTORY / "0001" / history.STEP).write_text("{")
    assert steps(tmp_path) == []
    change_files(tmp_path, "import", {"a": b"2"})
    undo(tmp_path)
    assert tree(tmp_path) == {"a": b"1"}


@pytest.mark.parametrize("link", ["cards", "cards/.basis"])
def test_no_link_in_the_project_is_written_through(tmp_path: Path, link: str) -> None:
    elsewhere, project = tmp_path / "elsewhere", tmp_path / "project"
    elsewhere.mkdir()
    project.mkdir()
    (project / link).parent.mkdir(exist_ok=True)
    (project / link).symlink_to(elsewhere)
    with pytest.raises((FileAccessError, ContentError), match=r"folder-is-link|path-outside"):
        change_files(project, "import", {"cards/.basis/noord.yaml": b"1"})
    assert list(elsewhere.iterdir()) == []


def test_notes_go_with_the_step_before_them(tmp_path: Path) -> None:
    """What samenspel notes by itself is no step of a maker's own."""
    (tmp_path / "a").write_bytes(b"0")
    before = tree(tmp_path)
    change_files(tmp_path, "import", {"a": b"1", "record": b"1"})
    change_files(tmp_path, NOTE, {"record": b"2"})
    change_files(tmp_path, NOTE, {"record": b"3", "other": b"1"})
    assert [step.command for step in steps(tmp_path)] == ["import", NOTE]
    step, names = undo(tmp_path)
    assert (step.command, names) == ("import", ["a", "other", "record"])
    assert tree(tmp_path) == before
    change_files(tmp_path, NOTE, {"record": b"4"})
    with pytest.raises(UsageError, match="undo-nothing"):
        undo(tmp_path)


def test_a_change_after_a_note_is_named(tmp_path: Path) -> None:
    change_files(tmp_path, "import", {"a": b"1"})
    change_files(tmp_path, NOTE, {"record": b"2"})
    (tmp_path / "record").write_bytes(b"mine")
    before = tree(tmp_path)
    with pytest.raises(ContentError, match="undo-changed"):
        undo(tmp_path)
    assert tree(tmp_path) == before


OLD = {"cards/a.yaml": b"old a", "cards/b.yaml": b"old b", "cards/gone.yaml": b"old"}
NEW = {"cards/a.yaml": b"new a", "cards/b.yaml": b"new b", "cards/deep/c.yaml": b"new c"}
CHANGES = {**NEW, "cards/gone.yaml": None}


def old_project(folder: Path) -> Path:
    for name, data in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def full_from(number: int, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """From the n-th file or folder that is written on, the disk is full; renaming needs no room."""
    count = [0]

    def counting(real: Callable[..., object]) -> Callable[..., object]:
        def called(self: Path, *rest: object, **more: object) -> object:
            if real.__name__ != "open" or "w" in str((*rest, *more.values())):
                count[0] += 1
                if count[0] > number:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
            return real(self, *rest, **more)

        return called

    for name in ("write_bytes", "mkdir", "open"):
        monkeypatch.setattr(Path, name, counting(getattr(Path, name)))
    return count


@pytest.mark.parametrize("number", range(30))
def test_a_disk_that_is_full_at_any_moment_leaves_old_or_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    project = old_project(tmp_path / "dek")
    failed = False
    with monkeypatch.context() as patched:
        count = full_from(number, patched)
        try:
            change_files(project, "import", CHANGES)
        except FileAccessError as error:
            assert error.diagnostics[0].code == "disk-full"
            assert "--output" not in error.diagnostics[0].remedy  # undo and import have none
            failed = True
    assert tree(project) == (OLD if failed else NEW)
    assert failed == (count[0] > number)
    assert not list(tmp_path.rglob(".samenspel-*"))
    if failed:
        change_files(project, "import", CHANGES)
    with monkeypatch.context() as patched:
        full_from(number, patched)
        try:
            undo(project)
        except FileAccessError:
            assert tree(project) == NEW
        else:
            assert tree(project) == OLD


KILLED = """
import os, signal, sys
from pathlib import Path
from samenspel.upkeep import history
number, count = int(sys.argv[2]), [0]
def counting(real):
    def called(*rest, **more):
        count[0] += 1
        if count[0] == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*rest, **more)
    return called
for name in ("replace", "write_bytes", "mkdir", "rmdir"):
    setattr(Path, name, counting(getattr(Path, name)))
os.fsync = counting(os.fsync)
new = {"cards/a.yaml": b"new a", "cards/b.yaml": b"new b", "cards/deep/c.yaml": b"new c"}
history.change_files(Path(sys.argv[1]), "import", {**new, "cards/gone.yaml": None})
"""


@pytest.mark.parametrize("number", sorted(random.Random(11).sample(range(1, 34), 12)))
def test_a_kill_at_any_moment_leaves_old_or_new_to_whoever_reads_next(
    tmp_path: Path, number: int
) -> None:
    project = old_project(tmp_path / "dek")
    done = subprocess.run([sys.executable, "-c", KILLED, str(project), str(number)], check=False)
    assert done.returncode in (0, -signal.SIGKILL)
    finish_abandoned(project)
    state = tree(project)
    assert state in (OLD, NEW)
    assert done.returncode or state == NEW
    assert not [path for path in tmp_path.rglob(".samenspel-*") if path.is_dir()]
    if state == NEW:
        undo(project)
        assert tree(project) == OLD
