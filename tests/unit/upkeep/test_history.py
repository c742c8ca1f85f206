"""What samenspel changed in a project can be taken back, byte for byte, or nothing is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenspel.errors import ContentError, FileAccessError, UsageError
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
