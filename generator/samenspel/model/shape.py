"""What a kind's fields ask of a card, as a pydantic model: one mechanism for errors and schemas."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, StringConstraints, WithJsonSchema, create_model
from pydantic import Field as Said
from pydantic_core import PydanticCustomError

from samenspel.model.cards import ALL, Card, Values
from samenspel.model.content import TAG, Content, Language, Percent, Text, Waive
from samenspel.model.ink import screen_colour
from samenspel.model.kind import Field, Kind

OTHER_LANGUAGE = (
    "De taal van de teksten, als die een andere is dan die van het dek: de, of per veld {core: de}."
)
MOST_COPIES = 100
"""More copies of a card than this are a slip of the hand."""

Link = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^https://[^\s]+$")]


def _ink(value: Any) -> Any:
    """An ink is a name, four percentages, or a screen's hex with its ``#``."""
    if isinstance(value, str) and value.strip().lower().startswith(("#", "rgb", "hsl")):
        screen = screen_colour(value)
        if screen is None:
            raise PydanticCustomError("colour_wrong", '"{text}" is no colour', {"text": value})
        return screen
    if isinstance(value, str) and value.strip() and not value[:1].isdigit():
        return value.strip()
    if isinstance(value, list) and len(value) == 4:
        return value
    raise PydanticCustomError(
        "string_pattern", "an ink is a name, four percentages or a hex such as #e4572e"
    )


Tinted = Annotated[Text | list[Percent], BeforeValidator(_ink)]


def _lang_of(kind: Kind) -> Any:
    """A language for each of some fields of a kind; a text alone is for those that have none."""
    named: Any = Literal[(ALL, *kind.fields)]
    tag = {"type": "string", "pattern": TAG}
    each = {"type": "object", "properties": dict.fromkeys((ALL, *kind.fields), tag),
            "additionalProperties": False}  # fmt: skip
    return Annotated[
        dict[named, Language],
        BeforeValidator(lambda said: {ALL: said} if isinstance(said, str) else said),
        WithJsonSchema({"anyOf": [tag, each]}),
    ]


@lru_cache(maxsize=128)
def shape_of(kind: Kind) -> type[Content]:
    """The model that a card of this kind must match; keys are the aliases of its fields."""
    fields = {
        "id": (Text, Said(alias="id")),
        "kind": (Literal[kind.name], Said(alias="kind")),
        "waive": (Waive, Said(alias="waive", default={})),
        "lang": (
            _lang_of(kind),
            Said(alias="lang", default={}, exclude=True, description=OTHER_LANGUAGE),
        ),
        "copies": (
            Annotated[int, Said(ge=1, le=MOST_COPIES)],
            Said(alias="copies", default=1, exclude=True, description="Hoeveel het er zijn."),
        ),
    }
    return _model(kind.name.title().replace("-", ""), fields, kind.fields)


def _model(name: str, common: Mapping[str, Any], fields: Mapping[str, Field]) -> type[Content]:
    """Field names are prefixed, so that a field may be called ``copy`` or ``json``."""
    own = {f"f_{one.name}": _declared(name, one) for one in fields.values()}
    made: type[Content] = create_model(name, __base__=Content, **{**common, **own})
    return made


def _declared(parent: str, one: Field) -> tuple[Any, Any]:
    annotation = _listed(one, _single(parent, one))
    about = one.about or None
    if one.default is not None:
        return annotation, Said(alias=one.name, default=one.default, description=about)
    if one.optional:
        if one.count:  # an optional list is empty where there is none
            return annotation, Said(alias=one.name, default=[], description=about)
        return annotation | None, Said(alias=one.name, default=None, description=about)
    return annotation, Said(alias=one.name, description=about)


def _single(parent: str, one: Field) -> Any:
    limits = Said(ge=one.least, le=one.most)
    match one.type:
        case "number":
            return Annotated[int, limits]
        case "decimal":
            return Annotated[float, limits]
        case "link":
            return Link
        case "ink":
            return Tinted
        case "choice":
            return Literal[one.choices]
        case "rows":
            return _model(f"{parent}{one.name.title().replace('_', '')}", {}, one.columns)
        case _:
            return Text


def _listed(one: Field, single: Any) -> Any:
    if one.count is None:
        return single
    least = 0 if one.optional else one.count.least
    return Annotated[list[single], Said(min_length=least, max_length=one.count.most)]


def card_of(kind: Kind, data: Mapping[str, Any]) -> Card:
    """A card from plain data with an ``id``. Raises pydantic's ValidationError."""
    return as_card(kind, shape_of(kind).model_validate({"kind": kind.name, **data}))


def as_card(kind: Kind, checked: BaseModel) -> Card:
    """The card that a validated model holds."""
    data = checked.model_dump(by_alias=True)
    waive: Mapping[str, str] = getattr(checked, "waive", {})
    lang: Mapping[str, str] = getattr(checked, "lang", {})
    values = Values({key: one for key, one in data.items() if key not in ("id", "kind")})
    return Card(data["id"], kind, values, waive, lang=lang)


__all__ = ["MOST_COPIES", "as_card", "card_of", "shape_of"]
