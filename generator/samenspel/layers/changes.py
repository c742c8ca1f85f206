"""What one row of cards changes of another, card by card and field by field.

Locks, fingerprints of overridden texts and ``samenspel diff`` all ask this one question.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.layers.overlay import Stack
from samenspel.layers.questions_overlay import identified
from samenspel.yaml.nodes import Node, plain

DROP, ADD, ORDER = "drop", "add", "order"
"""Stand in place of a field when a card goes, comes, or has another place."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two rows of cards."""

    card: str
    """The card's id; empty for the order."""
    kind: str
    """The card's kind."""
    field: str
    """A field (``questions.2``: the question with that id), ``drop``, ``add`` or ``order``."""
    before: Node | None
    """As it was; ``None`` for nothing. For ``order`` the ids as they stood."""
    after: Node | None
    """As it is; ``None`` for nothing. For ``order`` the ids as they stand."""


def changes(before: Stack, after: Stack) -> tuple[Change, ...]:
    """All differences, in the order of the cards; a change of order comes last, once."""
    found: list[Change] = []
    for name in before.cards:
        below, above = before.cards[name], after.cards.get(name)
        if name not in after.cards:
            found.append(Change(name, _kind(below), DROP, below, None))
        elif below is not None and above is not None and below is not above:
            found.extend(_fields(name, below, above))
    for name in after.order:
        if name not in before.cards and name not in [c.card for c in found if c.field == ADD]:
            card = after.cards[name]
            found.append(Change(name, _kind(card), ADD, None, card))
    rank = {name: place for place, name in reversed(list(enumerate((*after.order, *before.order))))}
    return (*sorted(found, key=lambda one: rank.get(one.card, 0)), *_order(before, after))


def _fields(name: str, below: Node, above: Node) -> Iterator[Change]:
    kind = _kind(below)
    old, new = _parts(below), _parts(above)
    for field in dict.fromkeys((*old, *new)):
        one, two = old.get(field), new.get(field)
        if (plain(one) if one else None) != (plain(two) if two else None):
            yield Change(name, kind, field, one, two)


def _parts(card: Node) -> dict[str, Node]:
    """A card's fields; each question is one of its own."""
    parts: dict[str, Node] = {}
    for key, node in card.entries.items():
        if key == "questions" and isinstance(node.value, tuple):
            parts |= {f"{key}.{name}": text for name, text in identified(node)}
        elif node.value is not None:
            parts[key] = node
    return parts


def _order(before: Stack, after: Stack) -> Iterator[Change]:
    """The cards that both rows hold, when they stand in another order."""
    old = [name for name in dict.fromkeys(before.order) if name in after.cards]
    new = [name for name in dict.fromkeys(after.order) if name in before.cards]
    if old != new:
        yield Change("", "", ORDER, _names(old, before), _names(new, after))


def _names(names: list[str], stack: Stack) -> Node:
    where = next(node.location for node in stack.cards.values() if node)
    return Node(tuple(Node(name, where) for name in names), where)


def _kind(card: Node | None) -> str:
    kind = card.get("kind") if card else None
    return kind.text if kind else ""
