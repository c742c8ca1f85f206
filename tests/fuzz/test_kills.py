"""A few writers that are killed; ``make kills`` kills two hundred."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from tests.fuzz import kill_commands, kill_studio, kills
from tests.projects import tiny_project

from samenspel.errors import SamenspelError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")


def test_a_writer_that_is_killed_leaves_the_old_set_or_the_new_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kills, "SLOWNESS", 0.01)
    dice = random.Random(2026)
    ended = [kills.tried(dice) for _ in range(8)]
    assert any(one.startswith("killed") for one in ended)


def test_a_mixture_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without what clears up behind a killed writer, some kills leave neither set."""
    from samenspel import staging

    monkeypatch.setattr(staging, "abandoned_folders", lambda _: iter(()))
    monkeypatch.setattr(kills, "SLOWNESS", 0.01)
    dice = random.Random(7)
    with pytest.raises((AssertionError, SamenspelError)):
        for _ in range(20):
            kills.tried(dice)


def test_a_command_that_is_killed_leaves_old_or_new(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kill_commands, "SLOWNESS", 0.01)
    monkeypatch.setenv("SAMENSPEL_CACHE", "")
    kill_commands.before(tmp_path)
    killing = kill_commands.Killing("import", tmp_path)
    dice = random.Random(2026)
    assert {killing.tried(dice) for _ in range(6)} <= {
        "import killed, old", "import killed, new", "import finished, new",
    }  # fmt: skip


def test_an_edit_of_the_studio_that_is_killed_leaves_old_or_new(tmp_path: Path) -> None:
    killing, dice = kill_studio.Killing(tiny_project(tmp_path / "klein")), random.Random(2026)
    ended = [killing.tried(dice) for _ in range(8)]
    assert any(one.startswith("killed") for one in ended)
    killing.all_back()


def test_a_step_half_taken_back_would_be_seen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where whoever comes next finishes nothing, the history and the files say different things."""
    monkeypatch.setattr("samenspel.studio.engine.finish_abandoned", lambda _: None)
    killing = kill_studio.Killing(tiny_project(tmp_path / "klein"))
    with pytest.raises(AssertionError, match="the history does not tell what is there"):
        killing.each_step(kill_studio.coloured("#403a48"), kill_studio.undone)
