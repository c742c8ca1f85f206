"""JSON Schemas of kinds and sets, for editors: from the same types that read these files."""

from __future__ import annotations

from typing import Any

from samenspel.kinds.fields import FieldFile
from samenspel.kinds.reading import KindFile
from samenspel.kinds.sets import SetFile
from samenspel.model.design.items import PlacingFile
from samenspel.model.design.parts import NESTED, PARTS
from samenspel.model.design.parts.texts import Sections, TextEntry, Texts
from samenspel.upkeep.shaping import Schema, model_schema, whole

USE: Schema = {
    "type": "string",
    "description": "Een gedeeld onderdeel: een bestand in kinds/parts.",
}
_ITEMS: Schema = {"type": "array", "items": {"$ref": "#/definitions/Item"}}


def kind_schema() -> Schema:
    """``kinds/<name>.yaml``."""
    schema, definitions = model_schema(KindFile)
    field, others = model_schema(FieldFile)
    field["properties"]["list"] = {
        "anyOf": [{"enum": field["properties"]["type"]["enum"]}, {"$ref": "#/definitions/Fields"}],
        "description": "Een lijst: van teksten, of van rijen met eigen velden.",
    }
    definitions |= others
    definitions["Fields"] = {
        "type": "object",
        "additionalProperties": {"anyOf": [{"$ref": "#/definitions/Field"}, {"type": "null"},
                                           {"type": "string"}]},
    }  # fmt: skip
    definitions["Field"] = field
    definitions["Item"] = _item(definitions)
    side = {"anyOf": [_ITEMS, USE]}
    properties = schema["properties"]
    properties["fields"] = {"$ref": "#/definitions/Fields"}
    for name in ("front", "back"):
        properties[name] = side
    return whole("Een soort kaart: haar velden en haar twee kanten.", schema, definitions)


def set_schema() -> Schema:
    """``sets/<name>.yaml``."""
    schema, definitions = model_schema(SetFile)
    return whole("Een reeks keuzes: kleuren, thema’s of de condities van een model.", schema,
                 definitions)  # fmt: skip


def _item(definitions: Schema) -> Schema:
    """An item: one part, and where it stands."""
    placing, _ = model_schema(PlacingFile)
    entry, _ = model_schema(TextEntry)
    entry["properties"]["texts"] = _texts_schema()
    definitions["Text"] = {"anyOf": [{"type": "string"}, entry]}
    beside: Schema = dict(placing["properties"])
    parts: Schema = {}
    for name, model in PARTS.items():
        schema, others = model_schema(model)
        definitions |= others
        if issubclass(model, Texts):
            schema["properties"]["texts"] = _texts_schema()
        forms: list[Any] = [schema]
        if model.short:
            short = schema["properties"][model.short]
            forms.append({key: value for key, value in short.items() if key != "default"})
        if name in NESTED:
            schema["properties"]["items"] = _ITEMS
            if model is not Sections:  # which say their texts beside their items
                forms.append(_ITEMS)
        forms.append({"type": "null"})
        schema.pop("required", None)  # a part's keys may stand beside it
        about = (model.__doc__ or "").strip().splitlines()[0]
        parts[name] = {"anyOf": forms, "description": about}
        for key, value in schema["properties"].items():
            beside.setdefault(key, value)
    return {
        "type": "object",
        "properties": {**beside, **parts, "use": USE, "with": {"type": "object"}},
        "additionalProperties": False,
        "anyOf": [{"required": [name]} for name in (*PARTS, "use")],
    }


def _texts_schema() -> Schema:
    return {"type": "array", "items": {"$ref": "#/definitions/Text"}}
