"""Which layers lie below a region, and what they make of the deck, one after another.

A region's file may name another one that it extends, to any depth; what a file says goes over all
that lies below it. A region with several languages says under ``texts`` what it calls things in the
others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from samenspel.diagnostics import Diagnostic, Severity, near_match
from samenspel.layers.overlay import Stack, apply_region, merge, speak
from samenspel.layers.questions_overlay import plain_questions, question_problems
from samenspel.layers.shapes import BASE, REGIONS, STRUCTURE
from samenspel.layers.sources import Sources
from samenspel.layers.translating import texts_of, translated
from samenspel.model.places import key_of
from samenspel.model.shape import MOST_COPIES
from samenspel.saying import say
from samenspel.yaml.nodes import Node, Path, from_plain, walk

DEEPER = ("region", "facts", "words", "accents", "cover", "counts", "waive")
"""The parts of deck and region in which an overlay replaces single keys, not the whole."""

NO_TEXTS = frozenset(
    ("id", "kind", "logo", "languages", "accents", "name", "short", "partners", "tables", "schools",
     "boards", "students", "companies", "counts", "waive")
)  # fmt: skip
"""Keys of a region of which the values are names or numbers, which need no translation."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One region's file: what it says, and what it says in the language that is asked for."""

    name: str
    said: Node
    spoken: Node | None = None

    @property
    def parts(self) -> tuple[Node, ...]:
        """What goes over the layers below, in order."""
        return (self.said,) if self.spoken is None else (self.said, self.spoken)


def is_abstract(node: Node | None) -> bool:
    """True for a layer that is no region itself."""
    marked = node.get("abstract") if node else None
    return marked is not None and marked.text.lower() == "true"


def is_ready(node: Node | None) -> bool:
    """False for a region that is made only when it is asked for by its name."""
    marked = node.get("ready") if node else None
    return marked is None or marked.text.lower() != "false"


def chain(sources: Sources, region: str) -> tuple[str, ...]:
    """The names of a region and all that it builds on, the lowest first.

    It ends where a name is unknown or comes back; ``chain_problems`` reports those.
    """
    names: list[str] = []
    while region in sources.regions and region not in names:
        names.insert(0, region)
        node = sources.regions[region]
        parent = node.get("extends") if node else None
        region = parent.text if parent else ""
    return tuple(names)


def layers(sources: Sources, region: str, language: str) -> tuple[Layer, ...]:
    """A region's layers, the lowest first; of a file that could not be read, none."""
    found = [(name, sources.regions[name]) for name in chain(sources, region)]
    return tuple(
        Layer(name, node.without("texts"), node.get("texts", language))
        for name, node in found
        if node is not None
    )


def chain_problems(sources: Sources) -> list[Diagnostic]:
    """Layers that do not exist, and each circle of layers once."""
    problems: list[Diagnostic] = []
    circles: set[frozenset[str]] = set()
    for name, node in sources.regions.items():
        parent = node.get("extends") if node else None
        if parent is None or not parent.text:
            continue
        if parent.text not in sources.regions:
            message = say(
                "there is no file {regions}/{text}.yaml to build on",
                regions=REGIONS,
                text=parent.text,
            )
            near = near_match(parent.text, [n for n in sources.regions if n != name])
            problems.append(Diagnostic("layer-unknown", message, parent.location, "extends", near))
        circle = _circle(sources, name)
        if circle and frozenset(circle) not in circles:
            circles.add(frozenset(circle))
            shown = " → ".join((*circle, circle[0]))
            remedy = "take the line extends: out of one of them"
            problems.append(
                Diagnostic(
                    "layer-circle",
                    say("these build on each other: {shown}", shown=shown),
                    parent.location,
                    "extends",
                    remedy,
                )
            )
    return problems


def _circle(sources: Sources, start: str) -> tuple[str, ...]:
    """The names from ``start`` back to ``start``, each building on the next; none without one."""
    names = [start]
    while True:
        node = sources.regions.get(names[-1])
        parent = node.get("extends") if node else None
        if parent is None or parent.text not in sources.regions:
            return ()
        if parent.text == start:
            return tuple(names)
        if parent.text in names:
            return ()  # a circle further down, which is reported for its own files
        names.append(parent.text)


def is_sound(sources: Sources, region: str) -> bool:
    """True when all that a region builds on is there and could be read."""
    names = chain(sources, region)
    nodes = [sources.regions[name] for name in names]
    lowest = nodes[0].get("extends") if nodes and nodes[0] else None
    return all(node is not None for node in nodes) and (lowest is None or not lowest.text)


def tongue_of(sources: Sources, name: str) -> str:
    """The language in which a region's file itself is written.

    The deck's source language, or when the region is not made in it, the region's first language.
    """
    listed: list[str] = []
    for layer in layers(sources, name, ""):
        own = layer.said.get("languages")
        listed = [node.text for node in own.items] if own else listed
    source = sources.source_language
    return source if source in listed or not listed else listed[0]


def deck_node(sources: Sources, language: str) -> Node:
    """The deck's own texts in a language."""
    return merge(sources.deck, sources.decks.get(language, Node({}, sources.deck.location)), DEEPER)


class RegionNodes(NamedTuple):
    """What a deck says of itself for one region, in one language."""

    deck: Node
    """The deck's own texts."""
    info: Node
    """The facts of the region over those of the deck."""


