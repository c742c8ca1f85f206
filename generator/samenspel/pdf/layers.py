"""Optional content (ISO 32000-1, 8.11): which layers the default configuration switches off."""

from __future__ import annotations

import pikepdf

from samenspel.pdf.values import entry, listed

Layer = tuple[int, int]


def switched_off(root: pikepdf.Object) -> frozenset[Layer]:
    """The object numbers of layers that do not show."""
    properties = entry(root, "/OCProperties")
    default = entry(properties, "/D")
    off: set[Layer] = set()
    if str(entry(default, "/BaseState")) == "/OFF":
        off |= _members(properties, "/OCGs") - _members(default, "/ON")
    return frozenset(off | _members(default, "/OFF"))


def unprinted(root: pikepdf.Object) -> frozenset[Layer]:
    """Those, and the ones that switch themselves off for printing (8.11.4.4)."""
    off = set(switched_off(root))
    for usage in listed(entry(entry(entry(root, "/OCProperties"), "/D"), "/AS")):
        if str(entry(usage, "/Event")) != "/Print":
            continue
        for group in listed(entry(usage, "/OCGs")):
            state = str(entry(entry(entry(group, "/Usage"), "/Print"), "/PrintState"))
            off = off - {group.objgen} if state == "/ON" else off
            off = off | {group.objgen} if state == "/OFF" else off
    return frozenset(off)


def hides(holder: pikepdf.Object | None, off: frozenset[Layer]) -> bool:
    """True when a layer, or a membership of layers, does not show (8.11.2)."""
    if holder is None:
        return False
    if entry(holder, "/OCGs") is None and entry(holder, "/VE") is None:
        return holder.objgen in off
    expression = listed(entry(holder, "/VE"))
    if expression:
        return not _holds(expression, off, 0)
    groups = entry(holder, "/OCGs")
    members = listed(groups) if isinstance(groups, pikepdf.Array) else [groups]
    away = [group.objgen in off for group in members if group is not None]
    policy = str(holder.get("/P", "/AnyOn"))
    if policy == "/AllOn":
        return any(away)
    if policy in ("/AnyOff", "/AllOff"):
        return not (any(away) if policy == "/AnyOff" else all(away))
    return bool(away) and all(away)


MAX_EXPRESSIONS = 20
"""Expressions of visibility in each other."""


def _holds(expression: list[pikepdf.Object], off: frozenset[Layer], depth: int) -> bool:
    """Whether an expression of visibility is true: And, Or, Not over layers and expressions."""
    if depth > MAX_EXPRESSIONS:
        return True
    terms = [
        _holds(listed(one), off, depth + 1)
        if isinstance(one, pikepdf.Array)
        else one.objgen not in off
        for one in expression[1:]
    ]
    word = str(expression[0])
    if word == "/Not":
        return not all(terms)
    return all(terms) if word == "/And" else any(terms)


def names(root: pikepdf.Object) -> dict[Layer, str]:
    """The layers' names by object number."""
    groups = listed(entry(entry(root, "/OCProperties"), "/OCGs"))
    return {group.objgen: str(entry(group, "/Name") or "") for group in groups}


def _members(holder: pikepdf.Object | None, key: str) -> set[Layer]:
    return {group.objgen for group in listed(entry(holder, key))}
