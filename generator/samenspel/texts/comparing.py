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
from samenspel.texts.naming import PARTS, field_name
from samenspel.texts.reading import Entry, Sheet
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
            message = f'the deck has no language "{sheet.language}"'
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
                f"this text stands at {seen.key_place} already",
                entry.key_place,
                entry.key,
                "keep one of the two rows",
            )


def _missing(sheet: Sheet) -> Iterator[Diagnostic]:
    """Rows that were exported and did not come back; their texts stay as they are."""
    numbers = {entry.number for entry in sheet.entries}
    gone = [number for number in range(1, sheet.total + 1) if number not in numbers]
    if gone:
        shown = ", ".join(str(number + 1) for number in gone[:8])
        more = f" and {len(gone) - 8} more" if len(gone) > 8 else ""
        what = "1 row is" if len(gone) == 1 else f"{len(gone)} rows are"
        yield Diagnostic(
            "texts-row-missing",
            f"{what} missing (in the export: row {shown}{more}); the texts stay as they are",
            sheet.place,
            remedy="a text is taken away in the deck's own files only",
            severity=Severity.WARNING,
        )


def _wording(project: Project, known: Known, entry: Entry) -> Wording | Diagnostic | None:
    """What one row changes, or why it cannot."""
    if fingerprint(entry.key)[:6] != entry.key_print:
        return Diagnostic(
            "texts-key-changed",
            f'"{entry.key}" is not what was exported here',
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
            "region-unknown", f'there is no region "{region}"', entry.key_place, remedy=near
        )
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
        f'the file of region "{region}" has mistakes, so this edit waits: '
        f"{project.broken[region][0].message}",
        entry.place,
        entry.key,
        f"mend the file, then import again; all mistakes: samenspel check --region {region}",
        Severity.WARNING,  # the other edits go on
    )


def _gone(entry: Entry, known: Known) -> Diagnostic:
    edition = entry.key.partition(":")[0], entry.language
    near = near_match(entry.key, known[edition])
    return Diagnostic(
        "texts-key-unknown",
        f'the deck has no text "{entry.key}" any more, and it was edited here',
        entry.key_place,
        remedy=near if near.startswith("did") else "export again, and edit the text there",
    )


def _refused(entry: Entry, passage: Passage) -> Diagnostic | None:
    """Why a text that was edited cannot be taken over."""
    where = _own_place(passage)
    lock = passage.lock
    if lock is not None:
        said = f"this text is locked by {lock.by} ({lock.node.location}): {lock.why}"
        return _entry_error(
            "field-locked", said, entry, passage, f"put “{_short(passage.text)}” back"
        )
    if fingerprint(passage.text) != entry.text_print:
        said = (
            f"this text was changed here and in {where} since the export. "
            f"There: “{_short(passage.text)}” Here: “{_short(entry.text)}”"
        )
        remedy = "it stays as it is there; export again and put your wording in, if it is better"
        found = _entry_error("texts-conflict", said, entry, passage, remedy)
        return replace(found, severity=Severity.WARNING)  # the other edits go on
    if passage.own and IN_TABLE in passage.file:
        said = f"this text stands in a table of cards ({passage.file})"
        return _entry_error("texts-in-table", said, entry, passage, "change it in that cell")
    if not entry.text and not passage.optional:
        remedy = f"write it, or take the text away in {where}"
        return _entry_error("texts-empty", "there is no text any more", entry, passage, remedy)
    if passage.choices and entry.text and entry.text not in passage.choices:
        near = near_match(entry.text, passage.choices)
        return _entry_error(
            "texts-choice", f'"{entry.text}" is not one of the list', entry, passage, near
        )
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
