"""How complete a translation is: what is missing, empty, untranslated or outdated, by card.

A translation is outdated when its source text has changed since. To see that, a fingerprint of the
source text is kept beside the translation, in ``cards/<language>/.source.yaml``; only
``accepted_translations`` writes that file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from samenspel.diagnostics import Diagnostic, Location, Severity, near_match
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
ALIKE_FROM = 3
"""Texts of fewer words (a name, *Samenspel*) may well be the same in two languages."""

_MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_DECK_TEXTS = ("title", "subtitle", "licence", "makers")
_REGION_TEXTS = ("name", "short", "place", "kind")
_SAME_ANYWHERE = frozenset({"source"})
"""Fields that hold a book's title, which may stay as it is."""

_HEAD = """\
# Geschreven door samenspel, niet met de hand: van welke brontekst elke vertaling is gemaakt.
# Verandert de brontekst, dan ziet samenspel aan dit bestand dat de vertaling is verouderd.
"""

Texts = Mapping[str, Node | None]


def language_gaps(project: Project, language: str) -> tuple[Diagnostic, ...]:
    """Warnings for all that a language lacks, by file and field; none for the source language.

    Codes: ``translation-missing``, ``translation-empty``, ``translation-same``,
    ``translation-outdated``, and once ``translation-unrecorded``. Raises UsageError
    (``language-unknown``).
    """
    _check_language(project, language)
    if language == project.source_language:
        return ()
    sources = project.sources
    problems: list[Diagnostic] = []
    record = _record(project.root, language, problems)
    over = _own_texts(sources, language)
    unrecorded = 0
    for name, source in _own_texts(sources, project.source_language).items():
        own, kind = over.get(name), sources.kind_of(source)
        if source is None:
            continue
        if own is None:
            problems.append(_untouched(name, source, language, kind))
            continue
        texts = list(_translatable_texts(name, source, kind))
        problems += _missing(name, [path for path, _ in texts if own.get(*path) is None], own)
        for path, node in texts:
            found = _gap(language, name, path, node, own, record)
            problems += [found] if found else []
            unrecorded += _is_ours(own.get(*path)) and key_of(path) not in record.get(name, {})
    if unrecorded and (project.root / "cards" / language).is_dir():  # else all is the base's
        problems.append(_unrecorded(language, unrecorded))
    return tuple(problems)


