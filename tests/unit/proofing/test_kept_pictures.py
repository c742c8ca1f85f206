"""Previews from the store: the same pictures, and only what changed is drawn again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.projects import tiny_project

from samenspel.pipeline import BuildRequest
from samenspel.proofing import preview_deck
from samenspel.proofing.trimmed import Drawn
from samenspel.store import Store


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the pages that are drawn, in the order of drawing."""
    found: list[int] = []
    draw = Drawn.next

    def counted(self: Drawn, pixels_per_mm: float) -> object:
        picture = draw(self, pixels_per_mm)
        found.append(self._index)
        return picture

    monkeypatch.setattr(Drawn, "next", counted)
    return found


def shown(request: BuildRequest, **wishes: object) -> dict[str, bytes]:
    shutil.rmtree(request.output, ignore_errors=True)
    pictures = preview_deck(request, dpi=40, **wishes).pictures
    return {path.relative_to(request.output).as_posix(): path.read_bytes() for path in pictures}


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    project = tiny_project(tmp_path / "deck")
    return BuildRequest(
        tmp_path / "out", project, products=("cards",), cache=tmp_path / "store" / "kept"
    )


def test_a_second_preview_draws_nothing_and_shows_the_same(
    request_: BuildRequest, drawn: list[int]
) -> None:
    plain = shown(replace(request_, cache=None))
    pages = len(drawn)
    assert pages == len(plain) - 1 > 0  # each page, and the contact sheet
    first = shown(request_)
    assert len(drawn) == 2 * pages
    assert shown(request_) == first == plain
    assert len(drawn) == 2 * pages


def test_of_a_changed_text_only_its_page_is_drawn(
    request_: BuildRequest, drawn: list[int]
) -> None:
    shown(request_)
    assert request_.project
    card = request_.project / "cards" / "nl" / "01-luister-eerst.yaml"
    card.write_text(card.read_text().replace("Wat hoor jij?", "Wat hoor jij nog?"))
    drawn.clear()
    after = shown(request_)
    assert len(drawn) in (1, 2)  # its back; and its front, when that bears the card's code
    assert after == shown(replace(request_, cache=None))


def test_other_wishes_are_other_pictures(request_: BuildRequest, drawn: list[int]) -> None:
    first = shown(request_)
    drawn.clear()
    assert shown(request_, grid=True) != first
    assert drawn
    drawn.clear()
    assert {name[-4:] for name in shown(request_, lossless=True)} == {".png"}
    assert drawn


def test_a_store_that_is_emptied_meanwhile_costs_only_time(
    request_: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = shown(request_)
    answers = Store.get
    asked: dict[str, int] = {}

    def once(self: Store, kind: str, key: str) -> bytes | None:
        asked[key] = asked.get(key, 0) + 1
        return None if kind == "picture" and asked[key] > 1 else answers(self, kind, key)

    monkeypatch.setattr(Store, "get", once)
    assert shown(request_) == first
    assert max(asked.values()) > 1


def test_each_press_has_its_pictures_in_a_folder_of_its_own(request_: BuildRequest) -> None:
    presses = ("coated", "meinspiel")
    names = shown(replace(request_, presses=presses))
    assert {name.split("/")[0] for name in names} == set(presses)
    per_press = [sorted(name.partition("/")[2] for name in names if name.startswith(press))
                 for press in presses]  # fmt: skip
    assert per_press[0] == per_press[1]
