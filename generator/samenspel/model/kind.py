"""Kinds of cards and sets of choices, as data: what a card holds, and what it can be one of.

A kind is one YAML file; ``kinds/`` reads it. Nothing here names a kind, so that a deck's own kinds
are treated as the built-in ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal, Protocol

from samenspel.diagnostics import Diagnostic, Location
from samenspel.model.backs import Backs
from samenspel.model.design import Design
from samenspel.model.style import ConditionStyle, TypeSize

FieldType = Literal[
    "text", "question", "number", "decimal", "picture", "link", "ink", "choice", "rows"
]
"""What a field can hold; each may stand alone or in a list."""

SPOKEN: frozenset[FieldType] = frozenset({"text", "question"})
"""The types that are texts: what is translated, and what an editor sees."""

OF_A_CHOICE = (
    "card", "deep", "id", "large", "name", "on_strong", "reversed", "small", "strong", "tint",
)  # fmt: skip
"""What a kind's pages may name of a choice: ``suit.small``."""

COMMON = ("id", "kind", "title", "waive", "lang", "copies", "layout", "after")
"""The keys that a card of every kind has."""

PagesOf = Literal["leaflet", "plans", "agreements", "tents", "handout"]
"""What a kind's cards can be pages of, instead of cards in the deck."""

FieldPath = tuple[str | int, ...]
"""Where a value stands in a card: fields and positions, counted from 0."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How many words a text has, as ``check`` judges it."""

    least: int
    """From so many."""
    most: int
    """To so many."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many items a list has."""

    least: int = 1
    """From so many."""
    most: int | None = None
    """To so many; ``None`` without a limit."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind."""

    name: str
    """Its key in a card's file."""
    type: FieldType = "text"
    """What it holds."""
    count: Count | None = None
    """How many items a list has; ``None`` for a single value."""
    optional: bool = False
    """Whether a card may do without."""
    columns: Mapping[str, Field] = field(default_factory=dict)
    """What each row of a field of rows holds."""
    choices: tuple[str, ...] = ()
    """What a choice may be, in order."""
    set: str = ""
    """The set that the choices are from; empty for a list that stands in the kind itself."""
    words: Measure | None = None
    """How many words its text has; ``None`` where that is not judged."""
    least: float | None = None
    """The lowest number that may stand here."""
    most: float | None = None
    """The highest number that may stand here."""
    default: int | None = None
    """The number that is meant where none is written."""
    alt: str = ""
    """For a picture: the field that says in words what it shows."""
    about: str = ""
    """What a maker should know of it, in Dutch, for editors."""
    called: str = ""
    """Its name in words, in Dutch; empty for the name that its key has everywhere."""
    notes: bool = False
    """True for the list of lines that ends with what a translation still lacks."""
    advice: str = ""
    """What an editor of texts should know; empty for what follows from the measure."""
    place: Location | None = field(default=None, compare=False)
    """Where it is declared."""

    @property
    def spoken(self) -> bool:
        """True for texts: what is translated, and what an editor sees."""
        return self.type in SPOKEN

    @property
    def parts(self) -> tuple[str, ...]:
        """What a kind's pages may name of it: ``step.minutes``; nothing for what has no parts."""
        if self.type == "picture":
            return ("photo", "edged")
        return tuple(self.columns) or (OF_A_CHOICE if self.set else ())

    def at(self, part: str | int) -> Field | None:
        """The field that a step into this one leads to."""
        return self if isinstance(part, int) else self.columns.get(part)


