"""``samenspel texts export``: a deck's texts as a workbook, and as CSV."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from samenspel.diagnostics import Diagnostic, Location, Severity
from samenspel.errors import ContentError, SamenspelError
from samenspel.loading import select
from samenspel.model.deck import Deck
from samenspel.offer import EditionName
from samenspel.pipeline import BuildRequest, Stopped
from samenspel.pipeline.build import Build
from samenspel.pipeline.opening import open_build
from samenspel.saying import say
from samenspel.texts.budget import Budgets, budgets
from samenspel.texts.columns import CELL_LIMIT
from samenspel.texts.reading import read_tables
from samenspel.texts.readme_sheet import VARIABLES
from samenspel.texts.rows import Table, fingerprint, tables
from samenspel.texts.tables import csv_table, is_plain
from samenspel.texts.timeless import is_fresh
from samenspel.texts.workbook import Front, workbook


@dataclass(frozen=True, slots=True)
class Exported:
    """All texts, to be edited elsewhere."""

    workbook: bytes
    """The bytes of an XLSX file."""
    csv: dict[str, bytes]
    """The bytes of a CSV file, by language."""
    tables: tuple[Table, ...]
    """The rows, by language."""
    warnings: tuple[Diagnostic, ...] = ()
    """What their maker should know."""
    stopped: tuple[Stopped, ...] = ()
    """Regions whose files are broken: none of their texts is here."""


def export_texts(request: BuildRequest, file: str = "deck.xlsx") -> Exported:
    """All texts of the regions and languages of ``request``; its formats are those of the budget.

    An edition that could not be built is exported without budgets, with a warning. Raises
    UsageError for names that do not exist and ContentError for mistakes in the project, and for a
    text that no cell can hold (``texts-cell-full``).
    """
    build = open_build(replace(request, drafts=True))
    known: dict[tuple[str, str], tuple[Budgets, Deck]] = {}
    warnings: list[Diagnostic] = []
    for name in build.editions:
        try:
            known[name.region, name.language] = budgets(build, name)
        except ContentError as error:
            warnings.append(_unmeasured(name, error))
    names = [(name.region, name.language) for name in build.editions]
    made = tables(build.project, names, known)
    _check_lengths(made)
    data = workbook(made, _front(build, made), file)
    csv = {table.language: csv_table(table) for table in made}
    stopped = tuple(Stopped(name, ContentError(found)) for name, found in build.broken.items())
    return Exported(data, csv, made, tuple(warnings), stopped)


def _unmeasured(name: EditionName, error: ContentError) -> Diagnostic:
    first = error.diagnostics[0]
    return Diagnostic(
        "texts-unmeasured",
        say("{edition} cannot be laid out, so its texts come without the room that they have: "
            "{message}", edition=str(name), message=first.message),
        first.location,
        first.key,
        say("see all with: samenspel check --region {region}", region=name.region),
        Severity.WARNING,
    )  # fmt: skip


def _check_lengths(made: tuple[Table, ...]) -> None:
    long = [
        Diagnostic(
            "texts-cell-full",
            say(
                "a cell holds {limit} characters and this text has {count}",
                limit=CELL_LIMIT,
                count=len(row.passage.text),
            ),
            Location(row.passage.file, row.passage.line),
            row.passage.key,
            "shorten it in its file",
        )
        for table in made
        for row in table.rows
        if max(len(row.passage.text), len(row.passage.source)) > CELL_LIMIT
    ]
    if long:
        raise ContentError(long)


def _front(build: Build, made: tuple[Table, ...]) -> Front:
    project = build.project
    first = build.editions[0]
    deck = select(project, first.region, first.language)
    info = deck.region
    return Front(
        title=deck.title,
        edition=deck.edition,
        languages=[table.language for table in made],
        regions=list(dict.fromkeys(name.region for name in build.editions)),
        example=info.name,
        names=[(key, getattr(info, key)) for _, _, key in VARIABLES],
        words=list(info.words.items()),
    )


def free_name(path: Path) -> Path:
    """Where an export is written: at ``path``, or beside it when that file holds somebody's edits.

    A file that was exported and not edited may be replaced. One that was edited, or that holds
    anything else than exported texts, stays; then it is ``deck-2.xlsx`` beside ``deck.xlsx``.
    """
    number = 1
    found = path
    while found.exists() and _is_edited(found):
        number += 1
        found = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return found


def _is_edited(path: Path) -> bool:
    csv = path.suffix.lower() == ".csv"
    if not csv and not is_fresh(path):
        return True
    try:
        sheets = read_tables(path)
        if csv and not is_plain(path):
            return True
    except SamenspelError:
        return True  # not what we wrote
    whole = all(len(sheet.entries) == sheet.total for sheet in sheets)
    return not whole or any(
        fingerprint(entry.text) != entry.text_print for sheet in sheets for entry in sheet.entries
    )


def csv_files(exported: Exported, folder: Path) -> dict[Path, bytes]:
    """The CSV files of a folder, by path."""
    return {folder / f"{language}.csv": data for language, data in exported.csv.items()}
