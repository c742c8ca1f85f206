"""Tables of texts back from a workbook or from CSV: each row with the place it was read from."""

from __future__ import annotations

import csv
import errno
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenspel import bounds
from samenspel.cells import opened_workbook, reason
from samenspel.diagnostics import Diagnostic, Location, cannot_read
from samenspel.errors import ContentError, FileAccessError, SamenspelError, UsageError
from samenspel.gate import folder_names, read_bytes, read_given
from samenspel.problems import Problems
from samenspel.saying import say
from samenspel.texts import columns as c

_MARK = re.compile(r"(\d+)/(\d+) ([0-9a-f]{6}) ([0-9a-f]{12})")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row as it came back. ``place`` is its text's cell, ``key_place`` that of its key."""

    language: str
    key: str
    text: str
    number: int
    key_print: str
    text_print: str
    place: Location
    key_place: Location


@dataclass(frozen=True, slots=True)
class Sheet:
    """One language as it came back; ``total`` is how many rows were exported."""

    language: str
    place: Location
    entries: tuple[Entry, ...]
    total: int


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
        for sheet in _sheets(heads, rows, _CsvPlaces(name), problems, "")
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


class _CsvPlaces:
    """Where the cells of a CSV file are: by line."""

    def __init__(self, name: str) -> None:
        self.name = name

    def of(self, number: int, column: str) -> Location:
        del column
        return Location(self.name, number)


class _SheetPlaces:
    """Where the cells of a workbook are: ``deck.xlsx: nl!E14``."""

    def __init__(self, name: str, sheet: str, letters: Mapping[str, str]) -> None:
        self.name, self.sheet, self.letters = name, sheet, letters

    def of(self, number: int, column: str) -> Location:
        return Location(f"{self.name}: {self.sheet}!{self.letters[column]}{number}")


Places = _CsvPlaces | _SheetPlaces
Cells = Iterable[tuple[int, Mapping[str, Any]]]


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
        raise FileAccessError(cannot_read(Location(str(path)), str(error.strerror))) from error


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
    places = _SheetPlaces(file, sheet.title, letters)

    def with_markup(cell: Any) -> Any:
        text = styled.get((sheet.title, getattr(cell, "coordinate", "")))
        return cell if text is None else c.unescaped(text)

    cells = (
        (number, dict(zip(heads, map(with_markup, row), strict=False)))
        for number, row in enumerate(rows, 2)
    )
    return list(_sheets(heads, cells, places, problems, sheet.title))


def _sheets(
    heads: Sequence[str], rows: Cells, places: Places, problems: list[Diagnostic], language: str
) -> Iterator[Sheet]:
    """The tables of one sheet or file: none for another sheet, one for each language in CSV."""
    missing = [name for name in c.NEEDED if name not in heads]
    if len(missing) == len(c.NEEDED):
        return
    if missing:
        place = Location(f"{places.name}: {language}!1" if language else f"{places.name}")
        problems.append(
            Diagnostic("texts-columns", say("the column {name} is missing", name=missing[0]), place,
                       remedy="leave the first row and the last columns as they were exported")
        )  # fmt: skip
        return
    found: dict[str, list[Entry]] = {}
    totals: dict[str, int] = {}
    for number, cells in rows:
        read = {
            name: _cell_text(cells.get(name), places, number, name, problems) for name in c.NEEDED
        }
        if not any(read.values()):
            continue
        tongue = language or str(cells.get(c.LANGUAGE) or Path(places.name).stem)
        entry, total = _entry(tongue, read, places, number, problems)
        if entry is not None:
            found.setdefault(tongue, []).append(entry)
            totals[tongue] = total
    for tongue, entries in found.items():
        place = Location(f"{places.name}: {tongue}" if language else places.name)
        yield Sheet(tongue, place, tuple(entries), totals[tongue])


def _cell_text(
    cell: Any, places: Places, number: int, name: str, problems: list[Diagnostic]
) -> str:
    """The text of a cell; a formula, a date or an error in it is a mistake."""
    if cell is None or isinstance(cell, str):
        return _short(c.tidy(cell or ""), places, number, name, problems)
    value, kind = cell.value, cell.data_type
    if value is None or kind in ("s", "inlineStr", "str"):
        return _short(c.tidy(c.unescaped(str(value or ""))), places, number, name, problems)
    if kind == "n" and abs(value) < 10**bounds.DIGITS and float(value).is_integer():
        return str(int(value))
    what = {"f": "a formula", "d": "a date", "b": "a truth value", "e": "an error"}
    problems.append(
        Diagnostic(
            "texts-cell-type",
            say("this cell holds {kind}, not a text", kind=say(what.get(kind, "a number"))),
            places.of(number, name),
            remedy="type an apostrophe before it, so that it becomes text",
        )
    )
    return ""


def _short(text: str, places: Places, number: int, name: str, problems: list[Diagnostic]) -> str:
    """A text that a field can hold; a longer one is a mistake."""
    if len(text) > bounds.FIELD:
        what = say("this text has {count} characters, and a field holds {limit} at most",
                   count=len(text), limit=bounds.FIELD)  # fmt: skip
        place = places.of(number, name)
        problems.append(Diagnostic("field-too-long", what, place, remedy="shorten it"))
    return text[: bounds.FIELD]


def _entry(
    language: str, read: Mapping[str, str], places: Places, number: int, problems: list[Diagnostic]
) -> tuple[Entry | None, int]:
    mark = _MARK.fullmatch(read[c.MARK])
    if mark is None or not read[c.KEY]:
        name = c.MARK if read[c.KEY] else c.KEY
        problems.append(
            Diagnostic(
                "texts-mark",
                say(
                    "the locked cell under {name} was changed, so this row cannot be recognised",
                    name=name,
                ),
                places.of(number, name),
                remedy="undo that change, or take the row from a fresh export",
            )
        )
        return None, 0
    entry = Entry(
        language, read[c.KEY], read[c.TEXT], int(mark[1]), mark[3], mark[4],
        places.of(number, c.TEXT), places.of(number, c.KEY),
    )  # fmt: skip
    return entry, int(mark[2])
