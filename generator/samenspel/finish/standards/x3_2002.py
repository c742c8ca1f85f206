"""PDF/X-3:2002 (ISO 15930-3): PDF 1.3, so without metadata streams and document language.

It would allow colour by ICC profiles; we build CMYK alone, which it allows as well. Info declares
it by GTS_PDFXVersion; there is no GTS_PDFXConformance in it.
"""

from __future__ import annotations

from samenspel.finish.standards.faults import old_file_faults
from samenspel.finish.standards.standard import Standard

NAME = "PDF/X-3:2002"

STANDARD = Standard(
    name=NAME,
    version="1.3",
    source="ISO 15930-3, as secondary sources tell it",
    info={"/GTS_PDFXVersion": NAME},
    packet=False,
    newer=frozenset({"/Lang", "/Metadata", "/MarkInfo", "/ViewerPreferences"}),
    faults=old_file_faults,
)
