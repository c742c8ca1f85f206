"""The finished document, ready for a print shop: built to PRINT.md's rules for PDF/X-4."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Dictionary, Name, String

from samenspel.finish.boxes import set_boxes
from samenspel.finish.intent import set_intent
from samenspel.finish.metadata import Metadata, info_entries, xmp_packet
from samenspel.finish.tidy import drop_proc_sets, name_subsets, store_once
from samenspel.model.style import Press

VERSION = "1.6"
"""The PDF version that PDF/X-4 is built on."""

SCREEN_KEYS = ("/Outlines", "/PageMode", "/PageLayout", "/OpenAction", "/AA", "/Version")
"""Catalog entries that only concern a screen, or that would contradict the file's header."""


def finish(
    pdf: bytes,
    *,
    press: Press,
    profile: bytes,
    trim_inset: float,
    bleed_inset: float = 0,
    metadata: Metadata,
) -> bytes:
    """Boxes, output intent, Info and XMP; the same input gives the same bytes.

    ``trim_inset`` and ``bleed_inset`` are mm from each page's MediaBox to its TrimBox and BleedBox:
    the bleed and 0 for single cards, 0 and 0 for sheets. ``profile`` is the ICC profile's bytes;
    ``ContentError`` when it is not a CMYK printer profile. Nothing that is painted is changed, and
    streams that are compressed already are left alone.
    """
    if not 0 <= bleed_inset <= trim_inset:
        raise ValueError(f"trim {trim_inset} must lie inside bleed {bleed_inset}, that in the page")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            set_boxes(page, trim_inset, bleed_inset)
        for key in SCREEN_KEYS:
            if key in document.Root:
                del document.Root[key]
        drop_proc_sets(document)
        store_once(document)
        name_subsets(document)
        set_intent(document, press, profile)
        _describe(document, metadata, pdf)
        return _bytes(document)


def _describe(document: pikepdf.Pdf, metadata: Metadata, content: bytes) -> None:
    """Info and XMP, the document's language, and the title in the window's bar."""
    info = Dictionary({key: String(text) for key, text in info_entries(metadata).items()})
    info.Trapped = Name("/False")
    document.trailer.Info = document.make_indirect(info)
    stream = document.make_stream(xmp_packet(metadata, content))
    stream.Type = Name.Metadata
    stream.Subtype = Name.XML
    document.Root.Metadata = stream
    document.Root.Lang = String(metadata.language)
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _bytes(document: pikepdf.Pdf) -> bytes:
    if "/ID" in document.trailer:
        del document.trailer["/ID"]  # qpdf would keep its first half, which names another file
    out = io.BytesIO()
    document.save(
        out,
        force_version=VERSION,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=False,
        deterministic_id=True,
    )
    return out.getvalue()
