"""A table from a CSV file or a workbook's first sheet; its first row names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenspel import bounds
from samenspel.cells.workbooks import opened_workbook, reason
from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError
from samenspel.gate import read_bytes
from samenspel.saying import say


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says, and where it is: ``cards/nl/dreiging.xlsx!C14``."""

    text: str
    """What it says, without blanks around it; empty for an empty cell."""
    place: Location
    """Its file, sheet and cell."""


@dataclass(frozen=True, slots=True)
class CellRow:
    """One row of a table."""

    number: int
    """Its row in the spreadsheet, from 1."""
    cells: tuple[Cell, ...]
    """In the order of the table's columns."""
    place: Location
    """Its file and row."""


@dataclass(frozen=True, slots=True)
class CellTable:
    """A table: its heads, and the rows in which something is said."""

    file: str
    """The spreadsheet, below the project."""
    heads: tuple[Cell, ...]
    """The cells of its first row."""
    rows: tuple[CellRow, ...]
    """The rows in which something is said."""


def read_cells(
    root: Path, name: str, problems: list[Diagnostic], most: int = bounds.TABLE_ROWS
) -> CellTable | None:
    """The table in a file below ``root``; ``None``, with the reasons reported, if unreadable.

    It may have ``most`` rows.
    """
    try:
        data = read_bytes(root, name, bounds.SPREADSHEET)
        read = _csv if name.lower().endswith(".csv") else _workbook
        rows = read(name, data, most)
        numbered = list(enumerate(rows, 1))
    except ContentError as error:
        problems.extend(error.diagnostics)
        return None
    made = [CellRow(number, tuple(_cells(name, number, row, problems)), _place(name, number, 0))
            for number, row in numbered]  # fmt: skip
    said = [row for row in made if any(cell.text for cell in row.cells)]
    if len(said) < 2:
        message = "the table has no row of heads with a row of values below it"
        problems.append(Diagnostic("table-empty", message, Location(name),
                                   remedy="name the columns in the first row"))  # fmt: skip
        return None
    return CellTable(name, said[0].cells, tuple(said[1:]))


def letters(column: int) -> str:
    """The letters of a column, counted from 0: 0 is A, 26 is AA."""
    first, last = divmod(column, 26)
    return (letters(first - 1) if first else "") + chr(ord("A") + last)


def _place(name: str, row: int, column: int) -> Location:
    return Location(f"{name}!{letters(column)}{row}")


def _cells(
    name: str, number: int, row: Sequence[Any], problems: list[Diagnostic]
) -> Iterator[Cell]:
    for column, value in enumerate(row[: bounds.TABLE_COLUMNS]):
        place = _place(name, number, column)
        if isinstance(value, str) and len(value) > bounds.FIELD:
            what = say(
                "this text has {count} characters, and a field holds {field}",
                count=len(value),
                field=bounds.FIELD,
            )
            problems.append(Diagnostic("field-too-long", what, place, remedy="shorten it"))
            value = ""
        try:
            yield Cell(_text(value), place)
        except ValueError as error:
            problems.append(
                Diagnostic(
                    "table-cell-type",
                    say("this cell holds {error}, not a text", error=error),
                    place,
                    remedy="type an apostrophe before it, so that it becomes text",
                )
            )
            yield Cell("", place)


def _text(value: Any) -> str:
    """A cell's value as text. Raises ValueError with what it holds instead."""
    if value is None:
        return ""
    if isinstance(value, bool):
        raise ValueError("a truth value")
    if isinstance(value, (int, float)):
        if not abs(value) < 10**bounds.DIGITS:
            raise ValueError(f"a number of more than {bounds.DIGITS} digits")
        return f"{value:g}" if value != int(value) else str(int(value))
    if not isinstance(value, str):
        raise ValueError("a date")
    if value.startswith("=") and len(value) > 1:
        raise ValueError("a formula")
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def _csv(name: str, data: bytes, most: int) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(name, "this CSV file is not UTF-8",
                       "save it as “CSV UTF-8”, or as .xlsx") from error  # fmt: skip
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return _limited(name, reader, most)
    except csv.Error as error:
        raise _refused(
            name, say("this is no CSV ({error})", error=error), "save it again, or as .xlsx"
        ) from error


def _workbook(name: str, data: bytes, most: int) -> list[list[Any]]:
    try:
        with opened_workbook(data) as book:
            sheet = book.worksheets[0]
            rows = sheet.iter_rows(
                max_row=most + 1, max_col=bounds.TABLE_COLUMNS, values_only=True
            )
            return _limited(name, map(list, rows), most)
    except ContentError:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part leads to
        raise _refused(
            name,
            say("this is no workbook that can be read ({reason})", reason=reason(error)),
            "save it again as .xlsx, or as CSV UTF-8",
        ) from error


def _limited(name: str, rows: Iterable[list[Any]], most: int) -> list[list[Any]]:
    """The rows. Raises ContentError when there are more than a table of cards has."""
    found: list[list[Any]] = []
    for row in rows:
        if len(found) < most:
            found.append(row)
        elif any(cell not in (None, "") for cell in row):
            what = say("the table has more than {count} rows", count=most)
            raise _refused(name, what, "split it")
    return found


def _refused(name: str, message: str, remedy: str) -> ContentError:
    return ContentError(Diagnostic("table-unreadable", message, Location(name), remedy=remedy))
