"""Overlays as small pure functions: what lies on top wins; nothing below is changed.

Functions that can meet a mistake return their result and the diagnostics; a mistake leaves out the
one change that it is in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.layers.questions_overlay import (
    edit_questions,
    named_like,
    rearranged,
    rearranging,
)
from samenspel.model.places import key_of
from samenspel.saying import say
from samenspel.yaml.nodes import Node

Problems = tuple[Diagnostic, ...]

FIXED = ("id", "kind")
"""The fields of a card that no region changes."""


@dataclass(frozen=True, slots=True)
class Stack:
    """A row of cards: ids in order (a blank card several times), and each card by its id.

    ``None`` stands for a card whose file could not be read; it can be ordered and dropped.
    """

    order: tuple[str, ...]
    cards: Mapping[str, Node | None]
    repeated: frozenset[str] = frozenset()
    """The kinds of cards that may be named several times: those to write on."""
    dropped: frozenset[str] = frozenset()
    """The cards that a layer took out."""
    unplaced: frozenset[str] = frozenset()
    """A project's own cards that do not say after which card of the base they come."""
    beside: frozenset[str] = frozenset()
    """The kinds whose cards are no cards of the deck, but pages of what is printed beside it."""


def merge(base: Node, over: Node, deeper: Sequence[str] = ()) -> Node:
    """``over`` on ``base``, key by key; mappings under the keys in ``deeper`` are merged too.

    Under such a key nothing at all changes nothing: a maker who puts a # before each word below
    ``words:`` leaves the words as they are.
    """
    entries = dict(base.entries)
    for key, node in over.entries.items():
        below = entries.get(key)
        if key in deeper and below is not None and below.entries:
            if not node.entries and not node.text:
                continue
            node = merge(below, node, deeper) if node.entries else node
        entries[key] = node
    return Node(entries, base.location, base.path, {**base.keys, **over.keys})


def drop_cards(stack: Stack, names: Sequence[Node]) -> tuple[Stack, Problems]:
    """The stack without the named cards (all copies of each)."""
    known, unknown = _sorted_out(stack, names)
    gone = {node.text for node in known}
    order = tuple(card for card in stack.order if card not in gone)
    cards = {k: v for k, v in stack.cards.items() if k not in gone}
    return replace(stack, order=order, cards=cards, dropped=stack.dropped | gone), unknown


def order_cards(stack: Stack, names: Sequence[Node]) -> tuple[Stack, Problems]:
    """The stack with the named cards in the order of ``names``.

    They share out the places that they hold together; all others stay where they are. A card that
    stands several times is named once (its copies stay together) or as often as it stands there.
    """
    known, unknown = _sorted_out(stack, names)
    wanted, repeated = rearranging(stack.order, known)
    return replace(stack, order=rearranged(stack.order, wanted)), (*unknown, *repeated)


def add_cards(stack: Stack, added: Sequence[Node]) -> tuple[Stack, Problems]:
    """The stack with new cards, each after the card that its ``after`` names."""
    problems: list[Diagnostic] = []
    for node in added:
        name, after = node.get("id"), node.get("after")
        if name is None or after is None:
            continue  # reported when the file's shape was checked
        if name.text in stack.cards:
            message = say('there is a card "{text}" already', text=name.text)
            remedy = "give it another id, or change that card under change"
            problems.append(
                Diagnostic("card-exists", message, name.location, key_of(name.path), remedy)
            )
        elif after.text not in stack.order:
            problems.append(_unknown_card(after, stack))
        else:
            stack = inserted(stack, name.text, after.text, node.without("id", "after"))
    return stack, tuple(problems)


def only_cards(stack: Stack, names: Sequence[Node]) -> tuple[Stack, Problems]:
    """The stack with the named cards alone, in that order; a blank card as often as it is named.

    What is printed beside the cards stays, unless some of it is named.
    """
    known, unknown = _sorted_out(stack, names)
    counts = Counter(node.text for node in known)
    repeated = [n for n in known if counts[n.text] > 1 and not may_repeat(stack, n.text)]
    first_nodes = {n.text: n for n in reversed(repeated)}
    twice = tuple(
        Diagnostic(
            "card-repeated",
            say('the card "{name}" is named twice', name=name),
            node.location,
            key_of(node.path),
            "name it once; only cards to write on may be repeated",
        )
        for name, node in first_nodes.items()
    )
    if not names or unknown or twice:
        return stack, (*unknown, *twice)
    beside = [name for name in stack.order if _kind(stack.cards.get(name)) in stack.beside]
    chosen = [] if counts.keys() & set(beside) else beside
    order = (*(node.text for node in known), *chosen)
    cards = {k: v for k, v in stack.cards.items() if k in order}
    return replace(stack, order=order, cards=cards), ()


