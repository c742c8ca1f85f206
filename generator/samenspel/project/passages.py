"""Every text of a deck as it stands in one edition, and where a new wording of it is written.

An edition is a region (or ``basis``) in a language. A new wording goes to the edition's own file:
the region's, or for ``basis`` the language's, so that nothing below it changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from samenspel.model.deck import CONDITIONS, TextPath
from samenspel.project.files import BASE, DECK, LABELS, REGIONS
from samenspel.project.languages import foreign_in
from samenspel.project.layers import applied, base_stack, deck_node, layers, region_nodes, tongue_of
from samenspel.project.locks import Locked, locks_of
from samenspel.project.nodes import Node, key_of, plain, walk
from samenspel.project.overlay import Stack
from samenspel.project.project import Project
from samenspel.project.questions_overlay import identified, plain_questions
from samenspel.project.sources import Sources
from samenspel.project.translating import texts_of
from samenspel.project.yaml_editing import Edit

DECK_PART, LABELS_PART, REGION_PART = "@deck", "@labels", "@region"
DECK_TEXTS = ("title", "subtitle", "source", "licence", "makers")
COVER_FIELDS = ("title", "subtitle", "core")
"""What a region's ``cover`` may change of the title card."""

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
        wordings = dict(card_texts(source)) if source and not self.is_source else {}
        for field, node in card_texts(card):
            said = "" if not self.is_source and self.foreign(node) else node.text
            known = wordings[field].text if field in wordings else node.text
            yield self._passage(name, kind, field, node, said, known)
        if self.is_source and kind == "reminder":
            yield from self._conditions(name, card)

    def _conditions(self, name: str, card: Node) -> Iterator[Passage]:
        node = card.get("conditions")
        for place in range(2 if node else 0):
            chosen = [one.text for one in node.items] if node else []
            text = chosen[place] if place < len(chosen) else ""
            yield self._passage(
                name, "reminder", ("conditions", place), node or card, text, "",
                choices=CONDITIONS, optional=place > 0,
            )  # fmt: skip

    def _deck(self) -> Iterator[Passage]:
        whole = deck_node(self.sources, self.language)
        for key in DECK_TEXTS:
            node, below = whole.get(key), self.sources.deck.get(key)
            if node is not None and below is not None:
                said = node.text if self.is_source or node is not below else ""
                yield self._passage(DECK_PART, "deck", (key,), node, said, below.text)

    def _region(self) -> Iterator[Passage]:
        info = region_nodes(self.sources, self.language, self.region)[1]
        below = region_nodes(self.sources, self.sources.source_language, self.region)[1]
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
        for key in LABELS:
            node, source = words.get(key), below.get(key)
            if node is not None and source is not None:
                ours = f"cards/{self.language}/" in node.location.file
                said = node.text if ours else ""
                yield self._passage(LABELS_PART, "labels", (key,), node, said, source.text)

    def _passage(
        self, part: str, kind: str, field: TextPath, node: Node, text: str, source: str,
        choices: tuple[str, ...] = (), optional: bool = False,
    ) -> Passage:  # fmt: skip
        own = is_own(self.sources, self.region, self.language, node)
        lock = next((one for one in self.locks if self._holds(one, part, kind, field)), None)
        return Passage(
            self.region, self.language, part, kind, field, _unified(text),
            "" if self.is_source else _unified(source), node.location.file, node.location.line,
            own, lock, choices, optional,
        )  # fmt: skip

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


def card_texts(card: Node) -> Iterator[tuple[TextPath, Node]]:
    """A card's texts by field; a question by its id, not its place."""
    questions = card.get("questions")
    ids = [name for name, _ in identified(questions)] if questions else []
    for path, node in texts_of(card):
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


@dataclass(frozen=True, slots=True)
class Rewording:
    """An edit of one of the project's files."""

    file: str
    edit: Edit


def reworded(project: Project, passage: Passage, value: str | list[str]) -> Rewording:
    """Where a new wording of ``passage`` is written. A list stands for all of its conditions."""
    field = ("conditions",) if isinstance(value, list) else passage.field
    if passage.part == LABELS_PART:
        return Rewording(f"cards/{passage.language}/labels.yaml", Edit(field, value))
    if passage.part == DECK_PART:
        return Rewording(_deck_file(project, passage.language), Edit(field, value))
    node = _node(project, passage, field)
    if node is not None and is_own(project.sources, passage.region, passage.language, node):
        return Rewording(node.location.file, Edit(node.path, value))
    if passage.part == REGION_PART:
        return _of_region(project, passage, value)
    return _of_card(project, passage, field, value)


