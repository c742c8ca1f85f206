"""Values, programs and functions of a PDF, taken over into another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from samenspel.draw.placed.found import UnplaceableError
from samenspel.draw.placed.keys import FUNCTION, PROGRAM
from samenspel.pdf.limits import MAX_FORMS, content
from samenspel.pdf.values import entry


class Taker:
    """Copies objects of one document into another; each indirect one once."""

    def __init__(self, target: pikepdf.Pdf) -> None:
        """``target`` is the document that all is copied into."""
        self.target = target
        self._made: dict[tuple[Any, ...], Any] = {}
        self._names = 0

    def name(self) -> str:
        """A name for a resource that no other has, so that letters of a font can share them."""
        self._names += 1
        return f"/R{self._names}"

    def once(self, item: Any, what: str, make: Callable[[], Any]) -> Any:
        """What was made of an indirect object before."""
        if not item.is_indirect:
            return make()
        key = item.objgen, what
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]

    def plain(self, value: Any, depth: int = 0) -> Any:
        """A value that refers to nothing but values: streams in it stay behind."""
        if depth > MAX_FORMS:
            raise UnplaceableError("it holds lists in lists without end")
        if isinstance(value, pikepdf.Stream):
            return self.program(value)
        if isinstance(value, Array):
            return Array([self.plain(one, depth + 1) for one in list(value)])
        if isinstance(value, Dictionary):
            return Dictionary({key: self.plain(one, depth + 1) for key, one in value.items()})
        if isinstance(value, pikepdf.Object):  # a name or text belongs to its document, too
            return pikepdf.Object.parse(value.unparse(resolved=True))
        return value

    def picked(self, source: Any, keys: Sequence[str]) -> Any:
        """A dictionary with these entries of another."""
        pairs = ((key, entry(source, key)) for key in keys)
        return Dictionary({key: self.plain(value) for key, value in pairs if value is not None})

    def stream(self, data: bytes, entries: Any) -> Any:
        """A new stream, packed when it is saved."""
        made = self.target.make_stream(data)
        for key, value in entries.items():
            made[key] = value
        return made

    def program(self, stream: Any) -> Any:
        """A font program, a CMap or a map of glyphs."""
        return self.once(
            stream, "program", lambda: self.stream(content(stream), self.picked(stream, PROGRAM))
        )

    def function(self, function: Any, depth: int = 0) -> Any:
        """A function, or an array of them."""
        if depth > MAX_FORMS:
            raise UnplaceableError("it holds functions in functions without end")
        if isinstance(function, Array):
            return Array([self.function(one, depth + 1) for one in list(function)])
        if isinstance(function, Name):
            return function
        made = self.picked(function, FUNCTION)
        inner = entry(function, "/Functions")
        if inner is not None:
            made.Functions = self.function(inner, depth + 1)
        if not isinstance(function, pikepdf.Stream):
            return made
        return self.once(function, "function", lambda: self.stream(content(function), made))