def region_nodes(sources: Sources, language: str, region: str) -> RegionNodes:
    """The deck's own texts in a language, and the facts of a region over those of the deck."""
    deck = deck_node(sources, language)
    info = deck.get("region") or Node({}, deck.location)
    languages = from_plain(list(sources.languages), info.location)
    found = layers(sources, region, language)
    if not found:
        own = named({"languages": languages, "id": BASE}, info)
        return RegionNodes(deck, merge(info.without("id"), own))
    info = merge(info, named({"languages": languages, "id": region}, found[-1].said))
    for layer in found:
        for part in layer.parts:
            info = merge(info, part.without(*STRUCTURE), DEEPER)
    return RegionNodes(deck, info)


def named(data: Mapping[str, Node | str], where: Node) -> Node:
    """Values that no file holds, at the place of ``where``."""
    entries = {
        key: value if isinstance(value, Node) else Node(value, where.location)
        for key, value in data.items()
    }
    return Node(entries, where.location)


def base_stack(sources: Sources, language: str) -> Stack:
    """The row of cards without a region: the source language, and the language over it."""
    base = sources.cards.get(sources.source_language, {})
    over = sources.cards.get(language, {}) if language != sources.source_language else {}
    cards: dict[str, Node | None] = dict(base)
    for name, node in over.items():
        below = base.get(name)
        if name in base:
            cards[name] = speak(below, translated(below, node))[0] if below and node else None
    kinds = {kind.name: kind for card in base.values() if (kind := sources.kind_of(card))}
    order = _order(sources, cards)
    of_base = {node.text for node in sources.base.listed} if sources.base else set()
    return Stack(
        order,
        cards,
        dropped=frozenset(of_base - set(order)),
        unplaced=frozenset(set(base) - of_base - set(order)) if sources.base else frozenset(),
        repeated=frozenset(name for name, kind in kinds.items() if kind.fills),
        beside=frozenset(name for name, kind in kinds.items() if kind.pages_of),
    )


def _order(sources: Sources, cards: Mapping[str, Node | None]) -> tuple[str, ...]:
    """The listed cards; with all others when the list is broken: each mistake is reported once."""
    listed = [node.text for node in sources.listed]
    order = [name for name in listed if name in cards]
    if len(order) < len(listed) or not listed:
        order += [name for name in cards if name not in order]
    return tuple(name for name in order for _ in range(_copies(cards[name])))


def _copies(card: Node | None) -> int:
    """How often a card itself says that it stands in the deck; a mistake there is met later."""
    said = card.get("copies") if card else None
    wanted = int(said.text) if said and said.text.isascii() and said.text.isdigit() else 1
    return wanted if 1 <= wanted <= MOST_COPIES else 1


def applied(stack: Stack, layer: Layer, problems: list[Diagnostic]) -> Stack:
    """The row of cards with one layer over it."""
    for part in layer.parts:
        stack, found = apply_region(stack, part)
        problems.extend(found)
    return stack


def overlaid(sources: Sources, language: str, region: str, problems: list[Diagnostic]) -> Stack:
    """The row of cards with all layers of a region over it, as later stages want it."""
    stack = base_stack(sources, language)
    for layer in layers(sources, region, language):
        stack = applied(stack, layer, problems)
    return finished(stack, problems)


def finished(stack: Stack, problems: list[Diagnostic]) -> Stack:
    """The row with its questions as texts alone."""
    cards = dict(stack.cards)
    for name, card in stack.cards.items():
        questions = card.get("questions") if card else None
        if card is not None and questions is not None and isinstance(questions.value, tuple):
            problems.extend(question_problems(questions))
            entries = {**card.entries, "questions": plain_questions(questions)}
            cards[name] = Node(entries, card.location, card.path, card.keys)
    return replace(stack, cards=cards)


def fallbacks(sources: Sources, region: str, language: str) -> tuple[Diagnostic, ...]:
    """Warnings for a region's own texts that its deck in ``language`` shows in another language."""
    foreign = {
        f"{REGIONS}/{layer.name}.yaml": tongue_of(sources, layer.name)
        for layer in layers(sources, region, language)
        if tongue_of(sources, layer.name) != language
    }
    stack = overlaid(sources, language, region, [])
    info = region_nodes(sources, language, region).info.without("id", "name", "short", "languages")
    nodes = list(_region_texts(info))
    for name in stack.order:
        card = stack.cards[name]
        nodes += texts_of(card, sources.kind_of(card)) if card else ()
    found = [
        _fallback(node, foreign[node.location.file], language)
        for path, node in nodes
        if node.location.file in foreign and node.path and node.path[0] != "texts"
    ]
    return tuple(dict.fromkeys(found))


def _region_texts(info: Node) -> Iterator[tuple[Path, Node]]:
    return ((path, node) for path, node in walk(info) if node.text and not NO_TEXTS & set(path))


def _fallback(node: Node, tongue: str, language: str) -> Diagnostic:
    return Diagnostic(
        "region-untranslated",
        say(
            "this text has no translation: the deck in {language} shows it in {tongue}",
            language=language,
            tongue=tongue,
        ),
        node.location,
        key_of(node.path),
        say("say it under texts: {language}: as well", language=language),
        Severity.WARNING,
    )
