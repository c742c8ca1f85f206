"""PDF/X-4 (ISO 15930-7): PDF 1.6, declared in the XMP packet alone."""

from __future__ import annotations

from samenspel.finish.standards.faults import common_faults
from samenspel.finish.standards.standard import Standard

STANDARD = Standard(
    name="PDF/X-4",
    version="1.6",
    source="ISO 15930-7, as secondary sources tell it",
    xmp={"pdfxid:GTS_PDFXVersion": "PDF/X-4"},
    compact=True,
    tagged=True,
    profile_version=4,
    faults=common_faults,
)
