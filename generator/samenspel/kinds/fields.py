"""The fields that a kind's file declares, one line each, as ``core: {words: 20}``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field as Said
from pydantic import StringConstraints

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.model.content import Content, Text
from samenspel.model.design.parts.values import MOST_LINES
from samenspel.model.kind import COMMON, ChoiceSet, Count, Field, FieldType, Measure
from samenspel.model.places import key_of
from samenspel.saying import say
from samenspel.yaml.nodes import Node, from_plain
from samenspel.yaml.validation import check

TYPES = ("text", "rich", "question", "number", "decimal", "picture", "link", "ink", "lines")
"""What ``type:`` and ``list:`` may name; a choice is declared by ``set:`` or ``one_of:``."""

Span = Annotated[str, StringConstraints(pattern=r"^\d{1,4}(-\d{1,4})?$")]
TypeName = Literal[
    "text", "rich", "question", "number", "decimal", "picture", "link", "ink", "lines"
]
SetOf = Callable[[Node], ChoiceSet | None]
"""Finds the set that a node names; what is wrong with it is reported there."""


class FieldFile(Content):
    """What may stand behind a field's name."""

    type: TypeName = Said(default="text", description="Wat er in het veld staat.")
    set: Text | None = Said(default=None, description="De keuzes: een bestand in sets/.")
    one_of: list[Text] | None = Said(default=None, min_length=1, description="De keuzes zelf.")
    optional: bool = Said(default=False, description="true: het veld mag ontbreken.")
    words: Span | None = Said(
        default=None, description="Hoeveel woorden: 20 (hoogstens) of 40-60. Alleen check let erop."
    )
    count: Span | None = Said(default=None, description="Hoeveel er in de lijst staan: 3, of 1-4.")
    least: float | None = Said(default=None, alias="from", description="Het kleinste getal.")
    most: float | None = Said(default=None, alias="to", description="Het grootste getal.")
    default: int | None = Said(default=None, description="Het getal als er niets staat.")
    alt: Text | None = Said(
        default=None, description="Bij een plaatje: het veld dat zegt wat erop te zien is."
    )
    notes: bool = Said(
        default=False, description="true: hier komt bij wat er aan een vertaling ontbreekt."
    )
    name: Text | None = Said(default=None, description="Hoe het veld heet in een rekenblad.")
    about: Text | None = Said(default=None, description="Wat een maker over het veld moet weten.")
    advice: Text | None = Said(default=None, description="Raad in het rekenblad met teksten.")


def fields_of(node: Node, set_of: SetOf, problems: list[Diagnostic]) -> dict[str, Field]:
    """The fields below ``fields:`` in order; a field with a mistake is left out and reported."""
    return _with_alts(_declared(node, set_of, problems))


def _declared(node: Node, set_of: SetOf, problems: list[Diagnostic]) -> dict[str, Field]:
    found: dict[str, Field] = {}
    for name, said in node.entries.items():
        wrong = _name_problem(node, name)
        if wrong:
            problems.append(wrong)
            continue
        one = _field(name, said, set_of, problems)
        if one is not None:
            found[name] = one
    return found


def _name_problem(node: Node, name: str) -> Diagnostic | None:
    plain = name.isascii() and name.replace("_", "a").isalnum() and name.islower()
    if plain and not name[0].isdigit() and name not in set(COMMON) - {"title"}:
        return None
    said = "is what every card has already" if name in COMMON else "cannot be the name of a field"
    return Diagnostic(
        "kind-field-name",
        say('"{name}" {said}', name=name, said=said),
        node.key_location(name),
        key_of((*node.path, name)),
        "choose another name of small letters, digits and _, as in first_name",
    )


def _field(name: str, said: Node, set_of: SetOf, problems: list[Diagnostic]) -> Field | None:
    place = said.location
    if said.value is None:
        return Field(name, place=place)
    if said.text:
        said = from_plain({"type": said.text}, said.location)
    listed = said.get("list")
    data = check(FieldFile, said.without("list"), problems)
    if data is None:
        return None
    single = _type(data.type)
    columns: Mapping[str, Field] = _lines() if data.type == "lines" else {}
    if listed is not None and listed.entries:
        single, columns = "rows", _declared(listed, set_of, problems)
    elif listed is not None:
        if listed.text not in TYPES:
            problems.append(_no_type(listed))
            return None
        single = _type(listed.text)
    choices: tuple[str, ...] = tuple(data.one_of or ())
    if data.set:
        chosen = set_of(said.entries["set"])
        if chosen is None:
            return None
        choices = tuple(chosen.choices)
    if choices:
        single = "choice"
    many = listed is not None or data.count is not None or data.type == "lines"
    return Field(
        name=name,
        type=single,
        count=_count(data.count) if many else None,
        optional=data.optional,
        columns=columns,
        choices=choices,
        set=data.set or "",
        words=_measure(data.words),
        least=data.least,
        most=data.most,
        default=data.default,
        alt=data.alt or "",
        about=data.about or "",
        called=data.name or "",
        notes=data.notes,
        advice=data.advice or "",
        place=place,
    )


def _type(name: str) -> FieldType:
    """What a field of this name's type holds; every text is a rich one."""
    return {"lines": "rows", "rich": "text"}.get(name, name)  # type: ignore[return-value]


def _no_type(node: Node) -> Diagnostic:
    message = say('"{text}" is nothing that a list can hold', text=node.text)
    return Diagnostic("value-unknown", message, node.location, key_of(node.path),
                      near_match(node.text, TYPES))  # fmt: skip


def _lines() -> dict[str, Field]:
    """The columns of writing lines."""
    return {
        "label": Field("label", about="Het woord bij de lijn."),
        "lines": Field("lines", "number", least=1, most=MOST_LINES, default=1,
                       about="Hoeveel lijnen."),
    }  # fmt: skip


def _count(span: str | None) -> Count:
    least, most = _span(span or "1-0")
    if span and "-" not in span:
        least = most
    return Count(least, most or None)


def _measure(span: str | None) -> Measure | None:
    return Measure(*_span(span)) if span else None


def _span(span: str) -> tuple[int, int]:
    """``40-60``; ``20`` alone is what there may be at most."""
    least, dash, most = span.partition("-")
    return (int(least), int(most)) if dash else (1, int(least))


def _with_alts(fields: dict[str, Field]) -> dict[str, Field]:
    """A picture brings a field for its words, unless the kind names one itself."""
    made: dict[str, Field] = {}
    for name, one in fields.items():
        is_picture = one.type == "picture" and one.count is None
        alt = one.alt or (f"{name}_alt" if is_picture else "")
        made[name] = replace(one, alt=alt) if is_picture else one
        if is_picture and alt not in fields:
            made[alt] = Field(alt, optional=True, called="Plaatje in woorden",
                              about="Het plaatje in woorden, voor wie niet ziet.")  # fmt: skip
    return made
