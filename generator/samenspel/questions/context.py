"""What templates can see: regio, woord, editie and dek. Read-only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from jinja2 import StrictUndefined

from samenspel.model.deck import Count, Deck, Facts, RegionInfo
from samenspel.model.writing import is_right_to_left
from samenspel.questions.filters import RefusedError

REGIO = (
    "naam",
    "kort",
    "plek",
    "soort",
    "partners",
    "scholen",
    "besturen",
    "leerlingen",
    "bedrijven",
    "peildatum",
    "vraagstuk",
    "contact",
)
"""The attributes of ``regio``."""


class AbsentFact(StrictUndefined):
    """A fact that this region does not give: false in a test, an error in print."""

    def __bool__(self) -> bool:  # type: ignore[override]
        """``{% if regio.scholen %}`` is how a template asks whether there is one."""
        return False


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
        "editie": _forward(deck.edition_code, deck.language),
        "dek": deck.title,
    }


def _regio(region: RegionInfo) -> dict[str, Any]:
    facts = region.facts
    return {
        "naam": region.name,
        "kort": region.short,
        "plek": region.place,
        "soort": region.kind,
        "partners": Names(facts.partners),
        "scholen": _count("scholen", facts.schools),
        "besturen": _count("besturen", facts.boards),
        "leerlingen": _count("leerlingen", facts.students),
        "bedrijven": _count("bedrijven", facts.companies),
        "peildatum": max(_days(facts), default=None) or _absent("peildatum"),
        "vraagstuk": facts.issue or _absent("vraagstuk"),
        "contact": region.contact or _absent("contact"),
    }


def _forward(code: str, language: str) -> str:
    """A code that is read from left to right, kept so in a sentence that is not."""
    return f"\u200e{code}\u200f" if is_right_to_left(language) else code


def _days(facts: Facts) -> list[date]:
    """The days on which the region's numbers were counted."""
    counts = (facts.schools, facts.boards, facts.students, facts.companies)
    return [count.counted for count in counts if count and count.counted]


def _count(name: str, count: Count | None) -> Any:
    return count.value if count else _absent(name)


def _absent(name: str) -> AbsentFact:
    return AbsentFact(name=f"regio.{name}")
