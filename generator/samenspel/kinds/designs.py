"""The pages of a kind from its file: two sides, in one format and another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic
from samenspel.kinds.changing import changed_sides
from samenspel.kinds.items import Shelf, side_items
from samenspel.model.design import ArtRef, Design, Expression, Part, every_item
from samenspel.model.design.parts.shapes import Panel
from samenspel.model.design.parts.values import ART_NAME
from samenspel.model.kind import Kind
from samenspel.yaml.nodes import Node


@dataclass(frozen=True, eq=False)
class Sides:
    """A kind's pages as its file says them, for one format and another."""

    kind: Kind
    front: Node
    back: Node
    formats: Mapping[str, Node]
    designs: Mapping[str, Design]

    def for_format(self, name: str) -> Design:
        """The pages in a format: those of all formats, with what this one changes."""
        return self.designs.get(name) or self.designs[""]

    @property
    def art(self) -> frozenset[str]:
        """The files below ``assets/`` that the pages themselves name."""
        return frozenset(name for part in self._parts for name in _art(part))

    @property
    def shapes(self) -> frozenset[str]:
        """Those of them that panels are cut by."""
        shapes = (part.shape for part in self._parts if isinstance(part, Panel))
        return frozenset(shape.file for shape in shapes if isinstance(shape, ArtRef))

    @property
    def _parts(self) -> Iterator[Part]:
        for one in self.designs.values():
            yield from (item.part for side in (one.front, one.back) for item in every_item(side))

    def changed(self, layout: Node, shelf: Shelf, problems: list[Diagnostic]) -> Sides | None:
        """The pages with what one card changes under ``layout:``."""
        nodes = changed_sides({"front": self.front, "back": self.back}, layout, problems)
        return sides_of(self.kind, nodes["front"], nodes["back"], self.formats, shelf, problems)


def sides_of(
    kind: Kind,
    front: Node,
    back: Node,
    formats: Mapping[str, Node],
    shelf: Shelf,
    problems: list[Diagnostic],
) -> Sides | None:
    """The pages that these nodes say, in each format that changes some of them."""
    before = len(problems)
    designs = {"": _design(kind, front, back, shelf, problems)}
    for name, said in formats.items():
        if len(problems) > before:
            break  # each mistake once
        new = changed_sides({"front": front, "back": back}, said, problems)
        designs[name] = _design(kind, new["front"], new["back"], shelf, problems)
    return None if len(problems) > before else Sides(kind, front, back, formats, designs)


def _design(
    kind: Kind, front: Node, back: Node, shelf: Shelf, problems: list[Diagnostic]
) -> Design:
    flows: set[str] = set()  # a text may run on from the front to the back
    sides = (side_items(kind, node, shelf, problems, flows) for node in (front, back))
    return Design(*sides)


def _art(part: Part) -> Iterator[str]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ArtRef) and one.file:
                yield one.file
            elif isinstance(one, Expression):
                yield from (text for text in one.texts if ART_NAME.fullmatch(text))
