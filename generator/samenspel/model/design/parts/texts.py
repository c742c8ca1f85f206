"""Texts under each other: a stack, and the same texts for each of a list."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from samenspel.model.design.parts.part import Part
from samenspel.model.design.parts.values import (
    Align,
    Expr,
    Face,
    Ink_,
    Led,
    Len,
    Share,
    Valign,
    Words,
)

KINDS_OF_TEXT = (
    "text", "sentences", "paragraphs", "say", "numbered", "bullets", "table", "texts", "rest",
    "room",
)  # fmt: skip
"""What a text of a stack may be; each is one of these."""


class TextEntry(Part):
    """One text of a stack, a list of them, or the room between two."""

    short: ClassVar[str] = "text"
    text: Expr | None = Field(default=None, description="Een veld.")
    sentences: Expr | None = Field(default=None, description="Een lijst als één doorlopende tekst.")
    paragraphs: Expr | None = Field(default=None, description="Een lijst, elk een alinea.")
    say: Words | None = Field(default=None, description="Vaste woorden, met {{ velden }} erin.")
    numbered: Expr | None = Field(default=None, description="Een lijst met grote cijfers ervoor.")
    bullets: Expr | None = Field(default=None, description="Een lijst met stippen ervoor.")
    table: Expr | None = Field(default=None, description="Een lijst van rijen.")
    texts: list[Any] | None = Field(default=None, description="Teksten die bij elkaar horen.")
    rest: str | None = Field(
        default=None, description="De alinea’s die niet pasten in de stapel met deze id."
    )
    room: str | None = Field(
        default=None,
        pattern=r"^[a-z][a-z0-9_-]*$",
        description="Hier blijft open wat over is; een vlak met deze naam.",
    )
    columns: list[str] = Field(default=[], description="Bij table: welke twee velden van een rij.")
    second: Len | None = Field(default=None, description="Bij table: hoe breed de tweede kolom is.")
    rule: bool = Field(default=False, description="Bij table: true voor lijnen tussen de rijen.")
    type: str | None = Field(default=None, description="De rol van het formaat.")
    size: Annotated[float, Field(gt=0, le=10)] = Field(default=1.0, description="Maal het corps.")
    least: str | None = Field(
        default=None, description="De rol waarvan het kleinste corps geldt, voor meer speling."
    )
    leading: Led | None = Field(
        default=None, description="De regelafstand: maal het corps, of 96% van de gewone."
    )
    face: Face | None = Field(default=None, description="De letter.")
    ink: Ink_ | None = Field(default=None, description="De kleur.")
    mark: Ink_ | None = Field(default=None, description="De kleur van cijfers of stippen.")
    align: Align | None = Field(default=None, description="Waar de regels beginnen.")
    hyphenate: bool | None = Field(default=None, description="false: geen woord wordt afgebroken.")
    balanced: bool | None = Field(
        default=None, description="true: regels van gelijke lengte, voor een titel of één zin."
    )
    gap: Len | None = Field(default=None, description="De ruimte erboven.")
    between: Len | None = Field(default=None, description="De ruimte tussen de delen.")
    when: Expr | None = Field(default=None, description="Alleen als dit zo is.")
    each: str | None = Field(default=None, alias="for", description="Voor elk: way in ways.")


class Texts(Part):
    """What stacks and sections share."""

    texts: list[Any] = Field(min_length=1, description="De teksten, van boven naar beneden.")
    gap: Len | None = Field(default=None, description="De ruimte ertussen.")
    align: Align = Field(default="left", description="Waar de regels beginnen.")
    valign: Valign = Field(default="top", description="Waar de stapel in zijn vlak staat.")
    spread: str | None = Field(
        default=None, pattern=r"^\d{1,3}%$", description="Welk deel van wat over is ertussen komt."
    )
    ink: Ink_ | None = Field(default=None, description="De kleur van alle teksten.")
    fill: Ink_ | None = Field(default=None, description="Een vlak eronder, zo hoog als nodig.")
    opacity: Share = Field(
        default=1.0, description="Hoe dekkend dat vlak is: 70% laat zien wat eronder ligt."
    )
    radius: Len | None = Field(default=None, description="De ronde hoeken van dat vlak.")
    pad: Len | None = Field(default=None, description="De ruimte tussen dat vlak en de tekst.")
    most: Annotated[int, Field(ge=1, le=40)] | None = Field(
        default=None, description="Hoeveel regels elke tekst hoogstens krijgt."
    )


class Stack(Texts):
    """Texts under each other that shrink together until they fit."""

    short: ClassVar[str] = "texts"
    fit: str | None = Field(default=None, description="Stapels met dezelfde naam krimpen samen.")
    even: bool = Field(
        default=False,
        description="true: elke tekst krijgt evenveel hoogte en een vaste plek, als dat past.",
    )
    runs_on: bool = Field(
        default=False,
        description="true: alinea’s die niet passen, gaan verder waar rest: met deze id staat.",
    )


class Sections(Texts):
    """The same texts for each of a list, on areas as high as they need; all shrink together."""

    each: str = Field(alias="for", description="Voor elk: way in ways.")
    before: Len | None = Field(default=None, description="De ruimte voor de teksten.")
    after: Len | None = Field(default=None, description="De ruimte achter de teksten.")
    beside: Expr | None = Field(
        default=None, description="Wanneer er iets naast staat; anders is die ruimte voor de tekst."
    )
    lowest: Len | None = Field(default=None, description="Hoe hoog wat ernaast staat minstens is.")
    grow: bool = Field(default=False, description="true: wat over is, maakt elk deel hoger.")
