"""A placed PDF in the document that is being written: its objects, taken over as they are."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pikepdf

from samenspel.draw.objects import Objects, array, dictionary
from samenspel.model.art import PlacedArt


def put_placed(objects: Objects, art: PlacedArt) -> Any:
    """The form XObject of a placed PDF; what it refers to comes with it."""
    with pikepdf.open(io.BytesIO(art.data)) as source:
        form = source.pages[0].Resources.XObject.Art
        return _Taker(objects).take(form)


class _Taker:
    """Takes objects over; each indirect one once."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._taken: dict[tuple[int, int], Any] = {}

    def take(self, item: Any) -> Any:
        """An object as the document's writer has it."""
        if isinstance(item, (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream)):
            if not item.is_indirect:
                return self._made(item)
            if item.objgen not in self._taken:
                made = self._made(item)
                stands_alone = not isinstance(item, pikepdf.Stream)
                self._taken[item.objgen] = self._objects.add(made) if stands_alone else made
            return self._taken[item.objgen]
        return _written(item)

    def _made(self, item: Any) -> Any:
        if isinstance(item, pikepdf.Array):
            return array([self.take(one) for one in list(item)])
        entries = {key[1:]: self.take(value) for key, value in item.items() if key != "/Length"}
        if isinstance(item, pikepdf.Stream):
            return self._objects.raw(entries, item.read_raw_bytes())
        return dictionary(entries)


def _written(value: Any) -> bytes:
    """A value without parts, as PDF has it."""
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, (int, Decimal)):
        return format(value, "f" if isinstance(value, Decimal) else "d").encode("ascii")
    return b"null" if value is None else bytes(value.unparse())
