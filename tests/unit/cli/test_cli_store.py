from __future__ import annotations

import json
from pathlib import Path

import pytest

from samenspel.cli.main import run
from samenspel.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("SAMENSPEL_CACHE", str(tmp_path / "store"))
    kept = Store(tmp_path / "store")
    kept.put("art", "ab" * 32, bytes(968))
    kept.put("build", "cd" * 32, b"made")
    return kept


def test_it_shows_what_is_kept(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["store"]) == 0
    out = capsys.readouterr().out
    assert "art" in out and "1000" in out and str(store.folder) in out
    assert run(["store", "show", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["kinds"] == [
        {"kind": "art", "entries": 1, "bytes": 1000}, {"kind": "build", "entries": 1, "bytes": 36},
    ]  # fmt: skip


def test_it_clears(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["store", "clear"]) == 0
    assert "2 entries cleared" in capsys.readouterr().out
    assert store.contents() == []


def test_without_a_store(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    assert run(["store", "clear"]) == 0
    assert "Nothing is kept" in capsys.readouterr().out
