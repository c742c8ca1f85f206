"""What the base deck keeps to itself: fields that no layer above it may change.

A lock's path is ``what.field``. ``what`` is a card, a kind of card (``reminder``), ``*`` for every
card, ``deck`` for the deck's own texts, or ``region`` for what is said of a region. In place of a
field, ``drop`` keeps cards in the deck, ``order`` keeps those of a kind in their order and ``add``
keeps new ones of a kind out. Only cards of the base deck are locked, not those a layer adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.kinds import Library
from samenspel.layers.applying import (
    Layer,
    applied,
    base_stack,
    deck_node,
    layers,
    region_nodes,
)
from samenspel.layers.changes import ADD, DROP, ORDER, Change, changes
from samenspel.layers.overlay import Stack
from samenspel.layers.shapes import BASE, TRANSLATABLE
from samenspel.layers.sources import Sources, items_of
from samenspel.model.places import key_of
from samenspel.model.region import RegionInfo
from samenspel.saying import say
from samenspel.yaml.nodes import Node, plain

EVERY = "*"
TAKE_OUT = "take this out of the file"
ADD_BY_AFTER = (
    "take this out of the file; a card of your own says after: in its own file, with the card that "
    "it follows"
)
DECK_TEXTS = tuple(name for name in TRANSLATABLE if name != "region")


@dataclass(frozen=True, slots=True)
class Locked:
    """One locked path, and who locked it and why."""

    what: str
    field: str
    by: str
    why: str
    node: Node


def locks_of(sources: Sources) -> tuple[Locked, ...]:
    """All locks of a deck, those of its base included."""
    return tuple(
        Locked(*_split(path.text), _text_at(lock, "by"), _text_at(lock, "why"), path)
        for lock in items_of(sources.deck, "locks")
        for path in items_of(lock, "fields")
    )


def _split(path: str) -> tuple[str, str]:
    what, _, field = path.partition(".")
    return what, field


def _text_at(node: Node, key: str) -> str:
    child = node.get(key)
    return child.text if child else ""


def lock_on(sources: Sources, card: str, kind: str, field: str) -> Locked | None:
    """The lock that keeps a field of a card as it is, if there is one."""
    base = sources.base or sources
    if card not in base.cards.get(base.source_language, {}):
        return None
    return next(
        (
            lock
            for lock in locks_of(sources)
            if lock.what in (card, kind, EVERY) and lock.field == field
        ),
        None,
    )


def lock_problems(sources: Sources) -> list[Diagnostic]:
    """Locks of something that there is not."""
    kinds = {name: _kind(card) for name, card in _cards(sources).items()}
    locks = locks_of(sources)
    return [problem for lock in locks for problem in _unknown(lock, kinds, sources.library)]


def _cards(sources: Sources) -> dict[str, Node | None]:
    return dict(sources.cards.get(sources.source_language, {}))


def _kind(card: Node | None) -> str:
    kind = card.get("kind") if card else None
    return kind.text if kind else ""


def _unknown(lock: Locked, kinds: dict[str, str], library: Library) -> Iterator[Diagnostic]:
    fields = {"deck": (*DECK_TEXTS, "model"), "region": tuple(RegionInfo.model_fields)}
    whats = (*kinds, *library.kind_names, EVERY, *fields)
    if lock.what not in whats:
        message = say('there is no card or kind of card "{what}"', what=lock.what)
        yield _unknown_lock(lock, message, near_match(lock.what, whats))
        return
    known = fields.get(lock.what) or _card_fields(lock.what, kinds, library)
    if lock.field not in known:
        message = say('"{what}" has no field "{field}"', what=lock.what, field=lock.field)
        yield _unknown_lock(lock, message, near_match(lock.field, known))


def _card_fields(what: str, kinds: dict[str, str], library: Library) -> tuple[str, ...]:
    kind = library.kind(kinds.get(what, what))
    fields = [name for one in ([kind] if kind else library.kinds) for name in one.fields]
    return (*dict.fromkeys((*fields, "waive")), DROP, *(() if what in kinds else (ORDER, ADD)))


def _unknown_lock(lock: Locked, message: str, near: str) -> Diagnostic:
    return Diagnostic("lock-unknown", message, lock.node.location, key_of(lock.node.path), near)


def broken_by_region(sources: Sources, region: str, language: str) -> list[Diagnostic]:
    """Locks that a region, or a layer below it, breaks in a language."""
    locks = locks_of(sources)
    if not locks:
        return []
    stack = base_stack(sources, language)
    base = frozenset(stack.cards)
    found: list[Diagnostic] = []
    for layer in layers(sources, region, language):
        above = applied(stack, layer, [])
        found += _broken(locks, base, stack, above, layer)
        stack = above
    below, above_ = (region_nodes(sources, language, name).info for name in (BASE, region))
    return found + _broken_fields(locks, "region", below, above_)


def broken_by_project(sources: Sources, language: str) -> list[Diagnostic]:
    """Locks of the base that a project's own files break in a language."""
    base = sources.base
    if base is None or language not in base.cards:
        return []
    locks = locks_of(base)
    below = base_stack(base, language)
    layer = Layer("", Node({"cards": sources.deck.entries["cards"]}, sources.deck.location))
    found = _broken(locks, frozenset(below.cards), below, base_stack(sources, language), layer)
    decks = deck_node(base, language), deck_node(sources, language)
    return [*found, *_broken_fields(locks, "deck", *decks), *_other_model(locks, sources, base)]