def outdated_translations(project: Project, language: str) -> frozenset[tuple[str, str]]:
    """The card and the field, as in the record, of each text whose source has changed since.

    Raises UsageError (``language-unknown``).
    """
    _check_language(project, language)
    sources = project.sources
    record = _record(project.root, language, [])
    over = _own_texts(sources, language)
    return frozenset(
        (name, key_of(path))
        for name, source in _own_texts(sources, project.source_language).items()
        for path, node in _translatable_texts(name, source, sources.kind_of(source))
        if (own := over.get(name)) and own.get(*path) and _is_outdated(record, name, path, node)
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
    _check_language(project, language)
    folder = project.root / "cards" / language
    if language == project.source_language or not folder.is_dir():
        return {}
    over = _own_texts(project.sources, language)
    kept = {} if only is None else _record(project.root, language, [])

    def known_as(name: str, key: str) -> str | None:
        return kept.get(name, {}).get(key)

    lines = [_HEAD]
    for name, source in _own_texts(project.sources, project.source_language).items():
        own = over.get(name)
        known = {
            key: fingerprint(node.text)
            if only is None or ((name, key) in only and not (only_new and known_as(name, key)))
            else known_as(name, key)
            for path, node in _translatable_texts(name, source, project.sources.kind_of(source))
            if own is not None and _is_ours(own.get(*path)) and (key := key_of(path))
        }
        rows = [f"  {key}: {mark}\n" for key, mark in known.items() if mark]
        lines += [f'"{name}":\n', *rows] if rows else []
    return {f"cards/{language}/{RECORD}": "".join(lines).encode()}


def fingerprint(text: str) -> str:
    """Eight hex digits that change with a text's words, and not with how its lines are broken."""
    return '"' + hashlib.sha256(" ".join(text.split()).encode("utf-8")).hexdigest()[:8] + '"'


def _is_ours(node: Node | None) -> bool:
    """True for a text of the project's own, not of the base that it builds on."""
    own = node is not None and node.location.file.startswith("cards/")
    return own and node is not None and bool(node.text.strip())


def _check_language(project: Project, language: str) -> None:
    if language not in project.languages:
        message = say('there is no language "{language}"', language=language)
        remedy = near_match(language, project.languages)
        raise UsageError.of("language-unknown", message, remedy=remedy)


def _record(root: Path, language: str, problems: list[Diagnostic]) -> dict[str, dict[str, str]]:
    """The recorded fingerprints by card and field."""
    name = f"cards/{language}/{RECORD}"
    node = read_document(root, name, problems) if file_exists(root, name) else None
    cards = node.entries if node else {}
    return {
        card: {key: f'"{value.text}"' for key, value in fields.entries.items()}
        for card, fields in cards.items()
    }


def _own_texts(sources: Sources, language: str) -> Texts:
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


def _translatable_texts(
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


def _gap(
    language: str,
    name: str,
    path: TextPath,
    source: Node,
    own: Node,
    record: Mapping[str, Mapping[str, str]],
) -> Diagnostic | None:
    """What is wrong with the translation of one text."""
    done, key = own.get(*path), key_of(path)
    if done is None:
        return None  # reported for the whole card
    if not done.text.strip():
        return _warning("translation-empty", name, "nothing is filled in", done.location, key)
    if _alike(path, done.text, source.text):
        said = "this is the text of the source language"
        return _warning(
            "translation-same",
            name,
            said,
            done.location,
            key,
            say("say it in {language}", language=language),
        )
    if _is_outdated(record, name, path, source):
        said = say(
            "the source text has changed; it is now: {split}", split=" ".join(source.text.split())
        )
        remedy = "mend the translation where it must, then accept it: samenspel check --accept"
        return _warning("translation-outdated", name, said, done.location, key, remedy)
    return None


def _is_outdated(
    record: Mapping[str, Mapping[str, str]], name: str, path: TextPath, source: Node
) -> bool:
    known = record.get(name, {}).get(key_of(path))
    return known is not None and known != fingerprint(source.text)


def _missing(name: str, paths: Sequence[TextPath], own: Node) -> list[Diagnostic]:
    """One message for all that a card still lacks."""
    if not paths:
        return []
    keys = [key_of(path) for path in paths]
    said = (
        say("not translated yet: {keys}", keys=", ".join(keys))
        if len(keys) > 1
        else "not translated yet"
    )
    place = own.nearest(paths[0]).location
    key = keys[0] if len(keys) == 1 else ""
    return [_warning("translation-missing", name, said, place, key)]


def _alike(path: TextPath, done: str, source: str) -> bool:
    """True for a sentence that was left as it is; not for a short name or a book's title."""
    if _SAME_ANYWHERE.intersection(path) or " ".join(done.split()) != " ".join(source.split()):
        return False
    return len(_WORD.findall(_MARKUP.sub(" ", done))) >= ALIKE_FROM


def _untouched(name: str, source: Node, language: str, kind: Kind | None) -> Diagnostic:
    texts = len(list(_translatable_texts(name, source, kind)))
    file = Path(source.location.file).name
    said = say("none of its {texts} texts is translated", texts=texts)
    remedy = say("copy {file} to it, and translate the texts", file=source.location.file)
    return _warning(
        "translation-missing", name, said, Location(f"cards/{language}/{file}"), "", remedy
    )


def _unrecorded(language: str, count: int) -> Diagnostic:
    return Diagnostic(
        "translation-unrecorded",
        say(
            "of {texts} translated texts it is not known which source text they were made from",
            texts=count,
        ),
        Location(f"cards/{language}"),
        "",
        "accept them once they are right (samenspel check --accept); later changes then show",
        Severity.WARNING,
    )


def _warning(
    code: str,
    name: str,
    said: str,
    place: Location,
    key: str,
    remedy: str = "translate it; until then the source language is printed",
) -> Diagnostic:
    part = {"@deck": "the deck", "@labels": "the furniture words"}.get(
        name, say('card "{name}"', name=name)
    )
    return Diagnostic(code, f"{part}: {said}", place, key, remedy, Severity.WARNING)
