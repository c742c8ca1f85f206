"""The marks of a structure tree: those in content, and those that elements lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pikepdf

from samenspel.pdf import lexer
from samenspel.pdf.limits import content
from samenspel.pdf.tags import elements
from samenspel.pdf.values import entry, listed

_NUMBER = re.compile(rb"/MCID\s+(\d+)")

MAX_NODES = 100_000
"""Nodes of a parent tree that are read."""
Holder = tuple[int, int]
"""A page or a form by its object's number and generation."""


@dataclass(slots=True)
class Painted:
    """The marked sequences of one stream."""

    numbers: set[int] = field(default_factory=set)
    """Of those that have one."""
    nested: bool = False
    """Whether an artifact lies in what is read, or the other way round."""


def painted(parts: Iterable[pikepdf.Object], resources: pikepdf.Object | None) -> Painted:
    """The marked sequences in the content of a page or a form (ISO 32000-1, 14.6)."""
    found = Painted()
    stack: list[str] = []
    for operands, operator in lexer.instructions(b"\n".join(map(content, parts))):
        if operator in (b"BDC", b"BMC"):
            number = _number(operands, resources)
            artifact = operands.split()[:1] == [b"/Artifact"]
            kind = "artifact" if artifact else "read" if number is not None else ""
            found.nested |= bool(kind) and any(one and one != kind for one in stack)
            stack.append(kind)
            if number is not None and not artifact:
                found.numbers.add(number)
        elif operator == b"EMC" and stack:
            stack.pop()
    return found


def led_to(root: pikepdf.Object) -> dict[Holder, set[int]]:
    """The numbers of the marks that a tree's elements are made of, by what holds these."""
    found: dict[Holder, set[int]] = {}
    for _, one in elements(root):
        own = entry(one, "/Pg")
        for kid in _kids(one):
            if isinstance(kid, int) and own is not None:
                found.setdefault(own.objgen, set()).add(kid)
            elif isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                holder = entry(kid, "/Stm") or entry(kid, "/Pg") or own
                if holder is not None:
                    found.setdefault(holder.objgen, set()).add(int(kid["/MCID"]))
    return found


def leads_back(root: pikepdf.Object, holders: Iterable[pikepdf.Object]) -> bool:
    """Whether the parent tree has for each mark in these pages the element that it belongs to."""
    found = numbered(entry(root, "/ParentTree"))
    owners: dict[Holder, dict[int, Holder]] = {}
    for _, one in elements(root):
        own = entry(one, "/Pg")
        for kid in _kids(one):
            if isinstance(kid, int) and own is not None:
                owners.setdefault(own.objgen, {})[kid] = one.objgen
    for holder in holders:
        marks = owners.get(holder.objgen, {})
        row = found.get(entry(holder, "/StructParents"))
        back = [getattr(one, "objgen", None) for one in row] if row is not None else []
        if any(mark >= len(back) or back[mark] != one for mark, one in marks.items()):
            return False
    return True


def numbered(tree: pikepdf.Object | None) -> dict[object, list[object]]:
    """The arrays of a number tree, by their key (ISO 32000-1, 7.9.7); other values are left out."""
    found: dict[object, list[object]] = {}
    waiting, seen = [tree], 0
    while waiting and seen < MAX_NODES:
        node, seen = waiting.pop(), seen + 1
        row = listed(entry(node, "/Nums")) if entry(node, "/Nums") is not None else []
        for key, value in zip(row[::2], row[1::2], strict=False):
            if isinstance(value, pikepdf.Array):
                found[key] = list(listed(value))
        if entry(node, "/Kids") is not None:
            waiting += listed(entry(node, "/Kids"))
    return found


def _kids(one: pikepdf.Object) -> Iterator[object]:
    held = entry(one, "/K")
    yield from listed(held) if isinstance(held, pikepdf.Array) else [held]


def _number(operands: bytes, resources: pikepdf.Object | None) -> int | None:
    """Of a sequence: written beside its tag, or in a list of the page's resources."""
    inside = _NUMBER.search(operands)
    if inside:
        return int(inside[1])
    words = operands.split()
    if len(words) != 2 or not words[1].startswith(b"/"):
        return None
    properties = entry(entry(resources, "/Properties"), words[1].decode("latin-1"))
    number = entry(properties, "/MCID")
    return int(number) if isinstance(number, int) else None
