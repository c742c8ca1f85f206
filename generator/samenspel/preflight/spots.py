"""Spot colours: where they are used, and what they look like."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pikepdf

from samenspel.pdf.limits import MAX_SPACES, content
from samenspel.pdf.values import entry
from samenspel.preflight.document import Document
from samenspel.preflight.marks import Mark
from samenspel.preflight.page import PageView

NOT_SPOTS = frozenset({"Cyan", "Magenta", "Yellow", "Black", "None", "All"})
Look = bytes
"""A digest of alternate space and tint transform."""


def spots(document: Document) -> dict[str, tuple[PageView, Mark]]:
    """Every spot that shows, with the first page and mark of each."""
    found: dict[str, tuple[PageView, Mark]] = {}
    for page in document.doubtful:  # a sound page has none
        for mark in page.marks:
            for name in mark.look.paint.space.spots:
                if name not in NOT_SPOTS:
                    found.setdefault(name, (page, mark))
    return found


def spot_looks(document: Document) -> dict[str, dict[Look, None]]:
    """Every spot that is defined by itself, with the different looks that it is given."""
    found: dict[str, dict[Look, None]] = {}
    for space, name in _defined(document):
        found.setdefault(name, {})[_look(space)] = None
    return found


def spot_solids(document: Document) -> dict[str, Look]:
    """What every spot looks like at full tint: its colour where that is written, else a digest."""
    found: dict[str, Look] = {}
    for space, name in _defined(document):
        found.setdefault(name, _solid(space) or _look(space))
    return found


def _solid(space: pikepdf.Object) -> Look:
    """The colour at full tint, where the tint transform states it (7.10.3); else nothing."""
    function = space[3]
    if not isinstance(function, pikepdf.Dictionary) or "/C1" not in function:
        return b""
    return str(space[2]).encode() + b" ".join(b"%.3f" % float(c) for c in list(function.C1))


def _defined(document: Document) -> Iterator[tuple[pikepdf.Object, str]]:
    """Every Separation space, with the name of its spot."""
    for item in document.resources:
        value = item.value if item.group == "ColorSpace" else entry(item.value, "/ColorSpace")
        for space in _separations(value, 0):
            name = str(space[1])[1:]
            if name not in NOT_SPOTS:
                yield space, name


def _separations(value: pikepdf.Object | None, depth: int) -> Iterator[pikepdf.Object]:
    """A Separation space, or those inside Indexed, Pattern and DeviceN spaces."""
    if not isinstance(value, pikepdf.Array) or not len(value) or depth > MAX_SPACES:
        return
    family = str(value[0])
    if family == "/Separation" and len(value) > 3:
        yield value
    elif family in ("/Indexed", "/I", "/Pattern") and len(value) > 1:
        yield from _separations(value[1], depth + 1)
    elif family == "/DeviceN" and len(value) > 4:
        named = entry(value[4], "/Colorants")  # what each of them looks like alone (table 71)
        for _, one in named.items() if isinstance(named, pikepdf.Dictionary) else ():
            yield from _separations(one, depth + 1)


def _look(space: pikepdf.Object) -> Look:
    """Alternate and function, by their content: the same function may be written twice."""
    return hashlib.sha256(b"\0".join(_content(item, 0) for item in (space[2], space[3]))).digest()


def _content(item: object, depth: int) -> bytes:
    """An object written out, streams by their data and numbers by their value."""
    if depth > MAX_SPACES:
        return b"deep"
    if isinstance(item, pikepdf.Array):
        return b"[%b]" % b" ".join(_content(one, depth + 1) for one in list(item))
    if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream)):
        keys = sorted(set(item.keys()) - {"/Length", "/Filter", "/DecodeParms", "/Metadata"})
        body = b" ".join(key.encode() + b" " + _content(item[key], depth + 1) for key in keys)
        data = content(item) if isinstance(item, pikepdf.Stream) else b""
        return b"<<%b>>%b" % (body, data)
    try:
        return b"%g" % float(item)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return str(item).encode("utf-8", "replace")
