"""Bands, foot lines, corners, rows of small things, bars, and what is written on."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from samenspel.model.design.expressions import expression
from samenspel.model.design.parts.part import Part
from samenspel.model.design.parts.values import (
    Align,
    Art,
    Corner,
    Expr,
    Face,
    Ink_,
    Len,
    Words,
    Writing,
)


class Index(Part):
    """A corner index: a rank or number with a small picture below it, read in a fanned hand."""
    text: Words = Field(description="Wat er staat.")
    icon: Art | None = Field(default=None, description="Het plaatje eronder.")
    size: Len | None = Field(default=None, description="Het corps in punten; groeit mee.")
    ink: Ink_ | None = Field(default=None, description="De kleur van het woord.")
    ground: Ink_ | None = Field(default=None, description="De kleur waar het plaatje op staat.")
    corner: Corner = Field(default="top left", description="In welke hoek.")
    chip: Expr | None = Field(default=None, description="Wanneer er een vlakje onder ligt.")

    @property
    def turns_in_place(self) -> bool:
        """True in a corner that is chosen; a turn sends the usual one to the other end."""
        return self.corner != "top left"


class Band(Part):
    """The coloured head of a side: a title, a small word above it, and discs at the right."""

    turns: ClassVar[bool] = False
    title: Words = Field(description="De titel.")
    ink: Ink_ = Field(description="De kleur van de band.")
    label: Words | None = Field(default=None, description="Het kleine woord erboven.")
    icons: Expr | None = Field(default=None, description="De keuzes rechts, elk op een schijfje.")


class Foot(Part):
    """The quiet line at the bottom: texts at both ends, and the region's logo at the right."""

    short: ClassVar[str] = "left"
    turns: ClassVar[bool] = False
    left: Words | None = Field(default=None, description="Wat er links staat.")
    right: Words | None = Field(default=None, description="Wat er rechts staat.")
    logo: bool = Field(default=True, description="false: zonder logo van de regio.")


class Logo(Part):
    """The region's logo, as large as its area allows."""

    short: ClassVar[str] = "align"
    align: Align = Field(default="centre", description="Waar het staat.")


class Word(Part):
    """One line of fixed words at one size."""

    short: ClassVar[str] = "text"
    text: Words = Field(description="De woorden.")
    type: str = Field(default="label", description="De rol van het formaat die het corps geeft.")
    size: Annotated[float, Field(gt=0, le=10)] = Field(default=1.0, description="Maal dat corps.")
    face: Face = Field(default="text-semibold", description="De letter.")
    ink: Ink_ | None = Field(default=None, description="De kleur.")
    align: Align = Field(default="left", description="Waar het staat.")


class Row(Part):
    """Small pictures, dots or words beside each other."""

    icons: Expr | None = Field(default=None, description="Keuzes of plaatjes.")
    dots: Expr | None = Field(default=None, description="Hoeveel stippen vol zijn.")
    of: Expr | None = Field(default=None, description="Bij dots: van hoeveel.")
    tags: Expr | None = Field(default=None, description="Woorden, elk op een vlakje.")
    size: Len | None = Field(default=None, description="Hoe hoog ze zijn.")
    between: Len | None = Field(default=None, description="De ruimte ertussen.")
    disc: Ink_ | None = Field(default=None, description="De kleur van een schijf eronder.")
    ink: Ink_ | None = Field(default=None, description="De kleur.")
    align: Align = Field(default="left", description="Waar de rij staat.")
    spread: bool = Field(default=False, description="true: verdeeld over de hele breedte.")


class Bar(Part):
    """A bar that is filled for a share."""

    short: ClassVar[str] = "share"
    share: Expr = Field(description="Het getal.")
    of: Expr = Field(default_factory=lambda: expression("100"), description="Het geheel.")
    ink: Ink_ | None = Field(default=None, description="De kleur van het volle deel.")
    rest: Ink_ | None = Field(default=None, description="De kleur van de rest.")


class Lines(Part):
    """Words with lines to write on."""

    short: ClassVar[str] = "fields"
    fields: Writing = Field(description="Een veld met lijnen, of een lijst van label en lines.")


class Boxes(Part):
    """Words with a box to tick before each."""

    short: ClassVar[str] = "texts"
    texts: Expr = Field(description="De lijst.")
    size: Len | None = Field(default=None, description="Hoe groot het hokje is.")
