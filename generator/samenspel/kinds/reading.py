"""``kinds/<name>.yaml``: a kind of card, its fields, and its pages."""

from __future__ import annotations

from typing import Any, Protocol

from pydantic import Field as Said

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.kinds.fields import fields_of
from samenspel.model.content import Content, Text
from samenspel.model.kind import ChoiceSet, Field, Kind
from samenspel.yaml.nodes import Node, key_of
from samenspel.yaml.validation import check

REFERRING = ("colour", "number", "stands_for", "touches")
"""The keys of a kind that name one of its fields."""


class KindFile(Content):
    """The keys of a kind's file beside its pages."""

    title: Text = Said(description="Hoe zo’n kaart heet.")
    fields: dict[str, Any] = Said(min_length=1, description="Wat er op een kaart staat.")
    colour: Text | None = Said(default=None, description="Het veld dat de kaart haar kleur geeft.")
    number: Text | None = Said(default=None, description="Het veld waarbinnen kaarten tellen.")
    stands_for: Text | None = Said(
        default=None, description="Het veld met de conditie van het model die deze kaart is."
    )
    touches: Text | None = Said(
        default=None, description="Het veld met de condities van het model waar de kaart bij hoort."
    )
    fills: bool = Said(
        default=False, description="true: om op te schrijven; vult het laatste vel."
    )
    labels: dict[str, Text] = Said(default={}, description="Vaste woorden op de kaart.")


class Shelf(Protocol):
    """Where a kind finds its sets."""

    def named_set(self, node: Node) -> ChoiceSet | None:
        """The set that a node names; one that is not there is reported."""


def kind_of(name: str, node: Node, shelf: Shelf, problems: list[Diagnostic]) -> Kind | None:
    """The kind in a file, or ``None`` with its mistakes among ``problems``."""
    before = len(problems)
    data = check(KindFile, node, problems)
    if data is None:
        return None
    fields = fields_of(node.entries["fields"], shelf.named_set, problems)
    problems.extend(_unknown_fields(node, fields))
    if len(problems) > before:
        return None
    return Kind(
        name=name,
        title=data.title,
        fields=fields,
        place=node.location,
        colour=data.colour or "",
        numbered=data.number or "",
        stands_for=data.stands_for or "",
        touches=data.touches or "",
        fills=data.fills,
        labels=data.labels,
    )


def _unknown_fields(node: Node, fields: dict[str, Field]) -> list[Diagnostic]:
    """Fields that the kind names and does not have, or that are no choices of a set."""
    found = []
    for key in REFERRING:
        said = node.get(key)
        if said is None or said.value is None:
            continue
        known = [one.name for one in fields.values() if one.type == "choice"]
        if said.text not in known:
            message = f'the kind has no field "{said.text}" that chooses from a set'
            found.append(
                Diagnostic("kind-field-unknown", message, said.location, key_of(said.path),
                           near_match(said.text, known))
            )  # fmt: skip
    return found
