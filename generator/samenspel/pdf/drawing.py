"""A document before it is a file: its objects as bytes, and its pages.

What draws puts fonts and art in ``objects``, which refer to each other by number. Each page keeps
its own operators apart (a ``Leaf``), so that they can become a page's content or a form on a sheet
without being read again. A drawing that was made ``after`` another begins with all objects of that.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

HEADER = b"%PDF-1.6\n%\x93\x8c\x8b\x9e\n"
"""The version that our pages need, and bytes by which programs see that it is no text."""

DEFLATED = b"/Filter/FlateDecode"
LEVEL = 6
"""How hard streams are packed."""

_MARKED = re.compile(rb"/\w+ <</MCID \d+>> BDC|/Artifact BMC")
"""As drawing writes it."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: what it paints, and in which box. Lengths in points."""

    box: tuple[float, float, float, float]
    """What is seen of it: left, bottom, right, top."""
    content: bytes
    """Its operators, packed."""
    resources: bytes = b"<<>>"
    """What they name: a dictionary, or the reference to one."""
    packing: bytes = DEFLATED
    """The entries of a stream's dictionary that say how ``content`` is packed."""
    group: bytes = b""
    """Its transparency group: a dictionary or a reference; empty for none."""
    turns: int = 0
    """How many quarters it is turned clockwise when it is shown (ISO 32000-1, table 30)."""
    scale: float = 1.0
    """By which all its lengths are multiplied when it is shown (``UserUnit``)."""
    key: int | None = None
    """What a structure tree finds its marks by; ``None`` for a page that has none."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Objects, the first of which is number 1, and pages."""

    objects: Sequence[bytes] = ()
    pages: Sequence[Leaf] = ()

    def pdf(self) -> bytes:
        """The file, with what is equal among contents and resources stored once; equal drawings
        give equal bytes.
        """
        return _Writer(self).written()


def stream(entries: bytes, content: bytes) -> bytes:
    """A stream object; ``entries`` are all of its dictionary but its length."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def unmarked(content: bytes) -> bytes:
    """Operators whose marks belong to no tree, so that all of them can be one mark."""
    return _MARKED.sub(b"/Span BMC", content)


def also(leaf: Leaf) -> bytes:
    """Entries that a page has, or else the form that is made of it."""
    group = b"/Group %s" % leaf.group if leaf.group else b""
    return group if leaf.key is None else group + b"/StructParents %d" % leaf.key


@lru_cache(maxsize=64)
def numbers(values: tuple[float, ...]) -> bytes:
    """An array of lengths in points, exact to a hundred-thousandth; pages share most of theirs."""
    return b"[%s]" % b" ".join(_number(value) for value in values)


def _number(value: float) -> bytes:
    text = b"%.5f" % value
    return text.rstrip(b"0").rstrip(b".") if text != b"-0.00000" else b"0"


class _Writer:
    """Puts a drawing in one file."""

    def __init__(self, drawing: Drawing) -> None:
        self._pages = drawing.pages
        self._objects = list(drawing.objects)
        self._known: dict[tuple[bytes, bytes], bytes] = {}

    def written(self) -> bytes:
        tree = len(self._objects) + 1
        self._objects += [b"", b"<</Type/Catalog/Pages %d 0 R>>" % tree]
        kids = [self._add(self._page(leaf, tree)) for leaf in self._pages]
        self._objects[tree - 1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (
            len(kids), b" ".join(kids),
        )  # fmt: skip
        return self._file(tree + 1)

    def _add(self, body: bytes) -> bytes:
        self._objects.append(body)
        return b"%d 0 R" % len(self._objects)

    def _page(self, leaf: Leaf, tree: int) -> bytes:
        key = leaf.packing, leaf.content
        if key not in self._known:
            self._known[key] = self._add(stream(*key))
        more = also(leaf)
        if leaf.turns:
            more += b"/Rotate %d" % (leaf.turns * 90)
        if leaf.scale != 1:
            more += b"/UserUnit %s" % _number(leaf.scale)
        return b"<</Type/Page/Parent %d 0 R/MediaBox%s/Contents %s/Resources %s%s>>" % (
            tree, numbers(leaf.box), self._known[key], leaf.resources, more,
        )  # fmt: skip

    def _file(self, catalog: int) -> bytes:
        """Header, objects, and the table that says where each begins (ISO 32000-1, 7.5)."""
        parts = [HEADER]
        places = []
        place = len(HEADER)
        for number, body in enumerate(self._objects, 1):
            part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
            places.append(place)
            place += len(part)
            parts.append(part)
        count = len(self._objects) + 1
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        parts += [b"%010d 00000 n \n" % one for one in places]
        mark = hashlib.sha256(b"".join(parts)).hexdigest()[:32].encode()
        parts.append(
            b"trailer\n<</Size %d/Root %d 0 R/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n"
            % (count, catalog, mark, mark, place)
        )
        return b"".join(parts)
