"""Every text of a deck as it stands in one edition: a region (or ``basis``) in a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.diagnostics import Location
from samenspel.layers.applying import (
    applied,
    base_stack,
    deck_node,
    layers,
    region_nodes,
    tongue_of,
)
from samenspel.layers.locks import EVERY, Locked, locks_of
from samenspel.layers.overlay import Stack
from samenspel.layers.questions_overlay import identified
from samenspel.layers.shapes import BASE, DECK, LABELS, REGIONS, SHEET_WORDS
from samenspel.layers.sources import Sources
from samenspel.layers.translating import texts_of
from samenspel.loading.languages import foreign_in
from samenspel.model.deck import TextPath
from samenspel.model.kind import Field
from samenspel.model.places import key_of
from samenspel.project.project import Project
from samenspel.saying import say
from samenspel.upkeep.reviews import frozen_in
from samenspel.yaml.nodes import Node, walk

DECK_PART, LABELS_PART, REGION_PART = "@deck", "@labels", "@region"
DECK_TEXTS = ("title", "subtitle", "source", "licence", "makers")

_NO_REGION_TEXT = frozenset(
    ("id", "languages", "logo", "accents", "waive", "value", "date", "role", "seats", "cover")
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text in one edition.

    ``part`` is a card's id, ``@deck``, ``@labels`` or ``@region``; ``field`` its path there, with a
    question by its id. ``text`` is empty where the language has none yet, ``source`` the wording in
    the source language (empty for that language itself). ``file`` is where the wording comes from;
    ``own`` says that it is the edition's own. ``choices`` are all that the text may be;
    ``optional`` that it may be empty. ``lock`` says who keeps others from changing it.
    """

    region: str
    language: str
    part: str
    kind: str
    field: TextPath
    text: str
    source: str = ""
    file: str = ""
    line: int = 0
    own: bool = False
    lock: Locked | None = None
    choices: tuple[str, ...] = ()
    optional: bool = False
    declared: Field | None = None
    """The field of the card's kind that the text stands in; ``None`` outside cards."""

    @property
    def key(self) -> str:
        """``waddenrand:titel.core``: names the text within its language."""
        return f"{self.region}:{self.part}.{key_of(self.field)}"


def passages(project: Project, region: str, language: str) -> tuple[Passage, ...]:
    """All texts of an edition, card by card; the deck's own and the small words with ``basis``."""
    return tuple(_Edition(project, region, language).passages())


