"""Nodes against the pydantic types; each of pydantic's complaints becomes one diagnostic."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from samenspel.diagnostics import Diagnostic, Location, near_match
from samenspel.model.places import key_of
from samenspel.saying import counted, listed, say
from samenspel.yaml.nodes import Node, Path

M = TypeVar("M", bound=BaseModel)

EMPTY = "write a value (one that begins with # needs quotes)"
QUOTES = "put the text in double quotes; a colon with a space after it makes a key"


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
    code, message, remedy = _words(error, spot)
    return Diagnostic(code, message, spot.location, key_of(spot.path), remedy)


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
    known = _expected(error) or sorted(_fields(model, path[:-1]) - {"id"})
    child = parent.get(name)  # after an overlay its own path differs from its parent's
    return Diagnostic(
        "field-unknown",
        say('"{name}" is not a known key here', name=name),
        parent.key_location(name),
        key_of(child.path if child else (*parent.path, name)),
        near_match(name, known),
    )


def _expected(error: ErrorDetails) -> list[str]:
    return re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))


def _words(error: ErrorDetails, spot: Node) -> tuple[str, str, str]:
    """Code, message and remedy for an error whose value stands at ``spot``."""
    if spot.value is None or (error["type"] == "string_too_short"):
        return "field-empty", "nothing is filled in", EMPTY
    if error["type"] in _COLOURS:
        return "colour-form", *_COLOURS[error["type"]](error)
    if error["type"] == "design_value":
        remedy = "put it in quotation marks when it holds a comma"
        return "design-value", error["ctx"]["why"], error["ctx"].get("remedy") or remedy
    for start, words in _WORDS.items():
        if error["type"].startswith(start):
            return words(error, spot)
    return "field-invalid", error["msg"].lower(), "compare it with the same key elsewhere"


_COLOUR = 'write cyan, magenta, yellow and black in percents, as in [0, 72, 68, 2], or "#e4572e"'
_FANS = re.compile(r"(?i)\b(pantone|pms|ral|hks|ncs|tpx)\b")
"""Collections of colours that are no mixture of the four inks."""


def _as_colour(text: str) -> str:
    """How a colour that was written in another way is written here."""
    if _FANS.search(text):
        return "a colour of a fan is no mixture of inks: ask for its percents, as in [0, 72, 68, 2]"
    numbers = re.findall(r"\d+(?:\.\d+)?", text)
    if len(numbers) == 4 and not re.match(r"(?i)\s*(rgba|hsla|#)", text):
        return say("write {percents}", percents=f"[{', '.join(numbers)}]")
    return _COLOUR


_COLOURS: dict[str, Callable[[ErrorDetails], tuple[str, str]]] = {
    "colour_wrong": lambda error: (
        say('"{text}" is no colour', text=error["ctx"]["text"]),
        _as_colour(error["ctx"]["text"]),
    ),
    "colour_shares": lambda error: (
        say(
            "the four numbers lie between 0 and 1; percents are asked for, from 0 to 100: "
            "{percents}",
            percents=error["ctx"]["percents"],
        ),
        say("write {percents}", percents=error["ctx"]["percents"]),
    ),
    "colour_rgb": lambda error: (
        "three numbers are the red, green and blue of a screen",
        say('write "{screen}", or four percents of ink', screen=error["ctx"]["screen"]),
    ),
}


def _text(_: ErrorDetails, spot: Node) -> tuple[str, str, str]:
    if spot.entries:
        first = next(iter(spot.entries))
        return (
            "text-expected",
            say('a text is asked for, but "{first}:" reads as a key', first=first),
            QUOTES,
        )
    return "text-expected", "one text is asked for, not a list", "take the dashes or brackets away"


def _list(_: ErrorDetails, __: Node) -> tuple[str, str, str]:
    return "list-expected", "a list is asked for", 'begin each item on a line of its own with "- "'


def _mapping(_: ErrorDetails, __: Node) -> tuple[str, str, str]:
    return "mapping-expected", "keys with values are asked for", "indent lines of key: value below"


def _length(error: ErrorDetails, _: Node) -> tuple[str, str, str]:
    context = error.get("ctx", {})
    least, most, actual = (context.get(k) for k in ("min_length", "max_length", "actual_length"))
    few = error["type"] == "too_short"
    bound = say("at least {least}", least=least) if few else say("at most {most}", most=most)
    message = counted(
        "the list has 1 item, and needs {bound}",
        "the list has {count} items, and needs {bound}",
        count=actual or 0,
        bound=bound,
    )
    return "list-length", message, "add what is missing" if few else "take some away"


def _choice(error: ErrorDetails, spot: Node) -> tuple[str, str, str]:
    shown = f'"{spot.text}"' if spot.text else "this"
    return (
        "value-unknown",
        say("{shown} is not one of the choices", shown=shown),
        near_match(spot.text, _expected(error)),
    )


def _number(error: ErrorDetails, spot: Node) -> tuple[str, str, str]:
    whole = error["type"].startswith("int")
    remedy = "write digits only, as in 4870" if whole else "write it with a point, as in 12.5"
    if not whole and spot.text.strip().endswith("%"):
        remedy = say("write it without a sign: {number}", number=spot.text.strip().rstrip("% "))
    return (
        "number-expected",
        say("{shown} is not a whole number", shown=_shown(spot))
        if whole
        else say("{shown} is not a number", shown=_shown(spot)),
        remedy,
    )


def _range(error: ErrorDetails, spot: Node) -> tuple[str, str, str]:
    signs = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    bounds = [
        say("{sign} {number:g}", sign=signs[key], number=value)
        for key, value in error.get("ctx", {}).items()
        if key in signs
    ]
    return (
        "number-range",
        say("{shown} must be {bounds}", shown=_shown(spot), bounds=listed(bounds, say(" and "))),
        "change the number",
    )


def _date(_: ErrorDetails, spot: Node) -> tuple[str, str, str]:
    return (
        "date-expected",
        say("{shown} is not a date", shown=_shown(spot)),
        "write year, month and day: 2026-10-01",
    )


def _yes_no(_: ErrorDetails, spot: Node) -> tuple[str, str, str]:
    return (
        "yes-or-no-expected",
        say("{shown} is neither true nor false", shown=_shown(spot)),
        "write true or false",
    )


def _pattern(error: ErrorDetails, spot: Node) -> tuple[str, str, str]:
    pattern = error["ctx"]["pattern"] if "ctx" in error else ""
    remedy = _AS_IN.get(pattern, "see the schema's example")
    if pattern == _FILE_NAME:
        name = re.split(r"[/\\]", spot.text)[-1]
        remedy = say("name the file alone, without its folder: {name}", name=name)
    if words := _CHOICES.findall(pattern):
        remedy = near_match(spot.text, words)
    return "value-form", say("{shown} is not written as it should be", shown=_shown(spot)), remedy


_FILE_NAME = r"^[^/\\]+$"
"""What a key with the name of a file in one folder takes."""
_CHOICES = re.compile(r"(?<=[(|])[A-Za-z0-9]{2,}(?=[|)])")
_AS_IN = {r"^\d{1,4}(-\d{1,4})?$": "write a number, or two with a dash: 3 or 1-4"}


def _shown(spot: Node) -> str:
    return f'"{spot.text}"' if spot.text else "this"


_WORDS: dict[str, Callable[[ErrorDetails, Node], tuple[str, str, str]]] = {
    "string_type": _text,
    "string_pattern": _pattern,
    "list_type": _list,
    "tuple_type": _list,
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "too_short": _length,
    "too_long": _length,
    "literal_error": _choice,
    "int_": _number,
    "float_": _number,
    "finite_number": _number,
    "greater_than": _range,
    "less_than": _range,
    "date_": _date,
    "bool_": _yes_no,
}


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
