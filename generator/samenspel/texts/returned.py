"""The rows of a table of texts, wherever it was read from: each text with its mark and place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenspel import bounds
from samenspel.diagnostics import Diagnostic, Location
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


class CsvPlaces:
    """Where the cells of a CSV file are: by line."""

    def __init__(self, name: str) -> None:
        self.name = name

    def cell(self, number: int, column: str) -> Location:
        """The line; no program shows the columns of CSV by a letter."""
        del column
        return Location(self.name, number)


class WorkbookPlaces:
    """Where the cells of a workbook are: ``deck.xlsx: nl!E14``."""

    def __init__(self, name: str, sheet: str, letters: Mapping[str, str]) -> None:
        self.name, self.sheet, self.letters = name, sheet, letters

    def cell(self, number: int, column: str) -> Location:
        """The cell of a row, from 1, in the column with this heading."""
        return Location(f"{self.name}: {self.sheet}!{self.letters[column]}{number}")


Places = CsvPlaces | WorkbookPlaces
Cells = Iterable[tuple[int, Mapping[str, Any]]]


def sheets_in(
    heads: Sequence[str], rows: Cells, places: Places, problems: list[Diagnostic], language: str
) -> Iterator[Sheet]:
    """The tables of one sheet or file: none for another sheet, one for each language in CSV.

    What is wrong in a cell is added to ``problems``, and its row is left out.
    """
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
            places.cell(number, name),
            remedy="type an apostrophe before it, so that it becomes text",
        )
    )
    return ""


def _short(text: str, places: Places, number: int, name: str, problems: list[Diagnostic]) -> str:
    """A text that a field can hold; a longer one is a mistake."""
    if len(text) > bounds.FIELD:
        what = say("this text has {count} characters, and a field holds {limit} at most",
                   count=len(text), limit=bounds.FIELD)  # fmt: skip
        place = places.cell(number, name)
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
                places.cell(number, name),
                remedy="undo that change, or take the row from a fresh export",
            )
        )
        return None, 0
    entry = Entry(
        language, read[c.KEY], read[c.TEXT], int(mark[1]), mark[3], mark[4],
        places.cell(number, c.TEXT), places.cell(number, c.KEY),
    )  # fmt: skip
    return entry, int(mark[2])
