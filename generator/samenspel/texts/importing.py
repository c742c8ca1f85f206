"""``samenspel texts import``: an editor's changes into a deck's files, all of them or none."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from samenspel.builtin import builtin_deck
from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError, FileAccessError
from samenspel.gate import file_exists, files_below, read_bytes
from samenspel.layers.shapes import BASE
from samenspel.loading import open_project, select
from samenspel.model.places import key_of
from samenspel.offer import languages_of
from samenspel.project import Project
from samenspel.questions import render
from samenspel.saying import say
from samenspel.texts.comparing import Wording, compared
from samenspel.texts.reading import read_tables
from samenspel.upkeep import accepted_overrides
from samenspel.upkeep.history import change_files
from samenspel.upkeep.passages import passages
from samenspel.upkeep.rewording import Rewording, reworded, rewritten
from samenspel.upkeep.translated import accepted_translations
from samenspel.yaml.documents import read_document

COPIED = ("cards", "presets", "kinds", "sets")
"""What a project's texts and their checks need; drawings stay where they are."""

@dataclass(frozen=True, slots=True)
class Change:
    """One text that will be another."""

    wording: Wording
    """The new text, and the cell that it comes from."""
    file: str
    """The file that it goes to."""

    @property
    def before(self) -> str:
        """The text as it is."""
        return self.wording.passage.text

    @property
    def after(self) -> str:
        """The text as it will be."""
        return self.wording.text


@dataclass(frozen=True, slots=True)
class Import:
    """What an import will do."""

    root: Path
    """The project's folder."""
    changes: tuple[Change, ...]
    """The texts that will be others."""
    files: dict[str, bytes]
    """The new contents of all files that it writes, by path."""
    warnings: tuple[Diagnostic, ...] = ()
    """What stops nothing."""

    def write(self) -> list[Path]:
        """Write it all, or nothing. Raises FileAccessError."""
        languages = {one.wording.passage.language for one in self.changes}
        return change_files(self.root, "import", self.files, languages=languages)


def import_texts(file: Path, folder: Path) -> Import:
    """Read a table of texts and find what it changes in the project; nothing is written yet.

    The changes are tried on a copy first, so that a project that could be read stays one. Raises
    ContentError with everything that stands in the way, each with its cell.
    """
    builtin = builtin_deck()
    project = open_project(folder, builtin)
    found = compared(project, read_tables(file))
    if not found.changes:
        _raise(found.problems)
        return Import(project.root, (), {}, found.warnings)
    placed = list(_placed(project, found.changes))
    with tempfile.TemporaryDirectory(prefix="samenspel-") as place:
        copy = Path(place)
        _copied(project.root, copy)
        _apply(copy, placed)
        _check(copy, project, placed, found.problems)
        files = _differing(copy, project.root)
    changes = [Change(wording, one.file) for wordings, one in placed for wording in wordings]
    return Import(project.root, tuple(changes), files, found.warnings)


Placed = tuple[tuple[Wording, ...], Rewording]


def _placed(project: Project, changes: Iterable[Wording]) -> Iterator[Placed]:
    """Each change with its edit; a list of choices on a card is one edit."""
    together: dict[tuple[str, str, str | int], list[Wording]] = {}
    for wording in changes:
        passage = wording.passage
        if passage.choices:
            key = passage.region, passage.part, passage.field[0]
            together.setdefault(key, []).append(wording)
        else:
            yield (wording,), reworded(project, passage, wording.text)
    for (region, part, field), wordings in together.items():
        first = wordings[0].passage
        new = {one.passage.key: one.text for one in wordings}
        all_ = [
            new.get(one.key, one.text)
            for one in passages(project, region, first.language)
            if one.part == part and one.choices and one.field[0] == field
        ]
        chosen = list(dict.fromkeys(text for text in all_ if text))
        yield tuple(wordings), reworded(project, first, chosen)


def _copied(root: Path, copy: Path) -> None:
    """The project's texts and presets, each file through the gate."""
    try:
        for name in (name for folder in COPIED for name in files_below(root, folder)):
            path = copy / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(read_bytes(root, name))
    except OSError as error:
        raise FileAccessError.of(
            "file-access",
            say("cannot copy the deck's texts ({reason})", reason=str(error)),
            Location(str(root)),
            remedy="check that there is room",
        ) from error  # fmt: skip


