"""Info and XMP are both there, say PDF/X-4 and agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from xml.etree import ElementTree

from samenspel.preflight.check import Check, Problem
from samenspel.preflight.document import Document
from samenspel.preflight.expectation import Expectation
from samenspel.preflight.values import entry

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
NEEDED = ("xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass")
TEXTS = {"/Title": "dc:title", "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer"}
DATES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}


def _run(document: Document, _: Expectation) -> Iterator[Problem]:
    stream = entry(document.root, "/Metadata")
    if stream is None:
        yield Problem("the file has no XMP metadata")
        return
    try:
        packet = ElementTree.fromstring(stream.read_bytes())
    except ElementTree.ParseError as error:
        yield Problem(f"the XMP metadata cannot be read: {error}")
        return
    version = _value(packet, "pdfxid:GTS_PDFXVersion")
    if version != "PDF/X-4":
        yield Problem(f'the XMP metadata says "{version}" where it should say PDF/X-4')
    for key in NEEDED:
        if not _value(packet, key):
            yield Problem(f"the XMP metadata has no {key}")
    info = document.pdf.docinfo
    for entry_key, key in (TEXTS | DATES).items():
        stated, told = str(info.get(entry_key, "")), _value(packet, key)
        same = _same_moment(stated, told) if entry_key in DATES else stated == told
        if not stated or not same:
            yield Problem(f'{entry_key[1:]} is "{stated}" in Info and "{told}" in XMP')


def _value(packet: ElementTree.Element, key: str) -> str:
    """A property as text, whether it stands as an element, an array's item or an attribute."""
    prefix, name = key.split(":")
    tag = f"{{{SPACES[prefix]}}}{name}"
    for element in packet.iter():
        if element.tag == tag:
            item = element.find(".//rdf:li", SPACES)
            return ((element if item is None else item).text or "").strip()
        if tag in element.attrib:
            return element.attrib[tag]
    return ""


def _same_moment(pdf: str, xmp: str) -> bool:
    """``D:20260102030405+01'00'`` against ISO 8601."""
    digits = re.fullmatch(r"D:(\d{14})(?:(Z)|([+-])(\d\d)'(\d\d)'?)", pdf)
    if digits is None:
        return False
    zone = f"{digits[3]}{digits[4]}{digits[5]}" if digits[3] else "+0000"
    try:
        moment = datetime.strptime(digits[1] + zone, "%Y%m%d%H%M%S%z")
        return moment == datetime.fromisoformat(xmp)
    except (ValueError, TypeError):
        return False


CHECK = Check(
    id="metadata",
    title="Info and XMP are both there, say PDF/X-4 and agree",
    rationale=(
        "Two titles or dates make an archive doubt which one is true, and PDF/X-4 is "
        "declared in the XMP."
    ),
    remedy="finish the file with its metadata",
    source="PDF/X-4 (ISO 15930-7, second-hand)",
    run=_run,
)
