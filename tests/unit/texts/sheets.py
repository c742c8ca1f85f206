"""A tiny project's texts as tables, and edits as an editor makes them in the cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.projects import tiny_project, write

from samenspel.builtin import builtin_deck
from samenspel.loading import open_project
from samenspel.offer import languages_of
from samenspel.project import Project
from samenspel.texts.rows import Table, tables
from samenspel.texts.tables import csv_table
from samenspel.texts.workbook import Front, workbook
from samenspel.upkeep.passages import passages

FRONT = Front("Klein dek", "1.0", ["nl"], ["basis"], "onze regio", [("name", "onze regio")], [])
ENGLISH = {
    "cards/en/01-luister-eerst.yaml": "title: Listen first\ncore: Who listens, hears more.\n",
    "cards/en/labels.yaml": "warning: Beware if\n",
}


def two_languages(folder: Path) -> Path:
    """The tiny project with an English translation of which most is still missing."""
    tiny_project(
        folder,
        deck=("languages: [nl]", "languages: [nl, en]"),
        region=("name:", "languages: [nl, en]\nname:"),
    )
    for name, text in ENGLISH.items():
        write(folder, name, text)
    return folder


def opened(folder: Path) -> Project:
    return open_project(folder, builtin_deck())


def every(project: Project) -> list[tuple[str, str]]:
    return [(region, one) for region in project.regions for one in languages_of(project, region)]


def exported(folder: Path, *editions: tuple[str, str]) -> tuple[Table, ...]:
    project = opened(folder)
    return tables(project, editions or every(project), {})


def book_of(folder: Path, *editions: tuple[str, str], name: str = "deck.xlsx") -> Path:
    file = folder.parent / name
    file.write_bytes(workbook(exported(folder, *editions), FRONT, name))
    return file


def csv_of(folder: Path, delimiter: str = ";") -> Path:
    target = folder.parent / "csv"
    target.mkdir(exist_ok=True)
    for table in exported(folder):
        text = csv_table(table).decode("utf-8-sig")
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
        stream = io.StringIO()
        csv.writer(stream, delimiter=delimiter).writerows(rows)
        (target / f"{table.language}.csv").write_bytes(stream.getvalue().encode("utf-8-sig"))
    return target


def columns(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[1] if cell.value}


def row_of(sheet: Worksheet, key: str) -> int:
    column = columns(sheet)["Kenmerk"]
    return next(n for n in range(2, sheet.max_row + 1) if sheet.cell(n, column).value == key)


def edit(file: Path, language: str, texts: Mapping[str, object]) -> Path:
    """Type new texts into a workbook's cells."""
    book = load_workbook(file)
    sheet = book[language]
    for key, text in texts.items():
        cell = sheet.cell(row_of(sheet, key), columns(sheet)["Tekst"])
        cell.value = text  # type: ignore[assignment]
        if isinstance(text, str) and not text.startswith("=1"):
            cell.data_type = "s"  # type: ignore[union-attr]
    book.save(file)
    return file


def texts_of(folder: Path) -> dict[tuple[str, str], str]:
    project = opened(folder)
    return {
        (language, one.key): one.text
        for region, language in every(project)
        for one in passages(project, region, language)
    }


def files_of(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
