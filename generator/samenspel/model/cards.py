"""A card of any kind: its values by field, as its kind describes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from samenspel.markup import plain
from samenspel.model.backs import Backs
from samenspel.model.design import Design
from samenspel.model.kind import Field, FieldPath, Kind, Pages

ALL = "*"
"""Stands for all fields that are not named."""


class Values(Mapping[str, Any]):
    """Values by name, as ``row["title"]`` and as ``row.title``. Nothing can change them."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Keep the values; mappings inside, alone or in lists, become ``Values`` too."""
        self._values = {name: _kept(value) for name, value in values.items()}

    def __getattr__(self, name: str) -> Any:
        if name == "_values":  # while a copy is being made
            raise AttributeError(name)
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Values({self._values!r})"


def _kept(value: Any) -> Any:
    if isinstance(value, Mapping):
        return Values(value)
    return [_kept(part) for part in value] if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class Card:
    """One card. A field of its kind is read as an attribute: ``card.title``, ``card.questions``."""

    id: str
    """From the file's name, or from a row of a table."""
    spec: Kind
    """Its kind, with the fields that it has."""
    values: Values
    """What its fields hold; ``None`` for an optional field without a value."""
    waive: Mapping[str, str] = field(default_factory=dict)
    """Findings that may stay, by code, with the reason; no content."""
    pages: Pages | None = None
    """Its own pages, where its file changes something of those of its kind."""
    lang: Mapping[str, str] = field(default_factory=dict)
    """The languages of fields that are not in its file's; ``ALL`` for those that are not named."""

    @property
    def kind(self) -> str:
        """The name of its kind."""
        return self.spec.name

    def __getattr__(self, name: str) -> Any:
        if name in Card.__slots__:  # while a copy is being made
            raise AttributeError(name)
        return getattr(self.values, name)

    @property
    def name(self) -> str:
        """What people call the card: its title, or its id where its kind has none."""
        return plain(self.values.get("title") or self.id)

    def printed(self, format_name: str, backs: Backs) -> tuple[Design, ...]:
        """The cards that it is printed as: as its own file asks, else as its kind's.

        One card of a suit that has no colour has the back that all cards share.
        """
        pages = self.pages or self.spec.design
        assert pages is not None  # a kind without pages is refused when its file is read
        colourless = backs == "suit" and not self.values.get(self.spec.colour)
        return pages.printed(format_name, "shared" if colourless else backs)

    def alt_of(self, picture: Field) -> str:
        """What one of its pictures shows, in words; empty without words or without picture."""
        words = self.values.get(picture.alt) if self.values.get(picture.name) else None
        return words or ""

    def with_values(self, **changed: Any) -> Card:
        """The card with some values replaced."""
        return replace(self, values=Values({**self.values, **changed}))

    def content(self) -> dict[str, Any]:
        """All that is printed of the card, as plain data: what fingerprints are taken of."""
        lang = {"lang": _plain(self.lang)} if self.lang else {}
        return {"id": self.id, "kind": self.kind, **lang, **_plain(self.values)}

    def at(self, path: FieldPath) -> Any:
        """The value at a path; ``None`` where there is none."""
        found: Any = self.values
        for part in path:
            try:
                found = found[part]
            except (IndexError, KeyError, TypeError):
                return None
        return found

    def leaves(self) -> Iterator[tuple[FieldPath, Field, Any]]:
        """Every single value with its path and its field; nothing for values that are not there."""
        for name, one in self.spec.fields.items():
            yield from _leaves(one, self.values.get(name), (name,))

    def texts(self) -> Iterator[tuple[FieldPath, str]]:
        """Every text that is printed, with its path."""
        silent = {one.alt for one in self.spec.fields.values() if one.alt}
        for path, one, value in self.leaves():
            if one.spoken and path[0] not in silent:
                yield path, value

    def pictures(self) -> Iterator[tuple[FieldPath, str]]:
        """The names of the card's pictures, with their paths."""
        for path, one, value in self.leaves():
            if one.type == "picture":
                yield path, value


def _leaves(one: Field, value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, Field, Any]]:
    if value is None:
        return
    if isinstance(value, list) and not (one.type == "ink" and one.count is None):
        for place, part in enumerate(value):
            yield from _leaves(one, part, (*path, place))
    elif isinstance(value, Mapping):
        for name, column in one.columns.items():
            yield from _leaves(column, value.get(name), (*path, name))
    else:
        yield path, one, value
