"""Grounds, panels, pictures, discs, patterns, lines and codes."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from samenspel.model.design.parts.part import Part
from samenspel.model.design.parts.values import Art, Arts, Expr, Ink_, Len, Shape, Share, Words


class Ground(Part):
    """The whole page with its bleed in one colour."""

    short: ClassVar[str] = "ink"
    turns: ClassVar[bool] = False
    ink: Ink_ = Field(description="De kleur.")


class Area(Part):
    """An area with a name and nothing in it, for others to refer to."""


class Panel(Part):
    """A coloured or framed area; where it touches the cut it runs on into the bleed."""

    short: ClassVar[str] = "ink"
    within: ClassVar[str] = "trim"
    ink: Ink_ | None = Field(default=None, description="De kleur van het vlak.")
    opacity: Share = Field(
        default=1.0, description="Hoe dekkend het is: 70% laat zien wat eronder ligt."
    )
    shape: Shape = Field(
        default="rect",
        description="De vorm: rect, circle, ellipse, hill, wave, of een tekening (.svg) van één "
        "vlak, die het hele vak vult.",
    )
    radius: Len | None = Field(default=None, description="Ronde hoeken.")
    frame: Ink_ | None = Field(default=None, description="De kleur van een lijn eromheen.")
    line: Len | None = Field(default=None, description="Hoe dik die lijn is.")


class Picture(Part):
    """A picture: whole in its area, filling it, or filling it around a point."""

    short: ClassVar[str] = "art"
    art: Arts = Field(description="Het plaatje; van een lijst het eerste dat er is.")
    mode: Literal["auto", "whole", "fill"] = Field(
        default="auto",
        description="whole: helemaal te zien; fill: het vlak gevuld; auto: een foto vult.",
    )
    focus: Words | None = Field(
        default=None,
        description="Wat in beeld blijft: 50% 30% (van links en van boven), left top of een veld.",
    )
    shape: Literal["rect", "circle", "panel"] = Field(
        default="panel", description="De vorm die een gevuld plaatje krijgt."
    )
    ink: Ink_ | None = Field(default=None, description="De kleur eronder.")


class Badge(Part):
    """A disc with a word or a small picture in it."""
    x: Len = Field(description="Het midden, van links.")
    y: Len = Field(description="Het midden, van boven.")
    radius: Len = Field(description="De straal.")
    ink: Ink_ = Field(description="De kleur van de schijf.")
    ring: Len | None = Field(default=None, description="Hoe breed de rand van papier eromheen is.")
    text: Words | None = Field(default=None, description="Wat erin staat.")
    icon: Art | None = Field(default=None, description="Of het plaatje dat erin staat.")

    @property
    def turns_in_place(self) -> bool:
        """True: it says itself where it stands."""
        return True


class Pattern(Part):
    """A picture repeated over an area: every other row shifted by half, or as tiles."""

    within: ClassVar[str] = "trim"
    art: Arts = Field(description="De plaatjes, om beurten.")
    step: Len = Field(description="Hoe ver ze uit elkaar staan.")
    size: Len = Field(description="Hoe groot ze zijn.")
    seamless: bool = Field(
        default=False,
        description="true: tegels die op elkaar aansluiten, tot aan de rand van het vlak.",
    )
    hole: Len | None = Field(
        default=None, description="Middellijn van een rond gat in het midden, dat leeg blijft."
    )
    ink: Ink_ | None = Field(default=None, description="De kleur eronder.")


class Rule(Part):
    """A straight line across its area's upper edge, or down its left one."""

    short: ClassVar[str] = "ink"
    ink: Ink_ = Field(description="De kleur.")
    line: Len | None = Field(default=None, description="Hoe dik hij is.")
    down: bool = Field(default=False, description="true: van boven naar beneden.")


class Qr(Part):
    """A QR code of a link, black on white with its quiet zone."""

    short: ClassVar[str] = "link"
    link: Expr = Field(description="Het veld met de link.")


class Ring(Part):
    """The model: its conditions as discs around one centre."""

    short: ClassVar[str] = "centre"
    centre: Words = Field(description="Het woord in het midden.")
    ink: Ink_ | None = Field(default=None, description="De kleur van het veld erachter.")
