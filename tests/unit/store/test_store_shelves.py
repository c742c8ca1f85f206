from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from samenspel.store import Contents, Store

KEY = "ab" * 32
OTHER = "cd" * 32


def test_what_was_put_is_got_and_only_under_its_kind_and_key(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put("art", KEY, b"drawn")
    assert store.get("art", KEY) == b"drawn"
    assert store.get("art", OTHER) is None
    assert store.get("build", KEY) is None
    assert Store(tmp_path / "store").get("art", KEY) == b"drawn"


def test_an_entry_that_was_moved_to_another_kind_or_key_is_none(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put("art", KEY, b"drawn")
    data = store.path("art", KEY).read_bytes()
    for kind, key in (("build", KEY), ("art", OTHER)):
        place = store.path(kind, key)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        assert store.get(kind, key) is None


@pytest.mark.parametrize("length", [0, 1, 31, 32, 33, 36])
def test_a_torn_entry_is_none(tmp_path: Path, length: int) -> None:
    store = Store(tmp_path / "store")
    store.put("art", KEY, b"drawn")
    path = store.path("art", KEY)
    path.write_bytes(path.read_bytes()[:length])
    assert store.get("art", KEY) is None
    store.put("art", KEY, b"drawn")
    assert store.get("art", KEY) == b"drawn"


def test_it_keeps_to_its_bound_and_lets_go_of_what_was_used_longest_ago(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", bound=10_000)
    keys = [f"{number:02x}" * 32 for number in range(0x10, 0x2A)]
    for age, key in enumerate(keys):
        store.put("art", key, bytes(1000))
        used = time.time() - 3600 * (100 - age)
        os.utime(store.path("art", key), (used, used))
    store.put("art", "0" * 64, b"")  # has it measured
    left = [key for key in keys if store.get("art", key) is not None]
    assert left and left == keys[-len(left) :]
    assert sum(one.size for one in store.contents()) <= 10_000


def test_what_is_used_stays(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", bound=3000)
    for key in (KEY, OTHER):
        store.put("art", key, bytes(1000))
        old = time.time() - 30 * 24 * 3600
        os.utime(store.path("art", key), (old, old))
    assert store.get("art", KEY)
    store.put("art", "0" * 64, bytes(1000))
    assert store.get("art", KEY) and store.get("art", OTHER) is None


def test_what_a_kill_left_unfinished_goes_after_a_day(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put("art", KEY, b"drawn")
    begun = [store.path("art", KEY).parent / f".part-{name}" for name in ("old", "new")]
    for path in begun:
        path.write_bytes(b"half")
    os.utime(begun[0], (0, 0))
    store.trim()
    assert [path.exists() for path in begun] == [False, True]
    assert store.get("art", KEY) == b"drawn"


def test_it_tells_what_it_holds_and_clears_only_that(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    store = Store(folder)
    store.put("art", KEY, b"drawn")
    store.put("build", OTHER, b"made")
    (folder / "notes.txt").write_text("mine")
    assert [(one.kind, one.entries) for one in store.contents()] == [("art", 1), ("build", 1)]
    assert store.clear() == Contents("", 2, sum(32 + len(data) for data in (b"drawn", b"made")))
    assert store.contents() == []
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


def test_without_a_folder_nothing_is_kept() -> None:
    store = Store(None)
    store.put("art", KEY, b"drawn")
    assert store.get("art", KEY) is None
    assert store.contents() == [] and store.clear().entries == 0
    with pytest.raises(ValueError):
        store.path("art", KEY)


def test_all_sound_entries_of_a_kind(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.put("art", KEY, b"one")
    store.put("art", OTHER, b"two")
    store.put("build", KEY, b"three")
    store.path("art", OTHER).write_bytes(b"torn")
    assert dict(store.all("art")) == {KEY: b"one"}
