"""What each of pydantic's complaints becomes: a code, a message and a remedy."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from pydantic_core import ErrorDetails

from samenspel.diagnostics import near_match
from samenspel.saying import counted, listed, say
from samenspel.yaml.nodes import Node

EMPTY = "write a value (one that begins with # needs quotes)"
QUOTES = "put the text in double quotes; a colon with a space after it makes a key"


class Complaint(NamedTuple):
    """What is wrong with a value."""

    code: str
    """Of the message."""
    message: str
    """What is wrong."""
    remedy: str
    """What to do."""


def expected(error: ErrorDetails) -> list[str]:
    """The keys or choices that pydantic names in its own words."""
    return re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))


def complaint(error: ErrorDetails, spot: Node) -> Complaint:
    """The message for an error whose value stands at ``spot``."""
    if spot.value is None or (error["type"] == "string_too_short"):
        return Complaint("field-empty", "nothing is filled in", EMPTY)
    if error["type"] in _COLOURS:
        return Complaint("colour-form", *_COLOURS[error["type"]](error))
    if error["type"] == "design_value":
        remedy = "put it in quotation marks when it holds a comma"
        return Complaint("design-value", error["ctx"]["why"], error["ctx"].get("remedy") or remedy)
    for start, words in _WORDS.items():
        if error["type"].startswith(start):
            return words(error, spot)
    return Complaint(
        "field-invalid", error["msg"].lower(), "compare it with the same key elsewhere"
    )


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


def _text(_: ErrorDetails, spot: Node) -> Complaint:
    if spot.entries:
        first = next(iter(spot.entries))
        return Complaint(
            "text-expected",
            say('a text is asked for, but "{first}:" reads as a key', first=first),
            QUOTES,
        )
    return Complaint(
        "text-expected", "one text is asked for, not a list", "take the dashes or brackets away"
    )


def _list(_: ErrorDetails, __: Node) -> Complaint:
    return Complaint(
        "list-expected", "a list is asked for", 'begin each item on a line of its own with "- "'
    )


def _mapping(_: ErrorDetails, __: Node) -> Complaint:
    return Complaint(
        "mapping-expected", "keys with values are asked for", "indent lines of key: value below"
    )


def _length(error: ErrorDetails, _: Node) -> Complaint:
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
    return Complaint("list-length", message, "add what is missing" if few else "take some away")


def _choice(error: ErrorDetails, spot: Node) -> Complaint:
    shown = f'"{spot.text}"' if spot.text else "this"
    return Complaint(
        "value-unknown",
        say("{shown} is not one of the choices", shown=shown),
        near_match(spot.text, expected(error)),
    )


def _number(error: ErrorDetails, spot: Node) -> Complaint:
    whole = error["type"].startswith("int")
    remedy = "write digits only, as in 4870" if whole else "write it with a point, as in 12.5"
    if not whole and spot.text.strip().endswith("%"):
        remedy = say("write it without a sign: {number}", number=spot.text.strip().rstrip("% "))
    return Complaint(
        "number-expected",
        say("{shown} is not a whole number", shown=_shown(spot))
        if whole
        else say("{shown} is not a number", shown=_shown(spot)),
        remedy,
    )


def _range(error: ErrorDetails, spot: Node) -> Complaint:
    signs = {"ge": "at least", "gt": "more than", "le": "at most", "lt": "less than"}
    bounds = [
        say("{sign} {number:g}", sign=signs[key], number=value)
        for key, value in error.get("ctx", {}).items()
        if key in signs
    ]
    return Complaint(
        "number-range",
        say("{shown} must be {bounds}", shown=_shown(spot), bounds=listed(bounds, say(" and "))),
        "change the number",
    )


def _date(_: ErrorDetails, spot: Node) -> Complaint:
    return Complaint(
        "date-expected",
        say("{shown} is not a date", shown=_shown(spot)),
        "write year, month and day: 2026-10-01",
    )


def _yes_no(_: ErrorDetails, spot: Node) -> Complaint:
    return Complaint(
        "yes-or-no-expected",
        say("{shown} is neither true nor false", shown=_shown(spot)),
        "write true or false",
    )


def _pattern(error: ErrorDetails, spot: Node) -> Complaint:
    pattern = error["ctx"]["pattern"] if "ctx" in error else ""
    remedy = _AS_IN.get(pattern, "see the schema's example")
    if pattern == _FILE_NAME:
        name = re.split(r"[/\\]", spot.text)[-1]
        remedy = say("name the file alone, without its folder: {name}", name=name)
    if words := _CHOICES.findall(pattern):
        remedy = near_match(spot.text, words)
    return Complaint(
        "value-form", say("{shown} is not written as it should be", shown=_shown(spot)), remedy
    )


_FILE_NAME = r"^[^/\\]+$"
"""What a key with the name of a file in one folder takes."""
_CHOICES = re.compile(r"(?<=[(|])[A-Za-z0-9]{2,}(?=[|)])")
_AS_IN = {r"^\d{1,4}(-\d{1,4})?$": "write a number, or two with a dash: 3 or 1-4"}


def _shown(spot: Node) -> str:
    return f'"{spot.text}"' if spot.text else "this"


_WORDS: dict[str, Callable[[ErrorDetails, Node], Complaint]] = {
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
