"""The pages of a kind from its file: its sides, in each format, with one back or many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samenspel.diagnostics import Diagnostic
from samenspel.kinds.changing import changed_sides
from samenspel.kinds.items import Shelf, side_items
from samenspel.model.backs import Backs
from samenspel.model.design import ArtRef, Design, Expression, Item, Part, every_item
from samenspel.model.design.parts.shapes import Panel
from samenspel.model.design.parts.values import ART_NAME
from samenspel.model.kind import Kind
from samenspel.model.places import key_of
from samenspel.saying import say
from samenspel.yaml.nodes import Node

SHARED_BACK, SUIT_BACK = "shared-back", "suit-back"
"""The shared parts that stand on the backs of decks whose cards have the same."""
PAIR, FRONT_ALONE = "pair", "front"
"""What ``alone:`` may say instead of items: both sides become fronts, or the first alone."""

SideNodes = Mapping[str, Node | None]
"""What a kind's file says under ``front``, ``back`` and ``alone``."""


@dataclass(frozen=True, eq=False)
class Faces:
    """The pages of one format."""

    own: Design
    """The card with two sides of its own."""
    fronts: tuple[tuple[Item, ...], ...]
    """The fronts of the cards that it becomes where the back is not its own."""


@dataclass(frozen=True, eq=False)
class Sides:
    """A kind's pages as its file says them, for one format and another."""

    kind: Kind
    nodes: SideNodes
    formats: Mapping[str, Node]
    faces: Mapping[str, Faces]
    """By format; under the empty name those of all others."""
    backs: Mapping[Backs, tuple[Item, ...]]
    """The backs that are not a card's own."""

    def printed(self, format_name: str, backs: Backs = "own") -> tuple[Design, ...]:
        """The cards that one card is printed as in a format: one, or a pair for a shared back."""
        faces = self.faces.get(format_name) or self.faces[""]
        if backs == "own" or self.kind.pages_of:
            return (faces.own,)
        return tuple(Design(front, self.backs[backs]) for front in faces.fronts)

    def art(self, backs: Backs = "own") -> frozenset[str]:
        """The files below ``assets/`` that the pages themselves name."""
        return frozenset(name for part in self._parts(backs) for name in _art(part))

    def shapes(self, backs: Backs = "own") -> frozenset[str]:
        """Those of them that panels are cut by."""
        shapes = (part.shape for part in self._parts(backs) if isinstance(part, Panel))
        return frozenset(shape.file for shape in shapes if isinstance(shape, ArtRef))

    def _parts(self, backs: Backs) -> Iterator[Part]:
        for name in self.faces:
            for one in self.printed(name, backs):
                for side in (one.front, one.back):
                    yield from (item.part for item in every_item(side))

    def changed(self, layout: Node, shelf: Shelf, problems: list[Diagnostic]) -> Sides | None:
        """The pages with what one card changes under ``layout:``."""
        nodes = changed_sides(self.nodes, layout, problems)
        return sides_of(self.kind, nodes, self.formats, shelf, problems)


def sides_of(
    kind: Kind,
    nodes: SideNodes,
    formats: Mapping[str, Node],
    shelf: Shelf,
    problems: list[Diagnostic],
) -> Sides | None:
    """The pages that these nodes say, in each format that changes some of them."""
    before = len(problems)
    faces = {"": _faces(kind, nodes, shelf, problems)}
    for name, said in formats.items():
        if len(problems) > before:
            break  # each mistake once
        faces[name] = _faces(kind, changed_sides(nodes, said, problems), shelf, problems)
    if len(problems) > before:
        return None
    shared = _back(kind, SHARED_BACK, shelf, problems)
    suit = _back(kind, SUIT_BACK, shelf, problems) if kind.colour else shared
    backs: dict[Backs, tuple[Item, ...]] = {"shared": shared, "suit": suit}
    return None if len(problems) > before else Sides(kind, nodes, formats, faces, backs)


def _faces(kind: Kind, nodes: SideNodes, shelf: Shelf, problems: list[Diagnostic]) -> Faces:
    flows: set[str] = set()  # a text may run on from the front to the back
    front, back = nodes["front"], nodes["back"]
    assert front is not None  # a kind without one is refused
    first = side_items(kind, front, shelf, problems, flows)
    if back is None:  # of what is a page, and no card
        return Faces(Design(first, ()), (first,))
    own = Design(first, side_items(kind, back, shelf, problems, flows))
    alone = nodes.get("alone")
    said = alone.text if alone is not None else ""
    if alone is None or alone.value is None:  # a back that a kind shares gives nothing away
        said = FRONT_ALONE if back.text else PAIR
    if said == PAIR:
        return Faces(own, (own.front, own.back))
    if said == FRONT_ALONE:
        return Faces(own, (own.front,))
    assert alone is not None
    if said:
        message = say(
            '"{said}" does not say what stands on a card whose back tells nothing', said=said
        )
        problems.append(
            Diagnostic("design-value", message, alone.location, key_of(alone.path),
                       "write pair, front, or a list of items")
        )  # fmt: skip
        return Faces(own, (own.front,))
    return Faces(own, (side_items(kind, alone, shelf, problems, set()),))


def _back(kind: Kind, name: str, shelf: Shelf, problems: list[Diagnostic]) -> tuple[Item, ...]:
    """The items of a back that cards share, as they read on this kind's cards."""
    place = kind.place
    assert place is not None  # every kind comes from a file
    return side_items(kind, Node(name, place, ("back",)), shelf, problems, set())


def _art(part: Part) -> Iterator[str]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ArtRef) and one.file:
                yield one.file
            elif isinstance(one, Expression):
                yield from (text for text in one.texts if ART_NAME.fullmatch(text))
