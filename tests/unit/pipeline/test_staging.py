"""All or nothing, whatever goes wrong."""

from __future__ import annotations

import errno
import os
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
