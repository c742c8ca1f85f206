"""The structure tree of a file: what a screen reader gets of it (ISO 32000-1, 14.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pikepdf

from samenspel.pdf import lexer
from samenspel.pdf.limits import TooLargeError, content
from samenspel.pdf.values import entry, kind, listed
from samenspel.saying import say

MAX_ELEMENTS = 200_000
"""Elements of a tree that are read."""
MAX_ROLES = 20
"""Steps from a type of a maker's own to one of the standard's."""
MAX_LOOKED_INTO = 500
"""Forms of a page that are looked into; they may lie in each other no deeper than Python goes."""

PAINTS = frozenset([*b"S s f F f* B B* b b* sh Do Tj TJ ' \"".split(), lexer.INLINE_IMAGE])
"""Operators that leave something on the page."""
MARKED = re.compile(rb"/MCID\b")


class Element(NamedTuple):
    """One element of the tree."""

    kind: str
    """Its type, as the role map has it: ``H1``."""
    entries: pikepdf.Object
    """Its dictionary."""


def elements(root: pikepdf.Object) -> Iterator[Element]:
    """All elements below a tree's root, each before what is in it.

    Raises TooLargeError for a tree without an end.
    """
    roles = entry(root, "/RoleMap")
    waiting = _kids(root)
    count = 0
    while waiting:
        one = waiting.pop()
        if not isinstance(one, pikepdf.Dictionary) or "/S" not in one:
            continue
        count += 1
        if count > MAX_ELEMENTS:
            raise TooLargeError(
                say("the structure tree has more than {count} elements", count=MAX_ELEMENTS)
            )
        yield Element(_role(kind(one, "/S"), roles), one)
        waiting += _kids(one)


def inside(root: pikepdf.Object, one: pikepdf.Object) -> Iterator[str]:
    """The types of the elements that stand right in an element."""
    roles = entry(root, "/RoleMap")
    for kid in within(one):
        yield _role(kind(kid, "/S"), roles)


def within(one: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The elements that stand right in an element, or in the root."""
    for kid in _kids(one):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def _kids(holder: pikepdf.Object) -> list[pikepdf.Object]:
    """What is in an element, the last first: an array, or one alone."""
    held = entry(holder, "/K")
    return listed(held)[::-1] if isinstance(held, pikepdf.Array) else [held] if held else []


def _role(name: str, roles: pikepdf.Object | None) -> str:
    for _ in range(MAX_ROLES):
        mapped = kind(roles, f"/{name}") if roles is not None else ""
        if not mapped or mapped == name:
            return name
        name = mapped
    return name


def unmarked(
    parts: Iterable[pikepdf.Object],
    resources: pikepdf.Object | None,
    known: set[tuple[int, int]] | None = None,
) -> bool:
    """Whether something is painted that is neither in a marked sequence nor an artifact.

    A form counts as what is in it, unless it lies in a sequence itself; ``known`` are forms that
    were looked into already.
    """
    known = set() if known is None else known
    stack: list[bool] = []
    data = b"\n".join(map(content, parts))
    for operands, operator in lexer.instructions(data):
        if operator in (b"BDC", b"BMC"):
            artifact = operands.split()[:1] == [b"/Artifact"]
            numbered = MARKED.search(operands) is not None or _listed(operands, resources)
            stack.append(artifact or numbered)
        elif operator == b"EMC":
            if stack:
                stack.pop()
        elif operator in PAINTS and not any(stack):
            form = _form(operands, resources) if operator == b"Do" else None
            if form is None:
                return True
            if "/StructParent" in form or form.objgen in known or len(known) > MAX_LOOKED_INTO:
                continue
            known.add(form.objgen)
            if unmarked([form], entry(form, "/Resources") or resources, known):
                return True
    return False


def _listed(operands: bytes, resources: pikepdf.Object | None) -> bool:
    """``/P /Name BDC``: the number stands in a list of the page's resources."""
    words = operands.split()
    if len(words) != 2 or not words[1].startswith(b"/"):
        return False
    properties = entry(entry(resources, "/Properties"), words[1].decode("latin-1"))
    return entry(properties, "/MCID") is not None


def _form(operands: bytes, resources: pikepdf.Object | None) -> pikepdf.Object | None:
    """The form that ``Do`` paints; ``None`` for a picture."""
    called = operands.strip().decode("latin-1")
    item = entry(entry(resources, "/XObject"), called) if called.startswith("/") else None
    return item if item is not None and kind(item, "/Subtype") == "Form" else None
