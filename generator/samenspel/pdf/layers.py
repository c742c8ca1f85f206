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


def names(root: pikepdf.Object) -> dict[Layer, str]:
    """The layers' names by object number."""
    groups = listed(entry(entry(root, "/OCProperties"), "/OCGs"))
    return {group.objgen: str(entry(group, "/Name") or "") for group in groups}


def _members(holder: pikepdf.Object | None, key: str) -> set[Layer]:
    return {group.objgen for group in listed(entry(holder, key))}
