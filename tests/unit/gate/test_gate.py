"""Files of a project are opened through one gate, and nothing outside it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from samenspel import bounds, gate, walking
from samenspel.errors import ContentError


@pytest.fixture(params=[True, False], ids=["on open folders", "by resolved paths"])
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a text, and a secret beside it."""
    monkeypatch.setattr(walking, "ON_FOLDERS", request.param)
    (tmp_path / "secret").write_text("not yours")
    project = tmp_path / "project"
    (project / "cards").mkdir(parents=True)
    (project / "cards" / "a.yaml").write_text("a: 1")
    return project


@pytest.mark.parametrize("name", ["", "/etc/passwd", "../secret", "cards/../../secret", "c:\\x"])
def test_names_that_lead_out(root: Path, name: str) -> None:
    with pytest.raises(ContentError, match="path-outside"):
        gate.read_bytes(root, name)


@pytest.mark.parametrize("target", ["../../secret", "/etc/passwd"])
def test_links_that_lead_out(root: Path, target: str) -> None:
    (root / "cards" / "link").symlink_to(target)
    (root / "folder").symlink_to("..")
    for name in ("cards/link", "folder/secret"):
        with pytest.raises(ContentError, match="path-outside"):
            gate.read_bytes(root, name)
        with pytest.raises(ContentError, match="path-outside"):
            gate.file_exists(root, name)


def test_links_that_stay_inside_are_followed(root: Path) -> None:
    (root / "cards" / "b.yaml").symlink_to("a.yaml")
    (root / "again").symlink_to(root / "cards")
    (root / "deep").mkdir()
    (root / "deep" / "up").symlink_to("../cards")
    for name in ("cards/b.yaml", "again/a.yaml", "deep/up/b.yaml"):
        assert gate.read_text(root, name) == "a: 1"


def test_a_link_to_itself_is_told(root: Path) -> None:
    (root / "cards" / "loop").symlink_to("loop")
    with pytest.raises(ContentError, match=r"path-outside|file-unreadable"):
        gate.read_bytes(root, "cards/loop")


def test_what_is_no_regular_file_is_refused_and_does_not_hang(root: Path) -> None:
    os.mkfifo(root / "cards" / "pipe")
    for name in ("cards/pipe", "cards"):
        with pytest.raises(ContentError, match="file-unreadable"):
            gate.read_bytes(root, name)
        assert not gate.file_exists(root, name)


def test_a_file_over_the_limit_is_refused(root: Path) -> None:
    with pytest.raises(ContentError, match="file-too-large"):
        gate.read_bytes(root, "cards/a.yaml", 3)


def test_all_regular_files_below_a_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "cards" / "nl").mkdir()
    (root / "cards" / "nl" / ".source.yaml").write_text("x: 1")
    (root / "cards" / "all").symlink_to(".")
    (root / "cards" / "b").symlink_to("a.yaml")
    assert gate.files_below(root, "cards") == ["cards/a.yaml", "cards/nl/.source.yaml"]
    assert gate.files_below(root, "nothing") == []
    monkeypatch.setattr(bounds, "FILES", 1)
    with pytest.raises(ContentError, match="folder-too-large"):
        gate.files_below(root, "cards")


def open_files() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def test_no_descriptor_is_left_open(root: Path) -> None:
    (root / "cards" / "link").symlink_to("/etc")
    before = open_files()
    for name in ("cards/a.yaml", "cards/none", "cards/link/passwd", "cards"):
        try:
            gate.read_bytes(root, name)
        except ContentError:
            continue
    after = open_files()
    assert before == after
