"""The model that a deck is about, and the sets that its cards choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samenspel.diagnostics import Diagnostic
from samenspel.layers.sources import Sources
from samenspel.model.kind import ChoiceSet, ConditionModel, Kind
from samenspel.saying import say
from samenspel.yaml.nodes import Node

USUAL = "conditions"
"""The set that is a deck's model when its kinds choose from it and ``model:`` names no other."""

FEWEST, MOST = 3, 8
"""So many conditions make a ring that can be read."""

CENTRE = "cartoons/poster-midden.svg"
"""The picture of the middle of the built-in model; in others the word stands there."""


def model_node(deck: Node) -> Node | None:
    """``model:`` as keys with values, also where the name of a set alone is written."""
    said = deck.get("model")
    if said is None or not said.text:
        return said
    return Node({"set": said}, said.location, said.path)


def model_of(sources: Sources, kinds: Iterable[Kind]) -> ConditionModel | None:
    """The deck's model; ``None`` for a deck without one, and for one that is reported as wrong."""
    said = model_node(sources.deck)
    chosen = said.get("set") if said else None
    if chosen is not None:
        found = sources.library.set(chosen.text)
    elif any(USUAL in kind.sets for kind in kinds):
        found = sources.library.set(USUAL)
    else:
        found = None
    if found is None or not FEWEST <= len(found.choices) <= MOST:
        return None
    centre = said.get("centre") if said else None
    usual = CENTRE if sources.library.is_shipped_set(found.name) else ""
    return ConditionModel(found, centre.text if centre else usual)


def model_problems(sources: Sources) -> list[Diagnostic]:
    """What is wrong with ``model:`` and with the set that it names."""
    said = model_node(sources.deck)
    chosen = said.get("set") if said else None
    if chosen is None or not chosen.text:
        return []
    found = sources.library.named_set(chosen)
    if found is None or FEWEST <= len(found.choices) <= MOST:
        return []
    message = say(
        "a model has {fewest} to {most} conditions, and this set has {count}",
        fewest=FEWEST,
        most=MOST,
        count=len(found.choices),
    )
    return [
        Diagnostic("model-size", message, found.place, "choices",
                   "add some or take some away, or leave model: out of the deck")
    ]  # fmt: skip


def sets_of(sources: Sources, kinds: Iterable[Kind]) -> Mapping[str, ChoiceSet]:
    """The sets that these kinds choose from, by name."""
    named = dict.fromkeys(name for kind in kinds for name in kind.sets)
    return {name: found for name in named if (found := sources.library.set(name))}
