"""JSON Schemas for editors, made from the deck's types. Descriptions are in Dutch, for makers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from samenspel.kinds import Library
from samenspel.layers.shapes import (
    LABELS,
    SHEET_WORDS,
    TRANSLATABLE,
    AddedCard,
    DeckFile,
    RegionFile,
    Row,
)
from samenspel.loading.languages import LanguageFile
from samenspel.model.kind import Field, Kind
from samenspel.model.region import NAMED
from samenspel.model.shape import shape_of
from samenspel.upkeep.kind_schemas import kind_schema, set_schema
from samenspel.upkeep.shaping import Schema, model_schema, whole

_TEXT: Schema = {"type": "string", "minLength": 1}
_AFTER: Schema = {
    **_TEXT, "description": "Na welke kaart een eigen kaart komt, in een dek met een base."
}  # fmt: skip
_QUESTION: Schema = {
    "anyOf": [
        _TEXT,
        {
            "type": "object",
            "properties": {
                "id": {**_TEXT, "description": "De naam van de vraag; anders is dat haar nummer."},
                "text": {**_TEXT, "description": "De vraag."},
            },
            "required": ["id", "text"],
            "additionalProperties": False,
        },
    ]
}


def json_schemas(kinds: Iterable[Kind] = ()) -> dict[str, Schema]:
    """The schemas of cards, deck, words, regions, languages, translations, kinds and sets.

    ``kinds`` are those that a project's cards may be of; samenspel's own without.
    """
    known = tuple(kinds) or tuple(Library().kinds)
    return {
        "card": _card(known),
        "deck": _deck(),
        "labels": _labels(),
        "region": _region(known),
        "language": _language(),
        "translation": _translation(known),
        "kind": kind_schema(),
        "set": set_schema(),
    }


def write_schemas(folder: Path) -> list[Path]:
    """Write ``<name>.schema.json`` for each schema into ``folder``; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in json_schemas().items():
        path = folder / f"{name}.schema.json"
        path.write_text(schema_text(schema), encoding="utf-8")
        paths.append(path)
    return paths


def schema_text(schema: Schema) -> str:
    """A schema as it is written to its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _by_kind(
    kinds: Sequence[Kind], definitions: Schema, extra: Schema, required: list[str]
) -> Schema:
    """A card of any kind; ``extra`` fields are known beside those of its kind.

    ``if`` and ``then`` rather than ``oneOf``: editors then point at the one field that is wrong.
    """
    branches = []
    for kind in kinds:
        schema, found = model_schema(shape_of(kind))
        definitions |= found
        schema["properties"] |= extra
        schema["required"] = [*required, *schema["required"]]
        chosen = {"properties": {"kind": {"const": kind.name}}, "required": ["kind"]}
        _with_ids(schema["properties"])
        branches.append({"if": chosen, "then": schema})
    names = [kind.name for kind in kinds]
    about = "Soort kaart: " + ", ".join(names) + "."
    return {
        "type": "object",
        "properties": {"kind": {"enum": names, "description": about}},
        "required": ["kind"],
        "allOf": branches,
    }


def _card(kinds: Sequence[Kind]) -> Schema:
    definitions: Schema = {}
    card = _by_kind(kinds, definitions, {"after": _AFTER}, [])
    return whole("Een kaart van het dek.", card, definitions)


def _with_ids(properties: Schema) -> None:
    """A question may be written with an id beside its text."""
    if "questions" in properties:
        properties["questions"] = {**properties["questions"], "items": _QUESTION}


def _deck() -> Schema:
    """The deck's own file; one that builds on a base need not say what the base says."""
    schema, definitions = model_schema(DeckFile)
    row, _ = model_schema(Row)
    schema["properties"]["cards"] = {"anyOf": [schema["properties"]["cards"], row]}
    alone = {"not": {"required": ["base"]}}, {"required": schema.pop("required")}
    definitions["RegionInfo"].pop("required", None)
    _plain_too(definitions)
    return whole("Het dek.", {**schema, "if": alone[0], "then": alone[1]}, definitions)


def _plain_too(definitions: Schema) -> None:
    """Partners and contacts may be written as one text too."""
    for name in ("Partner", "Contact"):
        if name in definitions:
            definitions[name] = {"anyOf": [_TEXT, definitions[name]]}


