"""Located data: what a YAML file says, with the place of every value. Immutable.

All scalars are text: ``no``, ``2026`` and ``2026-10-01`` stay what their maker typed. Validation
turns them into numbers or dates only where a number or a date is asked for. So the traps of YAML's
implicit types do not exist here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from samenspel.diagnostics import Location

Path = tuple[str | int, ...]
"""The place of a value inside a document: keys and positions, counted from 0."""


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a document.

    ``path`` is its place in its own file, also after it was overlaid on another one; ``keys`` says
    where the keys of a mapping stand. ``breaks`` holds, for a text over several source lines, the
    offset in the text at which each of those lines begins (the first is the value's own line).
    """

    value: str | Mapping[str, Node] | tuple[Node, ...] | None
    location: Location
    path: Path = ()
    keys: Mapping[str, Location] = field(default_factory=dict)
    breaks: tuple[int, ...] = ()

    @property
    def entries(self) -> Mapping[str, Node]:
        """The entries of a mapping; of anything else, none."""
        return self.value if isinstance(self.value, Mapping) else {}

    @property
    def items(self) -> tuple[Node, ...]:
        """The items of a list; a single text counts as a list of one."""
        if isinstance(self.value, tuple):
            return self.value
        return (self,) if isinstance(self.value, str) else ()

    @property
    def text(self) -> str:
        """The text of a scalar; of anything else, empty."""
        return self.value if isinstance(self.value, str) else ""

    def get(self, *path: str | int) -> Node | None:
        """The node at ``path`` below this one."""
        node: Node | None = self
        for part in path:
            node = _child(node, part) if node else None
        return node

    def nearest(self, path: Path) -> Node:
        """The node at ``path``, or the deepest one on the way to it."""
        node = self
        for part in path:
            child = _child(node, part)
            if child is None:
                return node
            node = child
        return node

    def key_location(self, key: str) -> Location:
        """Where a key of this mapping stands."""
        return self.keys.get(key, self.location)

    def without(self, *names: str) -> Node:
        """The mapping without some of its keys."""
        return replace(self, value={k: v for k, v in self.entries.items() if k not in names})


def _child(node: Node, part: str | int) -> Node | None:
    if isinstance(part, int) and isinstance(node.value, tuple):
        return node.value[part] if 0 <= part < len(node.value) else None
    return node.entries.get(part) if isinstance(part, str) else None


def plain(node: Node) -> Any:
    """The value as dicts, lists and texts."""
    if isinstance(node.value, Mapping):
        return {key: plain(child) for key, child in node.value.items()}
    if isinstance(node.value, tuple):
        return [plain(child) for child in node.value]
    return node.value


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """All nodes with their paths from ``node``, the whole before its parts."""
    yield path, node
    if isinstance(node.value, Mapping):
        for key, child in node.value.items():
            yield from walk(child, (*path, key))
    elif isinstance(node.value, tuple):
        for index, child in enumerate(node.value):
            yield from walk(child, (*path, index))


def places(node: Node) -> dict[Path, Location]:
    """The location of every value, by its path."""
    return {path: child.location for path, child in walk(node)}


def from_plain(data: Any, location: Location, path: Path = ()) -> Node:
    """Data that no file holds (defaults, tests) as nodes, all at one location."""
    if isinstance(data, Mapping):
        made = {key: from_plain(child, location, (*path, key)) for key, child in data.items()}
        return Node(made, location, path, dict.fromkeys(made, location))
    if isinstance(data, (list, tuple)):
        children = (from_plain(child, location, (*path, i)) for i, child in enumerate(data))
        return Node(tuple(children), location, path)
    return Node(None if data is None else str(data), location, path)
