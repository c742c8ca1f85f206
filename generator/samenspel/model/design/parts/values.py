"""The values of parts' keys: colours, pictures, lengths, expressions, and words with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from samenspel.model.design.expressions import (
    Expression,
    ExpressionError,
    Template,
    expression,
    template,
)
from samenspel.model.design.lengths import Length, LengthError, length
from samenspel.model.ink import screen_colour
from samenspel.saying import say

ART_NAME = re.compile(r"[\w./-]+\.(svg|jpe?g|png|tiff?)", re.IGNORECASE)
LEAST_LEADING, MOST_LEADING = 0.8, 3.0
_SHARE = re.compile(r"(.+?) (\d{1,3})%")
_TWO_WORDS = re.compile(r"([\w.]+) [\w-]+")
"""A colour with a word for how strong it is: ``accent tint``."""


@dataclass(frozen=True, slots=True)
class InkRef:
    """A colour as a kind names it: ``strong``, ``on strong``, ``accent 30%``, ``suit.deep``."""

    source: str
    """What the file says."""
    base: Expression | None = None
    """What the name stands for; ``None`` for four percentages."""
    tints: tuple[float, ...] = ()
    """Four percentages, where those are written; else empty."""
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
    """What the kind's file says."""
    file: str = ""
    """The file below ``assets/``; empty for an expression."""
    expression: Expression | None = None
    """Gives the file; ``None`` for one that is named."""


@dataclass(frozen=True, slots=True)
class Leading:
    """The distance of baselines."""

    amount: float
    """A multiple of the size, or a share of what is usual."""
    relative: bool = False
    """Whether it is such a share."""

    def as_multiple(self, usual: float) -> float:
        """As a multiple of the size, where ``usual`` is that of the role of type."""
        return self.amount * usual if self.relative else self.amount


MOST_LINES = 6
"""More lines to write on than this do not stand under one word."""


@dataclass(frozen=True, slots=True)
class WritingLines:
    """A word with lines to write on below it."""

    label: Template
    """The word; empty for lines without one."""
    lines: int
    """How many, from 1 to ``MOST_LINES``."""


def _ink(value: Any) -> Any:
    if isinstance(value, list):
        return InkRef(str(value), tints=tuple(_tint(tint) for tint in value[:4]))
    text = _scalar(value).strip()
    on = text.startswith("on ")
    name = text.removeprefix("on ").strip()
    share = _SHARE.fullmatch(name)
    name, part = (share[1], float(share[2]) / 100) if share else (name, 1.0)
    if name.lower().startswith(("#", "rgb", "hsl")):
        screen = screen_colour(name)
        if screen is None:
            raise PydanticCustomError("colour_wrong", '"{text}" is no colour', {"text": name})
        return InkRef(text, screen=screen, share=part, on=on)
    try:
        return InkRef(text, expression(name), share=part, on=on)
    except ExpressionError as error:
        two = _TWO_WORDS.fullmatch(name)
        hint = say("for a lighter one write {colour} 30%", colour=two[1]) if two else ""
        raise wrong(error.args[0], hint) from error


def _tint(value: Any) -> float:
    try:
        tint = float(value)
    except (TypeError, ValueError):
        tint = -1.0
    if not 0 <= tint <= 100:
        raise wrong("a colour is four percentages from 0 to 100")
    return tint


def _art(value: Any) -> Any:
    text = _scalar(value).strip()
    if ART_NAME.fullmatch(text):
        return ArtRef(text, file=text)
    return ArtRef(text, expression=_read(expression, text))


def _length(value: Any) -> Any:
    return value if isinstance(value, Length) else _read(length, _scalar(value))


def _leading(value: Any) -> Any:
    text = _scalar(value).strip()
    try:
        amount = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except ValueError:
        amount = 0.0
    if not LEAST_LEADING <= amount <= MOST_LEADING:
        raise wrong("a leading is 0.8 to 3 times the size, or 80% to 300% of the usual")
    return Leading(amount, relative=text.endswith("%"))


