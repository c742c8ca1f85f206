"""Cards that were laid out before, by all that their pages depend on: in memory and in the store.

A key is a digest of what a card says and of all that its design can see: format, colours, letters,
drawings, and of the rest of the deck what the design names. So the words of one card, or the
edition's code on the sheets, leave the pages of all other cards as they are. Kept is only what is
sound, for what is wrong is reported with its place in a maker's files.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from samenspel.layout.fingerprints import fingerprint, known_by
from samenspel.layout.format_layout import FormatLayout, Shelf
from samenspel.layout.frame_data import BROKEN, page_data, page_of
from samenspel.layout.knowing import Chosen, Told, known_of
from samenspel.layout.laid import Laid
from samenspel.layout.verify import verify
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.kind import Kind
from samenspel.model.kind import Pages as DesignPages
from samenspel.store import program

KIND = "face"

HELD = 256
"""So many cards are held in memory, at some 0.1 MB each."""

_UNSTABLE = re.compile(r"frozenset\(|\{'[^']*'[,}]| at 0x[0-9a-f]")
"""What each process writes otherwise, or what says nothing of all that it stands for."""

CODE = "edition_code"
"""The text of the deck that changes with every word in it."""

Pages = tuple[Laid, ...]

_held: dict[str, Pages] = {}
_HOLDING = Lock()


class Recall:
    """What is known of the cards of one layout. Without a shelf that is nothing."""

    def __init__(self, layout: FormatLayout) -> None:
        """``layout`` names its shelf."""
        self._layout, self._shelf = layout, layout.shelf
        self._common = _common(layout, layout.shelf) if layout.shelf else ""
        self._keys: dict[str, str] = {}

    def pages(self, card: Card) -> list[Laid]:
        """The pages of a card as they were laid out before; none when they are not known."""
        if self._shelf is None:
            return []
        key = self._keys[card.id] = _key(self._layout, card, self._common)
        if not key:
            return []
        known = _held.get(key) or _unpacked(self._shelf.store.get(KIND, key))
        if known is None:
            return []
        _hold(key, known)
        return [_placed(page, self._layout.deck) for page in known]

    def keep(self, card: Card, pages: list[Laid]) -> list[Laid]:
        """Keep pages that were laid out now, when they are sound; they know whether they are."""
        key = self._keys.get(card.id)
        if self._shelf is None or not key:
            return pages
        known = known_by(self._layout, self._shelf.digests)
        judged = tuple(_judged(page, self._layout, known) for page in pages)
        if all(page.sound for page in judged):
            _hold(key, judged)
            if self._shelf.store.folder is not None:
                self._shelf.store.put(KIND, key, _packed(judged))
        return list(judged)


def _judged(page: Laid, layout: FormatLayout, known: Mapping[str, str]) -> Laid:
    """A page that knows its fingerprint, and whether nothing at all is wrong with it."""
    wrong = page.problems or verify(page.frame, layout.deck, layout.painted)
    frame = replace(page.frame, fingerprint=fingerprint(page.frame, known))
    return replace(page, frame=frame, sound=not wrong)


def _hold(key: str, pages: Pages) -> None:
    """Hold a card in memory, the one that was asked for longest ago going first."""
    with _HOLDING:
        _held.pop(key, None)
        while len(_held) >= HELD:
            del _held[next(iter(_held))]
        _held[key] = pages


def _placed(page: Laid, deck: Deck) -> Laid:
    """A page whose pictures name the lines at which their files stand now."""
    if not page.pictures:
        return page
    pictures = (
        replace(one, place=deck.where(*one.source), key=deck.key(*one.source))
        for one in page.pictures
    )
    return replace(page, pictures=tuple(pictures))


def _packed(pages: Pages) -> bytes:
    return json.dumps([page_data(page) for page in pages], separators=(",", ":")).encode()


def _unpacked(entry: bytes | None) -> Pages | None:
    try:
        return None if entry is None else tuple(map(page_of, json.loads(entry)))
    except BROKEN:
        return None


# -- what pages depend on --------------------------------------------------------------------------


def _key(layout: FormatLayout, card: Card, common: str) -> str:
    """The digest that a card's pages are kept under; empty where it is not known what they see."""
    design, kind = _design(layout, card), _kind(card.spec)
    seen = {
        name: _said(found.value, design)
        for name, found in known_of(layout, card).items()
        if _sees(design, name)
    }
    said = repr((common, design, card.id, card.content(), kind, seen))
    return "" if _UNSTABLE.search(said) else hashlib.sha256(said.encode()).hexdigest()


_designs: WeakKeyDictionary[DesignPages, dict[object, str]] = WeakKeyDictionary()
_kinds: WeakKeyDictionary[Kind, str] = WeakKeyDictionary()


def _design(layout: FormatLayout, card: Card) -> str:
    """What a card's pages are made of, as its kind says, written out once for all of the kind."""
    pages, shape, backs = card.pages or card.spec.design, layout.format.name, layout.deck.backs
    assert pages is not None  # a kind without pages is refused when its file is read
    known = _designs.setdefault(pages, {})
    key = shape, backs, not card.values.get(card.spec.colour)
    if key not in known:
        known[key] = repr(card.printed(shape, backs))
    return known[key]


def _kind(spec: Kind) -> str:
    """What a kind says beside its pages."""
    if spec not in _kinds:
        said = (
            spec.name, spec.fields, spec.colour, spec.numbered, spec.stands_for, spec.touches,
            spec.labels, spec.icons, spec.types,
        )  # fmt: skip
        _kinds[spec] = repr(said)
    return _kinds[spec]


def _sees(design: str, name: str) -> bool:
    """Whether a design may look at something; all but these its parts may know unasked."""
    return name not in ("model", "reminders") or name in design or "Ring(" in design


def _said(value: Any, design: str) -> Any:
    """A value that pages know, with all that the design may ask of it."""
    if isinstance(value, Mapping):
        return {name: _said(one, design) for name, one in value.items()
                if name != CODE or CODE in design}  # fmt: skip
    if isinstance(value, (list, tuple)):
        return [_said(one, design) for one in value]
    if isinstance(value, Told):
        return value.card.content(), value.part("n").value, [
            _said(value.part(name).value, design) for name in value.card.spec.fields
        ]  # fmt: skip
    if isinstance(value, Chosen):
        own = value.card.content() if value.card and ".card" in design else None
        return value.choice, value.style, value.name, own
    return value


def _common(layout: FormatLayout, shelf: Shelf) -> str:
    """What all cards of a layout depend on, as one digest."""
    shape, theme, deck = layout.format, layout.theme, layout.deck
    said = (
        program(), sorted(shelf.digests.items()), shelf.beside,
        replace(shape, drop=frozenset()), sorted(shape.drop), theme,
        deck.language, deck.backs, deck.sets, deck.model, deck.region.logo, deck.region.logo_white,
        sorted(layout.art.items()), sorted(layout.cartoons.items()),
        sorted(layout.pictured.items()), sorted(layout.outlines),
    )  # fmt: skip
    return hashlib.sha256(repr(said).encode()).hexdigest()
