"""The JSON Schemas that editors read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.projects import ROOT

from samenspel.kinds import Library
from samenspel.upkeep import json_schemas, write_schemas

REWRITE = (
    "python -c 'from pathlib import Path; from samenspel.upkeep import write_schemas; "
    'write_schemas(Path("cards/schema"))\''
)
FOLDERS = [ROOT / "cards" / "schema"]


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
def test_the_committed_schemas_are_fresh(folder: Path, tmp_path: Path) -> None:
    for path in write_schemas(tmp_path):
        committed = folder / path.name
        assert committed.read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), (
            f"{path.name} is not fresh; run: {REWRITE}"
        )


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for child in schema.values():
            yield from parts(child)
    elif isinstance(schema, list):
        for child in schema:
            yield from parts(child)


@pytest.mark.parametrize("name", ["card", "deck", "labels", "region", "language", "translation"])
def test_references_lead_somewhere(name: str) -> None:
    schema = json_schemas()[name]
    known = {f"#/definitions/{key}" for key in schema.get("definitions", {})}
    used = {part["$ref"] for part in parts(schema) if isinstance(part.get("$ref"), str)}
    assert used <= known
    json.dumps(schema)


def test_a_cards_id_comes_from_its_file() -> None:
    card = json_schemas()["card"]
    branches = {b["if"]["properties"]["kind"]["const"]: b["then"] for b in card["allOf"]}
    assert set(branches) == set(Library().kind_names)
    for branch in branches.values():
        assert "id" not in branch["properties"]
        assert "id" not in branch["required"]
        assert branch["additionalProperties"] is False


def test_a_regions_added_cards_have_an_id_and_a_place() -> None:
    region = json_schemas()["region"]
    row = region["definitions"]["RegionCards"]["properties"]
    assert set(row) == {"drop", "only", "order", "add", "change"}
    added = row["add"]["items"]["allOf"][0]["then"]
    assert {"id", "after"} <= set(added["properties"]) and {"id", "after"} <= set(added["required"])
    questions = region["definitions"]["CardChanges"]["properties"]["questions"]["anyOf"]
    assert set(questions[1]["properties"]) == {"drop", "add", "order"}
    assert "cards" in region["properties"] and "id" not in region["properties"]


def test_makers_see_dutch_descriptions() -> None:
    card = json_schemas()["card"]
    for branch in card["allOf"]:
        for name, field in branch["then"]["properties"].items():
            assert name == "kind" or field.get("description"), name