def inserted(stack: Stack, name: str, after: str, card: Node | None) -> Stack:
    """The stack with a card behind the last copy of the card ``after``."""
    place = len(stack.order) - stack.order[::-1].index(after)
    order = (*stack.order[:place], name, *stack.order[place:])
    return replace(stack, order=order, cards={**stack.cards, name: card})


def may_repeat(stack: Stack, name: str) -> bool:
    """True for a card that may be named as often as it is wanted."""
    return _kind(stack.cards.get(name)) in stack.repeated


def change_cards(stack: Stack, changes: Node) -> tuple[Stack, Problems]:
    """The stack with the fields of some cards replaced; ``changes`` maps ids to fields."""
    problems: list[Diagnostic] = []
    cards = dict(stack.cards)
    for name, change in changes.entries.items():
        if name not in stack.order:
            named = Node(name, changes.key_location(name), (*changes.path, name))
            problems.append(_unknown_card(named, stack))
            continue
        card = cards[name]
        if card is not None:
            cards[name], found = change_card(card, change)
            problems.extend(found)
    return replace(stack, cards=cards), tuple(problems)


def change_card(card: Node, change: Node) -> tuple[Node, Problems]:
    """One card with some fields replaced; ``questions`` may hold edits instead of a list."""
    problems: list[Diagnostic] = []
    fixed = [key for key in FIXED if key in change.entries]
    for key in fixed:
        place, path = change.key_location(key), key_of((*change.path, key))
        remedy = "take this line away; a card of another kind is a new card under add"
        problems.append(
            Diagnostic(
                "field-fixed", say('a region cannot change "{key}"', key=key), place, path, remedy
            )
        )
    over = change.without(*fixed)
    changed, found = speak(card, over)
    return changed, (*problems, *found)


def speak(card: Node, over: Node) -> tuple[Node, Problems]:
    """A card with the fields of ``over``, in which questions may be a new list, or edits by id."""
    edits, questions = over.get("questions"), card.get("questions")
    found: Problems = ()
    if edits is not None and edits.value and questions is not None:
        if edits.entries:
            edited, found = edit_questions(questions, edits)
        else:
            edited = named_like(edits, questions)
        over = replace(over, value={**over.entries, "questions": edited})
    return merge(card, over), found


def change_cover(stack: Stack, cover: Node | None) -> Stack:
    """The stack with a region's cover texts on its cover card."""
    if cover is None:
        return stack
    cards = {
        name: merge(card, cover) if card and _kind(card) == "cover" else card
        for name, card in stack.cards.items()
    }
    return replace(stack, cards=cards)


def _kind(card: Node | None) -> str:
    kind = card.get("kind") if card else None
    return kind.text if kind else ""


def apply_region(stack: Stack, region: Node) -> tuple[Stack, Problems]:
    """All of a region's changes: cover, drop, add, only, change, and order last."""
    cards = region.get("cards") or Node({}, region.location)
    stack = change_cover(stack, region.get("cover"))
    stack, dropped = drop_cards(stack, _items(cards, "drop"))
    stack, added = add_cards(stack, _items(cards, "add"))
    stack, chosen = only_cards(stack, _items(cards, "only"))
    stack, changed = change_cards(stack, cards.get("change") or Node({}, cards.location))
    stack, ordered = order_cards(stack, _items(cards, "order"))
    return stack, (*dropped, *added, *chosen, *changed, *ordered)


def _items(node: Node, key: str) -> tuple[Node, ...]:
    child = node.get(key)
    return child.items if child else ()


def _sorted_out(stack: Stack, names: Sequence[Node]) -> tuple[list[Node], Problems]:
    counts = Counter(stack.order)
    known = [node for node in names if counts[node.text]]
    unknown = (_unknown_card(node, stack) for node in names if not counts[node.text])
    return known, tuple(unknown)


def dropped_card(node: Node) -> Diagnostic:
    """A line that does something with a card that was dropped."""
    return Diagnostic(
        "card-dropped",
        say('the card "{text}" is dropped, so nothing can be done with it', text=node.text),
        node.location,
        key_of(node.path),
        "take it out of drop:, or name a card that stays",
    )


def _unknown_card(node: Node, stack: Stack) -> Diagnostic:
    if node.text in stack.dropped:
        return dropped_card(node)
    if node.text in stack.unplaced:
        return Diagnostic(
            "card-not-listed",
            say('the card "{text}" has no place in the deck yet', text=node.text),
            node.location,
            key_of(node.path),
            "say in its own file after which card it comes, as in after: wees-druk-met-rust",
            subject=node.text,
        )
    return Diagnostic(
        "card-unknown",
        say('there is no card "{text}"', text=node.text),
        node.location,
        key_of(node.path),
        near_match(node.text, stack.order),
        subject=node.text,
    )