def _node(project: Project, passage: Passage, field: TextPath) -> Node | None:
    sources, region, language = project.sources, passage.region, passage.language
    if passage.part == REGION_PART:
        return region_nodes(sources, language, region)[1].get(*field)
    card = stack_of(sources, region, language).cards.get(passage.part)
    if card is None or field == ("conditions",):
        return card.get(*field) if card else None
    return dict(card_texts(card)).get(field)


def _deck_file(project: Project, language: str) -> str:
    return DECK if language == project.source_language else f"cards/{language}/deck.yaml"


def _prefix(project: Project, passage: Passage) -> TextPath:
    tongue = tongue_of(project.sources, passage.region)
    return () if tongue == passage.language else ("texts", passage.language)


def _of_region(project: Project, passage: Passage, value: str | list[str]) -> Rewording:
    """A text of a region (or of the deck without one) that so far comes from below."""
    info = region_nodes(project.sources, passage.language, passage.region)[1]
    if passage.region == BASE:
        file, prefix = _deck_file(project, passage.language), ("region",)
    else:
        file = f"{REGIONS}/{passage.region}.yaml"
        prefix = _prefix(project, passage)
    return Rewording(file, _with_whole(prefix, passage.field, info, value))


def _of_card(
    project: Project, passage: Passage, field: TextPath, value: str | list[str]
) -> Rewording:
    card = stack_of(project.sources, passage.region, passage.language).cards[passage.part]
    whole = card or Node({}, project.sources.deck.location)
    if passage.region != BASE:
        file = f"{REGIONS}/{passage.region}.yaml"
        prefix = _prefix(project, passage)
        if passage.kind == "cover" and field[0] in COVER_FIELDS:
            return Rewording(file, Edit((*prefix, "cover", *field), value))
        prefix = (*prefix, "cards", "change", passage.part)
        return Rewording(file, _with_whole(prefix, field, whole, value))
    file = card_file(project, passage.language, passage.part)
    if passage.language != project.source_language:
        return Rewording(file, _translation(project, passage, field, whole, value))
    return Rewording(file, _with_whole((), field, whole, value))


def _translation(
    project: Project, passage: Passage, field: TextPath, card: Node, value: str | list[str]
) -> Edit:
    """A text of a language's own card. A list is put there whole, what it lacks left empty."""
    top = str(field[0])
    own = project.sources.cards[passage.language].get(passage.part)
    said = own.get(top) if own else None
    if top == "questions" and not (said and said.entries):
        ids = [name for name, _ in identified(card.entries[top])]
        field = (top, ids.index(str(field[1])))
        said = plain_questions(said) if said else None
    elif top == "questions":
        return Edit(field, value)
    empty = {top: _emptied(card.entries[top])}
    return Edit(field, value, _wholes((), field, {**empty, **({top: plain(said)} if said else {})}))


def _emptied(node: Node) -> Any:
    """A list or mapping of the same shape, in which nothing is said."""
    if node.entries:
        lists = {key: _emptied(part) for key, part in node.entries.items()}
        return {key: part for key, part in lists.items() if part is not None} or None
    if isinstance(node.value, tuple):
        return [_emptied(item) for item in node.value]
    return None


def _with_whole(prefix: TextPath, field: TextPath, whole: Node, value: str | list[str]) -> Edit:
    """An edit for a text inside a list, which comes along whole when it is not there yet."""
    if field[0] == "questions":
        return Edit((*prefix, *field), value)
    return Edit((*prefix, *field), value, _wholes(prefix, field, plain(whole)))


def _wholes(prefix: TextPath, field: TextPath, data: Any) -> tuple[tuple[TextPath, Any], ...]:
    """The lists on the way to a field, with all that is in them; the outer ones first.

    What holds a list of lists comes along with its outer list.
    """
    found = []
    first = next((n for n, part in enumerate(field) if isinstance(part, int)), len(field))
    for depth in range(first, len(field)):
        if isinstance(field[depth], int):
            found.append(((*prefix, *field[:depth]), _at(data, field[:depth])))
    return tuple(found)


def _at(data: Any, path: TextPath) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def card_file(project: Project, language: str, card: str) -> str:
    """The file of a card in a language: the project's own, else the name that it should have."""
    folder = project.root / "cards" / language
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        if path.stem == card or path.stem.partition("-")[2] == card:
            return f"cards/{language}/{path.name}"
    source = project.sources.cards[project.source_language].get(card)
    name = PurePosixPath(source.location.file).name if source else f"{card}.yaml"
    return f"cards/{language}/{name}"
