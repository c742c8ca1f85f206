"""What a project's files say, before any overlay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from samenspel.diagnostics import Diagnostic
from samenspel.kinds import Library
from samenspel.model.kind import Kind
from samenspel.yaml.nodes import Node

_COPIES = re.compile(r"(\S+) [x×] ?([1-9]\d?)")
"""A card's name and how often it is wanted: ``leeg x4``."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a project's files say, before any overlay; languages map to their own files' contents.

    A card or region of which the file could not be read is ``None``. ``base`` is the deck that the
    project builds on, if it does; the other fields then are both together.
    """

    deck: Node
    decks: Mapping[str, Node]
    cards: Mapping[str, Mapping[str, Node | None]]
    labels: Mapping[str, Node]
    regions: Mapping[str, Node | None]
    base: Sources | None = None
    tables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The tables of cards by name, with the ids of their rows."""
    library: Library = field(default_factory=Library)
    """The kinds and sets that its cards may be of."""
    unread: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """Why a file in ``cards/regions`` could not be read, by the region's name."""

    def kind_of(self, card: Node | None) -> Kind | None:
        """A card's kind; ``None`` for one that is not known."""
        said = card.get("kind") if card else None
        return self.library.kind(said.text) if said else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that ``deck.yaml`` lists."""
        return tuple(node.text for node in items_of(self.deck, "languages"))

    @property
    def source_language(self) -> str:
        """The language that the deck was written in."""
        return source_language(self.deck)

    @property
    def lines(self) -> tuple[Node, ...]:
        """The names in ``deck.yaml`` under ``cards:``, without how often each is wanted."""
        return tuple(_counted(node)[0] for node in items_of(self.deck, "cards"))

    @property
    def listed(self) -> tuple[Node, ...]:
        """The card ids in ``deck.yaml``, in order, each as often as it is wanted.

        ``leeg x4`` is four of a card; the name of a table stands for all of its rows.
        """
        return tuple(
            replace(line, value=name)
            for line, count in map(_counted, items_of(self.deck, "cards"))
            for name in self.tables.get(line.text, (line.text,))
            for _ in range(count)
        )


def _counted(node: Node) -> tuple[Node, int]:
    """A card's name in the list, and how often it is wanted."""
    found = _COPIES.fullmatch(node.text)
    return (replace(node, value=found[1]), int(found[2])) if found else (node, 1)


def items_of(deck: Node, key: str) -> tuple[Node, ...]:
    """The items of a list in a deck's own file; none when there is no such list."""
    node = deck.get(key)
    return node.items if node else ()


def source_language(deck: Node) -> str:
    """The language that a deck was written in, as its own file says; its first one, else Dutch."""
    node = deck.get("source_language")
    return node.text if node else next((n.text for n in items_of(deck, "languages")), "nl")
