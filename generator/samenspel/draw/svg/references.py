"""Who refers to whom: missing targets, loops, and drawings that unfold without end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from samenspel.draw.svg.reading import MAX_DEPTH, Mistake, Node
from samenspel.model.art import PictureArt
from samenspel.saying import say

MAX_UNFOLDED = 200_000
"""Elements that may be painted once every ``use``, pattern and mask is written out."""

LINKING = ("clip-path", "mask", "filter", "fill", "stroke", "marker-start", "marker-mid",
           "marker-end")  # fmt: skip
_URL = re.compile(r"url\(\s*+['\"]?+\s*+#([^'\")\s]++)\s*+['\"]?+\s*+\)", re.IGNORECASE)


def url_target(value: str) -> str | None:
    """The id in ``url(#id)``, or None when the value holds no such reference."""
    match = _URL.search(value)
    return match.group(1) if match else None


def fallback(value: str) -> str:
    """What stands after ``url(#id)``: the paint to use when the target is missing."""
    return _URL.sub("", value).strip()


@dataclass(slots=True)
class References:
    """Elements by id, and the checks on what refers to them.

    ``pictures`` are the embedded pictures that are decoded already, by their ``href``.
    """

    ids: dict[str, Node] = field(default_factory=dict)
    pictures: dict[str, PictureArt] = field(default_factory=dict)
    parents: dict[int, Node] = field(default_factory=dict)
    _sizes: dict[int, tuple[int, int]] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)

    @classmethod
    def in_tree(cls, root: Node) -> References:
        """Collect ids (the first of a name counts) and check all references in the tree.

        Raises Mistake ``svg-missing-reference``, ``svg-reference-loop``, ``svg-too-complex``.
        """
        found = cls()
        for node in root.walk():
            if "id" in node.attributes:
                found.ids.setdefault(node.attributes["id"], node)
            found.parents.update((id(child), node) for child in node.children)
        total, _ = found._size(root)
        if total > MAX_UNFOLDED:
            raise Mistake(
                "svg-too-complex",
                say(
                    "it unfolds to {total} elements; the limit is {max_unfolded}",
                    total=total,
                    max_unfolded=MAX_UNFOLDED,
                ),
                "simplify the drawing",
            )
        return found

    def line_of(self, node: Node) -> list[Node]:
        """The outermost element and those below it, down to the node itself."""
        line = [node]
        while (parent := self.parents.get(id(line[-1]))) is not None:
            line.append(parent)
        return line[::-1]

    def get(self, name: str, node: Node) -> Node:
        """The element with an id; a missing one is a mistake of the node that refers to it."""
        if name not in self.ids:
            raise Mistake(
                "svg-missing-reference",
                say(
                    "<{tag}> refers to #{name}, which is not in the drawing",
                    tag=node.tag,
                    name=name,
                ),
                "restore it, or delete what refers to it",
                node.line,
            )
        return self.ids[name]

    def _size(self, node: Node) -> tuple[int, int]:
        """How many elements a node unfolds to, and how deep."""
        key = id(node)
        if key in self._sizes:
            return self._sizes[key]
        if key in self._busy:
            raise Mistake(
                "svg-reference-loop",
                say("<{tag}> holds itself, through <use> or another reference", tag=node.tag),
                "delete that reference",
                node.line,
            )
        if len(self._busy) > 2 * MAX_DEPTH:
            raise Mistake("svg-too-complex", "its references go too deep", "simplify it", node.line)
        self._busy.add(key)
        sizes = [self._size(child) for child in [*node.children, *self._targets(node)]]
        self._busy.discard(key)
        total = 1 + sum(size for size, _ in sizes), 1 + max((deep for _, deep in sizes), default=0)
        if total[1] > MAX_DEPTH:
            raise Mistake(
                "svg-too-complex",
                say(
                    "its elements and references are nested more than {max_depth} deep",
                    max_depth=MAX_DEPTH,
                ),
                "simplify the drawing",
                node.line,
            )
        self._sizes[key] = total
        return total

    def _targets(self, node: Node) -> list[Node]:
        if " " in node.tag:
            return []
        targets: list[Node] = []
        link = node.attributes.get("href", "").strip()
        if link.startswith("#") and node.tag != "a":
            targets.append(self.get(link[1:], node))
        for name in LINKING:
            value = node.style.get(name, "")
            target = url_target(value) if "url(" in value else None
            if target is None:
                continue
            if name in ("fill", "stroke") and target not in self.ids and fallback(value):
                continue
            targets.append(self.get(target, node))
        return targets
