"""The rows of a table as changes of one card: which fields say something else for whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenspel.bounds import PEOPLE
from samenspel.cells import read_cells
from samenspel.cells.reading import letters
from samenspel.diagnostics import Diagnostic, Location
from samenspel.errors import ContentError
from samenspel.kinds.tables import Column, column_of, no_column
from samenspel.model.cards import Card
from samenspel.model.deck import Deck
from samenspel.model.kind import Kind

LONGEST = 40
"""Characters of a file's name that come from a row."""


@dataclass(frozen=True, slots=True)
class Person:
    """One row: what its cells put in the place of the card's own texts."""

    row: int
    """Its number in the table, from 1 for the first row below the heads."""
    number: int
    """Its number in the spreadsheet."""
    texts: tuple[str, ...]
    """What its cells say, by column; empty for an empty cell."""
    columns: tuple[Column | None, ...]
    """What they stand for, the same for all rows."""
    file: str
    """The spreadsheet, likewise."""

    @property
    def place(self) -> Location:
        """Its file and row."""
        return self._cell(0)

    def _cell(self, column: int) -> Location:
        return Location(f"{self.file}!{letters(column)}{self.number}")

    @property
    def _said(self) -> Iterator[tuple[int, Column, str]]:
        """The cells in which something stands: where, what they stand for, and what they say."""
        for place, (column, text) in enumerate(zip(self.columns, self.texts, strict=False)):
            if column is not None and text:
                yield place, column, text

    @property
    def name(self) -> str:
        """What a file of it is called: its number, and what its first cell says."""
        first = next((text for _, _, text in self._said), "")
        plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode().lower()
        word = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")
        return "-".join(filter(None, (f"{self.row:04d}", word)))

    def card(self, card: Card) -> Card:
        """The card with what the row says."""
        changed: dict[str, Any] = {}
        for _, column, text in self._said:
            if column.item is None:
                changed[column.key] = text
                continue
            items = list(changed.get(column.key) or card.values.get(column.key) or ())
            items[column.item : column.item + 1] = [text]
            changed[column.key] = items
        return card.with_values(**changed)

    def places(self, card: Card) -> Mapping[tuple[str | int, ...], Location]:
        """Where its texts stand, by their paths, for messages."""
        found = {
            (card.id, column.key, *(() if column.item is None else (column.item,))): self._cell(at)
            for at, column, _ in self._said
        }
        return {(card.id,): self.place, **found}

    def deck(self, deck: Deck, card: Card) -> Mapping[tuple[str | int, ...], Location]:
        """All places of a deck, those of this card as the row has them."""
        return {**deck.sources, **self.places(card)}


def people_of(path: Path, kind: Kind) -> list[Person]:
    """The rows of a CSV file or of a workbook's first sheet.

    Each column is a text of the kind, by key or by name; of a list one item (``vraag 2``). An empty
    cell leaves the card's own text. Raises ContentError and FileAccessError.
    """
    problems: list[Diagnostic] = []
    table = read_cells(path.parent, path.name, problems, PEOPLE)
    columns: list[Column | None] = []
    for head in table.heads if table else ():
        column = column_of(head.text, kind) if head.text else None
        if column is not None and not _is_a_text(column, kind):
            column = None
        if column is None and head.text:
            problems.append(no_column(head, kind))
        columns.append(column)
    if problems or table is None:
        raise ContentError(problems)
    shared = tuple(columns)
    return [
        Person(place, row.number, tuple(cell.text for cell in row.cells), shared, path.name)
        for place, row in enumerate(table.rows, 1)
    ]


def _is_a_text(column: Column, kind: Kind) -> bool:
    field = kind.fields.get(column.key)
    return field is not None and field.spoken and (field.count is None) == (column.item is None)

