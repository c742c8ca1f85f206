"""The row of cards of an edition, changed: what each change writes in the edition's own files.

A region says what it changes of the row under ``cards:`` in its file, a project over its base in
``cards/deck.yaml``. A deck that builds on none, and ``only:``, list the row itself. Nothing is
written here: each change is answered with files and what they are to hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path as Folder
from typing import Any

from samenspel.diagnostics import Location
from samenspel.gate import file_exists, read_bytes
from samenspel.layers.applying import tongue_of
from samenspel.layers.shapes import BASE, DECK, REGIONS
from samenspel.layers.translating import plainly
from samenspel.printable import plain_word
from samenspel.project.project import Project
from samenspel.upkeep.passages import kind_of, stack_of
from samenspel.upkeep.rewording import rewriting
from samenspel.yaml.editing import plain_of, put
from samenspel.yaml.nodes import Node, Path, plain
from samenspel.yaml.rearranging import inserted, removed

Files = Mapping[str, bytes | None]
NOT_COPIED = ("id", "kind", "waive", "copies", "after")
"""What a copy of a card does not take over as it is."""
HEAD = "# yaml-language-server: $schema=../schema/card.schema.json\n"
_NOTHING = Node({}, Location(DECK))
_TIMES = re.compile(r" [x×] ?[1-9]\d?$")


class RowOfCards:
    """The row of one edition, and the files that say what of it is the edition's own."""

    def __init__(self, project: Project, region: str) -> None:
        self.region, self._sources = region, project.sources
        self._root: Folder = project.root
        self.tongue = (
            project.source_language if region == BASE else tongue_of(project.sources, region)
        )
        self.stack = stack_of(project.sources, region, self.tongue)
        self.order: Sequence[str] = tuple(dict.fromkeys(self.stack.order))
        self._file = DECK if region == BASE else f"{REGIONS}/{region}.yaml"
        self._data = _read(self._root, self._file)
        self._text = (self._data or b"").decode("utf-8-sig")
        said = plain_of(self._text).get("cards")
        self._said: Mapping[str, Any] = said if isinstance(said, dict) else {}
        self._listed: Path | None = (
            ("cards",) if isinstance(said, list) else ("cards", "only") if self._said.get("only")
            else None
        )  # fmt: skip

    @property
    def can_count(self) -> bool:
        """Whether the row itself is listed, so that a card may stand there several times."""
        return self._listed is not None

    def copies(self, card: str) -> int:
        """How often a card is in the deck."""
        return self.stack.order.count(card)

    def is_beside(self, card: str) -> bool:
        """Whether it is no card of the deck, but a page of what is printed beside it."""
        return kind_of(self.stack.cards[card] or _NOTHING) in self.stack.beside

    def is_own(self, card: str) -> bool:
        """Whether the edition itself brought this card."""
        if self.region != BASE:
            return any(one.get("id") == card for one in self._added())
        base = self._sources.base
        return base is not None and card not in base.cards.get(self.tongue, {})

    def left_out(self) -> Sequence[str]:
        """The cards that this edition leaves out, and that it can put back."""
        if self._listed == ("cards",):
            known = self._sources.cards[self.tongue]
            return [name for name in known if name not in self.order]
        return [str(name) for name in self._said.get("drop") or ()]

    def title(self, card: str) -> str:
        """What people call a card, also one that is left out."""
        node = self.stack.cards.get(card) or self._sources.cards[self.tongue].get(card)
        said = node.get("title") if node else None
        return said.text if said and said.text else card

    def dropped(self, card: str) -> Files:
        """Without a card. What the edition says of it goes with it."""
        text = self._text
        if self._listed is not None:
            for place in reversed(self._lines(card)):
                text = removed(text, (*self._listed, place))
        elif self.region != BASE and self.is_own(card):
            place = [one.get("id") for one in self._added()].index(card)
            text = removed(self._anchored(card), ("cards", "add", place))
        else:
            drop = self._said.get("drop") or []
            text = inserted(self._anchored(card), ("cards", "drop"), len(drop), card)
        return self._files(_forgotten(text, card))

    def put_back(self, card: str) -> Files:
        """With a card that was left out; at the end of the row where this lists it."""
        if self._listed == ("cards",):
            now = self._items()
            last = next((n for n, one in enumerate(now) if self.is_beside(_bare(one))), len(now))
            return self._files(inserted(self._text, self._listed, last, card))
        place = list(self.left_out()).index(card)
        return self._files(removed(self._text, ("cards", "drop", place)))

    def moved(self, card: str, place: int) -> Files:
        """With a card at another place (from 0) among all; its copies stay together."""
        rest = [name for name in self.order if name != card]
        wanted = [*rest[:place], card, *rest[place:]]
        if self._listed is not None:
            before = [place for name in wanted[: wanted.index(card)] for place in self._lines(name)]
            lines = self._lines(card)
            values = [self._items()[line] for line in lines]
            text = self._text
            for line in reversed(lines):
                text = removed(text, (*self._listed, line))
            start = len(before)
            for shift, value in enumerate(values):
                text = inserted(text, self._listed, start + shift, value)
            return self._files(text)
        old = self.order.index(card)
        moved = set(wanted[min(old, place) : max(old, place) + 1])
        named = {str(one) for one in self._said.get("order") or ()} & set(self.order)
        new = [name for name in wanted if name in moved | named]
        return self._files(put(self._text, ("cards", "order"), new))

    def counted(self, card: str, copies: int) -> Files:
        """With a card so many times, in a row that is listed."""
        assert self._listed is not None
        first, *others = self._lines(card)
        text = self._text
        for place in reversed(others):
            text = removed(text, (*self._listed, place))
        name = card if copies == 1 else f"{card} x{copies}"
        return self._files(put(text, (*self._listed, first), name))

    def added(self, card: str, after: str, values: Mapping[str, Any]) -> Files:
        """With a new card of the edition's own behind another one; ``values`` hold its kind."""
        if self.region != BASE:
            whole = {"id": card, "after": after, **values}
            text = inserted(self._text, ("cards", "add"), len(self._added()), whole)
            if self._listed is not None:
                text = inserted(text, self._listed, self._behind(after), card)
            return self._files(self._in_order(text, card, after))
        file = f"cards/{self.tongue}/{card}.yaml"
        own = self._listed is None
        text = HEAD
        for key, value in {**values, **({"after": after} if own else {})}.items():
            text = put(text, (key,), value)
        made: dict[str, bytes | None] = {file: text.encode()}
        if self._listed is not None:
            at = self._behind(after)
            made |= self._files(inserted(self._text, self._listed, at, card))
        elif self._said.get("order"):
            made |= self._files(self._in_order(self._text, card, after))
        return made

    def _in_order(self, text: str, card: str, after: str) -> str:
        """The file with a new card in the order that it gives, if it gives one: that comes last."""
        if not self._said.get("order"):
            return text
        place = self.order.index(after) + 1
        return put(text, ("cards", "order"), [*self.order[:place], card, *self.order[place:]])

    def copied(self, card: str, title: str) -> Mapping[str, Any]:
        """What a copy of a card holds, under another title."""
        node = self.stack.cards[card] or _NOTHING
        values = plain(plainly(node))
        kept = {key: value for key, value in values.items() if key not in NOT_COPIED}
        return {"kind": kind_of(node), **_whole(kept), "title": title}

    def free_id(self, title: str) -> str:
        """An id for a new card, after its title."""
        taken = {*self.stack.cards, *self._sources.cards[self.tongue], *self.left_out()}
        name = plain_word(title)[:50].strip("-") or "kaart"
        rest = (f"{name}-{number}" for number in range(2, len(taken) + 3))
        return next(one for one in (name, *rest) if one not in taken)

    def _added(self) -> Sequence[Mapping[str, Any]]:
        return self._said.get("add") or []

    def _items(self) -> Sequence[str]:
        held = plain_of(self._text)["cards"]
        return [str(one) for one in (held if self._listed == ("cards",) else held["only"])]

    def _lines(self, card: str) -> list[int]:
        return [place for place, one in enumerate(self._items()) if _bare(one) == card]

    def _behind(self, card: str) -> int:
        lines = self._lines(card)
        return lines[-1] + 1 if lines else len(self._items())

    def _anchored(self, card: str) -> str:
        """The file with the edition's own cards no longer behind this one, but before it."""
        text, place = self._text, self.order.index(card)
        others = [name for name in self.order if name != card and not self.is_own(name)]
        before = next((n for n in reversed(self.order[:place]) if n in others), others[0])
        for number, one in enumerate(self._added() if self.region != BASE else ()):
            if one.get("after") == card:
                text = put(text, ("cards", "add", number, "after"), before)
        return text

    def _files(self, text: str) -> Files:
        return {self._file: rewriting(self._file, self._data, lambda _: text)}


