from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.unit.preflight.pdfs import EXPECTED, Painter, card, clean, text

from samenspel.preflight import inspect
from samenspel.preflight.interpreter import Interpreter
from samenspel.store import Store


def also(word: str) -> Painter:
    """The clean card, with a word more."""

    def painted(canvas: Canvas) -> None:
        clean(canvas)
        text(canvas, word, size=10, y=260)

    return painted


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The pages that are read, as they are."""
    found: list[int] = []
    whole = Interpreter.page

    def noted(self: Interpreter, page: pikepdf.Page, *rest: object) -> object:
        found.append(page.index)
        return whole(self, page, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Interpreter, "page", noted)
    return found


def test_a_sound_page_is_read_once(store: Store, read: list[int]) -> None:
    assert inspect(card(), EXPECTED, store=store) == []
    assert read == [0]
    assert inspect(card(), EXPECTED, store=store) == []
    assert read == [0]


def test_only_what_changed_is_read_again(store: Store, read: list[int]) -> None:
    two = replace(EXPECTED, pages=2)
    assert inspect(card(clean, also("wereld")), two, store=store) == []
    read.clear()
    assert inspect(card(clean, also("dewerel")), two, store=store) == []
    assert read == [1]


def test_what_it_is_held_against_counts(store: Store, read: list[int]) -> None:
    inspect(card(), EXPECTED, store=store)
    read.clear()
    assert inspect(card(), replace(EXPECTED, text_minimum=50.0), store=store)
    assert 0 in read


def test_a_page_with_something_on_it_is_never_sound(store: Store, read: list[int]) -> None:
    strict = replace(EXPECTED, text_minimum=50.0)
    first = inspect(card(), strict, store=store)
    read.clear()
    assert inspect(card(), strict, store=store) == first and first
    assert 0 in read


def test_of_a_file_that_is_damaged_nothing_is_sound(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Interpreter, "page", _damaged)
        assert inspect(card(), EXPECTED, store=store)
    assert store.contents() == []


def _damaged(self: Interpreter, page: pikepdf.Page, *_: object) -> tuple[()]:
    self.note(f"page {page.index} is damaged")
    return ()


def test_an_entry_of_another_form_says_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for entry in (b"", b"[]", b'["00", 5, [], []]', b'["zz", null, [], []]', b'["00", null, 1, 2]'):
        monkeypatch.setattr(Store, "get", lambda *_, entry=entry: entry)
        assert inspect(card(), EXPECTED, store=store) == []
