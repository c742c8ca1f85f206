"""Pages that are kept are those that would be laid out, whatever of the deck has changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.decks import A6, BLANK, FONTS, REMINDER, THEME, layout_of, made_card
from tests.real_cards import CARDS

from samenspel.diagnostics import Location
from samenspel.layout import keeping
from samenspel.layout.cards import laid_cards
from samenspel.layout.format_layout import FormatLayout, Shelf
from samenspel.layout.frame_data import page_data, page_of
from samenspel.layout.laid import Laid
from samenspel.layout.tracing import traced
from samenspel.model.art import ArtSize
from samenspel.model.frame import Box
from samenspel.model.ink import Ink
from samenspel.model.style import NamedFont
from samenspel.store import Store

PHOTO = "cartoons/proef.jpg"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture(autouse=True)
def nothing_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_held", {})


def with_store(layout: FormatLayout, store: Store, font: str = "") -> FormatLayout:
    digests = {f"fonts/{name}": font for name in FONTS.values()}
    return replace(_with_fonts(layout), shelf=Shelf(store, digests))


def _with_fonts(layout: FormatLayout) -> FormatLayout:
    """With a theme that names its fonts as one from a file does."""
    fonts = {role: (NamedFont(name),) for role, name in FONTS.items()}
    return replace(layout, theme=replace(layout.theme, fonts=fonts))


def asked(layout: FormatLayout) -> list[str]:
    """The cards whose pages are not known."""
    recall = keeping.Recall(layout)
    return [card.id for card in layout.deck.cards if not recall.pages(card)]


def with_photo() -> FormatLayout:
    layout = layout_of(REMINDER.with_values(cartoon=PHOTO), BLANK)
    photo = ArtSize(PHOTO, 4000, 3000, vector=False, photo=True, pixels=4000, seen=Box(1, 2, 3, 4))
    return replace(layout, art={**layout.art, PHOTO: photo}, cartoons={"proef": PHOTO})


def _plain(page: Laid) -> Laid:
    """A page as it is without a shelf."""
    return replace(page, sound=False, frame=replace(page.frame, fingerprint=""))


def test_what_is_kept_comes_back_as_it_was(store: Store) -> None:
    bare = laid_cards(with_photo())
    first = laid_cards(with_store(with_photo(), store))
    keeping._held.clear()
    again = laid_cards(with_store(with_photo(), store))
    assert again.pages == first.pages
    assert [_plain(page) for page in again.pages] == list(bare.pages)
    layout = with_store(with_photo(), store)
    traces = [traced(one, layout, layout.shelf.digests).frames for one in (bare, first, again)]
    assert traces[0] == traces[1] == traces[2]
    assert again.pictures and again.fits == bare.fits and again.problems == ()
    assert asked(with_store(with_photo(), store)) == []


def test_memory_serves_without_a_store() -> None:
    layout = with_store(layout_of(REMINDER), Store(None))
    first = laid_cards(layout)
    assert asked(layout) == [] and laid_cards(layout).pages == first.pages


def test_pages_as_data_are_json_to_the_last_bit() -> None:
    for page in laid_cards(with_photo()).pages:
        data = json.loads(json.dumps(page_data(page)))
        assert page_of(data).frame == page.frame
        assert json.dumps(page_data(page_of(data))) == json.dumps(data)


def _deck(layout: FormatLayout, **changed: object) -> FormatLayout:
    return replace(layout, deck=replace(layout.deck, **changed))


def _words(layout: FormatLayout) -> FormatLayout:
    cards = [card.with_values(core="Andere woorden.") if card.id == "proef" else card
             for card in layout.deck.cards]  # fmt: skip
    return _deck(layout, cards=tuple(cards))


CHANGES: dict[str, Callable[[FormatLayout], FormatLayout]] = {
    "words": _words,
    "labels": lambda one: _deck(one, labels={**one.deck.labels, "reminder": "Herinnering"}),
    "title": lambda one: _deck(one, title="Een ander dek"),
    "edition": lambda one: _deck(one, edition="2027.1"),
    "code": lambda one: _deck(one, edition_code="2026.1-proefstad-nl-123456"),
    "region": lambda one: _deck(
        one, region=one.deck.region.model_copy(update={"short": "Elders", "name": "Elders"})
    ),
    "order": lambda one: _deck(one, cards=one.deck.cards[::-1]),
    "fewer cards": lambda one: _deck(one, cards=one.deck.cards[:3]),
    "no model": lambda one: _deck(one, model=None),
    "backs": lambda one: _deck(one, backs="shared"),
    "format": lambda one: replace(one, format=replace(A6, margin=9)),
    "dropped": lambda one: replace(one, format=replace(A6, drop=frozenset({"text"}))),
    "accent": lambda one: replace(one, theme=replace(THEME, accent=Ink(50, 0, 0, 0))),
    "features": lambda one: replace(one, theme=replace(THEME, features={"text": {"onum": True}})),
    "art": lambda one: replace(
        one, art={name: replace(size, width=200) for name, size in one.art.items()}
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_pages_are_as_if_nothing_had_been_kept(
    change: Callable[[FormatLayout], FormatLayout], store: Store
) -> None:
    layout = layout_of(REMINDER, BLANK)
    laid_cards(with_store(layout, store))
    changed = change(layout)
    found = laid_cards(with_store(changed, store))
    fresh = laid_cards(changed)
    assert [_plain(page) for page in found.pages] == [_plain(page) for page in fresh.pages]
    assert found.problems == fresh.problems


def test_other_words_leave_the_pages_of_other_cards_as_they_are(store: Store) -> None:
    layout = layout_of(REMINDER, BLANK)
    laid_cards(with_store(layout, store))
    assert asked(with_store(_words(layout), store)) == ["proef"]
    assert asked(with_store(CHANGES["code"](layout), store)) == []
    assert set(asked(with_store(CHANGES["accent"](layout), store))) >= {"proef", "leeg"}


def test_what_art_and_letters_are_made_of_counts(store: Store) -> None:
    laid_cards(with_store(layout_of(REMINDER), store, "one font"))
    assert asked(with_store(layout_of(REMINDER), store, "one font")) == []
    assert asked(with_store(layout_of(REMINDER), store, "another")) != []


def test_a_picture_is_named_at_the_line_where_it_stands_now(store: Store) -> None:
    layout = with_photo()
    laid_cards(with_store(layout, store))
    moved = _deck(layout, sources={**layout.deck.sources, ("proef",): Location("elders.yaml", 9)})
    (printed,) = laid_cards(with_store(moved, store)).pictures
    assert asked(with_store(moved, store)) == []
    assert printed == laid_cards(moved).pictures[0]
    assert printed.place == Location("elders.yaml", 9)


def test_what_is_wrong_is_not_kept(store: Store) -> None:
    long = REMINDER.with_values(core="Veel te veel woorden voor een kaart. " * 40)
    layout = with_store(layout_of(long), store)
    problems = laid_cards(layout).problems
    assert problems and asked(layout) == ["proef"]
    assert laid_cards(layout).problems == problems == laid_cards(layout_of(long)).problems


def _entries(store: Store) -> list[str]:
    return [key for key, _ in store.all(keeping.KIND)]


def test_torn_and_crafted_entries_are_laid_out_again(store: Store) -> None:
    """Also those under a seal that fits."""
    layout = layout_of(made_card("blank", **{**BLANK.values, "id": "een"}))
    right = laid_cards(with_store(layout, store))
    keys = _entries(store)
    sound = {key: store.get(keeping.KIND, key) or b"" for key in keys}
    crafted = (
        lambda data: data[: len(data) // 2], lambda _: b"", lambda _: b"[]", lambda _: b"[[]]",
        lambda _: b"[" * 100_000, lambda _: b"{}", lambda _: b"\xff",
        lambda data: data.replace(b'"text"', b'"code"'),
        lambda data: data.replace(b'"shape",', b""),
        lambda data: json.dumps([[*page[:2], [None], *page[3:]] for page in json.loads(data)])
        .encode(),
    )  # fmt: skip
    for craft in crafted:
        for key, data in sound.items():
            store.put(keeping.KIND, key, craft(data))
        keeping._held.clear()
        assert laid_cards(with_store(layout, store)).frames == right.frames
        assert {key: store.get(keeping.KIND, key) for key in keys} == sound
    for key in keys:  # somebody who has not the secret
        path = store.path(keeping.KIND, key)
        path.write_bytes(path.read_bytes().replace(b"Schrijf", b"Verdien"))
    keeping._held.clear()
    assert laid_cards(with_store(layout, store)).frames == right.frames


def test_what_is_held_in_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "HELD", 2)
    laid_cards(with_store(layout_of(REMINDER, BLANK), Store(None)))
    assert len(keeping._held) == 2


def test_a_page_that_shows_another_card_is_made_anew_when_that_card_changes(store: Store) -> None:
    """The model's back has the core of every condition."""
    layout = layout_of(*CARDS)
    laid_cards(with_store(layout, store))
    cards = [card.with_values(core="Heel iets anders.") if card.id == "organisatie" else card
             for card in layout.deck.cards]  # fmt: skip
    changed = _deck(layout, cards=tuple(cards))
    found, fresh = laid_cards(with_store(changed, store)), laid_cards(changed)
    assert [_plain(page) for page in found.pages] == [_plain(page) for page in fresh.pages]