def _other_model(locks: Iterable[Locked], sources: Sources, base: Sources) -> Iterator[Diagnostic]:
    """A set of the project's own in the place of one that the base's cards choose from."""
    kinds = {kind.name: kind for card in _cards(base).values() if (kind := base.kind_of(card))}
    used = {name for kind in kinds.values() for name in kind.sets}
    for lock in locks:
        if (lock.what, lock.field) != ("deck", "model"):
            continue
        for name in sorted(used):
            own, below = (one.library.document("sets", name) for one in (sources, base))
            if own is not None and below is not None and plain(own) != plain(below):
                yield _refused(lock, own.location, "choices", "the model is locked")


def _broken(
    locks: Iterable[Locked], base: frozenset[str], before: Stack, after: Stack, layer: Layer
) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for change in changes(before, after):
        for lock in locks:
            if change.field == ORDER:
                found += _disorder(lock, change, before, layer)
            elif _holds(lock, change) and (change.card in base) != (change.field == ADD):
                found.append(_broken_lock(lock, change, layer))
    return found


def _holds(lock: Locked, change: Change) -> bool:
    of_card = lock.what in (change.card, change.kind, EVERY)
    return of_card and lock.field == change.field.partition(".")[0]


def _disorder(lock: Locked, change: Change, stack: Stack, layer: Layer) -> Iterator[Diagnostic]:
    if lock.field != ORDER or change.before is None or change.after is None:
        return

    def row(node: Node) -> list[str]:
        names = [item.text for item in node.items]
        return [n for n in names if lock.what in (_kind(stack.cards[n]), EVERY)]

    if row(change.before) != row(change.after):
        place, key = _place(layer, "", ("order", "only"))
        yield _refused(lock, place, key, "the order of these cards is locked", _remedy(layer))


def _broken_lock(lock: Locked, change: Change, layer: Layer) -> Diagnostic:
    if change.field == DROP:
        place, key = _place(layer, change.card, ("drop", "only"))
        return _refused(
            lock,
            place,
            key,
            say('the card "{card}" cannot be left out', card=change.card),
            _remedy(layer),
        )
    node = change.after or change.before
    place = node.location if node else layer.said.location
    if change.field == ADD:
        return _refused(
            lock, place, "", say('a card of the kind "{kind}" cannot be added', kind=change.kind)
        )
    key = key_of(node.path) if node else change.field
    return _refused(
        lock,
        place,
        key,
        say('"{field}" of "{card}" is locked', field=change.field, card=change.card),
    )


def _remedy(layer: Layer) -> str:
    """What to do instead; whoever lists cards in the deck's own file mostly has one to add."""
    return TAKE_OUT if layer.name else ADD_BY_AFTER


def _place(layer: Layer, card: str, keys: tuple[str, ...]) -> tuple[Location, str]:
    """Where a layer drops a card, or puts cards in order."""
    cards = layer.said.get("cards") or layer.said
    for key in keys:
        listed = cards.get(key)
        if listed is not None:
            node = next((item for item in listed.items if item.text == card), listed)
            return node.location, key_of(node.path)
    return cards.location, key_of(cards.path)


def _broken_fields(
    locks: Iterable[Locked], what: str, before: Node, after: Node
) -> list[Diagnostic]:
    found = []
    for lock in locks:
        below, above = before.get(lock.field), after.get(lock.field)
        if lock.what != what or above is None or below is above:
            continue
        if below is None or plain(below) != plain(above):
            where = next((n for n in above.entries.values() if n.location != above.location), above)
            shown = say('"{field}" of the {what} is locked', field=lock.field, what=what)
            found.append(_refused(lock, where.location, lock.field, shown))
    return found


def _refused(
    lock: Locked,
    place: Location,
    key: str,
    message: str,
    remedy: str = TAKE_OUT,
) -> Diagnostic:
    full_message = say(
        "{message} by {by} ({location}): {why}",
        message=message,
        by=lock.by,
        location=lock.node.location,
        why=lock.why,
    )
    return Diagnostic("field-locked", full_message, place, key, remedy)
