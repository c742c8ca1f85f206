"""What goes out of a YAML text or comes into one of its lists; every other byte stays as it is.

Whole lines go and come where a list or mapping stands in lines of its own. Between brackets, and
where an entry shares its line with a dash, what holds it is written anew.
"""

from __future__ import annotations

from typing import Any

from samenspel.yaml.editing import compose, descend, plain_of, put, span
from samenspel.yaml.nodes import Path
from samenspel.yaml.scalars import items


def removed(text: str, path: Path) -> str:
    """The YAML text without the value at ``path``, and without what then holds nothing.

    Raises ValueError when there is no such value, or (a bug) when more would go.
    """
    before = plain_of(text)
    while len(path) > 1 and len(_at(before, path[:-1])) == 1:
        path = path[:-1]
    said = _without(before, path)
    lines = _lines_of(text, path)
    if lines is None:
        return put(text, path[:-1], _at(said, path[:-1]))
    after = text[: lines[0]] + text[lines[1] :]
    if plain_of(after) != said:
        raise ValueError(f"more than {path} would go")
    return after


def inserted(text: str, path: Path, place: int, value: Any) -> str:
    """The YAML text with one more item in the list at ``path``, before the item ``place``.

    A list that is not there is made. Raises ValueError (a bug) when more would change.
    """
    held = _found(plain_of(text), path)
    now = list(held) if isinstance(held, list) else []
    whole = [*now[:place], value, *now[place:]]
    root = compose(text)
    node = descend(root, path)[0] if root is not None and now else None
    if node is None or node.flow_style:
        return put(text, path, whole)
    near = _lines_of(text, (*path, min(place, len(now) - 1)))
    if near is None:
        return put(text, path, whole)
    indent = _dash(text, node.value[0]) - _line_start(text, _dash(text, node.value[0]))
    new = "".join(f"{' ' * indent}{line}\n" for line in items([value], indent))
    head = text if text.endswith("\n") else text + "\n"
    at = near[0] if place < len(now) else near[1] + (len(head) > len(text))
    after = head[:at] + (new.replace("\n", "\r\n") if "\r\n" in text else new) + head[at:]
    if plain_of(after) != plain_of(put(text, path, whole)):
        raise ValueError(f"an item in {path} would change more than it should")
    return after


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part if isinstance(data, list) else str(part)]
    return data


def _found(data: Any, path: Path) -> Any:
    try:
        return _at(data, path)
    except (KeyError, IndexError, TypeError):
        return None


def _without(data: Any, path: Path) -> Any:
    """Plain data without one value in it."""
    try:
        first, *rest = path
        if isinstance(data, list):
            place = int(first)
            inner = [_without(data[place], tuple(rest))] if rest else []
            return [*data[:place], *inner, *data[place + 1 :]]
        if rest:
            return {**data, str(first): _without(data[str(first)], tuple(rest))}
        gone = {str(first): data[str(first)]}
        return {key: value for key, value in data.items() if key not in gone}
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError(f"there is nothing at {path}") from error


def _lines_of(text: str, path: Path) -> tuple[int, int] | None:
    """From where up to where a value's own lines stand; ``None`` where it has none of its own."""
    root = compose(text)
    holder, _, depth = descend(root, path[:-1])
    node, key, reached = descend(root, path)
    if depth != len(path) - 1 or reached != len(path) or holder.flow_style:
        return None
    in_list = isinstance(path[-1], int)
    start = _dash(text, node) if in_list else key.start_mark.index
    named = start + 1 if in_list else text.index(":", key.end_mark.index) + 1
    end = max(span(text, node).end, named)
    first, newline = _line_start(text, start), text.find("\n", end)
    last = len(text) if newline < 0 else newline + 1
    behind = text[end:last].strip()
    alone = not text[first:start].strip() and (not behind or behind.startswith("#"))
    return (first, last) if alone else None


def _dash(text: str, node: Any) -> int:
    """Where the dash of a list's item stands."""
    return len(text[: node.start_mark.index].rstrip()) - 1


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1
