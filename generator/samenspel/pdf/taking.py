"""A file that somebody made as a drawing: its pages, and all that they need."""

from __future__ import annotations

import io
import zlib
from decimal import Decimal

import pikepdf

from samenspel.pdf.drawing import DEFLATED, LEVEL, Drawing, Leaf, stream, unmarked

TREE_KEY = "/StructParents"
_PACKED = ("/Filter", "/DecodeParms")
_LEFT = ("/Length", "/Parent", "/Kids", TREE_KEY)
"""Entries that lead back to pages, and from there to all that is on them, or to the file's tree."""


def taken(pdf: bytes, after: Drawing | None = None) -> Drawing:
    """The pages of a file, with the objects that they name numbered after those of ``after``.

    A page is what its BleedBox holds, or its MediaBox where it has none. What the file says of
    itself (metadata, output intent, outlines) stays behind, and its marks lead to no tree.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        taker = _Taker(list(after.objects) if after else [])
        return Drawing(taker.objects, [taker.leaf(page) for page in document.pages])


class _Taker:
    """Takes objects over; each indirect one once."""

    def __init__(self, objects: list[bytes]) -> None:
        self.objects = objects
        self._numbers: dict[tuple[int, int], int] = {}

    def leaf(self, page: pikepdf.Page) -> Leaf:
        """One page."""
        page.contents_coalesce()
        content, packing = zlib.compress(b"", LEVEL), DEFLATED
        if "/Contents" in page.obj:
            own = page.obj.Contents
            content = own.read_raw_bytes()
            keys = [key for key in ("/Filter", "/DecodeParms") if key in own]
            packing = b"".join(b"%s %s" % (key.encode(), self._text(own[key])) for key in keys)
            if TREE_KEY in page.obj:
                content, packing = _unmarked(own), DEFLATED
        resources, group = page.obj.get("/Resources"), page.obj.get("/Group")
        return Leaf(
            _box(page),
            content,
            b"<<>>" if resources is None else self._text(resources),
            packing,
            b"" if group is None else self._text(group),
            int(page.obj.get("/Rotate", 0)) // 90 % 4,
            float(page.obj.get("/UserUnit", 1)),
        )

    def _text(self, value: object) -> bytes:
        """A value as it is written, with references to what is taken over."""
        if isinstance(value, (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream)):
            return self._reference(value) if value.is_indirect else self._direct(value)
        if isinstance(value, bool):
            return b"true" if value else b"false"
        if isinstance(value, (int, Decimal)):
            return format(value, "f" if isinstance(value, Decimal) else "d").encode("ascii")
        return value.unparse() if isinstance(value, pikepdf.Object) else b"null"

    def _reference(self, value: pikepdf.Object) -> bytes:
        if value.objgen not in self._numbers:
            self.objects.append(b"null")
            number = self._numbers[value.objgen] = len(self.objects)
            self.objects[number - 1] = self._direct(value)
        return b"%d 0 R" % self._numbers[value.objgen]

    def _direct(self, value: pikepdf.Object) -> bytes:
        if isinstance(value, pikepdf.Array):
            return b"[%s]" % b" ".join(self._text(one) for one in list(value))
        marked = isinstance(value, pikepdf.Stream) and TREE_KEY in value
        left = (*_LEFT, *(_PACKED if marked else ()))
        entries = b"".join(
            b"%s %s\n" % (pikepdf.Name(key).unparse(), self._text(one))
            for key, one in value.items()
            if key not in left
        )
        if marked:
            return stream(entries + DEFLATED, _unmarked(value))
        if isinstance(value, pikepdf.Stream):
            return stream(entries, value.read_raw_bytes())
        return b"<<%s>>" % entries


def _unmarked(holder: pikepdf.Object) -> bytes:
    return zlib.compress(unmarked(holder.read_bytes()), LEVEL)


def _box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    box = page.obj.get("/BleedBox", page.mediabox)
    left, bottom, right, top = (round(float(value), 5) for value in box)
    return min(left, right), min(bottom, top), max(left, right), max(bottom, top)
