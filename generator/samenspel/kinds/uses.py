"""What parts use must be there: the kind's fields, areas that were named above, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic_core import PydanticCustomError

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.model.design import Expression, Length, Loop, Part, Template
from samenspel.model.design.items import AREAS, loop
from samenspel.model.kind import Field, Kind
from samenspel.model.places import key_of
from samenspel.saying import say
from samenspel.yaml.nodes import Node

KNOWN = (
    "n", "total", "card", "deck", "label", "region", "format", "upright", "width", "height",
    "model", "reminders", "recto", "drop", "at", "last", "count", "shown",
)  # fmt: skip
"""What expressions know beside the card's own fields."""

LENGTH_NAMES = ("safe", "margin", "width", "height", "bleed")
"""What lengths know beside areas and fields that are numbers."""


class Uses:
    """The names and areas that there are so far on a side, and what is wrong with their use."""

    def __init__(self, kind: Kind, problems: list[Diagnostic], flows: set[str]) -> None:
        self.kind, self.problems = kind, problems
        self.areas = set(AREAS)
        self.flows = flows
        """The stacks whose text may go on elsewhere."""
        self.turns: dict[str, Field | None] = {}
        """What stands for an item of a list in turn, and the field of that list."""

    @property
    def names(self) -> set[str]:
        """What every expression knows."""
        return {*KNOWN, *self.kind.fields}

    def say(self, code: str, message: str, node: Node, remedy: str) -> None:
        """A mistake at a node."""
        self.problems.append(Diagnostic(code, message, node.location, key_of(node.path), remedy))

    def loop(self, node: Node, said: str | None, names: set[str]) -> Loop | None:
        """``way in ways``, whose name stands for an item of the list from now on."""
        if said is None:
            return None
        try:
            found = loop(said)
        except PydanticCustomError as error:
            place, why = node.get("for") or node, (error.context or {})["why"]
            self.say("design-value", why, place, "write it as: way in ways")
            return None
        self.check_names(node, (found.source,), names)
        self.turns[found.name] = self.field(found.source.source)
        return found

    def check_part(self, node: Node, part: Part, names: set[str]) -> None:
        """Every name, area and length that a part uses must be there."""
        values = list(_values(part))
        self.check_names(node, values, names)
        for reference in _references(part):
            self._parts(node, reference)
        self.check_lengths(node, "", [one for one in values if isinstance(one, Length)], names)

    def check_names(self, node: Node, values: Iterable[Any], names: set[str]) -> None:
        """Every name that expressions ask for must be there."""
        for one in values:
            if not isinstance(one, (Expression, Template)):
                continue
            for name in sorted(one.names - names):
                self.say(
                    "design-field-unknown",
                    say('the kind has no field "{name}"', name=name),
                    node,
                    near_match(name, names),
                )
            self._parts(node, one)

    def _parts(self, node: Node, one: Expression | Template) -> None:
        """What is asked of a choice, a row or a picture must be something that it has."""
        for name, part in sorted(one.attributes):
            field = self.field(name)
            if field and field.parts and part not in field.parts:
                self.say(
                    "design-field-unknown",
                    say('"{name}" has no "{part}"', name=name, part=part),
                    node,
                    near_match(part, field.parts),
                )

    def field(self, name: str) -> Field | None:
        """The field that a name stands for; ``None`` for a name that stands for several things."""
        own = self.kind.fields.get(name)
        return own if name not in self.turns else None if own else self.turns[name]

    def check_lengths(
        self, node: Node, inside: str, lengths: Iterable[Length], names: set[str]
    ) -> None:
        """Every area and number that places ask for must be there."""
        asked = {inside} - {""}
        for one in lengths:
            asked |= one.areas
            for name in sorted(one.names - {*LENGTH_NAMES, *names}):
                self.say(
                    "design-area-unknown",
                    say('"{name}" is no length', name=name),
                    node,
                    near_match(name, (*LENGTH_NAMES, *self.areas)),
                )
        for name in sorted(asked - self.areas):
            self.say(
                "design-area-unknown",
                say('no area "{name}" was named above', name=name),
                node,
                near_match(name, self.areas),
            )


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
