"""How complete a translation is: what is missing, empty, untranslated or outdated, by card."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.model.deck import TextPath
from samenspel.model.kind import Kind
from samenspel.model.places import key_of
from samenspel.project.project import Project
from samenspel.saying import say
from samenspel.upkeep.translated import (
    check_language,
    is_ours,
    is_outdated,
    own_texts,
    record_of,
    translatable_texts,
)
from samenspel.yaml.nodes import Node

ALIKE_FROM = 3
"""Texts of fewer words (a name, *Samenspel*) may well be the same in two languages."""

_MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_SAME_ANYWHERE = frozenset({"source"})
"""Fields that hold a book's title, which may stay as it is."""


def language_gaps(project: Project, language: str) -> tuple[Diagnostic, ...]:
    """Warnings for all that a language lacks, by file and field; none for the source language.

    Codes: ``translation-missing``, ``translation-empty``, ``translation-same``,
    ``translation-outdated``, and once ``translation-unrecorded``. Raises UsageError
    (``language-unknown``).
    """
    check_language(project, language)
    if language == project.source_language:
        return ()
    sources = project.sources
    problems: list[Diagnostic] = []
    record = record_of(project.root, language, problems)
    over = own_texts(sources, language)
    unrecorded = 0
    for name, source in own_texts(sources, project.source_language).items():
        own, kind = over.get(name), sources.kind_of(source)
        if source is None:
            continue
        if own is None:
            problems.append(_untouched(name, source, language, kind))
            continue
        texts = list(translatable_texts(name, source, kind))
        problems += _missing(name, [path for path, _ in texts if own.get(*path) is None], own)
        for path, node in texts:
            found = _gap(language, name, path, node, own, record)
            problems += [found] if found else []
            unrecorded += is_ours(own.get(*path)) and key_of(path) not in record.get(name, {})
    if unrecorded and (project.root / "cards" / language).is_dir():  # else all is the base's
        problems.append(_unrecorded(language, unrecorded))
    return tuple(problems)


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
    if is_outdated(record, name, path, source):
        said = say(
            "the source text has changed; it is now: {split}", split=" ".join(source.text.split())
        )
        remedy = "mend the translation where it must, then accept it: samenspel check --accept"
        return _warning("translation-outdated", name, said, done.location, key, remedy)
    return None


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
    texts = len(list(translatable_texts(name, source, kind)))
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
    message = say("{part}: {said}", part=part, said=said)
    return Diagnostic(code, message, place, key, remedy, Severity.WARNING)
