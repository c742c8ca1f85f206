"""The document that is being written: objects put in once, called by the names of resources."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

LEVEL = 6
name = pdfdoc.PDFName
dictionary = pdfdoc.PDFDictionary
array = pdfdoc.PDFArray
string = pdfdoc.PDFString


class _Page(pdfdoc.PDFPage):  # type: ignore[misc]
    """A page that a structure tree may know by a number."""

    __NoDefault__ = (*pdfdoc.PDFPage.__NoDefault__, "StructParents")


class Objects:
    """reportlab's document objects, which go in as they are and come out numbered and in order."""

    def __init__(self) -> None:
        self._document = pdfdoc.PDFDocument(compression=1, invariant=1, pdfVersion=(1, 6))
        self._document.info.creator = self._document.info.title = "samenspel"
        self._document.info.producer = "samenspel"
        self._document.Outlines = self._document._catalog.Outlines = None
        self._resources: dict[str, tuple[str, Any]] = {}

    def add(self, value: Any) -> Any:
        """The reference to an object of the document."""
        return self._document.Reference(value)

    def stream(self, entries: Mapping[str, Any], packed: bytes, coding: str = "FlateDecode") -> Any:
        """The reference to a stream that is compressed already."""
        self._document.updateSignature(packed)
        return self.add(pdfdoc.PDFStream(dictionary({**entries, "Filter": name(coding)}), packed))

    def raw(self, entries: Mapping[str, Any], data: bytes) -> Any:
        """The reference to a stream whose entries say how it is packed."""
        self._document.updateSignature(data)
        stream = pdfdoc.PDFStream(dictionary(entries), data, filters=[])
        return self.add(stream)

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

    def resource(self, called: str) -> Any:
        """The object that pages call by a name."""
        _, reference = self._resources[called]
        return reference

    def page(
        self, width: str, height: str, content: bytes, used: Iterable[str], key: int | None = None
    ) -> None:
        """A page with the resources that it uses, and no others. Sizes in points.

        ``key`` is what a structure tree finds the page's marks by.
        """
        page = _Page()
        page.StructParents = key
        page.MediaBox = array(["0", "0", width, height])
        groups: dict[str, Any] = {}
        for called in sorted(used):
            kind, reference = self._resources[called]
            groups.setdefault(kind, {})[called] = reference
        page.Resources = dictionary({kind: dictionary(each) for kind, each in groups.items()})
        page.Contents = self.stream({}, zlib.compress(content, LEVEL))
        self._document.inPage()
        self._document.addPage(page)

    def bytes(self) -> bytes:
        """The whole document; equal input gives equal bytes."""
        document = self._document
        document.info.invariant = 1
        document.info.digest(document.signature)
        document.Reference(document.Catalog)
        document.Reference(document.info)
        return bytes(document.format())
