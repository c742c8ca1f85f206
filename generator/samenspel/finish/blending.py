"""Pages with something see-through on them say in which inks it is mixed."""

from __future__ import annotations

import pikepdf
from pikepdf import Dictionary, Name

from samenspel.finish.standards.faults import see_through


def set_groups(document: pikepdf.Pdf) -> None:
    """Give each page that reaches transparency a group that mixes in the press's inks.

    PDF/X-4 asks for a space where the page has none (second-hand); GWG 2022 R0030 for this one.
    """
    opaque: set[tuple[int, int]] = set()
    for page in document.pages:
        if "/Group" not in page and _reaches(page.get("/Resources"), opaque):
            page.obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)


def _reaches(item: object, opaque: set[tuple[int, int]]) -> bool:
    """Whether anything in an object, or in what it refers to, is see-through.

    ``opaque`` are the objects of which it is known that nothing is; pages share most of theirs.
    """
    seen: set[tuple[int, int]] = set()
    stack = [item]
    while stack:
        one = stack.pop()
        if not isinstance(one, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)):
            continue
        if one.is_indirect:
            if one.objgen in seen or one.objgen in opaque:
                continue
            seen.add(one.objgen)
        if isinstance(one, pikepdf.Array):
            stack += list(one)
            continue
        if next(see_through(one), None) is not None:
            return True
        stack += [value for _, value in one.items()]
    opaque |= seen
    return False