def _apply(copy: Path, placed: Sequence[Placed]) -> None:
    """Do the edits, file by file."""
    for name in dict.fromkeys(one.file for _, one in placed):
        path = copy / name
        edits = [one.edit for _, one in placed if one.file == name]
        data = rewritten(name, path.read_bytes() if path.is_file() else None, edits)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _raise(problems: Sequence[Diagnostic]) -> None:
    if problems:
        raise ContentError(problems)


def _check(
    copy: Path, before: Project, placed: Sequence[Placed], known: Sequence[Diagnostic]
) -> None:
    """Read the copy as a build does, record what was seen.

    Raises ContentError with the cells: of what is ``known`` to be wrong, and of what is wrong with
    the texts themselves, so that an editor mends all in one round.
    """
    try:
        project = open_project(copy, before.builtin)
        _raise(_new_mistakes(before, project, placed))
    except ContentError as error:
        found = (_at_cell(copy, placed, one) for one in error.diagnostics)
        raise ContentError(dict.fromkeys([*known, *found])) from error
    _raise(known)
    _record(project, placed)


def _new_mistakes(before: Project, project: Project, placed: Sequence[Placed]) -> list[Diagnostic]:
    """What is wrong with regions now that was not before: other mistakes are not the editor's."""
    found = [one for mistakes in project.broken.values() for one in mistakes]
    found += [one for edition in _touched(project, placed) for one in _unrendered(*edition)]
    if not found:
        return []
    old = [one for mistakes in before.broken.values() for one in mistakes]
    old += [one for edition in _touched(before, placed) for one in _unrendered(*edition)]
    known = {_sense(one) for one in old}
    return [one for one in dict.fromkeys(found) if _sense(one) not in known]


def _sense(problem: Diagnostic) -> tuple[str, ...]:
    """A mistake but for its line, which edits above it move."""
    file = problem.location.file if problem.location else ""
    return problem.code, file, problem.key, problem.message


def _touched(project: Project, placed: Sequence[Placed]) -> Iterator[tuple[Project, str, str]]:
    """Every edition in which a change may be seen: a text of the base is seen in all regions."""
    languages = {one.passage.language for wordings, _ in placed for one in wordings}
    source = project.source_language in languages
    for region in project.regions:
        for language in languages_of(project, region):
            if source or language in languages:
                yield project, region, language


def _unrendered(project: Project, region: str, language: str) -> tuple[Diagnostic, ...]:
    try:
        render(select(project, region, language))
    except ContentError as error:
        return error.diagnostics
    return ()


def _at_cell(copy: Path, placed: Sequence[Placed], problem: Diagnostic) -> Diagnostic:
    """A mistake in a changed text, reported at the cell that it comes from."""
    place = problem.location
    for wordings, one in placed:
        if place is None or place.file != one.file:
            continue
        document = read_document(copy, one.file, [])
        node = document.get(*one.edit.path) if document else None
        if node is None:
            continue
        last = node.location.line + max(0, len(node.breaks) - 1)
        if node.location.line <= place.line <= last:
            return replace(problem, location=wordings[0].place)
    return problem


def _record(project: Project, placed: Sequence[Placed]) -> None:
    """Write down what the base said under a new override, and the source of a new translation."""
    seen = {one.passage.region: None for wordings, _ in placed for one in wordings}
    for region in seen:
        _put(project.root, accepted_overrides(project, region, only_new=True))
    translated: dict[str, set[tuple[str, str]]] = {}
    for wordings, one in placed:
        passage = wordings[0].passage
        if passage.region == BASE and passage.language != project.source_language:
            part = "@deck" if passage.part == "@region" else passage.part
            key = part, key_of(one.edit.path)
            translated.setdefault(passage.language, set()).add(key)
    for language, only in translated.items():
        _put(project.root, accepted_translations(project, language, only))


def _put(copy: Path, files: Mapping[str, bytes | None]) -> None:
    """Records into the copy; what goes there goes in the project too."""
    for name, data in files.items():
        path = copy / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data or b"")


def _differing(copy: Path, root: Path) -> dict[str, bytes]:
    """The files of the copy that are not as those of the project."""
    found: dict[str, bytes] = {}
    for name in files_below(copy, "cards"):
        data = read_bytes(copy, name)
        if not file_exists(root, name) or read_bytes(root, name) != data:
            found[name] = data
    return found
