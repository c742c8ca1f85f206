"""The drawing that is being made: objects put in once, called by the names of resources."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from samenspel.pdf.drawing import Drawing, Leaf

LEVEL = 6
name = pdfdoc.PDFName
dictionary = pdfdoc.PDFDictionary
array = pdfdoc.PDFArray
string = pdfdoc.PDFString


class _Numbers:
    """What reportlab's objects ask of their document when they are written."""

    encrypt = pdfdoc.NoEncryption()
    defaultStreamFilters = ()  # noqa: N815 reportlab's name for it

    def __init__(self) -> None:
        self.idToObjectNumberAndVersion: dict[str, tuple[int, int]] = {}


class Objects:
    """reportlab's objects, which are added as they are and written numbered and in order."""

    def __init__(self, after: Drawing | None = None) -> None:
        """Numbered after the objects of another drawing, which come with it."""
        self._before = list(after.objects) if after else []
        self._values: list[Any] = []
        self._numbers = _Numbers()
        self._resources: dict[str, tuple[str, Any]] = {}
        self._named: dict[tuple[str, ...], Any] = {}
        self._pages: list[tuple[tuple[float, float], bytes, Any, int | None]] = []

    def add(self, value: Any) -> Any:
        """The reference to an object of the drawing."""
        self._values.append(value)
        number = len(self._before) + len(self._values)
        self._numbers.idToObjectNumberAndVersion[str(number)] = number, 0
        return pdfdoc.PDFObjectReference(str(number))

    def stream(self, entries: Mapping[str, Any], packed: bytes, coding: str = "FlateDecode") -> Any:
        """The reference to a stream that is compressed already."""
        return self.raw({**entries, "Filter": name(coding)}, packed)

    def raw(self, entries: Mapping[str, Any], data: bytes) -> Any:
        """The reference to a stream whose entries say how it is packed."""
        return self.add(pdfdoc.PDFStream(dictionary(entries), data))

    def form(
        self, box: Sequence[str], packed: bytes, resources: Mapping[str, Any] | None = None
    ) -> Any:
        """A form XObject; its operators are DeviceCMYK's own, so mostly it needs no resources."""
        entries = {
            "Type": name("XObject"),
            "Subtype": name("Form"),
            "BBox": array(box),
            "Resources": dictionary(resources or {}),
        }
        return self.stream(entries, packed)

    def register(self, called: str, kind: str, reference: Any) -> None:
        """Let pages call an object by a name; ``kind`` is that of the resource (``Font``)."""
        self._resources[called] = (kind, reference)

    @property
    def names(self) -> tuple[str, ...]:
        """All that pages may call."""
        return tuple(self._resources)

    def resource(self, called: str) -> Any:
        """The object that pages call by a name."""
        _, reference = self._resources[called]
        return reference

    def page(
        self,
        size: tuple[float, float],
        content: bytes,
        used: Iterable[str],
        key: int | None = None,
    ) -> None:
        """A page with the resources that it uses, and no others. Its size is in points.

        ``key`` is what a structure tree finds its marks by.
        """
        names = tuple(sorted(used))
        if names not in self._named:
            groups: dict[str, Any] = {}
            for called in names:
                kind, reference = self._resources[called]
                groups.setdefault(kind, {})[called] = reference
            each = {kind: dictionary(found) for kind, found in groups.items()}
            self._named[names] = self.add(dictionary(each))
        self._pages.append((size, zlib.compress(content, LEVEL), self._named[names], key))

    def drawing(self) -> Drawing:
        """All that was put in; equal input gives equal bytes."""
        bodies = [pdfdoc.format(value, self._numbers, toplevel=1) for value in self._values]
        pages = [
            Leaf((0.0, 0.0, *size), content, reference.format(self._numbers), key=key)
            for size, content, reference, key in self._pages
        ]
        return Drawing([*self._before, *bodies], pages)
