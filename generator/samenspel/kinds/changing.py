"""What a format, a card or another kind changes of a side: items by their ids or their parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from samenspel.diagnostics import Diagnostic, near_match
from samenspel.model.design import PARTS
from samenspel.model.places import key_of
from samenspel.saying import say
from samenspel.yaml.nodes import Node

USE = "use"
"""Names a shared part where else a part's name stands."""


def changed_sides(
    nodes: Mapping[str, Node | None], change: Node | None, problems: list[Diagnostic]
) -> dict[str, Node | None]:
    """All sides with what ``change:`` says of their items; one that is not said may be new."""
    return {
        side: _changed(node, change.get(side) if change else None, problems)
        for side, node in nodes.items()
    }


def _changed(
    side: Node | None, change: Node | None, problems: list[Diagnostic]
) -> Node | None:
    """A side with some items changed or taken away, by their ids or by their parts' names."""
    if change is None or change.value is None:
        return side
    if isinstance(change.value, tuple) or change.text:
        return change  # it takes the side's place
    if side is None or not isinstance(side.value, tuple):
        return side
    items = list(side.items)
    for name, over in change.entries.items():
        found = [place for place, item in enumerate(items) if name in _names(item)]
        if len(found) != 1:
            said = "is no item of this side" if not found else "names several items; give them ids"
            known = [one for item in items for one in _names(item)]
            problems.append(
                Diagnostic("design-item-unknown", say('"{name}" {said}', name=name, said=said),
                           change.key_location(name), key_of((*change.path, name)),
                           near_match(name, known))
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
