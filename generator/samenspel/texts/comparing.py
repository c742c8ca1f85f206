"""What an editor changed: the rows that came back, held against the deck as it is now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from samenspel.diagnostics import Diagnostic, Location, Severity, near_match
from samenspel.layers.shapes import BASE
from samenspel.model.deck import TextPath
from samenspel.model.places import key_of
from samenspel.offer import languages_of
from samenspel.problems import Problems
from samenspel.project import Project
from samenspel.saying import counted, say
from samenspel.texts.naming import PARTS, field_name
from samenspel.texts.returned import Entry, Sheet
from samenspel.texts.rows import fingerprint
from samenspel.upkeep.passages import Passage, passages

IN_TABLE = "!"
"""Stands in a place between a table's file and its cell."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A new wording of one text."""

    passage: Passage
    """The text that it is for."""
    text: str
    """What it says now."""
    place: Location
    """The cell that it comes from."""

    @property
    def name(self) -> str:
        """The text in words: ``waddenrand nl, titel: Kern``."""
        one = self.passage
        part = PARTS.get(one.part, one.part)
        return f"{one.region} {one.language}, {part}: {field_name(one.field, one.declared)}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an import would change, and what is wrong with it."""

    changes: tuple[Wording, ...]
    """The texts that will be others."""
    problems: tuple[Diagnostic, ...]
    """What stops it."""
    warnings: tuple[Diagnostic, ...]
    """What does not."""


Known = dict[tuple[str, str], dict[str, Passage]]


def compared(project: Project, sheets: Sequence[Sheet]) -> Comparison:
    """All sheets held against the project; nothing that was changed is passed over."""
    changes: list[Wording] = []
    problems: list[Diagnostic] = Problems()
    warnings: list[Diagnostic] = []
    known: Known = {}
    for sheet in sheets:
        if sheet.language not in project.languages:
            near = near_match(sheet.language, project.languages)
            message = say('the deck has no language "{language}"', language=sheet.language)
            problems.append(Diagnostic("language-unknown", message, sheet.place, remedy=near))
            continue
        problems += _twice(sheet)
        warnings += _missing(sheet)
        for entry in sheet.entries:
            found = _wording(project, known, entry)
            if isinstance(found, Wording):
                changes.append(found)
            elif found is not None:
                (problems if found.severity is Severity.ERROR else warnings).append(found)
    return Comparison(tuple(changes), tuple(problems), tuple(warnings))


def _twice(sheet: Sheet) -> Iterator[Diagnostic]:
    """Rows that stand there more than once."""
    first: dict[str, Entry] = {}
    for entry in sheet.entries:
        seen = first.setdefault(entry.key, entry)
        if seen is not entry:
            yield Diagnostic(
                "texts-row-twice",
                say("this text stands at {place} already", place=seen.key_place),
                entry.key_place,
                entry.key,
                "keep one of the two rows",
            )


def _missing(sheet: Sheet) -> Iterator[Diagnostic]:
    """Rows that were exported and did not come back; their texts stay as they are."""
    numbers = {entry.number for entry in sheet.entries}
    gone = [number for number in range(1, sheet.total + 1) if number not in numbers]
    if gone:
        shown: str = ", ".join(str(number + 1) for number in gone[:8])
        if len(gone) > 8:
            shown = say("{rows} and {count} more", rows=shown, count=len(gone) - 8)
        what = counted(
            "1 row is missing (in the export: row {rows}); the texts stay as they are",
            "{count} rows are missing (in the export: row {rows}); the texts stay as they are",
            count=len(gone), rows=shown,
        )  # fmt: skip
        yield Diagnostic(
            "texts-row-missing",
            what,
            sheet.place,
            remedy="a text is taken away in the deck's own files only",
            severity=Severity.WARNING,
        )


def _wording(project: Project, known: Known, entry: Entry) -> Wording | Diagnostic | None:
    """What one row changes, or why it cannot."""
    if fingerprint(entry.key)[:6] != entry.key_print:
        return Diagnostic(
            "texts-key-changed",
            say('"{key}" is not what was exported here', key=entry.key),
            entry.key_place,
            remedy="undo the change in this locked cell, or take the row from a fresh export",
        )
    passage = _passage(project, known, entry)
    if isinstance(passage, Diagnostic):
        return passage
    if passage is None:
        edited = fingerprint(entry.text) != entry.text_print
        return _gone(entry, known) if edited else None
    if entry.text == passage.text or fingerprint(entry.text) == entry.text_print:
        return None  # nothing was done here, whatever happened to the deck's files
    return _refused(entry, passage) or Wording(passage, entry.text, entry.place)


