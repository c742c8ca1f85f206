"""The parts that a page is made of: what each may be told, as it stands in a kind's file.

``layout/parts`` has one function for each of these. A part's ``short`` parameter is what a bare
value means: ``ground: paper`` is ``ground: {ink: paper}``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from samenspel.model.content import Content
from samenspel.model.design.expressions import (
    Expression,
    ExpressionError,
    expression,
    template,
)
from samenspel.model.design.lengths import Length, LengthError, length
from samenspel.model.ink import screen_colour

ART_NAME = re.compile(r"[\w./-]+\.(svg|jpe?g|png|tiff?)", re.IGNORECASE)
_SHARE = re.compile(r"(.+?) (\d{1,3})%")


@dataclass(frozen=True, slots=True)
class InkRef:
    """A colour as a kind names it: ``strong``, ``on strong``, ``accent 30%``, ``suit.deep``."""

    source: str
    base: Expression | None = None
    """What the name stands for; ``None`` for four percentages."""
    tints: tuple[float, ...] = ()
    screen: str = ""
    """A screen's colour, as ``#rrggbb``."""
    share: float = 1.0
    """How strong it is printed, from 0 to 1."""
    on: bool = False
    """True for the ink of a text on this colour."""

    @property
    def name(self) -> str:
        """The colour's name alone: ``navy`` of ``on navy 30%``."""
        return self.source.removeprefix("on ").partition(" ")[0]


@dataclass(frozen=True, slots=True)
class ArtRef:
    """A picture: a file below ``assets/``, or an expression that gives one."""

    source: str
    file: str = ""
    expression: Expression | None = None


def _ink(value: Any) -> Any:
    if isinstance(value, list):
        return InkRef(str(value), tints=tuple(_tint(tint) for tint in value[:4]))
    text = _scalar(value).strip()
    on = text.startswith("on ")
    name = text.removeprefix("on ").strip()
    share = _SHARE.fullmatch(name)
    name, part = (share[1], float(share[2]) / 100) if share else (name, 1.0)
    if name.startswith("#"):
        screen = screen_colour(name)
        if screen is None:
            raise PydanticCustomError("colour_wrong", '"{text}" is no colour', {"text": name})
        return InkRef(text, screen=screen, share=part, on=on)
    return InkRef(text, _read(expression, name), share=part, on=on)


def _tint(value: Any) -> float:
    try:
        tint = float(value)
    except (TypeError, ValueError):
        tint = -1.0
    if not 0 <= tint <= 100:
        raise PydanticCustomError("design_value", "a colour is four percentages from 0 to 100")
    return tint


def _art(value: Any) -> Any:
    text = _scalar(value).strip()
    if ART_NAME.fullmatch(text):
        return ArtRef(text, file=text)
    return ArtRef(text, expression=_read(expression, text))


def _length(value: Any) -> Any:
    return value if isinstance(value, Length) else _read(length, _scalar(value))


def _expression(value: Any) -> Any:
    if isinstance(value, list):
        value = "[" + ", ".join(_item(_scalar(one)) for one in value) + "]"
    return _read(expression, _scalar(value))


def _item(text: str) -> str:
    """One of a list of expressions; a picture's file may stand there as it is."""
    return repr(text) if ART_NAME.fullmatch(text.strip()) else text


def _template(value: Any) -> Any:
    return _read(template, _scalar(value))


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("design_value", "one value is asked for here")
    return value


def _read(reader: Any, text: str) -> Any:
    try:
        return reader(text)
    except (ExpressionError, LengthError) as error:
        raise PydanticCustomError("design_value", "{why}", {"why": str(error)}) from error