def _forgotten(text: str, card: str) -> str:
    """A file that says nothing any more of a card that is not there."""
    said = plain_of(text)
    spoken = said.get("texts")
    tongues = list(spoken) if isinstance(spoken, dict) else []
    changes: list[Path] = [("cards", "change", card)]
    changes += [("texts", tongue, "cards", "change", card) for tongue in tongues]
    for path in changes:
        if _is_there(said, path):
            text = removed(text, path)
    cards = said.get("cards")
    order = cards.get("order") if isinstance(cards, dict) else None
    if card in (order or ()):
        text = removed(text, ("cards", "order", list(order or ()).index(card)))
    return text


def _is_there(data: Any, path: Path) -> bool:
    for part in path:
        if not isinstance(data, dict) or part not in data:
            return False
        data = data[part]
    return True


def _bare(item: str) -> str:
    """A card's name as a list has it, without how often it is wanted."""
    return _TIMES.sub("", item)


def _whole(value: Any) -> Any:
    """Plain values without those that say nothing."""
    if isinstance(value, dict):
        return {key: _whole(part) for key, part in value.items() if part not in (None, "", [], {})}
    return [_whole(part) for part in value] if isinstance(value, (list, tuple)) else value


def _read(root: Folder, file: str) -> bytes | None:
    return read_bytes(root, file) if file_exists(root, file) else None