def _passage(project: Project, known: Known, entry: Entry) -> Passage | Diagnostic | None:
    region = entry.key.partition(":")[0]
    if region in project.broken:
        return _broken(project, entry)
    if region not in project.regions:
        near = near_match(region, project.regions)
        return Diagnostic(
            "region-unknown", say('there is no region "{region}"', region=region),
            entry.key_place, remedy=near,
        )  # fmt: skip
    edition = region, entry.language
    if edition not in known:
        offered = entry.language in languages_of(project, region)
        found = passages(project, *edition) if offered else ()
        known[edition] = {one.key: one for one in found}
    return known[edition].get(entry.key)


def _broken(project: Project, entry: Entry) -> Diagnostic | None:
    """A row of a region that cannot be read: an edit in it has to wait."""
    if fingerprint(entry.text) == entry.text_print:
        return None
    region = entry.key.partition(":")[0]
    return Diagnostic(
        "texts-region-broken",
        say('the file of region "{region}" has mistakes, so this edit waits: {message}',
            region=region, message=project.broken[region][0].message),
        entry.place,
        entry.key,
        say("mend the file, then import again; all mistakes: samenspel check --region {region}",
            region=region),
        Severity.WARNING,  # the other edits go on
    )  # fmt: skip


def _gone(entry: Entry, known: Known) -> Diagnostic:
    edition = entry.key.partition(":")[0], entry.language
    near = near_match(entry.key, known[edition])
    return Diagnostic(
        "texts-key-unknown",
        say('the deck has no text "{key}" any more, and it was edited here', key=entry.key),
        entry.key_place,
        remedy=near if near.startswith("did") else "export again, and edit the text there",
    )


def _refused(entry: Entry, passage: Passage) -> Diagnostic | None:
    """Why a text that was edited cannot be taken over."""
    where = _own_place(passage)
    lock = passage.lock
    if lock is not None:
        said = say("this text is locked by {by} ({place}): {why}",
                   by=lock.by, place=lock.node.location, why=lock.why)  # fmt: skip
        remedy: str = say("put “{text}” back", text=_short(passage.text))
        return _entry_error("field-locked", said, entry, passage, remedy)
    if fingerprint(passage.text) != entry.text_print:
        said = say(
            "this text was changed here and in {file} since the export. "
            "There: “{theirs}” Here: “{yours}”",
            file=where, theirs=_short(passage.text), yours=_short(entry.text),
        )  # fmt: skip
        remedy = "it stays as it is there; export again and put your wording in, if it is better"
        found = _entry_error("texts-conflict", said, entry, passage, remedy)
        return replace(found, severity=Severity.WARNING)  # the other edits go on
    if passage.own and IN_TABLE in passage.file:
        said = say("this text stands in a table of cards ({file})", file=passage.file)
        return _entry_error("texts-in-table", said, entry, passage, "change it in that cell")
    if not entry.text and not passage.optional:
        remedy = say("write it, or take the text away in {file}", file=where)
        return _entry_error("texts-empty", "there is no text any more", entry, passage, remedy)
    if passage.choices and entry.text and entry.text not in passage.choices:
        near = near_match(entry.text, passage.choices)
        said = say('"{text}" is not one of the list', text=entry.text)
        return _entry_error("texts-choice", said, entry, passage, near)
    return None


def _own_place(passage: Passage) -> str:
    """The file of the maker's in which a text stands, or would stand; never one of the base."""
    if passage.file.startswith("cards/"):
        return f"{passage.file}:{passage.line}"
    return "cards/" if passage.region == BASE else f"cards/regions/{passage.region}.yaml"


def _entry_error(code: str, said: str, entry: Entry, passage: Passage, remedy: str) -> Diagnostic:
    return Diagnostic(code, said, entry.place, _key(passage.part, passage.field), remedy)


def _key(part: str, field: TextPath) -> str:
    return f"{part}.{key_of(field)}"


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