def _labels() -> Schema:
    every = {**LABELS, **SHEET_WORDS}
    words = {key: {**_TEXT, "description": text} for key, text in every.items()}
    schema = {"type": "object", "properties": words, "additionalProperties": False}
    return whole("De vaste woorden van een taal.", schema, {})


def _region(kinds: Sequence[Kind]) -> Schema:
    schema, definitions = model_schema(RegionFile)
    row = definitions["RegionCards"]["properties"]
    added, _ = _of_added()
    row["add"]["items"] = _by_kind(kinds, definitions, added, ["id", "after"])
    row["change"]["additionalProperties"] = {"$ref": "#/definitions/CardChanges"}
    spoken = definitions["SpokenCards"]["properties"]
    spoken["change"]["additionalProperties"] = {"$ref": "#/definitions/CardChanges"}
    definitions["CardChanges"] = _changes(kinds)
    for kind in kinds:
        definitions |= model_schema(shape_of(kind))[1]
    definitions.pop("AddedCard", None)
    _plain_too(definitions)
    alone = {"not": {"anyOf": [{"required": ["extends"]}, {"required": ["abstract"]}]}}
    schema |= {"if": alone, "then": {"required": list(NAMED)}}
    return whole("Een regio: wat er anders is dan in het gewone dek.", schema, definitions)


def _language() -> Schema:
    """``cards/<language>/deck.yaml``: the deck's texts, and what is true of the language."""
    deck, definitions = model_schema(DeckFile)
    own, others = model_schema(LanguageFile)
    properties = {key: part for key, part in deck["properties"].items() if key in TRANSLATABLE}
    properties["region"] = _loose(definitions["RegionInfo"])
    schema = {
        "type": "object",
        "properties": properties | own["properties"],
        "additionalProperties": False,
    }
    said = "Een taal van het dek: de teksten van het dek, en de letters van de taal."
    return whole(said, schema, definitions | others)


def _loose(schema: Schema) -> Schema:
    return {key: part for key, part in schema.items() if key != "required"}


def _translation(kinds: Sequence[Kind]) -> Schema:
    """A card in another language: only texts, none of them required."""
    schema = _changes(kinds)
    definitions: Schema = {}
    for kind in kinds:
        definitions |= model_schema(shape_of(kind))[1]
    spoken = {one.name for kind in kinds for one in kind.fields.values() if _has_text(one)}
    spoken.add("waive")  # a translation may waive what is said of it alone
    texts = {key: part for key, part in schema["properties"].items() if key in spoken}
    texts["questions"] = {"type": "array", "items": _TEXT}
    return whole("Een kaart in een andere taal.", {**schema, "properties": texts}, definitions)


def _has_text(one: Field) -> bool:
    """True for a field in which something is to be translated."""
    return one.spoken or any(_has_text(column) for column in one.columns.values())


def _of_added() -> tuple[Schema, Schema]:
    schema, definitions = model_schema(AddedCard, leave_out=())
    return schema["properties"], definitions


def _changes(kinds: Sequence[Kind]) -> Schema:
    """What may stand under a card's id: any field of any kind, none of them required."""
    fields: Schema = {}
    for kind in kinds:
        properties = model_schema(shape_of(kind))[0]["properties"]
        for name, field in properties.items():
            bare = {key: part for key, part in field.items() if key != "description"}
            if bare not in fields.setdefault(name, []):
                fields[name].append(bare)
    changes = {
        name: variants[0] if len(variants) == 1 else {"anyOf": variants}
        for name, variants in fields.items()
        if name != "kind"
    }
    changes["questions"] = {
        "anyOf": [{"type": "array", "items": _QUESTION}, _question_edits()],
        "description": "Alle vragen nieuw (een lijst), of per nummer, of met drop, add en order.",
    }
    return {"type": "object", "properties": changes, "additionalProperties": False}


def _question_edits() -> Schema:
    names = {"type": "array", "items": {"type": ["integer", "string"]}}
    return {
        "type": "object",
        "properties": {
            "drop": {**names, "description": "De nummers of namen van vragen die wegvallen."},
            "add": {"type": "array", "items": _QUESTION, "description": "Vragen die erbij komen."},
            "order": {**names, "description": "De nieuwe volgorde, in nummers of namen."},
        },
        "patternProperties": {
            "^[a-z0-9]+(-[a-z0-9]+)*$": {
                **_TEXT, "description": "Vervangt de vraag met dit nummer of deze naam."
            }
        },
        "additionalProperties": False,
    }  # fmt: skip
