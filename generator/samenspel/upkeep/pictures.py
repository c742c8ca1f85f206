"""The picture of a card in the edition's own file: which, its words, what stays in sight."""

from __future__ import annotations

from collections.abc import Mapping

from samenspel.gate import file_exists, read_bytes
from samenspel.layers.shapes import BASE, REGIONS
from samenspel.model.kind import Field
from samenspel.project.project import Project
from samenspel.upkeep.rewording import card_file, rewriting, value_at
from samenspel.yaml.editing import plain_of, put
from samenspel.yaml.nodes import Path
from samenspel.yaml.rearranging import removed

FOCUS = "focus"
"""The field by which kinds say what stays in sight of a photograph."""
SHOW = "show"
"""The field by which they say whether a picture fills its area or stands whole."""
BACK = "back"
"""Asks for the picture of the deck below again."""


def picture_values(
    project: Project, region: str, card: str, field: Field, path: str, said: Mapping[str, str]
) -> dict[str, bytes | None]:
    """The file with another picture on a card; ``path`` is empty when that stays as it is.

    ``said`` may hold the words for it (``alt``), ``focus`` and ``show``, where its kind has them.
    Of the last two, one that is said and empty goes out of the edition's own file; with ``back``
    all of them do.
    """
    prefix: Path = () if region == BASE else _prefix(project, region, card)
    own = f"{REGIONS}/{region}.yaml"
    file = card_file(project, project.source_language, card) if region == BASE else own
    data = read_bytes(project.root, file) if file_exists(project.root, file) else None
    names = [field.name, *([field.alt] if field.alt else []), FOCUS, SHOW]

    def change(text: str) -> str:
        if said.get(BACK):
            for name in names:
                if value_at(plain_of(text), (*prefix, name)) is not None:
                    text = removed(text, (*prefix, name))
            return text
        values = {field.name: path, FOCUS: said.get(FOCUS, ""), SHOW: said.get(SHOW, "")}
        if field.alt:
            values[field.alt] = " ".join(said.get("alt", "").split())
        for name, value in values.items():
            now = value_at(plain_of(text), (*prefix, name))
            if not value and name in said and name in (FOCUS, SHOW) and now is not None:
                text = removed(text, (*prefix, name))
            if value and now != value:
                text = put(text, (*prefix, name), value)
        return text

    return {file: rewriting(file, data, change)}


def _prefix(project: Project, region: str, card: str) -> Path:
    """Where a region's file speaks of a card: under ``change``, or where it adds it."""
    node = project.sources.regions[region]
    added = node.get("cards", "add") if node else None
    for place, one in enumerate(added.items if added else ()):
        named = one.get("id")
        if named is not None and named.text == card:
            return ("cards", "add", place)
    return ("cards", "change", card)
