"""Edits in a YAML text that leave every other byte as it is.

The places of keys and values come from libyaml's own marks; only the edited value is written anew,
in the style that it had where its text allows that. So comments, order, quotes and the folding of
lines stay what their maker made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from samenspel.yaml.nodes import Path
from samenspel.yaml.scalars import WIDTH, Bare, after_key, entry, folded, in_flow, quoted, scalar

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Edit:
    """One value of a file: ``path`` from its root, and what comes there.

    ``value`` is a text, or a list of texts. Mappings that are missing on the way are made. What of
    ``wholes`` (paths and values) is not in the file yet is put there first: so one text of a list
    can be changed that so far came from elsewhere.
    """

    path: Path
    value: str | list[str]
    wholes: tuple[tuple[Path, Any], ...] = ()


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The YAML text with all edits done, one after another.

    Raises ValueError (a bug) when the text does not afterwards say what it should.
    """
    for edit in edits:
        for path, value in edit.wholes:
            if value is not None and not _has(text, path):
                text = put(text, path, value)
        text = put(text, edit.path, edit.value)
    return text


def put(text: str, path: Path, value: Any) -> str:
    """The YAML text with one value in it, be it a text, a list or a mapping.

    Raises ValueError (a bug) when the text does not afterwards say what it should.
    """
    eol = "\r\n" if "\r\n" in text else "\n"
    before = plain_of(text)
    after = _spliced(text, path, value).replace("\r\n", "\n").replace("\n", eol)
    if plain_of(after) != _with(before, path, value):
        raise ValueError(f"an edit at {path} would change more than it should")
    return after


def _spliced(text: str, path: Path, value: Any) -> str:
    root = compose(text)
    if root is None:
        return text.rstrip("\n") + ("\n" if text.strip() else "") + _fresh(path, value) + "\n"
    node, key, depth = descend(root, path)
    if depth == len(path):
        return replaced(text, node, key, value)
    for part in reversed(path[depth + 1 :]):
        value = {str(part): value}
    name = path[depth]
    if isinstance(node, yaml.MappingNode):
        return _inserted(text, node, str(name), value)
    return replaced(text, node, key, {str(name): value})


def _fresh(path: Path, value: Any) -> str:
    for part in reversed(path[1:]):
        value = {str(part): value}
    return entry(str(path[0]), value, 0)


def descend(root: Any, path: Path) -> tuple[Any, Any, int]:
    """The deepest node on the way to ``path``, its key (or list), and how deep that is."""
    node, holder, depth = root, None, 0
    for part in path:
        found = None
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value.strip() == str(part)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            found = (node, node.value[part]) if part < len(node.value) else None
        if found is None:
            break
        holder, node = found
        depth += 1
    return node, holder, depth


def replaced(text: str, node: Any, holder: Any, value: Any) -> str:
    """The text with the value of ``node`` written anew."""
    start, end = span(text, node)
    own = text[start:end]
    indent = _indent_of(holder)
    flow = _in_flow(text, node)
    if isinstance(value, (Mapping, list)):
        inline = flow or own[:1] in ("[", "{")
        if inline and not (isinstance(value, Mapping) and not flow):
            new = in_flow(value)
        else:
            start, new = _key_end(text, holder, node), after_key(value, 0, indent)
    elif flow or isinstance(value, Bare):
        new = in_flow(value)
    elif own.startswith((">", "|")) and (block := folded(value, _block_indent(text, node, indent))):
        new = block
    elif own.startswith('"') and node.start_mark.column + len(line := quoted(value)) <= WIDTH + 10:
        new = line
    else:
        new = scalar(value, node.start_mark.column, indent + 2)
    if start == end and not new.startswith((" ", "\n")):
        new = " " + new
    return text[:start] + new + text[end:]


