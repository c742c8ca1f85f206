"""JSON Schemas of the deck's types, as editors want them: in Dutch, without generated words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"


def model_schema(
    model: type[BaseModel], leave_out: Iterable[str] = ("id",)
) -> tuple[Schema, Schema]:
    """A model's schema and the definitions that it refers to, without pydantic's own titles."""
    schema = _tidy(model.model_json_schema(ref_template="#/definitions/{model}"))
    definitions = schema.pop("$defs", {})
    for part in (schema, *definitions.values()):
        for name in leave_out:
            part.get("properties", {}).pop(name, None)
        if "required" in part:
            part["required"] = [name for name in part["required"] if name not in leave_out]
    return schema, definitions


def _tidy(schema: Any, properties: bool = False) -> Any:
    """Without generated titles and without the types' (English) docstrings."""
    if isinstance(schema, list):
        return [_tidy(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    left_out = set() if properties else {"title"}
    if not properties and "properties" in schema:
        left_out.add("description")
    return {
        key: _tidy(part, key in ("properties", "$defs") and not properties)
        for key, part in schema.items()
        if properties
        or (key not in left_out and not (key == "default" and not _worth_showing(part)))
    }


def _worth_showing(default: Any) -> bool:
    """True when a default means something to a maker (null and empty lists do not)."""
    return isinstance(default, (str, int)) and default != ""


def whole(description: str, schema: Schema, definitions: Schema) -> Schema:
    """A schema with what it is about, and the definitions that it refers to."""
    rest = {key: value for key, value in schema.items() if key != "description"}
    named = {"definitions": dict(sorted(definitions.items()))} if definitions else {}
    return {"$schema": _DRAFT, "description": description, **rest, **named}
