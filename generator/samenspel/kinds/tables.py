"""Cards from a table: one card a row, the first row names the fields by key or by Dutch name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samenspel.cells import Cell, CellRow, CellTable
from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.kinds.library import Library
from samenspel.kinds.names import COMMON_NAMES, FIELD_NAMES, ITEM_NAMES
from samenspel.model.kind import Field, Kind
from samenspel.saying import say
from samenspel.yaml.nodes import Node

_NUMBERED = re.compile(r"(.+?) ?([1-9]\d?)")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
BESIDE = "|"
"""Stands between the columns of a row that is written in one cell."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of the table holds: a key, and for one item of a list its place (from 0)."""

    key: str
    item: int | None = None


def cards_of(
    table: CellTable, name: str, library: Library, problems: list[Diagnostic]
) -> dict[str, Node]:
    """The cards of a table by id, in its order; what is wrong is reported by its cell."""
    heads = {cell.text.casefold(): place for place, cell in enumerate(table.heads)}
    kind_at = next((heads[head] for head in COMMON_NAMES["kind"] if head in heads), None)
    found: dict[str, Node] = {}
    before = len(problems)
    columns: dict[str, list[Column | None]] = {}
    for number, row in enumerate(table.rows, 1):
        said = row.cells[kind_at].text if kind_at is not None else name
        kind = library.kind(said)
        if kind is None:
            place = row.cells[kind_at].place if kind_at is not None else Location(table.file)
            if said not in library.kind_names:
                problems.append(_no_kind(said, place, library))
            if kind_at is None:
                return {}
            continue
        if kind.name not in columns:
            columns[kind.name] = _columns(table.heads, kind, kind_at is None, problems)
            if len(problems) > before:
                return {}  # every card would miss the field that the column should hold
        node = _card(row, kind, columns[kind.name])
        key = _id(node, f"{name}-{number}", problems)
        if key in found:
            message = say('the card "{key}" stands in this table already', key=key)
            place = (node.get("id") or node).location
            problems.append(Diagnostic("card-id-duplicate", message, place, "id",
                                       "give one of the two another id"))  # fmt: skip
        found[key] = node.without("id")
    return found


def _no_kind(said: str, place: Location, library: Library) -> Diagnostic:
    message = say('"{said}" is not a kind of card', said=said)
    near = near_match(said, library.kind_names)
    return Diagnostic(
        "value-unknown",
        message,
        place,
        "kind",
        say("name the table after its kind, or add a column kind ({near})", near=near),
    )


def _id(node: Node, otherwise: str, problems: list[Diagnostic]) -> str:
    said = node.get("id")
    if said is None:
        return otherwise
    if not _SLUG.fullmatch(said.text):
        problems.append(
            Diagnostic(
                "file-name",
                say('"{text}" cannot be a card\'s id', text=said.text),
                said.location,
                "id",
                "use small letters, digits and single dashes, as in my-card",
            )
        )
        return otherwise
    return said.text


def _columns(
    heads: tuple[Cell, ...], kind: Kind, alone: bool, problems: list[Diagnostic]
) -> list[Column | None]:
    """What each column holds for cards of a kind.

    In a table of one kind every column must be known; where kinds share a table, a column may be
    another kind's.
    """
    found: list[Column | None] = []
    for cell in heads:
        column = column_of(cell.text, kind)
        if column is None and cell.text and alone:
            problems.append(no_column(cell, kind))
        found.append(column)
    return found


def column_of(head: str, kind: Kind) -> Column | None:
    """What a column with this head holds for cards of a kind; ``None`` for nothing of theirs."""
    known = _heads_of(kind)
    return known.get(head.casefold()) or _item(head.casefold(), kind, known)


def no_column(cell: Cell, kind: Kind) -> Diagnostic:
    """The message about a column whose head is none of a kind's fields."""
    message = say(
        'the kind "{name}" has no field for the column "{text}"',
        name=kind.name,
        text=cell.text,
    )
    near = near_match(cell.text, _spelled(kind))
    return Diagnostic("table-column-unknown", message, cell.place, cell.text, near)


def _heads_of(kind: Kind) -> dict[str, Column]:
    known = {head: Column(key) for key, names in COMMON_NAMES.items() for head in names}
    for name, field in kind.fields.items():
        for head in (FIELD_NAMES.get(name), field.called, name):
            if head:
                known[head.casefold()] = Column(name)
    return known


def _spelled(kind: Kind) -> list[str]:
    """The heads that a table may have, as people would write them."""
    called = [field.called or FIELD_NAMES.get(name, "") for name, field in kind.fields.items()]
    common = [name for names in COMMON_NAMES.values() for name in names]
    return [*kind.fields, *filter(None, called), *common]


def _item(head: str, kind: Kind, known: dict[str, Column]) -> Column | None:
    """``vraag 2`` is the second of the questions."""
    parts = _NUMBERED.fullmatch(head)
    if parts is None:
        return None
    lists = [field for field in kind.fields.values() if field.count]
    names = {(ITEM_NAMES.get(field.name) or field.called).casefold(): field for field in lists}
    named = known.get(parts[1])
    field = names.get(parts[1]) or (kind.fields.get(named.key) if named else None)
    return Column(field.name, int(parts[2]) - 1) if field and field.count else None


def _card(row: CellRow, kind: Kind, columns: list[Column | None]) -> Node:
    entries: dict[str, Node] = {"kind": Node(kind.name, row.place, ("kind",))}
    lists: dict[str, dict[int, Node]] = {}
    keys: dict[str, Location] = {}
    for cell, column in zip(row.cells, columns, strict=False):
        if column is None or not cell.text:
            continue
        keys.setdefault(column.key, cell.place)
        if column.item is not None:
            path = (column.key, column.item)
            node = _line(cell.text, cell.place, path, kind.fields[column.key])
            lists.setdefault(column.key, {})[column.item] = node
        elif column.key == "kind":
            entries["kind"] = Node(kind.name, cell.place, ("kind",))
        else:
            entries[column.key] = _value(cell, column.key, kind.fields.get(column.key))
    for key, items in lists.items():
        placed = tuple(items[place] for place in sorted(items))
        entries[key] = Node(placed, keys[key], (key,))
    return Node(entries, row.place, (), keys)


def _value(cell: Cell, key: str, field: Field | None) -> Node:
    if field is None or (not field.count and field.type != "rows"):
        return Node(cell.text, cell.place, (key,))
    lines = [line.strip() for line in cell.text.splitlines() if line.strip()]
    made = tuple(_line(line, cell.place, (key, place), field) for place, line in enumerate(lines))
    return Node(made, cell.place, (key,))


def _line(line: str, place: Location, path: tuple[str | int, ...], field: Field) -> Node:
    """One item of a list; of rows the columns that stand beside each other."""
    if field.type != "rows":
        return Node(line, place, path)
    parts = [part.strip() for part in line.split(BESIDE)]
    return Node(dict(_parts(parts, place, path, field)), place, path)


def _parts(
    parts: list[str], place: Location, path: tuple[str | int, ...], field: Field
) -> Iterator[tuple[str, Node]]:
    names = list(field.columns)
    for number, part in enumerate(parts):
        name = names[number] if number < len(names) else say("column {number}", number=number + 1)
        if part:
            yield name, Node(part, place, (*path, name))
