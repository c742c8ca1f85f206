"""Parts of a drawing's tree: some elements are painted, all others can still be referred to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from samenspel.draw.svg.reading import Node

_PAINTED = frozenset({
    "svg", "g", "a", "switch", "use", "image", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """Elements that follow each other and need pixels; ``alone`` when nothing lies below them."""

    members: tuple[Node, ...]
    alone: bool


class Kept(Enum):
    """What becomes of an element: kept whole, looked into, or only referred to."""

    WHOLE = "whole"
    PARTLY = "partly"
    ASIDE = "aside"


Decision = Callable[[Node], Kept]


def members_only(root: Node, members: Sequence[Node]) -> Decision:
    """Only these elements are painted."""
    wanted = {id(node) for node in members}
    above = _above(root, wanted)

    def decide(node: Node) -> Kept:
        if id(node) in wanted:
            return Kept.WHOLE
        return Kept.PARTLY if id(node) in above else Kept.ASIDE

    return decide


def up_to(root: Node, members: Sequence[Node]) -> Decision:
    """All that is painted up to the last of these elements, in the order of the document."""
    places = {id(node): place for place, node in enumerate(root.walk())}
    last = max(members, key=lambda node: places[id(node)])
    above = _above(root, {id(last)})

    def decide(node: Node) -> Kept:
        if id(node) in above:
            return Kept.PARTLY
        return Kept.WHOLE if places[id(node)] <= places[id(last)] else Kept.ASIDE

    return decide


def pruned(root: Node, decide: Decision) -> Node:
    """A copy of the tree in which only what is decided on is painted."""
    if decide(root) is Kept.WHOLE:
        return root
    children: list[Node] = []
    own = [child for child in root.children if " " not in child.tag]
    for child in own[:1] if root.tag == "switch" else root.children:
        kept = decide(child) if child.tag in _PAINTED else Kept.WHOLE
        if kept is Kept.ASIDE:
            children.append(Node("defs", {}, child.line, [child]))
        else:
            children.append(child if kept is Kept.WHOLE else pruned(child, decide))
    return replace(root, tag="g" if root.tag == "switch" else root.tag, children=children)


def _above(root: Node, wanted: set[int]) -> set[int]:
    """The elements that hold one of the wanted ones."""
    found: set[int] = set()
    stack: list[tuple[Node, tuple[int, ...]]] = [(root, ())]
    while stack:
        node, path = stack.pop()
        if id(node) in wanted:
            found.update(path)
        stack.extend((child, (*path, id(node))) for child in node.children)
    return found
