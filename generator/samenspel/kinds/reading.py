"""``kinds/<name>.yaml``: a kind of card, its fields, and its pages."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, Literal, Protocol

from pydantic import Field as Said
from pydantic import StringConstraints

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.kinds.changing import changed_sides
from samenspel.kinds.designs import sides_of
from samenspel.kinds.fields import fields_of
from samenspel.model.content import Content, Text
from samenspel.model.kind import ChoiceSet, Field, Kind, PagesOf, Runs
from samenspel.model.places import key_of
from samenspel.model.style import TypeSize
from samenspel.saying import say
from samenspel.yaml.nodes import Node
from samenspel.yaml.validation import check

Points = Annotated[float, Said(gt=0, le=400, allow_inf_nan=False)]

DrawingName = Annotated[Text, StringConstraints(pattern=r"^[\w./-]+\.svg$")]

BY = "by "
"""May stand before the field by which cards are numbered."""

REFERRING = ("colour", "number", "stands_for", "touches")
"""The keys of a kind that name one of its fields."""


class RunsFile(Content):
    """``runs:`` of a kind whose cards are pages."""

    over: Literal["model", "reminders"] = Said(description="De condities, of de reminders.")
    most: Annotated[int, Said(ge=1, le=20)] = Said(
        description="Hoeveel er hoogstens op een bladzijde staan."
    )


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
    fills: bool = Said(default=False, description="true: om op te schrijven; vult het laatste vel.")
    pages_of: list[PagesOf] = Said(
        default=[],
        description="Geen kaarten in het dek, maar bladzijden van het boekje (leaflet), de "
        "spelplannen (plans), de afsprakenbladen (agreements), de tafelkaarten (tents) of het "
        "uitdeelblad (handout).",
    )
    runs: RunsFile | None = Said(
        default=None, description="De bladzijde komt zo vaak terug als een lijst nodig heeft."
    )
    labels: dict[str, Text] = Said(default={}, description="Vaste woorden op de kaart.")
    types: dict[str, list[Points]] = Said(
        default={}, description="Eigen rollen van letters: corps, kleinste corps, regelafstand."
    )
    icons: dict[str, DrawingName] = Said(
        default={}, max_length=100, description="Tekeningetjes (.svg) voor in de tekst: <munt>."
    )
    front: Any = Said(default=None, description="De voorkant: onderdelen, van achter naar voor.")
    back: Any = Said(default=None, description="De achterkant, of een gedeelde achterkant.")
    alone: Any = Said(
        default=None,
        description="De voorkant als alle kaarten één achterkant delen: onderdelen, front voor de "
        "voorkant alleen, of pair voor voor- en achterkant als twee kaarten.",
    )
    formats: dict[str, Any] = Said(default={}, description="Wat er in een formaat anders is.")
    extends: Text | None = Said(default=None, description="De soort waar deze op voortbouwt.")
    change: dict[str, Any] = Said(default={}, description="Wat er anders is aan die soort.")


BACK_ASKED = "list what stands on that side (or say back: shared-back)"


class Shelf(Protocol):
    """Where a kind finds its sets, its shared parts, and the kind that it extends."""

    @property
    def kind_names(self) -> tuple[str, ...]:
        """The names of all kinds."""

    def document(self, folder: str, name: str) -> Node | None:
        """What the file of a name says."""

    def kind(self, name: str) -> Kind | None:
        """The kind of that name."""

    def shared(self, node: Node) -> Node | None:
        """The items of the shared part that a node names; one that is not there is reported."""

    def named_set(self, node: Node) -> ChoiceSet | None:
        """The set that a node names; one that is not there is reported."""


def kind_of(name: str, node: Node, shelf: Shelf, problems: list[Diagnostic]) -> Kind | None:
    """The kind in a file, or ``None`` with its mistakes among ``problems``."""
    before = len(problems)
    own = node
    node = extended(node, shelf, problems, ())
    data = check(KindFile, node, problems)
    if data is None or len(problems) > before:
        return None
    fields = fields_of(node.entries["fields"], shelf.named_set, problems)
    problems.extend(_unknown_fields(node, fields))
    if len(problems) > before:
        return None
    kind = Kind(
        name=name,
        title=data.title,
        fields=fields,
        place=node.location,
        colour=data.colour or "",
        numbered=_numbered(data.number),
        stands_for=data.stands_for or "",
        touches=data.touches or "",
        fills=data.fills,
        pages_of=tuple(data.pages_of),
        runs=Runs(data.runs.over, data.runs.most) if data.runs else None,
        labels=data.labels,
        icons=data.icons,
        types={role: TypeSize(*row) for role, row in data.types.items()},
    )
    return _with_pages(kind, own, node, shelf, problems)


def _numbered(said: str | None) -> str:
    """The field by which cards are numbered apart: ``suit``, or ``by suit``."""
    name = (said or "").removeprefix(BY)
    return "" if name == "kind" else name


def _with_pages(
    kind: Kind, own: Node, node: Node, shelf: Shelf, problems: list[Diagnostic]
) -> Kind | None:
    front, back = node.get("front"), node.get("back")
    if front is None or (back is None and not kind.pages_of):
        key = "back" if front is not None else "front"
        problems.append(
            Diagnostic(
                "field-missing",
                say('the key "{key}" is missing', key=key),
                own.location,
                key,
                BACK_ASKED if key == "back" else "list what stands on that side",
            )
        )
        return None
    said = {"front": front, "back": back, "alone": node.get("alone")}
    sides = changed_sides(said, node.get("change"), problems)
    formats = node.get("formats")
    made = sides_of(kind, sides, formats.entries if formats else {}, shelf, problems)
    return replace(kind, design=made) if made else None


def extended(node: Node, shelf: Shelf, problems: list[Diagnostic], seen: tuple[str, ...]) -> Node:
    """A kind's file over that of the kind which it extends: fields and words one by one."""
    said = node.get("extends")
    if said is None:
        return node
    below = shelf.document("kinds", said.text)
    if said.text in seen or below is None:
        what = "extends itself" if said.text in seen else "is not a kind of card"
        problems.append(Diagnostic(
            "kind-unknown", say('"{name}" {what}', name=said.text, what=what), said.location,
            "extends", near_match(said.text, shelf.kind_names),
        ))  # fmt: skip
        return node
    below = extended(below, shelf, problems, (*seen, said.text))
    entries = {**below.entries, **node.entries}
    for key in ("fields", "labels", "types", "icons"):
        one, two = below.get(key), node.get(key)
        if one is not None and two is not None and one.entries and two.entries:
            entries[key] = replace(two, value={**one.entries, **two.entries},
                                   keys={**one.keys, **two.keys})  # fmt: skip
    return replace(node, value=entries, keys={**below.keys, **node.keys})


def _unknown_fields(node: Node, fields: dict[str, Field]) -> list[Diagnostic]:
    """Fields that the kind names and does not have, or that are no choices of a set."""
    found = []
    for key in REFERRING:
        said = node.get(key)
        if said is None or said.value is None:
            continue
        known = [one.name for one in fields.values() if one.type == "choice"]
        wrong = set(node.entries["fields"].entries) - set(fields)
        if said.text.removeprefix(BY) in wrong:
            continue  # its set cannot be read, which is reported already
        if said.text.removeprefix(BY) not in known and (key, said.text) != ("number", "by kind"):
            message = say('the kind has no field "{text}" that chooses from a set', text=said.text)
            found.append(
                Diagnostic("kind-field-unknown", message, said.location, key_of(said.path),
                           near_match(said.text, known))
            )  # fmt: skip
    return found
