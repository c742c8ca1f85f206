"""How a value is written in YAML: plain where that is safe, quoted or folded where it is not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

WIDTH = 110
"""Columns; longer texts are folded over several lines."""

_PLAIN = re.compile(r"[^\W_][^\n]*|[‘’“„(…][^\n]*")
_NOT_PLAIN = re.compile(r":(\s|$)|\s#|[\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\s$")
_IMPLICIT = re.compile(
    r"(?i:true|false|yes|no|on|off|null|y|n)|[-+.]?\d[\d._,:eExX+-]*(T.*)?|\d{4}-\d\d-\d\d.*"
)
"""What other programs read as a truth, a number or a date."""

_FLOW_SIGNS = re.compile(r"[\[\]{},]|:\?")
"""What ends a plain text inside brackets, or what libyaml refuses there."""

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_FOLDABLE = re.compile(r"[^\s]+( [^\s]+)*")


class Bare(str):
    """A number or a day, which stands in YAML without quotes, as people write it there."""


def plain_or_quoted(text: str, *, flow: bool = False) -> str:
    """The text on one line: as it is, or in double quotes."""
    if isinstance(text, Bare):
        return text
    safe = _PLAIN.fullmatch(text) and not _NOT_PLAIN.search(text) and not _IMPLICIT.fullmatch(text)
    return quoted(text) if not safe or (flow and _FLOW_SIGNS.search(text)) else text


def quoted(text: str) -> str:
    """The text in double quotes, with escapes for what a YAML file may not hold as it is."""
    escaped = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04X}", escaped)


def folded(text: str, indent: int, width: int = WIDTH) -> str | None:
    """The text as a ``>-`` block below its key; ``None`` when folding would change it."""
    if not _FOLDABLE.fullmatch(text) or _UNSEEN.search(text) or text.startswith("#"):
        return None
    lines, room = [""], max(40, width - indent)
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if len(longer) > room and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return ">-" + "".join(f"\n{' ' * indent}{line}" for line in lines)


def scalar(text: str, column: int, indent: int) -> str:
    """A text that begins at ``column``: on one line when there is room, else folded."""
    line = plain_or_quoted(text)
    if column + len(line) <= WIDTH + 10:
        return line
    return folded(text, indent) or line


def in_flow(value: Any) -> str:
    """A value on one line, inside brackets or to stand in their place."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{in_flow(k)}: {in_flow(v)}" for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(in_flow(part) for part in value) + "]"
    return "null" if value is None else plain_or_quoted(_text(value), flow=True)


def entry(key: str, value: Any, indent: int) -> str:
    """``key: value`` as a block at ``indent``, without the first line's own indent."""
    name = key if re.fullmatch(r"[\w-]+", key) else quoted(key)
    return f"{name}:{after_key(value, indent + len(name) + 2, indent)}"


def after_key(value: Any, column: int, indent: int) -> str:
    """What follows a key's colon (or a dash) that stands at ``indent``."""
    if isinstance(value, Mapping) and value:
        inner = indent + 2
        return "".join(f"\n{' ' * inner}{entry(k, v, inner)}" for k, v in value.items())
    if isinstance(value, (list, tuple)) and value and not _are_words(value):
        return "".join(f"\n{' ' * (indent + 2)}{line}" for line in items(value, indent + 2))
    if value is None:
        return ""
    if isinstance(value, (Mapping, list, tuple)):
        return " " + in_flow(value)
    return " " + scalar(_text(value), column, indent + 2)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else str(value)


def _are_words(values: list[Any] | tuple[Any, ...]) -> bool:
    """True for a few single words, which stand between brackets: ``[relatie, belangen]``."""
    return all(isinstance(one, str) and one and " " not in one for one in values) and (
        sum(map(len, values)) < 60
    )


def items(values: list[Any] | tuple[Any, ...], indent: int) -> Iterator[str]:
    """Each value as an item of a list whose dashes stand at ``indent``, without that indent."""
    for value in values:
        if isinstance(value, Mapping) and value:
            inner = indent + 2
            parts = [entry(key, part, inner) for key, part in value.items()]
            yield "- " + f"\n{' ' * inner}".join(parts)
        elif isinstance(value, (list, tuple)):
            yield "- " + in_flow(value)
        else:
            yield "-" + after_key(value, indent + 2, indent)