def _share(value: Any) -> Any:
    text = _scalar(value).strip()
    try:
        share = float(text.removesuffix("%")) / 100 if text.endswith("%") else 0.0
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise wrong("an opacity is 1% to 100%")
    return share


def _shape(value: Any) -> Any:
    """One of the shapes that there are, or the drawing that a panel is cut by."""
    text = _scalar(value).strip()
    if text in SHAPES:
        return text
    if not text.lower().endswith(".svg") or not ART_NAME.fullmatch(text):
        known = ", ".join(SHAPES)
        raise wrong(say("a shape is a drawing.svg, or one of {known}", known=known))
    return ArtRef(text, file=text)


def _expression(value: Any) -> Any:
    if isinstance(value, list):
        value = "[" + ", ".join(_item(_scalar(one)) for one in value) + "]"
    return _read(expression, _scalar(value))


def _item(text: str) -> str:
    """One of a list of expressions; a picture's file may stand there as it is."""
    return repr(text) if ART_NAME.fullmatch(text.strip()) else text


def _template(value: Any) -> Any:
    return _read(template, _scalar(value))


def _writing(value: Any) -> Any:
    """A field of writing lines, or a list of words with the lines under each."""
    if isinstance(value, list):
        return tuple(map(_under_one_word, value))
    return _expression(value)


def _under_one_word(one: Any) -> WritingLines:
    if not isinstance(one, dict) or not one.keys() <= {"label", "lines"}:
        raise wrong("each of the list has a label and lines, as in: label: Naam, lines: 1")
    said = str(one.get("lines", 1))
    count = int(said) if said.isascii() and said.isdecimal() and len(said) < 3 else 0
    if not 1 <= count <= MOST_LINES:
        raise wrong(say("lines is a whole number from 1 to {most}", most=MOST_LINES))
    return WritingLines(_template(one.get("label", "")), count)


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        raise wrong("one value is asked for here")
    return value


def _read(reader: Any, text: str) -> Any:
    try:
        return reader(text)
    except (ExpressionError, LengthError) as error:
        raise wrong(error.args[0]) from error


def wrong(why: str, remedy: str = "") -> PydanticCustomError:
    """The error for a value that a design cannot have; both texts stay what they were made of."""
    return PydanticCustomError("design_value", "{why}", {"why": why, "remedy": remedy})


def _several(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


_WORD: Any = {"type": ["string", "number"]}
Ink_ = Annotated[Any, BeforeValidator(_ink), WithJsonSchema({"type": ["string", "array"]})]
Art = Annotated[Any, BeforeValidator(_art), WithJsonSchema({"type": "string"})]
Arts = Annotated[list[Art], BeforeValidator(_several)]
Len = Annotated[Any, BeforeValidator(_length), WithJsonSchema(_WORD)]
Expr = Annotated[Any, BeforeValidator(_expression), WithJsonSchema({"type": ["string", "array"]})]
Writing = Annotated[
    Any, BeforeValidator(_writing), WithJsonSchema({"type": ["string", "array"]})
]
Led = Annotated[Any, BeforeValidator(_leading), WithJsonSchema(_WORD)]
Words = Annotated[Any, BeforeValidator(_template), WithJsonSchema(_WORD)]

Share = Annotated[Any, BeforeValidator(_share), WithJsonSchema(_WORD)]
Face = Literal["display", "heading", "text", "text-italic", "text-semibold", "text-bold"]
Align = Literal["left", "centre", "right"]
Valign = Annotated[str, StringConstraints(pattern=r"^(top|middle|bottom|spread|\d{1,3}%)$")]
SHAPES = ("rect", "circle", "ellipse", "hill", "wave")
Shape = Annotated[Any, BeforeValidator(_shape), WithJsonSchema({"type": "string"})]
Corner = Literal["top left", "top right", "bottom left", "bottom right"]
