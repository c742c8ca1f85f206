"""Which reminders a poster shows at which condition: each once, at one that it is about."""

from __future__ import annotations

from math import ceil

from samenspel.layout.format_layout import FormatLayout
from samenspel.model.cards import Card

MOST = 3
"""So many small cartoons a condition has at most."""


def touched(card: Card) -> list[str]:
    """The conditions of the model that a card is about, the first first."""
    said = card.values[card.spec.touches]
    return list(said) if isinstance(said, list) else [said]


def shown(layout: FormatLayout) -> dict[str, list[Card]]:
    """The reminders of each condition in deck order, no more at one than there is room for.

    A reminder stands at its first condition. Where too many do, as few as can be go to another that
    they are about. What finds no place is left out, a card without a picture first.
    """
    cards = sorted(layout.touching, key=lambda card: card.id not in layout.cartoons)
    names = list(layout.model)
    placed: dict[str, list[Card]] = {name: [] for name in names}
    for places in range(ceil(len(cards) / max(1, len(names))), MOST + 1):
        placed = {name: [] for name in names}
        for card in cards:
            placed.get(touched(card)[0], []).append(card)
        if _levelled(placed, places):
            break
    order = {card.id: place for place, card in enumerate(layout.touching)}
    kept = {name: own[:MOST] for name, own in placed.items()}
    return {name: sorted(own, key=lambda card: order[card.id]) for name, own in kept.items()}


def _levelled(placed: dict[str, list[Card]], places: int) -> bool:
    """Move cards on until no condition has more than ``places``; False where that cannot be."""
    for name in placed:
        while len(placed[name]) > places:
            way = _way(placed, name, places)
            if way is None:
                return False
            for card, home, other in way:
                placed[home].remove(card)
                placed[other].append(card)
    return True


def _way(
    placed: dict[str, list[Card]], start: str, places: int
) -> list[tuple[Card, str, str]] | None:
    """The fewest moves, each from one condition to another, that take a card off ``start``."""
    ways: list[list[tuple[Card, str, str]]] = [[]]
    seen = {start}
    for way in ways:  # it grows while it is walked, so the shortest way is found first
        home = way[-1][2] if way else start
        if way and len(placed[home]) < places:
            return way
        for card in reversed(placed[home]):
            for other in touched(card):
                if other in placed and other not in seen:
                    seen.add(other)
                    ways.append([*way, (card, home, other)])
    return None