@dataclass(frozen=True, slots=True)
class Runs:
    """A page that comes as often as a list needs, with a share of it each time."""

    over: Literal["model", "reminders"]
    """The list: the name under which a page knows its share."""
    most: int
    """So many of the list a page takes; the pages share them evenly."""

    def shares(self, whole: Sequence[Any]) -> list[list[Any]]:
        """The list in parts as even as can be, the larger ones first; one part of an empty list."""
        pages = max(1, -(-len(whole) // self.most))
        least, more = divmod(len(whole), pages)
        ends = [place * least + min(place, more) for place in range(pages + 1)]
        return [list(whole[one:two]) for one, two in pairwise(ends)]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a set: a suit, a theme, a condition of the model."""

    id: str
    """By which a card names it."""
    name: str
    """What is printed."""
    style: ConditionStyle | None = None
    """Its colours; ``None`` for a set without."""
    large: str = ""
    """Its picture in full colour: a file below ``assets/``, or nothing."""
    small: str = ""
    """Its picture at a few millimetres, in one colour."""
    reversed: str = ""
    """The small picture in paper, for dark grounds."""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class ChoiceSet:
    """The choices that a field may name, in order."""

    name: str
    """By which a kind names it: the file's name."""
    title: str
    """What people call it."""
    choices: Mapping[str, Choice]
    """By their ids."""
    place: Location | None = None
    """The file that it stands in."""


@dataclass(frozen=True, slots=True)
class ConditionModel:
    """The model that a deck is about: its conditions in order, and what stands in their middle."""

    set: ChoiceSet
    """The conditions."""
    centre: str = ""
    """The picture of the middle: a file below ``assets/``; empty for the word alone."""

    @property
    def conditions(self) -> Mapping[str, Choice]:
        """The conditions by id, in order."""
        return self.set.choices


class Pages(Protocol):
    """The pages of a kind, or of one card, in every format."""

    def printed(self, format_name: str, backs: Backs = "own") -> tuple[Design, ...]:
        """The cards that one card is printed as in a format: one, or a pair for a shared back."""

    def changed(self, layout: Any, shelf: Any, problems: list[Diagnostic]) -> Pages | None:
        """The pages with what one card changes; ``None`` with its mistakes in ``problems``."""

    def art(self, backs: Backs = "own") -> frozenset[str]:
        """The files below ``assets/`` that the pages themselves name."""

    def shapes(self, backs: Backs = "own") -> frozenset[str]:
        """Those of them that panels are cut by."""


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of card: its fields and its pages. Two kinds are the same when they are one object."""

    name: str
    """By which a card names it: the file's name."""
    title: str
    """What people call such a card, in Dutch."""
    fields: Mapping[str, Field]
    """By their keys."""
    place: Location | None = None
    """The file that it stands in."""
    colour: str = ""
    """The field whose choice colours the card."""
    numbered: str = ""
    """The field by whose value cards are numbered apart; empty: all of the kind together."""
    stands_for: str = ""
    """The field that names the condition of the model which the card stands for."""
    touches: str = ""
    """The field that names the conditions of the model which the card is about."""
    fills: bool = False
    """True for cards to write on, which may stand several times and fill the last sheet."""
    pages_of: tuple[PagesOf, ...] = ()
    """What its cards are pages of; nothing for cards in the deck."""
    runs: Runs | None = None
    """The list over which its front is repeated, page after page."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Fixed words on its pages, in the deck's source language."""
    icons: Mapping[str, str] = field(default_factory=dict)
    """Drawings that may stand in a line of its texts, by the name between < and >."""
    types: Mapping[str, TypeSize] = field(default_factory=dict)
    """Roles of type that it brings beside those of the format."""
    design: Pages | None = None
    """Its pages; ``None`` only while its file is read."""

    def field_at(self, path: FieldPath) -> Field | None:
        """The field that a path in a card leads to; ``None`` for what no field holds."""
        found = self.fields.get(str(path[0])) if path else None
        for part in path[1:]:
            found = found.at(part) if found else None
        return found

    def place_in_reading(self, path: FieldPath) -> tuple[int, ...]:
        """Where a field is read among those that the kind declares, and among its rows."""
        fields = list(self.fields)
        name = str(path[0]) if path else ""
        place = [fields.index(name) if name in fields else len(fields)]
        columns = list(self.fields[name].columns) if name in fields else []
        for part in path[1:]:
            place.append(part if isinstance(part, int) else [*columns, part].index(part))
        return tuple(place)

    def is_text(self, path: FieldPath) -> bool:
        """True for a path that leads to a text."""
        found = self.field_at(path)
        return found is not None and found.spoken

    @property
    def pictures(self) -> Iterator[Field]:
        """The fields that hold one picture each."""
        return (one for one in self.fields.values() if one.type == "picture" and not one.count)

    @property
    def sets(self) -> tuple[str, ...]:
        """The sets that its fields choose from."""
        every = [f for one in self.fields.values() for f in (one, *one.columns.values())]
        return tuple(dict.fromkeys(one.set for one in every if one.set))
