"""What a project's files say, before any overlay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samenspel.yaml.nodes import Node


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

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that ``deck.yaml`` lists."""
        return tuple(node.text for node in items_of(self.deck, "languages"))

    @property
    def source_language(self) -> str:
        """The language that the deck was written in."""
        return source_language(self.deck)

    @property
    def listed(self) -> tuple[Node, ...]:
        """The card ids in ``deck.yaml``, in order."""
        return items_of(self.deck, "cards")


def items_of(deck: Node, key: str) -> tuple[Node, ...]:
    """The items of a list in a deck's own file; none when there is no such list."""
    node = deck.get(key)
    return node.items if node else ()


def source_language(deck: Node) -> str:
    """The language that a deck was written in, as its own file says; its first one, else Dutch."""
    node = deck.get("source_language")
    return node.text if node else next((n.text for n in items_of(deck, "languages")), "nl")
