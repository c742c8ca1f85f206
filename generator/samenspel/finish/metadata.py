"""Who made the file, when, and of what: the Info dictionary and the XMP packet, in agreement.

Keys and namespaces: XMP (ISO 16684-1), PDF/X-4 (ISO 15930-7, as far as secondary sources tell it).
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape  # xml.sax.saxutils would bring urllib and ssl along

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://samenspel.example/finish")
"""The name space of our document ids; it only has to stay the same for ever."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself."""

    title: str
    """The document's title."""
    created: datetime
    """An aware moment, written in whole seconds. The caller gives it: same input, same bytes."""
    subject: str = ""
    """What it is about."""
    creator: str = "samenspel"
    """The program that the maker works with."""
    keywords: str = ""
    """The deck's edition code."""
    language: str = "nl"
    """A BCP 47 tag (``nl``)."""
    author: str = ""
    """Who wrote the deck."""
    producer: str = "samenspel"
    """The program that made the PDF."""

    def __post_init__(self) -> None:
        """Refuse what would make the file break PDF/X."""
        if self.created.tzinfo is None:
            raise ValueError("the moment of creation needs a time zone")
        if not self.title:
            raise ValueError("PDF/X asks for a title")


def info_entries(metadata: Metadata) -> dict[str, str]:
    """The Info dictionary's text strings; ``/Trapped`` is a name and set elsewhere."""
    date = pdf_date(metadata.created)
    entries = {
        "/Title": metadata.title,
        "/Author": metadata.author,
        "/Subject": metadata.subject,
        "/Keywords": metadata.keywords,
        "/Creator": metadata.creator,
        "/Producer": metadata.producer,
        "/CreationDate": date,
        "/ModDate": date,
    }
    return {key: value for key, value in entries.items() if value}


def pdf_date(moment: datetime) -> str:
    """``D:20260102030405+01'00'`` (ISO 32000-1, 7.9.4)."""
    zone = moment.strftime("%z")
    return moment.strftime("D:%Y%m%d%H%M%S") + f"{zone[:3]}'{zone[3:5]}'"


def xmp_date(moment: datetime) -> str:
    """The same moment as ISO 8601, as XMP asks."""
    return moment.isoformat(timespec="seconds")


def identifiers(content: bytes) -> tuple[str, str]:
    """DocumentID and InstanceID: UUID version 5 of the content's hash, so nothing is random."""
    digest = hashlib.sha256(content).hexdigest()
    return (
        f"uuid:{uuid.uuid5(NAMESPACE, 'document ' + digest)}",
        f"uuid:{uuid.uuid5(NAMESPACE, 'instance ' + digest)}",
    )


def xmp_packet(metadata: Metadata, content: bytes, marks: Mapping[str, str]) -> bytes:
    """The packet for the catalog's Metadata. ``content`` is what the identifiers are made from.

    ``marks`` are the standard's own properties.
    """
    document, instance = identifiers(content)
    date = xmp_date(metadata.created)
    simple = {
        **marks,
        "pdf:Producer": metadata.producer,
        "pdf:Keywords": metadata.keywords,
        "pdf:Trapped": "False",
        "xmp:CreatorTool": metadata.creator,
        "xmp:CreateDate": date,
        "xmp:ModifyDate": date,
        "xmp:MetadataDate": date,
        "xmpMM:DocumentID": document,
        "xmpMM:InstanceID": instance,
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "dc:format": "application/pdf",
    }
    properties = {key: escape(text, quote=False) for key, text in simple.items() if text}
    lines = [f"   <{key}>{text}</{key}>" for key, text in properties.items()]
    lines += _array("dc:title", "Alt", metadata.title)
    lines += _array("dc:description", "Alt", metadata.subject)
    lines += _array("dc:creator", "Seq", metadata.author)
    lines += _array("dc:language", "Bag", metadata.language)
    return _PACKET.format(properties="\n".join(lines)).encode("utf-8")


def _array(key: str, kind: str, text: str) -> list[str]:
    if not text:
        return []
    attribute = ' xml:lang="x-default"' if kind == "Alt" else ""
    item = f"<rdf:li{attribute}>{escape(text, quote=False)}</rdf:li>"
    return [f"   <{key}><rdf:{kind}>{item}</rdf:{kind}></{key}>"]


_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/"
    xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
{properties}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""