def _inserted(text: str, mapping: Any, name: str, value: Any) -> str:
    """The text with a new key at the end of a mapping."""
    if mapping.flow_style:
        inner = f"{in_flow(name)}: {in_flow(value)}"
        close = mapping.end_mark.index - 1
        glue = ", " if mapping.value else ""
        head = text[:close].rstrip()
        return head + glue + inner + text[len(head) : close].rstrip(" ") + text[close:]
    indent = mapping.value[0][0].start_mark.column
    last_key, last = mapping.value[-1]
    end = max(span(text, last).end, last_key.end_mark.index)
    line = text.find("\n", end)
    place = len(text) if line < 0 else line
    if text[place - 1 : place] == "\r":
        place -= 1
    return f"{text[:place]}\n{' ' * indent}{entry(name, value, indent)}{text[place:]}"


class Span(NamedTuple):
    """From one place in a text up to another."""

    start: int
    end: int


def span(text: str, node: Any) -> Span:
    """Where a value stands; the blank lines and comments after it are not its own."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        return Span(start, max(start, len(text[:end].rstrip())))
    last = node.value[-1] if node.value else None
    if last is None:
        return Span(start, start)
    if isinstance(last, tuple):
        key, value = last
        return Span(start, max(span(text, value).end, _colon(text, key.end_mark.index)))
    return Span(start, max(start, span(text, last).end))


def _colon(text: str, end: int) -> int:
    """Behind the colon of the key that ends at ``end``."""
    return text.index(":", end) + 1


def _key_end(text: str, holder: Any, node: Any) -> int:
    """Where a value may begin: behind its key's colon, or behind its dash."""
    if isinstance(holder, yaml.ScalarNode):
        return _colon(text, holder.end_mark.index)
    return len(text[: node.start_mark.index].rstrip(" "))


def _indent_of(holder: Any) -> int:
    """The column of the key, or of the dash, that a value belongs to."""
    return 0 if holder is None else int(holder.start_mark.column)


def _block_indent(text: str, node: Any, indent: int) -> int:
    """The indent of a block's lines as it is, at least two columns more than its key."""
    found = re.search(r"\n+( +)\S", text[node.start_mark.index : node.end_mark.index])
    return len(found[1]) if found else indent + 2


def _in_flow(text: str, node: Any) -> bool:
    """True for a value inside brackets or braces."""
    root = compose(text)
    place = node.start_mark.index
    return any(
        one.flow_style and one.start_mark.index < place < one.end_mark.index
        for one in _collections(root)
    )


def _collections(node: Any) -> Iterable[Any]:
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, child in node.value:
            yield from _collections(child)
    elif isinstance(node, yaml.SequenceNode):
        yield node
        for child in node.value:
            yield from _collections(child)


def compose(text: str) -> Any:
    """The root of a YAML text, with the places of all that is in it; ``None`` for nothing."""
    return yaml.compose(text, Loader=_LOADER)


def plain_of(text: str) -> Any:
    """What a YAML text says, with every scalar as text, as samenspel reads it."""
    root = compose(text)
    return {} if root is None else _plain(root)


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value.strip(): _plain(child) for key, child in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child) for child in node.value]
    empty = not node.style and node.value.strip() in ("", "~", "null")
    return None if empty else node.value.strip()


def _has(text: str, path: Path) -> bool:
    found = plain_of(text)
    for part in path:
        try:
            found = found[int(part)] if isinstance(found, list) else found[str(part)]
        except (KeyError, IndexError, TypeError, ValueError):
            return False
    return found is not None


def _with(data: Any, path: Path, value: Any) -> Any:
    """Plain data with one value replaced."""
    if not path:
        return _stripped(value)
    part = path[0]
    if isinstance(data, list) and isinstance(part, int):
        return [*data[:part], _with(data[part], path[1:], value), *data[part + 1 :]]
    inner = data if isinstance(data, dict) else {}
    return {**inner, str(part): _with(inner.get(str(part)), path[1:], value)}


def _stripped(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _stripped(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_stripped(part) for part in value]
    return None if value is None else str(value).strip()

