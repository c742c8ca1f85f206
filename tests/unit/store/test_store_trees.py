from __future__ import annotations

import os
import re
import time
import tomllib
from pathlib import Path

import pytest

from samenspel.store import digest_of, program, tree, trees

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    for name, text in {
        "cards/deck.yaml": "title: Dek", "cards/.basis/a.yaml": "a: b", "assets/a.svg": "<svg/>",
        "output/cards.pdf": "%PDF", "notes.txt": "x",
    }.items():  # fmt: skip
        path = tmp_path / "deck" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "deck"


def test_every_file_counts_by_name_and_content_and_hidden_ones_too(deck: Path) -> None:
    first = tree(deck)
    assert first is not None and first.files == 3
    seen = {first.digest}
    (deck / "cards/.basis/a.yaml").write_text("a: c")
    seen.add(tree(deck).digest)  # type: ignore[union-attr]
    (deck / "assets/a.svg").rename(deck / "assets/b.svg")
    seen.add(tree(deck).digest)  # type: ignore[union-attr]
    (deck / "assets/b.svg").unlink()
    seen.add(tree(deck).digest)  # type: ignore[union-attr]
    assert len(seen) == 4


def test_what_no_build_reads_does_not_count(deck: Path) -> None:
    first = tree(deck)
    (deck / "output/cards.pdf").write_text("another")
    (deck / "notes.txt").unlink()
    assert tree(deck) == first


def test_names_and_contents_do_not_run_into_each_other(tmp_path: Path) -> None:
    for folder, name, text in (("one", "ab", "c"), ("two", "a", "bc")):
        path = tmp_path / folder / "cards" / name
        path.parent.mkdir(parents=True)
        path.write_text(text)
    assert tree(tmp_path / "one") != tree(tmp_path / "two")


def test_a_link_to_a_file_is_what_it_leads_to_and_other_things_are_not_known(deck: Path) -> None:
    first = tree(deck)
    (deck / "elsewhere.svg").write_text("<svg/>")
    (deck / "assets/a.svg").unlink()
    (deck / "assets/a.svg").symlink_to(deck / "elsewhere.svg")
    assert tree(deck) == first
    (deck / "elsewhere.svg").write_text("<svg></svg>")
    assert tree(deck) != first
    (deck / "assets/more").symlink_to(deck)
    assert tree(deck) is None and digest_of([deck]) == ""
    (deck / "assets/more").unlink()
    os.mkfifo(deck / "assets/pipe")
    assert tree(deck) is None


def test_the_program_is_known_by_its_files_and_what_is_said_counts(deck: Path) -> None:
    assert program() == program() and len(program()) == 64
    assert len({digest_of([deck]), digest_of([deck], "a"), digest_of([deck], "b")}) == 3


def test_a_deck_larger_than_any_is_not_known_again(deck: Path) -> None:
    with (deck / "assets/film.mp4").open("wb") as file:
        file.truncate(10**12)  # a terabyte of nothing, which takes no room
    assert tree(deck) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes are of POSIX")
def test_folders_in_folders_and_pipes_hold_nothing_up(deck: Path) -> None:
    place = deck / "cards"
    for _ in range(1500):
        place = place / "a"
        os.mkdir(place)  # noqa: PTH102
    assert tree(deck) is not None
    os.mkfifo(deck / "cards/pipe")
    assert tree(deck) is None
    _flatten(deck / "cards/a")


def _flatten(folder: Path) -> None:
    """Take away folders in folders, which are too deep for what clears up after tests."""
    inner, spare = folder / "a", folder.with_name("b")
    while inner.exists():
        inner.rename(spare)
        folder.rmdir()
        spare.rename(folder)
    folder.rmdir()


def test_a_file_that_changes_at_once_to_as_many_bytes_is_seen(deck: Path) -> None:
    """Files are read once for as long as they stand there unchanged, but not on a coarse clock."""
    path = deck / "assets/a.svg"
    os.utime(path, (1, 1))
    first = tree(deck)
    assert tree(deck) == first
    path.write_text("<b/>" + " " * 2)
    os.utime(path, (1, 1))
    assert tree(deck) != first


def test_a_file_that_has_settled_is_read_once(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samenspel.store import trees

    monkeypatch.setattr(trees, "SETTLED", 0.0)
    time.sleep(0.05)  # later than the files by their own clock
    first = tree(deck)
    read: list[str] = []

    def noted(path: str, _: int) -> bytes:
        read.append(path)
        return b""

    monkeypatch.setattr(trees, "read_given", noted)
    assert tree(deck) == first and (not read or os.name != "posix")
    (deck / "assets/a.svg").write_text("<b/>  ")
    assert tree(deck) != first and read


def test_every_library_that_a_build_stands_on_counts_but_those_that_make_no_page() -> None:
    """A new version of pyphen breaks words elsewhere: workers of a cluster must have the same."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[>=;]", one)[0].replace("-", "_") for one in project["dependencies"]}
    no_page = {"chunspell", "click", "openpyxl", "python_pptx", "rich"}
    assert set(trees.LIBRARIES) == wanted - no_page


def test_a_library_of_another_version_is_another_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def with_pyphen(version: str) -> tuple[str, str]:
        trees.program.cache_clear()
        trees.contents.cache_clear()
        names = [f"pyphen-{version}.dist-info", "reportlab-5.1.0.dist-info"]
        monkeypatch.setattr(trees, "_libraries", lambda _: iter(names))
        return trees.program(), trees.contents()

    try:
        old, new = with_pyphen("0.17"), with_pyphen("0.18")
    finally:
        trees.program.cache_clear()
        trees.contents.cache_clear()
    assert old[0] != new[0] and old[1] != new[1]
