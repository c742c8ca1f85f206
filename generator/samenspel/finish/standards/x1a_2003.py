"""PDF/X-1a:2003 (ISO 15930-4): PDF 1.4 without its transparency.

The Info dictionary declares it by GTS_PDFXVersion alone; GTS_PDFXConformance belongs to
PDF/X-1a:2001, where GTS_PDFXVersion says PDF/X-1:2001. The XMP packet repeats Info's own keys in
Adobe's name space for them.
"""

from __future__ import annotations

from samenspel.finish.standards.faults import old_file_faults
from samenspel.finish.standards.standard import Standard

NAME = "PDF/X-1a:2003"

STANDARD = Standard(
    name=NAME,
    version="1.4",
    source="ISO 15930-4, as secondary sources tell it",
    info={"/GTS_PDFXVersion": NAME},
    xmp={"pdfx:GTS_PDFXVersion": NAME},
    faults=old_file_faults,
)
