from __future__ import annotations

from pathlib import Path

import pytest
from tests.projects import change, tiny_project, write

from samenspel.pipeline.watching import PAUSE, Watch, state_of


class Enough(Exception):
    """The watch waited as often as it was let."""


def seen(deck: Path, *steps: list[tuple[str, str]] | None) -> int:
    """How many changes are noticed when files are written during one wait after another."""
    waits = iter(steps)

    def rest(seconds: float) -> None:
        assert 0 < seconds <= PAUSE
        try:
            files = next(waits)
        except StopIteration:
            raise Enough from None
        for name, text in files or ():
            write(deck, name, text)

    watch, count = Watch(deck, rest), 0
    with pytest.raises(Enough):
        for _ in watch.changes():
            count += 1
    return count


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    return tiny_project(tmp_path / "deck")


def test_nothing_is_noticed_while_nothing_changes(deck: Path) -> None:
    assert seen(deck, None, None, None) == 0


def test_a_change_is_noticed_once_it_has_come_to_rest(deck: Path) -> None:
    name = "cards/nl/00-titel.yaml"
    text = (deck / name).read_text()
    steps = [[(name, "")], [(name, text + "# a")], [(name, text + "# ab")], None, None, None]
    assert seen(deck, *steps) == 1  # type: ignore[arg-type]


def test_two_changes_are_two(deck: Path) -> None:
    name = "assets/new.svg"
    assert seen(deck, [(name, "<svg/>")], None, None, [(name, "<svg />")], None, None) == 2


def test_writing_what_stood_there_is_no_change(deck: Path) -> None:
    name = "cards/nl/00-titel.yaml"
    text = (deck / name).read_text()
    assert seen(deck, [(name, text)], None, None) == 0


def test_other_folders_are_not_looked_at(deck: Path) -> None:
    before = state_of(deck)
    write(deck, "output/cards.pdf", "%PDF")
    assert state_of(deck) == before
    change(deck, "cards/nl/00-titel.yaml", "Klein dek", "Groter dek")
    assert state_of(deck) != before


def test_what_samenspel_notes_itself_is_no_change(deck: Path) -> None:
    assert seen(deck, [("cards/.basis/noordkust.yaml", "a: b")], None, None) == 0


def test_a_change_while_the_last_is_worked_on_is_the_next(deck: Path) -> None:
    waits = 0

    def rest(_: float) -> None:
        nonlocal waits
        waits += 1
        if waits == 1:
            write(deck, "assets/a.svg", "<svg/>")
        if waits > 6:
            raise Enough

    count = 0
    with pytest.raises(Enough):
        for _ in Watch(deck, rest).changes():
            count += 1
            if count == 1:
                write(deck, "assets/a.svg", "<svg />")
    assert count == 2
