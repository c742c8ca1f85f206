"""The deck that a project builds on, by name and edition, and the project's own files over it.

``base: samenspel 2026.1`` in ``cards/deck.yaml`` names an edition of the built-in deck. A package
may carry several: the newest is the built-in deck itself, older ones stand in ``editions/`` beside
its ``cards/``, each a deck project as any other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.errors import ContentError
from samenspel.layers.applying import DEEPER
from samenspel.layers.overlay import (
    Stack,
    drop_cards,
    dropped_card,
    inserted,
    merge,
    only_cards,
    order_cards,
    speak,
)
from samenspel.layers.shapes import Row
from samenspel.layers.sources import Sources
from samenspel.model.places import key_of
from samenspel.project.edition import NAME, edition_of
from samenspel.saying import say
from samenspel.yaml.nodes import Node
from samenspel.yaml.validation import check

EDITIONS = "editions"
_BASE = re.compile(rf"{NAME}\s+(\S+)")


def editions(builtin: Path) -> dict[str, Path]:
    """The editions that an installation carries, the newest last, with their folders."""
    older = builtin / EDITIONS
    folders = [*(sorted(older.iterdir()) if older.is_dir() else ()), builtin]
    return {edition: folder for folder in folders if (edition := edition_of(folder))}


def base_folder(line: Node, builtin: Path) -> Path:
    """The folder of the base that ``base:`` names. Raises ContentError (``base-unknown``)."""
    known = editions(builtin)
    found = _BASE.fullmatch(line.text)
    if found and found[1] in known:
        return known[found[1]]
    carried = " and ".join(f"{NAME} {edition}" for edition in known)
    if found:
        message = say(
            "this installation does not carry the deck {name} {found}; it has {carried}",
            name=NAME,
            found=found[1],
            carried=carried,
        )
        remedy = (
            "install the samenspel that carries it, or name one that is here and read what its "
            "texts have become"
        )
    else:
        message = say(
            '"{text}" names no deck to build on; this installation has {carried}',
            text=line.text,
            carried=carried,
        )
        remedy = say(
            "write it as base: {name} {next}", name=NAME, next=next(reversed(known), "2026.1")
        )
    raise ContentError(Diagnostic("base-unknown", message, line.location, "base", remedy))


def base_of(sources: Sources, builtin: Path) -> Path | None:
    """The folder of the base that a project builds on, if it does."""
    line = sources.deck.get("base")
    return base_folder(line, builtin) if line else None


def relocated(sources: Sources, name: str) -> Sources:
    """The sources with the base's name before each file's name, to tell them from a project's."""

    def moved(node: Node) -> Node:
        value = node.value
        if isinstance(value, Mapping):
            value = {key: moved(child) for key, child in value.items()}
        elif isinstance(value, tuple):
            value = tuple(moved(child) for child in value)
        keys = {key: _at(place, name) for key, place in node.keys.items()}
        return replace(node, value=value, location=_at(node.location, name), keys=keys)

    return Sources(
        moved(sources.deck),
        {language: moved(node) for language, node in sources.decks.items()},
        {
            language: {card: moved(node) if node else None for card, node in cards.items()}
            for language, cards in sources.cards.items()
        },
        {language: moved(node) for language, node in sources.labels.items()},
        {},
        library=sources.library,
    )


def _at(place: Location, name: str) -> Location:
    return replace(place, file=f"{name}/{place.file}")


def deck_over(base: Node, own: Node, problems: list[Diagnostic]) -> Node:
    """A project's ``deck.yaml`` over that of its base, as far as the row of cards is not in it."""
    source = own.get("source_language")
    below = base.get("source_language")
    if source is not None and below is not None and source.text != below.text:
        message = say('the base is written in "{text}"', text=below.text)
        problems.append(
            Diagnostic("field-fixed", message, source.location, "source_language",
                       "take this line away")
        )  # fmt: skip
        own = own.without("source_language")
    deck = merge(base, own.without("cards", "locks"), DEEPER)
    locks = [node for part in (base, own) for node in _items(part, "locks")]
    if locks:
        deck = merge(deck, Node({"locks": Node(tuple(locks), own.location)}, own.location))
    return deck


def laid_over(base: Sources, own: Sources, problems: list[Diagnostic]) -> Sources:
    """A project's own files over those of its base; ``own.deck`` already is both together."""
    cards: dict[str, dict[str, Node | None]] = {}
    for language in own.cards:
        cards[language] = dict(base.cards.get(language, {}))
        for name, node in own.cards[language].items():
            below = cards[language].get(name)
            cards[language][name] = _over(below, node, problems)
    decks = {
        language: merge(base.decks.get(language, node), node, DEEPER)
        for language, node in own.decks.items()
    }
    return replace(own, cards=cards, decks=decks, base=base)


def _over(below: Node | None, node: Node | None, problems: list[Diagnostic]) -> Node | None:
    if node is None:
        return None
    node = node.without("after")
    if below is None:
        return node
    whole, found = speak(below, node)
    problems.extend(found)
    return whole


def row_over(
    base: Sources, cards: Node | None, own: Mapping[str, Node | None], problems: list[Diagnostic]
) -> Node:
    """The row of cards: the project's own list, or the base's with the project's changes.

    A card of the project's own says ``after:`` which card it comes.
    """
    if cards is not None and isinstance(cards.value, tuple):
        return cards
    changes = cards or Node({}, base.deck.location)
    if cards is not None:
        check(Row, cards, problems)
    listed = {node.text: node for node in base.listed}
    cards_of_base = base.cards[base.source_language]
    kinds = (base.kind_of(card) for card in cards_of_base.values())
    beside = frozenset(kind.name for kind in kinds if kind and kind.pages_of)
    stack = Stack(tuple(node.text for node in base.listed), dict(cards_of_base), beside=beside)
    gone = {node.text for node in _items(changes, "drop")}
    stack = _with_own(stack, own, gone, problems)
    for change, key in ((drop_cards, "drop"), (only_cards, "only"), (order_cards, "order")):
        stack, found = change(stack, _items(changes, key))
        problems.extend(found)
    items = tuple(listed.get(name, Node(name, changes.location)) for name in stack.order)
    return Node(items, changes.location, ("cards",))


def _with_own(
    stack: Stack, own: Mapping[str, Node | None], gone: Collection[str], problems: list[Diagnostic]
) -> Stack:
    """With the project's own cards, each after the card that it names; ``gone`` are dropped."""
    unplaced = {name for name, node in own.items() if name not in stack.cards and node}
    waiting = {
        name: after
        for name, node in own.items()
        if name not in stack.cards and node and (after := node.get("after"))
    }
    while waiting:
        ready = [name for name, after in waiting.items() if after.text in stack.order]
        for name in ready:
            after = waiting.pop(name)
            problems.extend([dropped_card(after)] if after.text in gone else ())
            stack = inserted(stack, name, after.text, own[name])
        if not ready:
            problems.extend(_nowhere(node, stack.order) for node in waiting.values())
            break
    return replace(stack, unplaced=frozenset(unplaced - set(stack.order)))


def _nowhere(node: Node, known: Iterable[str]) -> Diagnostic:
    message = say('there is no card "{text}" to come after', text=node.text)
    near = near_match(node.text, known)
    return Diagnostic(
        "card-unknown", message, node.location, key_of(node.path), near, subject=node.text
    )


def _items(node: Node, key: str) -> tuple[Node, ...]:
    child = node.get(key)
    return child.items if child else ()
