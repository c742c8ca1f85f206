"""Where a new wording of a text is written: in the edition's own file, so nothing below changes.

That is the region's file, or for ``basis`` the file of the card in its language. A text that stands
in a list which so far comes from below takes that list along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from samenspel.layers.applying import region_nodes, tongue_of
from samenspel.layers.questions_overlay import identified, plain_questions
from samenspel.layers.shapes import BASE, DECK, REGIONS
from samenspel.model.deck import TextPath
from samenspel.project.project import Project
from samenspel.upkeep.passages import (
    DECK_PART,
    LABELS_PART,
    REGION_PART,
    Passage,
    card_texts,
    is_own,
    stack_of,
)
from samenspel.yaml.editing import Edit, edited
from samenspel.yaml.nodes import Node, plain
from samenspel.yaml.rearranging import removed

_BOM = b"\xef\xbb\xbf"
COVER_FIELDS = ("title", "subtitle", "core")
"""What a region's ``cover`` may change of the title card."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """An edit of one of the project's files."""

    file: str
    edit: Edit


def rewritten(name: str, data: bytes | None, edits: Iterable[Edit]) -> bytes:
    """A file with edits done in it, every other byte as it was; ``None`` for one not there yet."""
    return rewriting(name, data, lambda text: edited(text, edits))


def without(name: str, data: bytes | None, path: TextPath) -> bytes:
    """A file without one value, and without what then holds nothing; other bytes as they were.

    Raises ValueError when the file has no such value.
    """
    return rewriting(name, data, lambda text: removed(text, path))


def rewriting(name: str, data: bytes | None, change: Callable[[str], str]) -> bytes:
    """A file with its text changed, and its first mark and ends of lines as they were."""
    old = _head(name).encode() if data is None else data
    mark = _BOM if old.startswith(_BOM) else b""
    return mark + change(old.removeprefix(_BOM).decode("utf-8")).encode("utf-8")


def _head(name: str) -> str:
    """How a file begins that was not there: with the schema for its maker's editor."""
    kinds = {"deck.yaml": "language", "labels.yaml": "labels"}
    kind = kinds.get(PurePosixPath(name).name, "translation")
    return f"# yaml-language-server: $schema=../schema/{kind}.schema.json\n"


def reworded(project: Project, passage: Passage, value: str | list[str]) -> Rewording:
    """Where a new wording of ``passage`` is written. A list stands for all choices of its field."""
    field: TextPath = passage.field[:1] if isinstance(value, list) else passage.field
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
        return region_nodes(sources, language, region).info.get(*field)
    card = stack_of(sources, region, language).cards.get(passage.part)
    if card is None or (passage.choices and len(field) == 1):
        return card.get(*field) if card else None
    return dict(card_texts(card, sources)).get(field)


def _deck_file(project: Project, language: str) -> str:
    return DECK if language == project.source_language else f"cards/{language}/deck.yaml"


def _prefix(project: Project, passage: Passage) -> TextPath:
    tongue = tongue_of(project.sources, passage.region)
    return () if tongue == passage.language else ("texts", passage.language)


def _of_region(project: Project, passage: Passage, value: str | list[str]) -> Rewording:
    """A text of a region (or of the deck without one) that so far comes from below."""
    info = region_nodes(project.sources, passage.language, passage.region).info
    if passage.region == BASE:
        file = _deck_file(project, passage.language)
        return Rewording(file, _with_whole(("region",), passage.field, info, value))
    prefix = _prefix(project, passage)
    edit = _with_whole(prefix, passage.field, info, value)
    return Rewording(f"{REGIONS}/{passage.region}.yaml", edit)


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
        field = (field[0], ids.index(str(field[1])))
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
            found.append(((*prefix, *field[:depth]), value_at(data, field[:depth])))
    return tuple(found)


def value_at(data: Any, path: TextPath) -> Any:
    """What plain data hold at a path; ``None`` where there is nothing."""
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
