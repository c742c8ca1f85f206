"""The pages of a kind from its file: items with their parts, their places and their conditions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from pydantic_core import PydanticCustomError

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.model.design import PARTS, ArtRef, Design, Expression, Item, Length, Part, Template
from samenspel.model.design.expressions import ExpressionError, expression
from samenspel.model.design.items import AREAS, TURNS, Loop, PlacingFile, loop, placing_of
from samenspel.model.design.parts import (
    ART_NAME,
    NESTED,
    Columns,
    Grid,
    Group,
    Rows,
    Stack,
    TextEntry,
)
from samenspel.model.kind import Field, Kind
from samenspel.model.places import key_of
from samenspel.yaml.nodes import Node
from samenspel.yaml.validation import check

SIDES = ("front", "back")
PLACING = tuple(field.alias or name for name, field in PlacingFile.model_fields.items())
KNOWN = (
    "n", "total", "card", "deck", "label", "region", "format", "upright", "width", "height",
    "model", "drop", "at", "last", "count",
)  # fmt: skip
"""What expressions know beside the card's own fields."""

LENGTH_NAMES = ("safe", "margin", "width", "height", "bleed")
"""What lengths know beside areas and fields that are numbers."""

USE = "use"


class Shelf(Protocol):
    """Where shared parts are found."""

    def shared(self, node: Node) -> Node | None:
        """The items of the shared part that a node names; one that is not there is reported."""


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
        sides = [side for one in self.designs.values() for side in (one.front, one.back)]
        return frozenset(name for side in sides for item in side for name in _art(item))

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
    return Design(*(_Reader(kind, shelf, problems).side(node) for node in (front, back)))


def changed_sides(
    nodes: Mapping[str, Node], change: Node | None, problems: list[Diagnostic]
) -> dict[str, Node]:
    """Both sides with what ``change:`` says of their items."""
    return {
        side: _changed(node, change.get(side) if change else None, problems)
        for side, node in nodes.items()
    }


def _changed(side: Node, change: Node | None, problems: list[Diagnostic]) -> Node:
    """A side with some items changed or taken away, by their ids or by their parts' names."""
    if change is None or change.value is None or not isinstance(side.value, tuple):
        return side
    if isinstance(change.value, tuple):
        return change
    items = list(side.items)
    for name, over in change.entries.items():
        found = [place for place, item in enumerate(items) if name in _names(item)]
        if len(found) != 1:
            said = "is no item of this side" if not found else "names several items; give them ids"
            known = [one for item in items for one in _names(item)]
            problems.append(
                Diagnostic("design-item-unknown", f'"{name}" {said}', change.key_location(name),
                           key_of((*change.path, name)), near_match(name, known))
            )  # fmt: skip
        elif over.value is None or over.text in ("null", "false"):
            items.pop(found[0])
        else:
            items[found[0]] = _over(items[found[0]], over)
    return replace(side, value=tuple(items))


def _names(item: Node) -> list[str]:
    own = item.get("id")
    return [own.text] if own else [key for key in item.entries if key in (*PARTS, USE)]


def _over(item: Node, over: Node) -> Node:
    """An item with some of its keys replaced; keys of its part go inside the part."""
    entries = dict(item.entries)
    for key, node in over.entries.items():
        below = entries.get(key)
        if key in PARTS and below is not None and below.entries and node.entries:
            node = replace(below, value={**below.entries, **node.entries})
        entries[key] = node
    return replace(item, value=entries, keys={**item.keys, **over.keys})


