"""Which texts of the base a layer overrides, and whether these have changed since.

For every override a record keeps the text that it replaced, with a fingerprint. The records stand
in ``cards/.basis/``, one file for each file in ``cards/regions/`` (and ``basis.yaml`` for a
project's own cards over its base). samenspel writes them; nobody has to.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File
from typing import Any

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.errors import ContentError
from samenspel.gate import file_exists
from samenspel.layers.applying import applied, base_stack, chain, layers, region_nodes
from samenspel.layers.changes import ADD, DROP, ORDER, Change, changes
from samenspel.layers.shapes import BASE
from samenspel.layers.sources import Sources
from samenspel.model.places import key_of
from samenspel.project.project import Project
from samenspel.saying import counted, say
from samenspel.yaml.documents import read_document
from samenspel.yaml.nodes import Node, Path, plain

RECORDS = "cards/.basis"
HEAD = """\
# Door samenspel bijgehouden; hier hoef je niets te veranderen.
# Dit zijn de teksten van de basis waar jouw eigen tekst voor in de plaats komt, zoals ze waren
# toen je die schreef. Verandert de basis, dan laat `samenspel check` je beide teksten zien.
"""

Known = tuple[str, str, str]
"""Names one record: the file in ``cards/regions`` (or ``basis``), the language, ``card.field``."""

Record = dict[str, dict[str, dict[str, str]]]
"""Language, then ``card.field``, to ``fingerprint`` and ``text``."""


def stale_overrides(
    project: Project, region: str, cards: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """A warning for each override of a region, and of what it builds on, whose base has changed.

    Both texts of the base are in the message. With ``cards`` only those of these cards. Overrides
    without a record, which are new, are reported together, once for each file
    (``override-unrecorded``); they are no card's.
    """
    outdated = outdated_overrides(project, region)
    found = dict.fromkeys(one.diagnostic for one in outdated if not cards or one.card in cards)
    for name in () if cards else _files(project.sources, region):
        record = read_record(project.root, name)
        found |= dict.fromkeys(_unrecorded(project, name, region, record))
    return tuple(found)


def accepted_overrides(
    project: Project, region: str, *, only_new: bool = False, only: Collection[Known] = ()
) -> dict[str, bytes | None]:
    """The records of the base's texts under a region's overrides, as these texts are now.

    With ``only_new`` a record that is there stays as it is, so that what was out of date stays so;
    with ``only`` all but the named ones do. Only files that change are named; ``None`` stands for
    one that holds nothing any more.
    """
    files: dict[str, bytes | None] = {}
    for name in _files(project.sources, region):
        old = read_record(project.root, name)
        kept = {
            language: {path: one for path, one in texts.items()
                       if (name, language, path) not in only}
            for language, texts in (old if only_new or only else {}).items()
        }  # fmt: skip
        new = _record(project, name, region, old, kept)
        if new != old:
            files[f"{RECORDS}/{name}.yaml"] = record_text(new).encode() if new else None
    return files


def overridden(sources: Sources, name: str, language: str) -> tuple[Change, ...]:
    """What one file in ``cards/regions`` (or the project's own cards: ``basis``) puts in place."""
    if name == BASE:
        if sources.base is None or language not in sources.base.cards:
            return ()
        found = changes(base_stack(sources.base, language), base_stack(sources, language))
    else:
        *lower, own = layers(sources, name, language)
        stack = base_stack(sources, language)
        for layer in lower:
            stack = applied(stack, layer, [])
        found = changes(stack, applied(stack, own, []))
    return tuple(
        change
        for change in found
        if change.before and change.after and change.field not in (DROP, ADD, ORDER)
    )


def fingerprint(node: Node) -> str:
    """Eight hex digits of the SHA-256 over a value as JSON, with single spaces."""
    text = json.dumps(_spaced(plain(node)), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def shown(node: Node) -> str:
    """A value in one line, for people."""
    return " / ".join(_words(plain(node)))


def read_record(root: File, name: str) -> Record:
    """What was recorded for a file. Raises ContentError when the record cannot be read."""
    path = f"{RECORDS}/{name}.yaml"
    if not file_exists(root, path):
        return {}
    problems: list[Diagnostic] = []
    node = read_document(root, path, problems)
    if node is None:
        raise ContentError(problems)
    return {
        language: {
            key: {part: child.text for part, child in entry.entries.items()}
            for key, entry in texts.entries.items()
        }
        for language, texts in node.entries.items()
    }


def _files(sources: Sources, region: str) -> tuple[str, ...]:
    return (BASE, *chain(sources, region)) if sources.base else chain(sources, region)


def _languages(project: Project, region: str) -> tuple[str, ...]:
    named = region_nodes(project.sources, project.source_language, region).info.get("languages")
    offered = [node.text for node in named.items] if named else []
    return tuple(name for name in project.languages if name in offered)


def _path(change: Change) -> str:
    return f"{change.card}.{change.field}"


@dataclass(frozen=True, slots=True)
class Outdated:
    """A text of the base that changed under a maker's own: as it was, as it is, and theirs."""

    was: str
    now: str
    own: str
    base_place: Location
    place: Location
    key: str
    known: Known = field(compare=False)
    """Names its record."""
    path: Path
    """Where the maker's own stands in its file."""
    theirs: str
    """The base's text whole; empty for what is no single text."""

    @property
    def card(self) -> str:
        """The card that the text is on, by its id."""
        return self.known[2].partition(".")[0]

    @property
    def diagnostic(self) -> Diagnostic:
        """The warning that stands until the change is accepted."""
        return Diagnostic(
            "override-outdated",
            say(
                "the base has changed under this text. It was: “{was}” It is now "
                "({base_place}): “{now}”",
                was=self.was,
                base_place=self.base_place,
                now=self.now,
            ),
            self.place,
            self.key,
            "read whether yours still holds, then accept it with: samenspel check --accept",
            Severity.WARNING,
        )


def outdated_overrides(project: Project, region: str) -> tuple[Outdated, ...]:
    """Each override of a region, and of what it builds on, under which the base has changed."""
    found: dict[Outdated, None] = {}
    for name in _files(project.sources, region):
        record = read_record(project.root, name)
        for language in _languages(project, region):
            kept = record.get(language, {})
            for change in overridden(project.sources, name, language):
                known = (name, language, _path(change))
                outdated = _outdated(change, known, kept.get(_path(change), {}))
                found |= {outdated: None} if outdated else {}
    return tuple(found)


def _outdated(change: Change, known: Known, kept: Mapping[str, str]) -> Outdated | None:
    before, after = change.before, change.after
    if before is None or after is None or kept.get("fingerprint") in (None, fingerprint(before)):
        return None
    return Outdated(
        was=kept.get("text", ""),
        now=shown(before),
        own=shown(after),
        base_place=before.location,
        place=after.location,
        key=key_of(after.path),
        known=known,
        path=after.path,
        theirs=before.text,
    )


def _unrecorded(project: Project, name: str, region: str, record: Record) -> Iterator[Diagnostic]:
    new = {
        _path(change): change
        for language in _languages(project, region)
        for change in overridden(project.sources, name, language)
        if _path(change) not in record.get(language, {})
    }
    first = next(iter(new.values()), None)
    if first is not None and first.after is not None:
        texts = counted("1 text stands", "{count} texts stand", count=len(new))
        yield Diagnostic(
            "override-unrecorded",
            say(
                "{texts} in place of the base's, and what the base says there is not recorded yet",
                texts=texts,
            ),
            Location(first.after.location.file),
            "",
            "record it with: samenspel check FOLDER --accept; later changes are then reported",
            Severity.INFO,
        )


def _record(project: Project, name: str, region: str, old: Record, kept: Record) -> Record:
    """The record of a file; languages that ``region`` does not have stay as they were."""
    new = dict(old)
    for language in _languages(project, region):
        texts = {
            _path(change): kept.get(language, {}).get(_path(change))
            or {"fingerprint": fingerprint(change.before), "text": shown(change.before)}
            for change in overridden(project.sources, name, language)
            if change.before
        }
        new[language] = texts
    return {language: texts for language, texts in new.items() if texts}


def record_text(record: Record) -> str:
    """A record as its file holds it: YAML in which every text is quoted."""
    lines = [HEAD]
    for language, texts in sorted(record.items()):
        lines.append(f"{language}:\n")
        for key, entry in sorted(texts.items()):
            lines.append(f"  {key}:\n")
            lines += [f"    {part}: {_quoted(text)}\n" for part, text in sorted(entry.items())]
    return "".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _spaced(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _spaced(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_spaced(part) for part in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
        return
    for part in value.values() if isinstance(value, dict) else value or ():
        yield from _words(part)
