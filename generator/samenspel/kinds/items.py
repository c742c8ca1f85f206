"""The items of one side: each with its part, its place, and when it stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.kinds.changing import USE
from samenspel.kinds.texts import with_texts
from samenspel.kinds.uses import Uses
from samenspel.model.design import PARTS, Expression, Item, Part
from samenspel.model.design.expressions import ExpressionError, expression
from samenspel.model.design.items import TURNS, PlacingFile, placing_of
from samenspel.model.design.parts import NESTED
from samenspel.model.design.parts.areas import Columns, Grid, Group, Rows
from samenspel.model.design.parts.texts import Sections, Stack
from samenspel.model.kind import Kind
from samenspel.model.places import key_of
from samenspel.saying import say
from samenspel.yaml.nodes import Node
from samenspel.yaml.validation import check

PLACING = tuple(field.alias or name for name, field in PlacingFile.model_fields.items())

SPLITTING = ("rows", "columns")
"""The parts whose keys are names of areas."""

INNER_AREAS: Mapping[type[Part], tuple[str, ...]] = {
    Grid: ("cell",),
    Sections: ("cell", "texts", "head"),
}
"""The areas that the items of a part know, anew for each of its list."""

DEEPEST = 4
"""Shared parts do not use each other further down; one that uses itself stops there."""


TURNLESS = "turn what stands on the whole side by items of its own, and shared sizes not at all"


class Shelf(Protocol):
    """Where shared parts are found."""

    def shared(self, node: Node) -> Node | None:
        """The items of the shared part that a node names; one that is not there is reported."""


def side_items(
    kind: Kind, node: Node, shelf: Shelf, problems: list[Diagnostic], flows: set[str]
) -> tuple[Item, ...]:
    """The items of a side: a list, or the name of a shared part.

    ``flows`` are the stacks of the whole card whose text may go on elsewhere; this side adds its
    own.
    """
    return _Reader(Uses(kind, problems, flows), shelf).side(node)


class _Reader:
    """Reads the items of one side."""

    def __init__(self, uses: Uses, shelf: Shelf) -> None:
        self.uses, self.shelf = uses, shelf
        self.depth = 0

    def side(self, node: Node) -> tuple[Item, ...]:
        names = self.uses.names
        if node.text:
            shared = self.shelf.shared(node)
            return self.items(shared, names) if shared else ()
        if not isinstance(node.value, tuple):
            self.uses.say("list-expected", "a list of items is asked for", node,
                          "begin each item on a line of its own with “- ”")  # fmt: skip
            return ()
        return self.items(node, names)

    def items(self, node: Node, names: set[str]) -> tuple[Item, ...]:
        made: list[Item] = []
        for one in node.items:
            item = self._item(one, names)
            if item is None:
                self._expect(one)
            else:
                made.append(item)
        return tuple(made)

    def _expect(self, node: Node) -> None:
        """The names that an item with a mistake would have given: each mistake is reported once."""
        said = node.get("id")
        named = {said.text} if said is not None and said.text else set()
        self.uses.flows |= named
        for part in SPLITTING:
            split = node.get(part)
            if split is not None:
                named |= set((split.get("areas") or split).entries)
        self.uses.areas |= named

    def _item(self, node: Node, names: set[str]) -> Item | None:
        name = self._part_name(node)
        if name is None:
            return None
        said, uses = node.entries[name], self.uses
        beside = {key: one for key, one in node.entries.items() if key != name}
        placing = check(PlacingFile, _placing(node, beside, name), uses.problems)
        if placing is None:
            return None
        each = uses.loop(node, placing.each, names)
        known = names | ({each.name} if each else set())
        uses.check_names(node, (placing.when,), names)
        part, items, lets = self._part(name, said, beside, node, known)
        if part is None:
            return None
        place = placing_of(placing)
        uses.check_lengths(node, place.inside, place.lengths, known)
        if placing.turn and not _may_turn(part):
            uses.say("design-value", say("this {name} cannot be turned", name=name), node, TURNLESS)
        if placing.id:
            uses.areas.add(placing.id)
        if isinstance(part, Rows):
            uses.areas |= set(part.areas)
        if isinstance(part, Stack) and part.runs_on:
            uses.flows.add(placing.id or "")
        return Item(
            part=part,
            placing=place,
            id=placing.id or "",
            when=placing.when,
            loop=each,
            only=tuple(placing.only or ()),
            turn=TURNS[placing.turn],
            items=items,
            lets=lets,
            place=node.location,
            key=key_of(node.path),
        )

    def _part_name(self, node: Node) -> str | None:
        """The one part that an item names; what is wrong with it is reported."""
        parts = [key for key in node.entries if key in PARTS or key == USE]
        if len(parts) == 1:
            return parts[0]
        every = (*PARTS, USE)
        unknown = [key for key in node.entries if key not in (*every, *PLACING)]
        named = unknown[0] if unknown else next(iter(node.entries), node.text)
        message = "an item names one part" if parts else say('"{named}" is not a part', named=named)
        bare = not parts and named in every
        remedy = (
            say("write what it shows: - {named}: …", named=named)
            if bare
            else near_match(named, every)
        )
        message = say('"{named}" says nothing', named=named) if bare else message
        self.uses.say("design-part-unknown", message, node, remedy)
        return None

    def _part(
        self, name: str, said: Node, beside: Mapping[str, Node], node: Node, names: set[str]
    ) -> tuple[Part | None, tuple[Item, ...], dict[str, Expression]]:
        if name == USE:
            return self._shared(said, beside.get("with"), names)
        model = PARTS[name]
        aliases = {field.alias or key for key, field in model.model_fields.items()}
        own = {key: one for key, one in beside.items() if key in aliases and key not in PLACING}
        whole = _whole(model, said, name)
        nested = beside.get("items") or (whole.get("items") if name in NESTED else None)
        if name in NESTED and isinstance(said.value, tuple):
            nested, whole = said, replace(said, value={}, keys={})
        merged = replace(whole.without("items"), value={**whole.without("items").entries, **own},
                         keys={**node.keys, **whole.keys})  # fmt: skip
        part = check(model, merged, self.uses.problems)
        if part is None:
            return None, (), {}
        inner = set(names)
        if isinstance(part, (Grid, Sections)):
            each = self.uses.loop(node, part.each, names)
            inner |= {each.name} if each else set()
        part = with_texts(self.uses, part, merged, inner)
        self.uses.check_part(node, part, inner)
        if name not in NESTED:
            return part, (), {}
        return part, self._nested(part, nested, node, inner), {}

    def _nested(
        self, part: Part, nested: Node | None, node: Node, names: set[str]
    ) -> tuple[Item, ...]:
        """The items in a part."""
        if nested is None:
            if not isinstance(part, Sections):
                self.uses.say("field-missing", 'the key "items" is missing', node,
                              "list what is in it")  # fmt: skip
            return ()
        self.uses.areas |= set(INNER_AREAS.get(type(part), ()))
        return self.items(nested, names)

    def _shared(
        self, said: Node, given: Node | None, names: set[str]
    ) -> tuple[Part | None, tuple[Item, ...], dict[str, Expression]]:
        lets: dict[str, Expression] = {}
        for key, one in (given.entries if given else {}).items():
            try:
                lets[key] = expression(one.text)
            except ExpressionError as error:
                self.uses.say("design-value", str(error), one, "write the name of a field")
        self.uses.check_names(said, tuple(lets.values()), names)
        shared = self.shelf.shared(said)
        if shared is None or self.depth > DEEPEST:
            return None, (), {}
        self.uses.turns |= {name: self.uses.field(one.source) for name, one in lets.items()}
        self.depth += 1
        items = self.items(shared, {*names, *lets})
        self.depth -= 1
        return Group(), items, lets


def _may_turn(part: Part) -> bool:
    """False for what covers a side or is a layer over it, and for a stack that others wait for."""
    if getattr(part, "opacity", 1) != 1:
        return False
    if isinstance(part, Stack):
        return part.fit is None and not any(getattr(one, "room", None) for one in part.texts)
    return part.turns


def _placing(node: Node, beside: Mapping[str, Node], name: str) -> Node:
    """The keys beside a part that are no parameters of it."""
    own = PARTS[name].model_fields if name in PARTS else {"with": None}
    keys = {key: one for key, one in beside.items()
            if key in PLACING or (key not in own and key not in ("items", "with"))}  # fmt: skip
    return replace(node, value=keys)


def _whole(model: type[Part], said: Node, name: str) -> Node:
    """A part's keys; a bare value, or a list, is its short parameter."""
    if said.entries and not (model in (Rows, Columns) and "areas" not in said.entries):
        return said
    if said.value in (None, {}) or (name in NESTED and isinstance(said.value, tuple)):
        return replace(said, value={}, keys={})
    return replace(said, value={model.short: said}, keys={}) if model.short else said
