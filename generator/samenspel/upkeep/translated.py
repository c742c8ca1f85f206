"""From which source text each translation was made: a record beside the translations.

A translation is outdated when its source text has changed since. To see that, a fingerprint of the
source text is kept beside the translation, in ``cards/<language>/.source.yaml``; only
``accepted_translations`` writes that file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.errors import UsageError
from samenspel.gate import file_exists
from samenspel.layers.sources import Sources
from samenspel.layers.translating import plainly, texts_of
from samenspel.model.deck import TextPath
from samenspel.model.kind import Kind
from samenspel.model.places import key_of
from samenspel.project.project import Project
from samenspel.saying import say
from samenspel.yaml.documents import read_document
from samenspel.yaml.nodes import Node

RECORD = ".source.yaml"
_DECK_TEXTS = ("title", "subtitle", "licence", "makers")
_REGION_TEXTS = ("name", "short", "place", "kind")

_HEAD = """\
# Geschreven door samenspel, niet met de hand: van welke brontekst elke vertaling is gemaakt.
# Verandert de brontekst, dan ziet samenspel aan dit bestand dat de vertaling is verouderd.
"""

Texts = Mapping[str, Node | None]
"""What a language's own files say, by card; ``@deck`` and ``@labels`` for the deck's own."""
Record = dict[str, dict[str, str]]
"""The fingerprint of the source text of each translation, by card and field."""


def outdated_translations(project: Project, language: str) -> frozenset[tuple[str, str]]:
    """The card and the field, as in the record, of each text whose source has changed since.

    Raises UsageError (``language-unknown``).
    """
    check_language(project, language)
    sources = project.sources
    record = record_of(project.root, language, [])
    over = own_texts(sources, language)
    return frozenset(
        (name, key_of(path))
        for name, source in own_texts(sources, project.source_language).items()
        for path, node in translatable_texts(name, source, sources.kind_of(source))
        if (own := over.get(name)) and own.get(*path) and is_outdated(record, name, path, node)
    )


def accepted_translations(
    project: Project,
    language: str,
    only: Collection[tuple[str, str]] | None = None,
    *,
    only_new: bool = False,
) -> dict[str, bytes | None]:
    """The record that all translations of a language fit their source texts as these are now.

    With ``only`` (cards and fields, as in the record) all others stay recorded as they were, and
    with ``only_new`` those of them that are recorded do too.
    Nothing for the source language, and for one of which the project has no texts of its own.
    Raises UsageError (``language-unknown``).
    """
    check_language(project, language)
    folder = project.root / "cards" / language
    if language == project.source_language or not folder.is_dir():
        return {}
    over = own_texts(project.sources, language)
    kept = {} if only is None else record_of(project.root, language, [])

    def known_as(name: str, key: str) -> str | None:
        return kept.get(name, {}).get(key)

    lines = [_HEAD]
    for name, source in own_texts(project.sources, project.source_language).items():
        own = over.get(name)
        known = {
            key: fingerprint(node.text)
            if only is None or ((name, key) in only and not (only_new and known_as(name, key)))
            else known_as(name, key)
            for path, node in translatable_texts(name, source, project.sources.kind_of(source))
            if own is not None and is_ours(own.get(*path)) and (key := key_of(path))
        }
        rows = [f"  {key}: {mark}\n" for key, mark in known.items() if mark]
        lines += [f'"{name}":\n', *rows] if rows else []
    return {f"cards/{language}/{RECORD}": "".join(lines).encode()}


def fingerprint(text: str) -> str:
    """Eight hex digits that change with a text's words, and not with how its lines are broken."""
    return '"' + hashlib.sha256(" ".join(text.split()).encode("utf-8")).hexdigest()[:8] + '"'


def check_language(project: Project, language: str) -> None:
    """Raises UsageError (``language-unknown``) for a language that the project does not have."""
    if language not in project.languages:
        message = say('there is no language "{language}"', language=language)
        remedy = near_match(language, project.languages)
        raise UsageError.of("language-unknown", message, remedy=remedy)


def record_of(root: Path, language: str, problems: list[Diagnostic]) -> Record:
    """The recorded fingerprints by card and field."""
    name = f"cards/{language}/{RECORD}"
    node = read_document(root, name, problems) if file_exists(root, name) else None
    cards = node.entries if node else {}
    return {
        card: {key: f'"{value.text}"' for key, value in fields.entries.items()}
        for card, fields in cards.items()
    }


def own_texts(sources: Sources, language: str) -> Texts:
    """What a language's own files say: its cards, the deck's texts and the furniture words."""
    source = language == sources.source_language
    deck = sources.deck if source else sources.decks.get(language)
    home = f"cards/{language}/"
    labels = sources.labels.get(language)
    said = {
        key: node
        for key, node in (labels.entries if labels else {}).items()
        if node.location.file.startswith(home) or (source and key in sources.library.words)
    }
    place = Location(f"{home}labels.yaml")
    cards = sources.cards.get(language, {})
    return {
        **{name: plainly(card) if card else None for name, card in cards.items()},
        "@deck": deck or Node({}, Location(f"{home}deck.yaml")),
        "@labels": Node(said, place),
    }


def translatable_texts(
    name: str, part: Node | None, kind: Kind | None
) -> Iterator[tuple[TextPath, Node]]:
    """The texts of a card that are to be translated, or those of the deck itself."""
    if part is None:
        return
    if name == "@labels":
        yield from (((key,), node) for key, node in part.entries.items() if node.text)
        return
    if name != "@deck":
        yield from texts_of(part, kind)
        return
    paths: list[TextPath] = [(key,) for key in _DECK_TEXTS]
    paths += [("region", key) for key in _REGION_TEXTS]
    words = part.get("region", "words")
    paths += [("region", "words", key) for key in (words.entries if words else {})]
    paths += [("region", "facts", "issue")]
    for path in paths:
        node = part.get(*path)
        if node is not None and node.text:
            yield path, node


def is_ours(node: Node | None) -> bool:
    """True for a text of the project's own, not of the base that it builds on."""
    own = node is not None and node.location.file.startswith("cards/")
    return own and node is not None and bool(node.text.strip())


def is_outdated(
    record: Mapping[str, Mapping[str, str]], name: str, path: TextPath, source: Node
) -> bool:
    """Whether a source text is no longer the one that its translation was made from."""
    known = record.get(name, {}).get(key_of(path))
    return known is not None and known != fingerprint(source.text)
