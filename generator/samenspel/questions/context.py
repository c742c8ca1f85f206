"""What templates can see: regio, woord, editie, dek, reminders and the backs. Read-only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from jinja2 import StrictUndefined, UndefinedError

from samenspel.model.deck import Deck
from samenspel.model.region import Count, Facts, RegionInfo
from samenspel.model.writing import forward
from samenspel.questions.filters import RefusedError

REGIO = (
    "naam",
    "kort",
    "plek",
    "soort",
    "partners",
    "tafels",
    "scholen",
    "besturen",
    "leerlingen",
    "bedrijven",
    "peildatum",
    "vraagstuk",
    "voorbeeld",
    "gebied",
    "contact",
)
"""The attributes of ``regio`` that every region may have, beside its own counts."""


EDITION = "editie"
"""What templates call the edition's code."""
BLIND, PAIRS = "blind", "paren"
"""What templates call a deck whose backs tell nothing, and one whose reminders are two cards."""
OF_A_FORMAT = (EDITION, PAIRS)
"""What templates can see that is not the same in each format."""


class AbsentFactError(UndefinedError):
    """A text prints a fact that its region does not give; ``fact`` is its name."""

    fact = ""


class AbsentFact(StrictUndefined):
    """A fact that this region does not give: false in a test, an error in print."""

    def __bool__(self) -> bool:  # type: ignore[override]
        """``{% if regio.scholen %}`` is how a template asks whether there is one."""
        return False


class Partner(str):
    """A partner's name, which knows its role."""

    __slots__ = ("role",)
    role: str

    def __new__(cls, name: str, role: str | None = None) -> Partner:
        """The name of a partner with this role."""
        made = super().__new__(cls, name)
        made.role = role or ""
        return made


class TableName(str):
    """The name of a table at which the network meets, which knows who sits there."""

    __slots__ = ("seats",)
    seats: Names

    def __new__(cls, name: str, seats: Iterable[str] = ()) -> TableName:
        """The name of a table with these seats."""
        made = super().__new__(cls, name)
        made.seats = Names(seats)
        return made


class Counted(int):
    """A count, which knows where it comes from and when it was counted."""

    source: str
    day: date | None

    def __new__(cls, count: Count) -> Counted:
        """The number of this count."""
        made = super().__new__(cls, count.value)
        made.source = count.source or ""
        made.day = count.counted
        return made


class Names(tuple[str, ...]):
    """A list of names, which cannot be printed without a filter."""

    __slots__ = ()

    def __str__(self) -> str:
        """Refused: it would print brackets and quotes."""
        raise RefusedError("a list cannot be printed as it is; write | opsomming after it")


class Known(Mapping[str, Any]):
    """Named values that nothing can change."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Keep a copy of ``values``."""
        self._values = dict(values)

    def __str__(self) -> str:
        """Refused: a text must name one of the values."""
        raise RefusedError("regio and woord cannot be printed whole; name a part, as in regio.naam")

    def __getitem__(self, name: str) -> Any:
        """The value of that name."""
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        """The names."""
        return iter(self._values)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._values)


def context_of(deck: Deck) -> dict[str, Any]:
    """The variables of a deck's templates."""
    return {
        "regio": Known(_regio(deck.region)),
        "woord": Known(deck.region.words),
        EDITION: forward(deck.edition_code, deck.language),
        "dek": deck.title,
        BLIND: deck.backs != "own",
        PAIRS: deck.pairs,
        "reminders": len({card.id for card in deck.cards if card.kind == "reminder"}),
    }


def _regio(region: RegionInfo) -> dict[str, Any]:
    facts = region.facts
    return {
        "naam": region.name,
        "kort": region.short,
        "plek": region.place,
        "soort": region.kind,
        "partners": Names(Partner(one.name, one.role) for one in facts.partners),
        "tafels": Names(TableName(table.name, table.seats) for table in facts.tables),
        **_counts(facts),
        "peildatum": max(_days(facts), default=None) or _absent("peildatum"),
        "vraagstuk": facts.issue or _absent("vraagstuk"),
        "voorbeeld": facts.example or _absent("voorbeeld"),
        "gebied": facts.territory or _absent("gebied"),
        "contact": region.contact.line if region.contact else _absent("contact"),
    }


def _days(facts: Facts) -> list[date]:
    """The days on which the region's numbers were counted."""
    usual = (facts.schools, facts.boards, facts.students, facts.companies)
    counts = (*usual, *facts.counts.values())
    return [count.counted for count in counts if count and count.counted]


def _counts(facts: Facts) -> dict[str, Any]:
    """All counts by their Dutch names; of the four that every region may have, also those absent.

    A count that stands under ``counts`` with one of these four names is that count.
    """
    usual = {
        "scholen": facts.schools,
        "besturen": facts.boards,
        "leerlingen": facts.students,
        "bedrijven": facts.companies,
    }
    counts = {**facts.counts, **{name: count for name, count in usual.items() if count}}
    names = dict.fromkeys((*usual, *counts))
    return {name: Counted(counts[name]) if name in counts else _absent(name) for name in names}


def _absent(name: str) -> AbsentFact:
    # Jinja makes the error from a class and a sentence: the class is what can carry the name.
    error = type("AbsentFactError", (AbsentFactError,), {"fact": name})
    return AbsentFact(name=f"regio.{name}", exc=error)
