"""A form for a new card of any kind, made from the fields that the kind declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from samenspel.model.deck import TextPath
from samenspel.model.kind import ChoiceSet, Field, Kind
from samenspel.project import Project
from samenspel.project.reserved import ART_ENDINGS
from samenspel.texts.naming import field_name

MOST = 8
"""Items of a list that a form offers at most."""
OFFERED = 3
"""So many of one that says no most."""
ART_FOLDERS = ("cartoons", "photos", "pictures", "pictograms")
"""Where a project's pictures are looked for, below ``assets/``."""
LONG = frozenset({"text", "question"})


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list."""

    value: str
    name: str


@dataclass(frozen=True, slots=True)
class Input:
    """One value to fill in."""

    name: str
    """In the form: the path of the field."""
    label: str
    about: str
    """What a maker should know of it, in Dutch; empty for nothing."""
    type: str
    """``text``, ``line``, ``number``, ``choice`` or ``link``."""
    needed: bool
    options: Sequence[Option] = ()
    least: float | None = None
    most: float | None = None


def inputs_of(
    kind: Kind, sets: Mapping[str, ChoiceSet], pictures: Sequence[str]
) -> Iterator[Input]:
    """The inputs for a card of a kind, in the order of its fields."""
    for one in kind.fields.values():
        yield from _inputs(one, (one.name,), sets, pictures, not one.optional)


def _inputs(
    field: Field, path: TextPath, sets: Mapping[str, ChoiceSet], pictures: Sequence[str],
    needed: bool,
) -> Iterator[Input]:  # fmt: skip
    if field.count is not None and not isinstance(path[-1], int):
        most = min(MOST, field.count.most or max(OFFERED, field.count.least))
        for place in range(most):
            asked = needed and place < field.count.least
            yield from _inputs(field, (*path, place), sets, pictures, asked)
        return
    if field.type == "rows":
        for column in field.columns.values():
            asked = needed and not column.optional and column.default is None
            yield from _inputs(column, (*path, column.name), sets, pictures, asked)
        return
    about = field.about if not isinstance(path[-1], int) or path[-1] == 0 else ""
    yield replace(
        _single(field, sets, pictures), name=".".join(map(str, path)),
        label=field_name(_counted(path), field), about=about, needed=needed,
    )  # fmt: skip


def _counted(path: TextPath) -> TextPath:
    """The path of a question by the number that people give it, as files do."""
    if path[0] == "questions" and len(path) == 2 and isinstance(path[1], int):
        return path[0], path[1] + 1
    return path


def _single(field: Field, sets: Mapping[str, ChoiceSet], pictures: Sequence[str]) -> Input:
    bare = Input("", "", "", "line", False)
    match field.type:
        case "choice":
            known = sets[field.set].choices if field.set in sets else {}
            options = [Option(one, known[one].name if one in known else one)
                       for one in field.choices]  # fmt: skip
            return replace(bare, type="choice", options=options)
        case "picture":
            named = [Option(one, Path(one).stem.replace("-", " ")) for one in pictures]
            return replace(bare, type="choice", options=named)
        case "number" | "decimal":
            return replace(bare, type="number", least=field.least, most=field.most)
        case "link":
            return replace(bare, type="link")
        case _:
            long = field.type in LONG and field.name not in ("title", "subtitle", "label")
            return replace(bare, type="text" if long else "line")


def values_of(kind: Kind, given: Mapping[str, str]) -> dict[str, Any]:
    """A card's values as a form gave them, without what was left empty."""
    found = {one.name: _value(one, (one.name,), given) for one in kind.fields.values()}
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def _value(field: Field, path: TextPath, given: Mapping[str, str]) -> Any:
    if field.count is not None and not isinstance(path[-1], int):
        found = (_value(field, (*path, place), given) for place in range(MOST))
        return [one for one in found if one not in (None, {})]
    if field.type == "rows":
        row = {name: _value(one, (*path, name), given) for name, one in field.columns.items()}
        return {name: value for name, value in row.items() if value not in (None, [], {})}
    return given.get(".".join(map(str, path)), "").strip() or None


def pictures_of(project: Project) -> list[str]:
    """The pictures that a card may name, by their paths below ``assets/``; the deck's own first."""
    found: dict[str, None] = {}
    roots = (project.root, project.base, project.builtin)
    for folder in (root / "assets" / name for root in roots if root for name in ART_FOLDERS):
        paths = sorted(folder.rglob("*")) if folder.is_dir() else []
        found |= dict.fromkeys(
            path.relative_to(folder.parent).as_posix()
            for path in paths if path.suffix.lower() in ART_ENDINGS
        )  # fmt: skip
    return list(found)
