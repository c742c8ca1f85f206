"""Items of a page: a part, where it stands, and when; and a design, the items of two sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from pydantic import Field as Said
from pydantic import StringConstraints

from samenspel.diagnostics import Location
from samenspel.model.content import Content
from samenspel.model.design.expressions import Expression, ExpressionError, expression
from samenspel.model.design.lengths import Length
from samenspel.model.design.parts.part import Part
from samenspel.model.design.parts.values import Expr, Len, wrong
from samenspel.model.frame import Turn

AREAS = ("inner", "safe", "trim", "full")
"""The areas that every page has: within the margins, the safe zone, the cut, and the bleed."""

_LOOP = re.compile(r"([a-z][a-z0-9_]*) in (.+)", re.DOTALL)


class PlacingFile(Content):
    """What may stand beside a part's name: where it stands, and when."""

    id: str | None = Said(
        default=None, pattern=r"^[a-z][a-z0-9_-]*$", description="De naam, om naar te verwijzen."
    )
    inside: str | None = Said(default=None, alias="in", description="Het vlak waar het in staat.")
    top: Len | None = Said(default=None, description="De bovenkant.")
    bottom: Len | None = Said(default=None, description="De onderkant.")
    left: Len | None = Said(default=None, description="De linkerkant.")
    right: Len | None = Said(default=None, description="De rechterkant.")
    width: Len | None = Said(default=None, description="De breedte.")
    height: Len | None = Said(default=None, description="De hoogte.")
    inset: Len | None = Said(default=None, description="Hoeveel kleiner het vlak rondom wordt.")
    room: Len | None = Said(
        default=None, description="Alleen als het vlak minstens zo hoog is: 36mm."
    )
    when: Expr | None = Said(default=None, description="Alleen als dit zo is: not photo.")
    each: str | None = Said(default=None, alias="for", description="Voor elk: way in ways.")
    only: list[str] | None = Said(default=None, description="Alleen in deze formaten.")
    turn: Annotated[str, StringConstraints(pattern=r"^(90|180|270)$")] | None = Said(
        default=None, description="Hoeveel graden het gedraaid is, met de klok mee."
    )


@dataclass(frozen=True, slots=True)
class Placing:
    """The area of an item: edges where they are said, else those of the area that it is in."""

    inside: str = ""
    """The named area that it is in; empty for the one around it."""
    top: Length | None = None
    """Its upper edge."""
    bottom: Length | None = None
    """Its lower edge."""
    left: Length | None = None
    """Its left edge."""
    right: Length | None = None
    """Its right edge."""
    width: Length | None = None
    """Its width, where one of the edges is not said."""
    height: Length | None = None
    """Its height, where one of the edges is not said."""
    inset: Length | None = None
    """How far all edges stay inside."""
    room: Length | None = None
    """The least height of the area at which the item stands there at all."""

    @property
    def edges(self) -> tuple[Length, ...]:
        """The lengths that are said of its edges."""
        every = (self.top, self.bottom, self.left, self.right, self.width, self.height, self.inset)
        return tuple(one for one in every if one is not None)

    @property
    def lengths(self) -> tuple[Length, ...]:
        """All lengths that are said."""
        return (*self.edges, self.room) if self.room else self.edges


@dataclass(frozen=True, slots=True)
class Loop:
    """``way in ways``: a name for each item of a list."""

    name: str
    """The name that each item gets."""
    source: Expression
    """The list."""


@dataclass(frozen=True, slots=True)
class Item:
    """A part on a page. Items are painted in their order."""

    part: Part
    """What is painted."""
    placing: Placing = field(default_factory=Placing)
    """Where it stands."""
    id: str = ""
    """By which other items may refer to its area; empty for none."""
    when: Expression | None = None
    """It is painted only where this holds; ``None`` for always."""
    loop: Loop | None = None
    """It is painted for each item of a list; ``None`` for once."""
    only: tuple[str, ...] = ()
    """The formats that it is painted in; empty for all."""
    turn: Turn = 0
    """About the middle of its area, which stays where it is."""
    items: tuple[Item, ...] = ()
    """The items of a group or a grid."""
    lets: Mapping[str, Expression] = field(default_factory=dict)
    """Names that its items know beside the card's fields."""
    place: Location | None = None
    """Where it stands in the kind's file."""
    key: str = ""
    """The key under which it stands there."""


@dataclass(frozen=True, slots=True)
class Design:
    """The two sides of a card."""

    front: tuple[Item, ...]
    """The items of the front, in the order of painting."""
    back: tuple[Item, ...]
    """Those of the back."""

    def side(self, name: Literal["front", "back"]) -> tuple[Item, ...]:
        """The items of one side."""
        return self.front if name == "front" else self.back


def every_item(items: Iterable[Item]) -> Iterator[Item]:
    """Items and those in them, in the order of painting."""
    for item in items:
        yield item
        yield from every_item(item.items)


TURNS: dict[str | None, Turn] = {None: 0, "90": 90, "180": 180, "270": 270}


def loop(source: Any) -> Loop:
    """Read ``way in ways``. Raises pydantic's custom error for what is none."""
    found = _LOOP.fullmatch(str(source).strip())
    if found is None:
        raise wrong("write it as: way in ways")
    try:
        return Loop(found[1], expression(found[2]))
    except ExpressionError as error:
        raise wrong(error.args[0]) from error


def placing_of(said: PlacingFile) -> Placing:
    """The area that the keys beside a part describe."""
    return Placing(
        said.inside or "", said.top, said.bottom, said.left, said.right, said.width, said.height,
        said.inset, said.room,
    )  # fmt: skip
