"""All or nothing, whatever goes wrong."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from samenspel.errors import FileAccessError
from samenspel.staging import Staging


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"/"
        for path in sorted(folder.rglob("*"))
    }


def test_files_come_into_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    with Staging(tmp_path / "a" / "b") as staging:
        staging.write("c/one.txt", b"1")
        staging.write("two.txt", b"2")
        assert not (tmp_path / "a").exists()
        paths = staging.commit()
    assert paths == [tmp_path / "a/b/c/one.txt", tmp_path / "a/b/two.txt"]
    assert tree(tmp_path) == {
        "a": b"/", "a/b": b"/", "a/b/c": b"/", "a/b/c/one.txt": b"1", "a/b/two.txt": b"2",
    }  # fmt: skip


def test_earlier_files_are_replaced_stale_ones_go_and_others_stay(tmp_path: Path) -> None:
    for name in ("one", "stale", "mine"):
        (tmp_path / name).write_text("old")
    with Staging(tmp_path) as staging:
        staging.write("one", b"new")
        staging.discard(["one", "stale", "never"])
        staging.commit()
    assert tree(tmp_path) == {"one": b"new", "mine": b"old"}


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_nothing_changes_without_a_commit(tmp_path: Path, error: type[BaseException]) -> None:
    (tmp_path / "one").write_text("old")
    with pytest.raises(error), Staging(tmp_path) as staging:
        staging.write("one", b"new")
        raise error
    assert tree(tmp_path) == {"one": b"old"}


@pytest.fixture(params=[OSError(errno.EXDEV, "other disk"), KeyboardInterrupt()])
def third_rename_fails(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[type[BaseException]]:
    """Let the third renaming fail; those that take things back succeed."""
    real, count = Path.replace, [0]

    def failing(self: Path, target: Path) -> Path:
        count[0] += 1
        if count[0] == 3:
            raise request.param
        return real(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    yield FileAccessError if isinstance(request.param, OSError) else KeyboardInterrupt


def test_a_failure_halfway_is_taken_back(
    tmp_path: Path, third_rename_fails: type[BaseException]
) -> None:
    out = tmp_path / "out"
    (out / "x").mkdir(parents=True)
    (out / "x/one").write_text("old")
    before = tree(tmp_path)
    with pytest.raises(third_rename_fails), Staging(out) as staging:
        staging.write("x/one", b"new")
        staging.write("y/two", b"new")
        staging.commit()
    assert tree(tmp_path) == before


def test_a_full_disk_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, data: bytes) -> int:
        del data
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FileAccessError, match="disk-full"), Staging(tmp_path / "out") as staging:
        staging.write("one", b"1")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("where", ["file", "file/below"])
def test_a_file_in_the_place_of_a_folder(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(FileAccessError, match="output-not-writable"), Staging(tmp_path / where):
        raise AssertionError("not reached")
    assert tree(tmp_path) == {"file": b"mine"}


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "b" / "mine").mkdir(parents=True)
    with pytest.raises(FileAccessError, match="output-not-writable"), Staging(tmp_path) as staging:
        staging.write("a", b"1")
        staging.write("b", b"1")
        staging.commit()
    assert tree(tmp_path) == {"b": b"/", "b/mine": b"/"}


def killed(destination: Path, after: int) -> None:
    """A process that writes three files and dies by a kill after so many renames."""
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from samenspel.staging import Staging\n"
        "real, count = Path.replace, [0]\n"
        "def counting(self, target):\n"
        f"    if count[0] == {after}: os.kill(os.getpid(), signal.SIGKILL)\n"
        "    count[0] += 1\n"
        "    return real(self, target)\n"
        "Path.replace = counting\n"
        "with Staging(Path(sys.argv[1])) as staging:\n"
        "    for name in ('a', 'deep/b', 'c'): staging.write(name, b'new')\n"
        "    staging.discard(['stale'])\n"
        "    staging.commit()\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(destination)], check=False)
    assert done.returncode == -signal.SIGKILL


@pytest.mark.parametrize("after", range(7))
def test_a_killed_build_is_finished_or_undone_by_the_next(tmp_path: Path, after: int) -> None:
    out = tmp_path / "out"
    (out / "deep").mkdir(parents=True)
    for name in ("a", "deep/b", "stale", "mine"):
        (out / name).write_text("old")
    killed(out, after)
    with Staging(out) as staging:
        assert staging is not None
    state = {name: data for name, data in tree(out).items() if data != b"/"}
    old = {"a": b"old", "deep/b": b"old", "stale": b"old", "mine": b"old"}
    new = {"a": b"new", "deep/b": b"new", "c": b"new", "mine": b"old"}
    assert state == (old if after == 0 else new)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_two_at_once_in_one_folder(tmp_path: Path) -> None:
    for target in (tmp_path, tmp_path / "not" / "there"):
        with Staging(target) as first:
            with pytest.raises(FileAccessError, match="output-busy"), Staging(target):
                raise AssertionError("not reached")
            with Staging(tmp_path / "other") as second:
                second.write("b", b"2")
                second.commit()
            first.write("a", b"1")
            first.commit()
        with Staging(target) as again:
            again.write("a", b"2")
            again.commit()
        assert (target / "a").read_bytes() == b"2"
    assert not list(tmp_path.rglob(".samenspel-*"))


def test_no_link_below_the_destination_is_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "poster.pdf").write_text("of a stranger")
    out = tmp_path / "out"
    out.mkdir()
    (out / "region").symlink_to(elsewhere)
    before = tree(out)
    with pytest.raises(FileAccessError, match="folder-is-link"), Staging(out) as staging:
        staging.write("region/cards.pdf", b"1")
        staging.discard(["region/poster.pdf"])
        staging.commit()
    assert tree(out) == before
    assert tree(elsewhere) == {"poster.pdf": b"of a stranger"}
