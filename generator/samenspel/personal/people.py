"""The rows of a table as changes of one card: which fields say something else for whom."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samenspel.bounds import PEOPLE
from samenspel.cells import Cell, CellRow, read_cells
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
    said: tuple[tuple[Column, Cell], ...]
    """The cells in which something stands, with what they stand for."""
    place: Location
    """Its file and row."""

    @property
    def name(self) -> str:
        """What a file of it is called: its number, and what its first cell says."""
        first = self.said[0][1].text if self.said else ""
        plain = unicodedata.normalize("NFKD", first).encode("ascii", "ignore").decode().lower()
        word = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST].strip("-")
        return "-".join(filter(None, (f"{self.row:04d}", word)))

    def card(self, card: Card) -> Card:
        """The card with what the row says."""
        changed: dict[str, Any] = {}
        for column, cell in self.said:
            rich = card.spec.fields[column.key].type == "rich"
            text = cell.text if rich else _one_line(cell.text)
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
            (card.id, column.key, *(() if column.item is None else (column.item,))): cell.place
            for column, cell in self.said
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
    return [_person(number, row, columns) for number, row in enumerate(table.rows, 1)]


def _is_a_text(column: Column, kind: Kind) -> bool:
    field = kind.fields.get(column.key)
    return field is not None and field.spoken and (field.count is None) == (column.item is None)


def _person(number: int, row: CellRow, columns: list[Column | None]) -> Person:
    pairs = zip(columns, row.cells, strict=False)
    said = tuple((column, cell) for column, cell in pairs if column is not None and cell.text)
    return Person(number, said, row.place)


def _one_line(text: str) -> str:
    return " ".join(text.split())