class _Edition:
    """One region in one language, with the same in the source language beside it."""

    def __init__(self, project: Project, region: str, language: str) -> None:
        self.sources: Sources = project.sources
        self.region, self.language = region, language
        self.is_source = language == self.sources.source_language
        self.foreign = foreign_in(self.sources, language, region)
        self.stack = stack_of(self.sources, region, language)
        self.locks = _locks(self.sources, region)
        held = frozen_in(project.root, region, language)
        self.frozen = held and Locked(
            EVERY, "", held.name, say("approved on {date}", date=held.date),
            Node(None, Location(held.file)),
        )  # fmt: skip

    def passages(self) -> Iterator[Passage]:
        if self.region == BASE:
            yield from self._deck()
        yield from self._region()
        source = stack_of(self.sources, self.region, self.sources.source_language)
        for name in dict.fromkeys(self.stack.order):
            card = self.stack.cards[name]
            if card is not None:
                yield from self._card(name, card, source.cards.get(name))
        if self.region == BASE:
            yield from self._labels()

    def _card(self, name: str, card: Node, source: Node | None) -> Iterator[Passage]:
        kind = kind_of(card)
        wordings = dict(card_texts(source, self.sources)) if source and not self.is_source else {}
        for field, node in card_texts(card, self.sources):
            said = "" if not self.is_source and self.foreign(node) else node.text
            known = wordings[field].text if field in wordings else node.text
            yield self._passage(name, kind, field, node, said, known)
        if self.is_source:
            yield from self._choices(name, card)

    def _choices(self, name: str, card: Node) -> Iterator[Passage]:
        """The lists of choices on a card, a row for each that there may be."""
        kind = self.sources.kind_of(card)
        for field in kind.fields.values() if kind else ():
            node = card.get(field.name)
            if node is None or field.type != "choice" or field.count is None:
                continue
            chosen = [one.text for one in node.items]
            for place in range(field.count.most or len(chosen)):
                text = chosen[place] if place < len(chosen) else ""
                yield self._passage(
                    name, kind_of(card), (field.name, place), node, text, "",
                    choices=field.choices, optional=place >= field.count.least,
                )  # fmt: skip

    def _deck(self) -> Iterator[Passage]:
        whole = deck_node(self.sources, self.language)
        for key in DECK_TEXTS:
            node, below = whole.get(key), self.sources.deck.get(key)
            if node is not None and below is not None:
                said = node.text if self.is_source or node is not below else ""
                yield self._passage(DECK_PART, "deck", (key,), node, said, below.text)

    def _region(self) -> Iterator[Passage]:
        info = region_nodes(self.sources, self.language, self.region).info
        below = region_nodes(self.sources, self.sources.source_language, self.region).info
        for path, node in walk(info):
            if not node.text or _NO_REGION_TEXT.intersection(path) or "@" in str(path[:1]):
                continue
            known = below.get(*path)
            same = known is not None and known is node and not self._spoken_here(node)
            said = "" if same and not self.is_source else node.text
            yield self._passage(
                REGION_PART, "region", path, node, said, known.text if known else ""
            )

    def _spoken_here(self, node: Node) -> bool:
        tongue = self.region != BASE and tongue_of(self.sources, self.region) == self.language
        return tongue and node.location.file == f"{REGIONS}/{self.region}.yaml"

    def _labels(self) -> Iterator[Passage]:
        words = self.sources.labels[self.language]
        below = self.sources.labels[self.sources.source_language]
        for key in dict.fromkeys((*LABELS, *SHEET_WORDS, *self.sources.library.words)):
            node, source = words.get(key), below.get(key)
            if node is not None and source is not None:
                ours = f"cards/{self.language}/" in node.location.file
                ours = ours or (self.is_source and key in self.sources.library.words)
                said = node.text if ours else ""
                yield self._passage(LABELS_PART, "labels", (key,), node, said, source.text)

    def _passage(
        self, part: str, kind: str, field: TextPath, node: Node, text: str, source: str,
        choices: tuple[str, ...] = (), optional: bool = False,
    ) -> Passage:  # fmt: skip
        own = is_own(self.sources, self.region, self.language, node)
        lock = self.frozen or next(
            (one for one in self.locks if self._holds(one, part, kind, field)), None
        )
        return Passage(
            self.region, self.language, part, kind, field, _unified(text),
            "" if self.is_source else _unified(source), node.location.file, node.location.line,
            own, lock, choices, optional, self._declared(part, kind, field),
        )  # fmt: skip

    def _declared(self, part: str, kind: str, field: TextPath) -> Field | None:
        found = None if part.startswith("@") else self.sources.library.kind(kind)
        return found.fields.get(str(field[0])) if found else None

    def _holds(self, lock: Locked, part: str, kind: str, field: TextPath) -> bool:
        if part.startswith("@"):
            return lock.what == part[1:] and lock.field == field[0]
        base = self.sources.base if self.region == BASE and self.sources.base else self.sources
        known = part in base.cards.get(base.source_language, {})
        return known and lock.what in (part, kind, "*") and lock.field == field[0]


def stack_of(sources: Sources, region: str, language: str) -> Stack:
    """The row of cards of an edition, its questions still with their ids."""
    stack = base_stack(sources, language)
    for layer in layers(sources, region, language):
        stack = applied(stack, layer, [])
    return stack


def card_texts(card: Node, sources: Sources) -> Iterator[tuple[TextPath, Node]]:
    """A card's texts by field; a question by its id, not its place."""
    questions = card.get("questions")
    ids = [name for name, _ in identified(questions)] if questions else []
    for path, node in texts_of(card, sources.kind_of(card)):
        if path[0] == "questions" and len(path) == 2 and isinstance(path[1], int):
            yield ("questions", ids[path[1]]), node
        else:
            yield path, node


def kind_of(card: Node) -> str:
    """What kind of card it is."""
    kind = card.get("kind")
    return kind.text if kind else ""


def is_own(sources: Sources, region: str, language: str, node: Node) -> bool:
    """True for a value of the edition's own file, in its language."""
    file = node.location.file
    if region == BASE:
        at_home = language == sources.source_language and file == DECK
        return at_home or file.startswith(f"cards/{language}/")
    if file != f"{REGIONS}/{region}.yaml":
        return False
    if node.path[:1] == ("texts",):
        return node.path[1:2] == (language,)
    return tongue_of(sources, region) == language


def _locks(sources: Sources, region: str) -> tuple[Locked, ...]:
    """The locks that hold in an edition: a deck's own bind what is built on it, not itself."""
    if region == BASE:
        return locks_of(sources.base) if sources.base else ()
    return locks_of(sources)


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
