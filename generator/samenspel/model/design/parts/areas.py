"""Areas that are split, grids of the same items, and items that go together."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from samenspel.model.design.parts.part import Part
from samenspel.model.design.parts.values import Len


class Rows(Part):
    """Splits an area into areas under each other: a length, or ``rest``, for each name."""

    short: ClassVar[str] = "areas"
    areas: dict[str, str] = Field(min_length=1, description="Namen met een maat, of rest.")
    gap: Len | None = Field(default=None, description="De ruimte ertussen.")


class Columns(Rows):
    """Splits an area into areas beside each other."""


class Grid(Part):
    """The same items for each of a list, in cells of equal size; the cell is the area ``cell``."""

    each: str = Field(alias="for", description="Voor elk: way in ways.")
    columns: Annotated[int, Field(ge=1, le=12)] = Field(default=1, description="Naast elkaar.")
    gap: Len | None = Field(default=None, description="De ruimte tussen de cellen.")


class Group(Part):
    """Items that go together: for one condition, or for each of a list."""