class _Reader:
    """Reads the items of one side, and keeps which names and areas there are so far."""

    def __init__(self, kind: Kind, shelf: Shelf, problems: list[Diagnostic]) -> None:
        self.kind, self.shelf, self.problems = kind, shelf, problems
        self.areas = set(AREAS)
        self.depth = 0
        self.turns: dict[str, Field | None] = {}
        """What stands for an item of a list in turn, and the field of that list."""

    def side(self, node: Node) -> tuple[Item, ...]:
        names = {*KNOWN, *self.kind.fields}
        if node.text:
            shared = self.shelf.shared(node)
            return self.items(shared, names) if shared else ()
        if not isinstance(node.value, tuple):
            self._say("list-expected", "a list of items is asked for", node,
                      "begin each item on a line of its own with “- ”")  # fmt: skip
            return ()
        return self.items(node, names)

    def items(self, node: Node, names: set[str]) -> tuple[Item, ...]:
        made = [self._item(item, names) for item in node.items]
        return tuple(item for item in made if item is not None)

    def _item(self, node: Node, names: set[str]) -> Item | None:
        parts = [key for key in node.entries if key in PARTS or key == USE]
        if len(parts) != 1:
            every = (*PARTS, USE)
            unknown = [key for key in node.entries if key not in (*every, *PLACING)]
            named = unknown[0] if unknown else next(iter(node.entries), node.text)
            message = "an item names one part" if parts else f'"{named}" is not a part'
            bare = not parts and named in every
            remedy = f"write what it shows: - {named}: …" if bare else near_match(named, every)
            message = f'"{named}" says nothing' if bare else message
            self._say("design-part-unknown", message, node, remedy)
            return None
        name = parts[0]
        said = node.entries[name]
        beside = {key: one for key, one in node.entries.items() if key != name}
        placing = check(PlacingFile, self._placing(node, beside, name), self.problems)
        if placing is None:
            return None
        each = self._loop(node, placing.each, names)
        known = names | ({each.name} if each else set())
        self._names(node, (placing.when,), names)
        part, items, lets = self._part(name, said, beside, node, known)
        if part is None:
            return None
        place = placing_of(placing)
        self._lengths(node, place.inside, place.lengths, known)
        self._used(node, part, known)
        if placing.id:
            self.areas.add(placing.id)
        if isinstance(part, Rows):
            self.areas |= set(part.areas)
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

    def _placing(self, node: Node, beside: Mapping[str, Node], name: str) -> Node:
        """The keys beside a part that are no parameters of it."""
        own = PARTS[name].model_fields if name in PARTS else {"with": None}
        keys = {key: one for key, one in beside.items()
                if key in PLACING or (key not in own and key not in ("items", "with"))}  # fmt: skip
        return replace(node, value=keys)

    def _part(
        self, name: str, said: Node, beside: Mapping[str, Node], node: Node, names: set[str]
    ) -> tuple[Part | None, tuple[Item, ...], dict[str, Expression]]:
        if name == USE:
            return self._shared(said, beside.get("with"), names)
        model = PARTS[name]
        aliases = {field.alias or key for key, field in model.model_fields.items()}
        own = {key: one for key, one in beside.items() if key in aliases and key not in PLACING}
        whole = self._whole(model, said, name)
        nested = beside.get("items") or (whole.get("items") if name in NESTED else None)
        if name in NESTED and isinstance(said.value, tuple):
            nested, whole = said, replace(said, value={}, keys={})
        merged = replace(whole.without("items"), value={**whole.without("items").entries, **own},
                         keys={**node.keys, **whole.keys})  # fmt: skip
        part = check(model, merged, self.problems)
        if part is None:
            return None, (), {}
        part = self._with_texts(part, merged, names)
        if name not in NESTED:
            return part, (), {}
        inner = set(names)
        if isinstance(part, Grid):
            each = self._loop(node, part.each, names)
            inner |= {each.name} if each else set()
            self.areas.add("cell")
        if nested is None:
            self._say("field-missing", 'the key "items" is missing', node, "list what is in it")
            return None, (), {}
        return part, self.items(nested, inner), {}

    def _shared(
        self, said: Node, given: Node | None, names: set[str]
    ) -> tuple[Part | None, tuple[Item, ...], dict[str, Expression]]:
        lets: dict[str, Expression] = {}
        for key, one in (given.entries if given else {}).items():
            try:
                lets[key] = expression(one.text)
            except ExpressionError as error:
                self._say("design-value", str(error), one, "write the name of a field")
        self._names(said, tuple(lets.values()), names)
        shared = self.shelf.shared(said)
        if shared is None or self.depth > 4:  # a shared part that uses itself stops here
            return None, (), {}
        self.turns |= {name: self._field(one.source) for name, one in lets.items()}
        self.depth += 1
        items = self.items(shared, {*names, *lets})
        self.depth -= 1
        return Group(), items, lets

    @staticmethod
    def _whole(model: type[Part], said: Node, name: str) -> Node:
        """A part's keys; a bare value, or a list, is its short parameter."""
        if said.entries and not (model in (Rows, Columns) and "areas" not in said.entries):
            return said
        if said.value in (None, {}) or (name in NESTED and isinstance(said.value, tuple)):
            return replace(said, value={}, keys={})
        return replace(said, value={model.short: said}, keys={}) if model.short else said

    def _with_texts(self, part: Part, node: Node, names: set[str]) -> Part:
        """A stack with each of its entries read."""
        if not isinstance(part, (Stack, TextEntry)):
            return part
        texts = node.get("texts")
        if texts is None or not isinstance(texts.value, tuple):
            return part
        made = [one for item in texts.items if (one := self._entry(item, names)) is not None]
        return part.model_copy(update={"texts": made})

    def _entry(self, node: Node, names: set[str]) -> Part | None:
        whole = node if node.entries else replace(node, value={"text": node}, keys={})
        entry = check(TextEntry, whole, self.problems)
        if entry is None:
            return None
        kinds = [key for key in ("text", "say", "numbered", "bullets", "table", "texts")
                 if getattr(entry, key) is not None]  # fmt: skip
        if len(kinds) != 1:
            self._say("design-value", "a text of a stack is one of text, say, numbered, bullets, "
                      "table and texts", node, "give each its own line")  # fmt: skip
            return None
        each = self._loop(node, entry.each, names)
        known = names | ({each.name} if each else set())
        self._used(node, entry, known)
        return self._with_texts(entry, whole, known)

    def _loop(self, node: Node, said: str | None, names: set[str]) -> Loop | None:
        if said is None:
            return None
        try:
            found = loop(said)
        except PydanticCustomError as error:
            place = node.get("for") or node
            self._say("design-value", error.message(), place, "write it as: way in ways")
            return None
        self._names(node, (found.source,), names)
        self.turns[found.name] = self._field(found.source.source)
        return found

    def _used(self, node: Node, part: Part, names: set[str]) -> None:
        """Every name, area and length that a part uses must be there."""
        values = list(_values(part))
        self._names(node, values, names)
        for reference in _references(part):
            self._parts(node, reference)
        self._lengths(node, "", [one for one in values if isinstance(one, Length)], names)

    def _names(self, node: Node, values: Iterable[Any], names: set[str]) -> None:
        for one in values:
            if not isinstance(one, (Expression, Template)):
                continue
            for name in sorted(one.names - names):
                self._say("design-field-unknown", f'the kind has no field "{name}"', node,
                          near_match(name, names))  # fmt: skip
            self._parts(node, one)

    def _parts(self, node: Node, one: Expression | Template) -> None:
        """What is asked of a choice, a row or a picture must be something that it has."""
        for name, part in sorted(one.attributes):
            field = self._field(name)
            if field and field.parts and part not in field.parts:
                self._say("design-field-unknown", f'"{name}" has no "{part}"', node,
                          near_match(part, field.parts))  # fmt: skip

    def _field(self, name: str) -> Field | None:
        """The field that a name stands for; ``None`` for a name that stands for several things."""
        own = self.kind.fields.get(name)
        return own if name not in self.turns else None if own else self.turns[name]

    def _lengths(self, node: Node, inside: str, lengths: Iterable[Any], names: set[str]) -> None:
        asked = {inside} - {""}
        for one in lengths:
            asked |= one.areas
            for name in sorted(one.names - {*LENGTH_NAMES, *names}):
                self._say("design-area-unknown", f'"{name}" is no length', node,
                          near_match(name, (*LENGTH_NAMES, *self.areas)))  # fmt: skip
        for name in sorted(asked - self.areas):
            self._say("design-area-unknown", f'no area "{name}" was named above', node,
                      near_match(name, self.areas))  # fmt: skip

    def _say(self, code: str, message: str, node: Node, remedy: str) -> None:
        self.problems.append(Diagnostic(code, message, node.location, key_of(node.path), remedy))


def _art(item: Item) -> Iterator[str]:
    for inner in item.items:
        yield from _art(inner)
    for name in type(item.part).model_fields:
        value = getattr(item.part, name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ArtRef) and one.file:
                yield one.file
            elif isinstance(one, Expression):
                yield from (text for text in one.texts if ART_NAME.fullmatch(text))


def _references(part: Part) -> Iterator[Expression]:
    """The expressions that name a colour or a picture."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, list) else [value]:
            found = getattr(one, "base", None) or getattr(one, "expression", None)
            if found is not None:
                yield found


def _values(part: Part) -> Iterator[Any]:
    """The expressions, templates and lengths that a part was given; inks by what they name."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, list) else [value]:
            base = getattr(one, "base", None) or getattr(one, "expression", None)
            if base is None:  # an ink or a picture may be named in the theme; layout reports it
                yield one