def _several(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


_WORD: Any = {"type": ["string", "number"]}
Ink_ = Annotated[Any, BeforeValidator(_ink), WithJsonSchema({"type": ["string", "array"]})]
Art = Annotated[Any, BeforeValidator(_art), WithJsonSchema({"type": "string"})]
Arts = Annotated[list[Art], BeforeValidator(_several)]
Len = Annotated[Any, BeforeValidator(_length), WithJsonSchema(_WORD)]
Expr = Annotated[Any, BeforeValidator(_expression), WithJsonSchema({"type": ["string", "array"]})]
Words = Annotated[Any, BeforeValidator(_template), WithJsonSchema(_WORD)]

Face = Literal["display", "heading", "text", "text-italic", "text-semibold", "text-bold"]
Align = Literal["left", "centre", "right"]
Valign = Annotated[str, StringConstraints(pattern=r"^(top|middle|bottom|spread|\d{1,3}%)$")]
Shape = Literal["rect", "circle", "ellipse", "hill", "wave"]
Corner = Literal["top left", "top right", "bottom left", "bottom right"]


class Part(Content):
    """Base of all parts."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True
    )
    short: ClassVar[str] = ""
    """The parameter that a bare value is; empty for a part that needs its keys."""


class Ground(Part):
    """The whole page with its bleed in one colour."""

    short: ClassVar[str] = "ink"
    ink: Ink_ = Field(description="De kleur.")


class Area(Part):
    """An area with a name and nothing in it, for others to refer to."""


class Panel(Part):
    """A coloured or framed area; where it touches the cut it runs on into the bleed."""

    short: ClassVar[str] = "ink"
    ink: Ink_ | None = Field(default=None, description="De kleur van het vlak.")
    shape: Shape = Field(default="rect", description="De vorm van het vlak.")
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


class Index(Part):
    """A corner index: a rank or number with a small picture below it, read in a fanned hand."""

    text: Words = Field(description="Wat er staat.")
    icon: Art | None = Field(default=None, description="Het plaatje eronder.")
    size: Len | None = Field(default=None, description="Het corps in punten; groeit mee.")
    ink: Ink_ | None = Field(default=None, description="De kleur van het woord.")
    ground: Ink_ | None = Field(default=None, description="De kleur waar het plaatje op staat.")
    corner: Corner = Field(default="top left", description="In welke hoek.")
    chip: Expr | None = Field(default=None, description="Wanneer er een vlakje onder ligt.")


class Band(Part):
    """The coloured head of a side: a title, a small word above it, and discs at the right."""

    title: Words = Field(description="De titel.")
    ink: Ink_ = Field(description="De kleur van de band.")
    label: Words | None = Field(default=None, description="Het kleine woord erboven.")
    icons: Expr | None = Field(default=None, description="De keuzes rechts, elk op een schijfje.")


class Foot(Part):
    """The quiet line at the bottom, with the region's logo between its two texts."""

    short: ClassVar[str] = "left"
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


class TextEntry(Part):
    """One text of a stack, or a list of them."""

    short: ClassVar[str] = "text"
    text: Expr | None = Field(default=None, description="Een veld.")
    say: Words | None = Field(default=None, description="Vaste woorden, met {{ velden }} erin.")
    numbered: Expr | None = Field(default=None, description="Een lijst met grote cijfers ervoor.")
    bullets: Expr | None = Field(default=None, description="Een lijst met stippen ervoor.")
    table: Expr | None = Field(default=None, description="Een lijst van rijen.")
    texts: list[Any] | None = Field(default=None, description="Teksten die bij elkaar horen.")
    columns: list[str] = Field(default=[], description="Bij table: welke twee velden van een rij.")
    second: Len | None = Field(default=None, description="Bij table: hoe breed de tweede kolom is.")
    rule: bool = Field(default=False, description="Bij table: true voor lijnen tussen de rijen.")
    type: str | None = Field(default=None, description="De rol van het formaat.")
    size: Annotated[float, Field(gt=0, le=10)] = Field(default=1.0, description="Maal het corps.")
    least: str | None = Field(
        default=None, description="De rol waarvan het kleinste corps geldt, voor meer speling."
    )
    leading: Annotated[float, Field(ge=0.8, le=3)] | None = Field(
        default=None, description="De regelafstand, maal het corps."
    )
    face: Face | None = Field(default=None, description="De letter.")
    ink: Ink_ | None = Field(default=None, description="De kleur.")
    mark: Ink_ | None = Field(default=None, description="De kleur van cijfers of stippen.")
    align: Align | None = Field(default=None, description="Waar de regels beginnen.")
    gap: Len | None = Field(default=None, description="De ruimte erboven.")
    between: Len | None = Field(default=None, description="De ruimte tussen de delen.")
    when: Expr | None = Field(default=None, description="Alleen als dit zo is.")
    each: str | None = Field(default=None, alias="for", description="Voor elk: way in ways.")


class Stack(Part):
    """Texts under each other that shrink together until they fit."""

    short: ClassVar[str] = "texts"
    texts: list[Any] = Field(min_length=1, description="De teksten, van boven naar beneden.")
    gap: Len | None = Field(default=None, description="De ruimte ertussen.")
    align: Align = Field(default="left", description="Waar de regels beginnen.")
    valign: Valign = Field(default="top", description="Waar de stapel in zijn vlak staat.")
    spread: str | None = Field(
        default=None, pattern=r"^\d{1,3}%$", description="Welk deel van wat over is ertussen komt."
    )
    ink: Ink_ | None = Field(default=None, description="De kleur van alle teksten.")
    fill: Ink_ | None = Field(default=None, description="Een vlak eronder, zo hoog als nodig.")
    radius: Len | None = Field(default=None, description="De ronde hoeken van dat vlak.")
    pad: Len | None = Field(default=None, description="De ruimte tussen dat vlak en de tekst.")
    fit: str | None = Field(default=None, description="Stapels met dezelfde naam krimpen samen.")
    most: Annotated[int, Field(ge=1, le=40)] | None = Field(
        default=None, description="Hoeveel regels elke tekst hoogstens krijgt."
    )


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


class Qr(Part):
    """A QR code of a link, black on white with its quiet zone."""

    short: ClassVar[str] = "link"
    link: Expr = Field(description="Het veld met de link.")


class Lines(Part):
    """Words with lines to write on."""

    short: ClassVar[str] = "fields"
    fields: Any = Field(description="Een veld met lijnen, of een lijst van label en lines.")


class Boxes(Part):
    """Words with a box to tick before each."""

    short: ClassVar[str] = "texts"
    texts: Expr = Field(description="De lijst.")
    size: Len | None = Field(default=None, description="Hoe groot het hokje is.")


class Pattern(Part):
    """A picture repeated over an area, every other row shifted by half."""

    art: Arts = Field(description="De plaatjes, om beurten.")
    step: Len = Field(description="Hoe ver ze uit elkaar staan.")
    size: Len = Field(description="Hoe groot ze zijn.")
    ink: Ink_ | None = Field(default=None, description="De kleur eronder.")


class Rule(Part):
    """A straight line across its area's upper edge, or down its left one."""

    short: ClassVar[str] = "ink"
    ink: Ink_ = Field(description="De kleur.")
    line: Len | None = Field(default=None, description="Hoe dik hij is.")
    down: bool = Field(default=False, description="true: van boven naar beneden.")


class Ring(Part):
    """The model: its conditions as discs around one centre."""

    short: ClassVar[str] = "centre"
    centre: Words = Field(description="Het woord in het midden.")
    ink: Ink_ | None = Field(default=None, description="De kleur van het veld erachter.")


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


PARTS: dict[str, type[Part]] = {
    "ground": Ground,
    "area": Area,
    "panel": Panel,
    "picture": Picture,
    "badge": Badge,
    "index": Index,
    "band": Band,
    "foot": Foot,
    "logo": Logo,
    "word": Word,
    "stack": Stack,
    "row": Row,
    "bar": Bar,
    "qr": Qr,
    "lines": Lines,
    "boxes": Boxes,
    "pattern": Pattern,
    "rule": Rule,
    "ring": Ring,
    "rows": Rows,
    "columns": Columns,
    "grid": Grid,
    "group": Group,
}
"""Every part by its name in a kind's file."""

NESTED = ("grid", "group")
"""The parts that hold items of their own, under ``items:`` or as a bare list."""
