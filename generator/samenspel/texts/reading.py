"""Tables of texts back from a workbook or from CSV: each row with the place it was read from."""

from __future__ import annotations

import csv
import errno
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from samenspel import bounds
from samenspel.cells import opened_workbook, reason
from samenspel.diagnostics import Diagnostic, Location, cannot_read
from samenspel.errors import ContentError, FileAccessError, SamenspelError, UsageError, reason_of
from samenspel.gate import folder_names, read_bytes, read_given
from samenspel.problems import Problems
from samenspel.saying import say
from samenspel.texts import columns as c
from samenspel.texts.returned import Cells, CsvPlaces, Sheet, WorkbookPlaces, sheets_in


def read_tables(path: Path) -> tuple[Sheet, ...]:
    """The tables in a workbook, in a CSV file, or in a folder of them.

    Raises FileAccessError for what cannot be read, and ContentError with every cell that is not as
    it must be.
    """
    if path.is_dir():
        files = [name for name in folder_names(path, ".") if name.lower().endswith(".csv")]
        if not files:
            raise UsageError.of(
                "texts-no-table", "there is no .csv file in this folder", Location(str(path)),
                remedy="name the folder that the texts were exported to",
            )  # fmt: skip
        if len(files) > bounds.SHEETS:
            raise _too_large(path.name)
        raw = [(name, *_csv_rows(name, read_bytes(path, name, bounds.SPREADSHEET)))
               for name in files]  # fmt: skip
    elif path.suffix.lower() == ".csv":
        raw = [(path.name, *_csv_rows(path.name, _bytes(path)))]
    else:
        return _workbook(path)
    problems: list[Diagnostic] = Problems()
    sheets = [
        sheet
        for name, heads, rows in raw
        for sheet in sheets_in(heads, rows, CsvPlaces(name), problems, "")
    ]
    return _sound(sheets, problems, path)


def _sound(
    sheets: Sequence[Sheet], problems: Sequence[Diagnostic], path: Path
) -> tuple[Sheet, ...]:
    if problems:
        raise ContentError(problems)
    if not sheets:
        raise ContentError.of(
            "texts-no-table",
            say("no sheet has the columns {columns}", columns=", ".join(c.NEEDED)),
            Location(path.name),
            remedy="take a file made by samenspel texts export, and leave its first row as it is",
        )
    return tuple(sheets)


def _bytes(path: Path) -> bytes:
    try:
        return read_given(path, bounds.SPREADSHEET)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise ContentError.of(
                "texts-unreadable",
                say("this file is larger than {limit} MB", limit=bounds.SPREADSHEET // 1024**2),
                Location(path.name), remedy="take a file made by samenspel texts export",
            ) from error  # fmt: skip
        raise FileAccessError(cannot_read(Location(str(path)), reason_of(error))) from error


def _csv_rows(name: str, data: bytes) -> tuple[Sequence[str], Cells]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError.of(
            "texts-encoding", "this CSV file is not UTF-8", Location(name),
            remedy="save it as “CSV UTF-8”, or use the .xlsx file",
        ) from error  # fmt: skip
    head = text.partition("\n")[0]
    delimiter = max(";,\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        heads = next(reader, [])[: bounds.TEXT_COLUMNS]
        rows: list[tuple[int, dict[str, str]]] = []
        for cells in reader:
            if len(rows) >= bounds.TEXT_ROWS or len(cells) > bounds.TEXT_COLUMNS:
                raise _too_large(name)
            if any(cells):
                said = zip(heads, map(c.unguarded, cells), strict=False)
                rows.append((reader.line_num, dict(said)))
    except csv.Error as error:
        raise ContentError.of(
            "texts-unreadable",
            say("this is no CSV ({reason})", reason=str(error)),
            Location(name, reader.line_num),
            remedy="export again, or use the .xlsx file",
        ) from error  # fmt: skip
    return heads, rows


def _too_large(name: str) -> SamenspelError:
    return ContentError.of(
        "texts-unreadable",
        say("this file has more than {rows} rows or {columns} columns",
            rows=bounds.TEXT_ROWS, columns=bounds.TEXT_COLUMNS),
        Location(name),
        remedy="take a file made by samenspel texts export",
    )  # fmt: skip


def _workbook(path: Path) -> tuple[Sheet, ...]:
    from samenspel.cells.rich_cells import marked_up

    data = _bytes(path)
    problems = Problems()
    sheets: list[Sheet] = []
    try:
        with opened_workbook(data) as book:
            styled = marked_up(data)
            for sheet in book.worksheets:
                sheets += _of_workbook(path.name, sheet, styled, problems)
    except ContentError:
        raise
    except Exception as error:  # openpyxl raises whatever a broken part leads to
        raise ContentError.of(
            "texts-unreadable",
            say("this is no workbook that can be read ({reason})", reason=reason(error)),
            Location(path.name), remedy="save it as .xlsx, or export again",
        ) from error  # fmt: skip
    return _sound(sheets, problems, path)


def _of_workbook(
    file: str, sheet: Any, styled: Mapping[tuple[str, str], str], problems: list[Diagnostic]
) -> list[Sheet]:
    """The tables of a workbook's sheet (openpyxl), which is read row by row.

    ``styled`` are texts with bold or italic letters, by sheet and cell.
    """
    rows = sheet.iter_rows(max_row=bounds.TEXT_ROWS, max_col=bounds.TEXT_COLUMNS)
    first = next(rows, ())
    heads = [str(cell.value or "").strip() for cell in first]
    letters = {
        head: cell.column_letter
        for head, cell in zip(heads, first, strict=True)
        if head and hasattr(cell, "column_letter")
    }
    places = WorkbookPlaces(file, sheet.title, letters)

    def with_markup(cell: Any) -> Any:
        text = styled.get((sheet.title, getattr(cell, "coordinate", "")))
        return cell if text is None else c.unescaped(text)

    cells = (
        (number, dict(zip(heads, map(with_markup, row), strict=False)))
        for number, row in enumerate(rows, 2)
    )
    return list(sheets_in(heads, cells, places, problems, sheet.title))
