"""Which standard a file says it follows, and what that standard allows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree

import pikepdf

from samenspel.pdf.limits import MAX_METADATA, content
from samenspel.pdf.values import entry
from samenspel.saying import say

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfx": "http://ns.adobe.com/pdfx/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}

NO_XMP = "the file has no XMP metadata"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a standard asks for."""

    version: str
    """The newest PDF that it is written in."""
    live: bool = False
    """Transparency, layers and compressed objects are allowed."""
    embedded: bool = False
    """The profile must be in the file."""
    xmp: bool = False
    """The claim stands in the XMP and not in Info."""


STANDARDS = {
    "PDF/X-1a:2001": Rules("1.3"),
    "PDF/X-1a:2003": Rules("1.4"),
    "PDF/X-3:2002": Rules("1.3"),
    "PDF/X-3:2003": Rules("1.4"),
    "PDF/X-4": Rules("1.6", live=True, embedded=True, xmp=True),
}
"""Source: ISO 15930 parts 1, 3, 4, 6 and 7 (second-hand)."""


class Claims:
    """What the file's metadata say."""

    def __init__(
        self, info: pikepdf.Object, packet: ElementTree.Element | None, fault: str
    ) -> None:
        """``packet`` is the XMP, ``None`` when there is none or it cannot be read (``fault``)."""
        self.info, self.packet, self.fault = info, packet, fault

    @cached_property
    def standard(self) -> str:
        """The standard by name, or an empty text. X-1 names its level in a second entry."""
        if claimed := self.xmp("pdfxid:GTS_PDFXVersion"):
            return claimed
        version, level = self.entry("GTS_PDFXVersion"), self.entry("GTS_PDFXConformance")
        return level or version

    @property
    def pdf_ua(self) -> str:
        """Which part of PDF/UA it claims; empty for none."""
        return self.xmp("pdfuaid:part")

    @property
    def title(self) -> str:
        """The title in the XMP."""
        return self.xmp("dc:title")

    @property
    def rules(self) -> Rules | None:
        """What it allows, where it is a known one."""
        return STANDARDS.get(self.standard)

    def entry(self, key: str) -> str:
        """An entry of Info as text."""
        return str(self.info.get(f"/{key}", ""))

    def xmp(self, key: str) -> str:
        """An XMP property as text: an element, an array's item or an attribute."""
        prefix, name = key.split(":")
        tag = f"{{{SPACES[prefix]}}}{name}"
        for element in self.packet.iter() if self.packet is not None else ():
            if element.tag == tag:
                item = element.find(".//rdf:li", SPACES)
                return ((element if item is None else item).text or "").strip()
            if tag in element.attrib:
                return element.attrib[tag]
        return ""


def claims(pdf: pikepdf.Pdf) -> Claims:
    """What a file says of itself. Info is looked at without being made."""
    info = entry(pdf.trailer, "/Info")
    held = info if isinstance(info, pikepdf.Dictionary) else pikepdf.Dictionary()
    stream = entry(pdf.Root, "/Metadata")
    if not isinstance(stream, pikepdf.Stream):
        return Claims(held, None, NO_XMP)
    try:
        return Claims(held, ElementTree.fromstring(content(stream, MAX_METADATA)), "")
    except (ElementTree.ParseError, pikepdf.PdfError, ValueError, LookupError) as error:
        fault = say("the XMP metadata cannot be read: {error}", error=str(error))
        return Claims(held, None, fault)
