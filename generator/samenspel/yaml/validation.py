"""Nodes against the pydantic types; each of pydantic's complaints becomes one diagnostic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.model.places import key_of
from samenspel.saying import say
from samenspel.yaml.complaints import EMPTY, complaint, expected
from samenspel.yaml.nodes import Node, Path

M = TypeVar("M", bound=BaseModel)


def check(model: type[M], node: Node, problems: list[Diagnostic]) -> M | None:
    """The node as a ``model``, or ``None`` with a diagnostic for each mistake.

    A key without a value counts as a key that is not there.
    """
    try:
        return model.model_validate(_present(node))
    except ValidationError as error:
        problems.extend(_diagnostic(model, node, item) for item in error.errors(include_url=False))
        return None


def without_id(node: Node, problems: list[Diagnostic]) -> Node:
    """The node without ``id``, which only a file's name gives."""
    if "id" in node.entries:
        problems.append(
            Diagnostic(
                "field-unknown",
                "the id comes from the file's name",
                node.key_location("id"),
                key_of((*node.path, "id")),
                "take this line away",
            )
        )
    return node.without("id")


def _present(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {k: _present(v) for k, v in node.value.items() if v.value is not None}
    if isinstance(node.value, tuple):
        return [_present(child) for child in node.value]
    return node.value


def _diagnostic(model: type[BaseModel], node: Node, error: ErrorDetails) -> Diagnostic:
    path: Path = tuple(part for part in error["loc"] if part != "[key]")
    if error["type"] == "missing":
        return _missing(node, path)
    if error["type"] == "extra_forbidden" or "[key]" in error["loc"]:
        return _unknown(model, node, path, error)
    spot = node.nearest(path)
    said = complaint(error, spot)
    return Diagnostic(said.code, said.message, spot.location, key_of(spot.path), said.remedy)


def _missing(node: Node, path: Path) -> Diagnostic:
    parent, name = node.nearest(path[:-1]), str(path[-1])
    key = key_of((*parent.path, name))
    if name in parent.entries:  # after an overlay its own path differs from its parent's
        return _empty(parent.key_location(name), key_of(parent.entries[name].path) or key)
    return Diagnostic(
        "field-missing",
        say('the key "{name}" is missing', name=name),
        parent.location,
        key,
        say("add a line {name}: with its value", name=name),
    )


def _empty(location: Location, key: str) -> Diagnostic:
    return Diagnostic("field-empty", "nothing is filled in", location, key, EMPTY)


def _unknown(model: type[BaseModel], node: Node, path: Path, error: ErrorDetails) -> Diagnostic:
    parent, name = node.nearest(path[:-1]), str(path[-1])
    known = expected(error) or sorted(_fields(model, path[:-1]) - {"id"})
    child = parent.get(name)  # after an overlay its own path differs from its parent's
    return Diagnostic(
        "field-unknown",
        say('"{name}" is not a known key here', name=name),
        parent.key_location(name),
        key_of(child.path if child else (*parent.path, name)),
        near_match(name, known),
    )


def _fields(model: type[BaseModel], path: Path) -> set[str]:
    """The keys that the model at ``path`` below ``model`` knows."""
    at: Any = model
    for part in path:
        at = next((a for m in _models(at) for a in _annotation(m, part)), None)
    return {
        field.alias or name for m in _models(at) for name, field in m.model_fields.items()
    }  # fmt: skip


def _annotation(model: type[BaseModel], part: str | int) -> Iterator[Any]:
    if isinstance(part, int):
        yield model
        return
    for name, field in model.model_fields.items():
        if part in (name, field.alias):
            yield field.annotation


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The models in an annotation, inside lists, dicts, unions and ``Annotated``."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [model for argument in get_args(annotation) for model in _models(argument)]
