"""Values of an edition's own part: put into its file where they are new, taken out where empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samenspel.layers.shapes import BASE, DECK, REGIONS
from samenspel.studio.engine import Engine
from samenspel.upkeep.rewording import rewriting
from samenspel.yaml.editing import plain_of, put
from samenspel.yaml.nodes import Path
from samenspel.yaml.rearranging import removed

EMPTY: tuple[Any, ...] = (None, "", [], {})


def file_of(region: str) -> tuple[str, Path]:
    """The file of a region, or of the deck without one, and where what it says of itself begins."""
    return (DECK, ("region",)) if region == BASE else (f"{REGIONS}/{region}.yaml", ())


def own_values(engine: Engine, region: str) -> Mapping[str, Any]:
    """What the edition's own file says of the region, as plain data."""
    file, prefix = file_of(region)
    found = _at(plain_of((engine.read(file) or b"").decode("utf-8-sig")), prefix)
    return found if isinstance(found, dict) else {}


def with_values(engine: Engine, region: str, values: Mapping[Path, Any]) -> dict[str, bytes | None]:
    """The edition's file with some values: an empty one goes out, where it stands in this file."""
    file, prefix = file_of(region)
    data = engine.read(file)
    text = (data or b"").decode("utf-8-sig")
    for path, value in values.items():
        whole, now = (*prefix, *path), _at(plain_of(text), (*prefix, *path))
        if value in EMPTY and now not in EMPTY:
            text = removed(text, whole)
        elif value not in EMPTY and now != value:
            text = put(text, whole, value)
    return {file: rewriting(file, data, lambda _: text)}


def _at(data: Any, path: Path) -> Any:
    for part in path:
        if not isinstance(data, dict) or part not in data:
            return None
        data = data[part]
    return data
