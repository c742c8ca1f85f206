"""Spot colours: where they are used, and what they look like."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import pikepdf

from samenspel.pdf.functions import value
from samenspel.pdf.limits import BAD, MAX_SPACES, content
from samenspel.pdf.values import entry, listed, name_of
from samenspel.preflight.document import Document
from samenspel.preflight.marks import Mark
from samenspel.preflight.page import PageView

NOT_SPOTS = frozenset({"Cyan", "Magenta", "Yellow", "Black", "None", "All"})
PAPER = re.compile(r"(?<=\d)\s*(CVC|CVU|CVP|CV|CP|UP|EC|C|U|M)$", re.IGNORECASE)
"""What colour books write behind a number: for coated paper, for uncoated."""
BETWEEN = re.compile(r"[\s_\-]+")
NEAR = 0.02
"""Parts of full ink by which a colour may be rounded."""
LAB = 100.0
"""What full lightness is in Lab; in all other spaces a part goes from 0 to 1."""
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


def plain_name(name: str) -> str:
    """A spot's name without what programs write in their own ways: capitals, spaces, signs between
    words, and the paper that a number of a colour book is meant for.
    """
    return "".join(BETWEEN.split(PAPER.sub("", name).casefold()))


def spot_looks(document: Document) -> dict[str, dict[Look, None]]:
    """Every spot that is defined by itself, with the different looks that it is given."""
    found: dict[str, dict[Look, None]] = {}
    for space, name in _defined(document):
        found.setdefault(name, {})[_look(space)] = None
    return found


def spot_solids(document: Document) -> dict[str, Look]:
    """What every spot looks like at full tint: its colour where that can be told, else a digest."""
    found: dict[str, Look] = {}
    for space, name in _defined(document):
        solid = _solid(space, 0, 1)
        colour = b" ".join(b"%.3f" % part for part in solid)
        found.setdefault(name, str(space[2]).encode() + colour if solid else _look(space))
    return found


def spot_mixtures(document: Document) -> dict[str, float]:
    """Spots that a DeviceN space shows otherwise at full tint than a space before it does, by how
    much: 0 to 1, of the component that differs most.
    """
    known: dict[tuple[str, bytes], tuple[float, ...]] = {}
    found: dict[str, float] = {}
    for space in _spaces(document):
        stated = [space[1]] if str(space[0]) == "/Separation" else listed(space[1])
        names, alternate = [name_of(one) for one in stated], _content(space[2], 0)
        for index, name in enumerate(names):
            if name in NOT_SPOTS or names.count(name) > 1:
                continue  # a name that stands twice is a conflict of its own
            solid = _solid(space, index, len(names))
            other = known.setdefault((name, alternate), solid)
            steps = (abs(a - b) for a, b in zip(solid, other, strict=False))
            apart = max(steps, default=0.0) / (LAB if b"/Lab" in alternate else 1.0)
            if apart > NEAR:
                found[name] = max(apart, found.get(name, 0.0))
    return found


def _solid(space: pikepdf.Object, index: int, count: int) -> tuple[float, ...]:
    """The colour at full tint of one of a space's inks, none of the others; empty where it is
    damaged.
    """
    try:
        return value(space[3], [1.0 if n == index else 0.0 for n in range(count)])
    except BAD:
        return ()


def _defined(document: Document) -> Iterator[tuple[pikepdf.Object, str]]:
    """Every Separation space, with the name of its spot."""
    for space in _spaces(document):
        if str(space[0]) == "/Separation" and (name := name_of(space[1])) not in NOT_SPOTS:
            yield space, name


def _spaces(document: Document) -> Iterator[pikepdf.Object]:
    """Every Separation and DeviceN space."""
    for item in document.resources:
        within = entry(item.value, "/Shading") if item.group == "Pattern" else item.value
        stated = item.value if item.group == "ColorSpace" else entry(within, "/ColorSpace")
        yield from _inside(stated, 0)


def _inside(stated: pikepdf.Object | None, depth: int) -> Iterator[pikepdf.Object]:
    """A space of spots, and those inside Indexed, Pattern and DeviceN spaces."""
    if not isinstance(stated, pikepdf.Array) or not len(stated) or depth > MAX_SPACES:
        return
    family = str(stated[0])
    if family in ("/Separation", "/DeviceN") and len(stated) > 3:
        yield stated
    elif family in ("/Indexed", "/I", "/Pattern") and len(stated) > 1:
        yield from _inside(stated[1], depth + 1)
    if family == "/DeviceN" and len(stated) > 4:
        named = entry(stated[4], "/Colorants")  # what each of them looks like alone (table 71)
        for _, one in named.items() if isinstance(named, pikepdf.Dictionary) else ():
            yield from _inside(one, depth + 1)


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
