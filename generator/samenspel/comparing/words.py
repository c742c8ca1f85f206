"""What a region's deck says differently from the deck below it, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from samenspel.diagnostics import Location
from samenspel.errors import UsageError
from samenspel.layers.applying import (
    applied,
    base_stack,
    chain,
    deck_node,
    layers,
    region_nodes,
)
from samenspel.layers.changes import ADD, DROP, ORDER, Change, changes
from samenspel.layers.overlay import Stack
from samenspel.layers.shapes import BASE, STRUCTURE
from samenspel.layers.sources import Sources
from samenspel.loading import select
from samenspel.project import Project
from samenspel.yaml.nodes import Node, plain

SHORT_ITEM = 40
"""Characters: a list of shorter items reads well on one line."""

REGION, DECK = "@region", "@deck"
"""Stand in place of a card for what is said of the region, or of the deck."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference, as an editor reads it."""

    kind: str
    """``changed``, ``added``, ``dropped`` or ``ordered``."""
    card: str
    """The card's id; ``@region`` and ``@deck`` for what is on no card."""
    title: str
    """The card's title."""
    field: str
    """The key in the maker's file (``questions.2``); empty for a card as a whole."""
    before: str
    """The text of the base; empty for none."""
    after: str
    """The text of the region, or the title of the card before it; empty for none."""
    place: Location | None
    """The line that makes the difference, when there is one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences between a region's deck and its base, in one language."""

    region: str
    """The region, as its file is called."""
    language: str
    """The language of both."""
    name: str
    """The region's own name."""
    base: str
    """What it is compared with, by name."""
    built_on: tuple[str, ...]
    """The networks that lie between, by name, from the lowest."""
    differences: tuple[Difference, ...]
    """In the order of the cards."""


def compare(project: Project, region: str, language: str) -> Comparison:
    """What ``region`` makes different in ``language``; its texts still as templates.

    The region is held against the project's deck without a region; ``basis`` is held against the
    deck that the project builds on. Raises UsageError for names that do not exist, and
    (``nothing-below``) for ``basis`` in a project that builds on no other deck.
    """
    deck = select(project, region, language)
    below, above = rows(project.sources, region, language)
    found = [*_fact_differences(project.sources, region, language)]
    found += differences(below, above)
    return Comparison(
        region,
        language,
        deck.region.name,
        _base_name(project, region),
        chain(project.sources, region)[:-1],
        tuple(found),
    )


def differences(below: Stack, above: Stack) -> list[Difference]:
    """What one row of cards says otherwise than another."""
    found = (_differences_of(change, below, above) for change in changes(below, above))
    return [one for group in found for one in group]


def _base_name(project: Project, region: str) -> str:
    line = project.sources.deck.get("base")
    if region == BASE and line is not None:
        return line.text
    return f"{project.title} {project.edition}"


def rows(sources: Sources, region: str, language: str) -> tuple[Stack, Stack]:
    """The row of cards below a region, and with it."""
    if region == BASE:
        if sources.base is None:
            raise UsageError.of(
                "nothing-below",
                "the deck without a region builds on no other deck",
                remedy="name a region; samenspel list regions shows them",
            )
        return base_stack(sources.base, language), base_stack(sources, language)
    below = above = base_stack(sources, language)
    for layer in layers(sources, region, language):
        above = applied(above, layer, [])
    return below, above


def _fact_differences(sources: Sources, region: str, language: str) -> Iterator[Difference]:
    if region == BASE and sources.base is not None:
        below, above = deck_node(sources.base, language), deck_node(sources, language)
        kept = ("cards", "locks", "base", "region", "products")
        yield from fields(DECK, below.without(*kept), above.without(*kept))
        return
    below = region_nodes(sources, language, BASE).info
    above = region_nodes(sources, language, region).info
    left_out = (*STRUCTURE, "cover")  # which is on the cover card
    yield from fields(REGION, below.without(*left_out), above.without(*left_out))


def fields(what: str, below: Node, above: Node) -> Iterator[Difference]:
    """The values of the deck or the region that differ."""
    old, new = dict(_leaves(below)), dict(_leaves(above))
    for field in dict.fromkeys((*old, *new)):
        one, two = old.get(field), new.get(field)
        if words(one) != words(two):
            place = two.location if two else None
            yield Difference("changed", what, "", field, words(one), words(two), place)


def _leaves(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Values by their path; lists and counts are one value."""
    if node.entries and "value" not in node.entries and "function" not in node.entries:
        for key, child in node.entries.items():
            yield from _leaves(child, f"{path}.{key}" if path else key)
    elif node.value:
        yield path, node


def _differences_of(change: Change, below: Stack, above: Stack) -> Iterator[Difference]:
    before, after = change.before, change.after
    card = above.cards.get(change.card) or below.cards.get(change.card)
    title = _title(card)
    if change.field == DROP:
        yield Difference("dropped", change.card, title, "", _title(before), "", None)
    elif change.field == ADD:
        place = after.location if after else None
        yield Difference("added", change.card, title, "", "", _behind(change.card, above), place)
    elif change.field == ORDER and before and after:
        for name in _moved(before, after):
            card = above.cards.get(name)
            yield Difference("ordered", name, _title(card), "", "", _behind(name, above), None)
    else:
        place = after.location if after else None
        old, new = words(before), words(after)
        yield Difference("changed", change.card, title, change.field, old, new, place)


def _moved(before: Node, after: Node) -> list[str]:
    """As few cards as need to move to come from the one order to the other."""
    old = [node.text for node in before.items]
    new = [node.text for node in after.items]
    stay = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    kept = {name for block in stay for name in new[block.b : block.b + block.size]}
    return [name for name in new if name not in kept]


def _behind(card: str, row: Stack) -> str:
    """The title of the card before this one; nothing for the first."""
    place = row.order.index(card)
    return _title(row.cards[row.order[place - 1]]) if place else ""


def _title(card: Node | None) -> str:
    title = card.get("title") if card else None
    return title.text if title else ""


def words(node: Node | None) -> str:
    """A value as people read it: sentences with one a line, counts with their date and source."""
    return _plainly(plain(node)) if node else ""


def _plainly(value: Any) -> str:
    if isinstance(value, dict):
        if "value" in value:
            rest = [str(part) for key, part in value.items() if key != "value" and part]
            return f"{value['value']} ({', '.join(rest)})" if rest else str(value["value"])
        if set(value) <= {"function", "address"}:
            return ", ".join(map(str, value.values()))
        if set(value) == {"name", "role"}:
            return f"{value['name']} ({value['role']})"
        return " · ".join(_plainly(part) for part in value.values() if part)
    if isinstance(value, list):
        items = [_plainly(part) for part in value]
        return (", " if max(map(len, items), default=0) <= SHORT_ITEM else "\n").join(items)
    return " ".join(str(value or "").split())


def by_card(differences: Iterable[Difference]) -> dict[str, list[Difference]]:
    """The differences of each card, in order."""
    found: dict[str, list[Difference]] = {}
    for one in differences:
        found.setdefault(one.card, []).append(one)
    return found
