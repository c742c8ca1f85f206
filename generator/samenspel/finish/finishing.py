"""The finished document, ready for a print shop: built to the standard that its press asks for."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import pikepdf
from pikepdf import Dictionary, Name, String

from samenspel.finish.blending import set_groups
from samenspel.finish.boxes import set_boxes
from samenspel.finish.intent import set_intent
from samenspel.finish.layers import list_layers
from samenspel.finish.metadata import Metadata, info_entries, xmp_packet
from samenspel.finish.standards import STANDARDS, Standard
from samenspel.finish.standards.faults import Part, any_see_through, parts_of
from samenspel.finish.structure import PDF_UA, set_structure
from samenspel.finish.tidy import drop_proc_sets, name_subsets, store_once
from samenspel.model.style import Press
from samenspel.model.writing import is_right_to_left
from samenspel.tagging import Outline

SCREEN_KEYS = (
    "/Outlines", "/PageMode", "/PageLayout", "/OpenAction", "/AA", "/AcroForm", "/Names",
    "/Version",
)  # fmt: skip
"""Catalog entries that only concern a screen (actions, forms, attachments, which PDF/X forbids), or
that would contradict the file's header."""


def finish(
    pdf: bytes,
    *,
    press: Press,
    profile: bytes,
    trim_inset: float,
    bleed_inset: float = 0,
    metadata: Metadata,
    outline: Outline | None = None,
) -> bytes:
    """Boxes, output intent, Info and XMP after ``press.standard``; same input, same bytes.

    ``trim_inset`` and ``bleed_inset`` are mm from each page's MediaBox to its TrimBox and BleedBox:
    the bleed and 0 for single cards, 0 and 0 for sheets. ``profile`` is the ICC profile's bytes;
    ``ContentError`` when it is not a CMYK printer profile that the standard takes. Nothing that is
    painted is changed, and streams that are compressed already are left alone; ``ValueError`` (a
    bug in the caller) when a page holds what the standard forbids. With an ``outline`` of its
    marked pages the file is PDF/UA-1 as well, where the standard lets it.
    """
    if not 0 <= bleed_inset <= trim_inset:
        raise ValueError(f"trim {trim_inset}, bleed {bleed_inset}: trim, bleed and page must nest")
    standard = STANDARDS[press.standard]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for page in document.pages:
            set_boxes(page, trim_inset, bleed_inset)
        for key in SCREEN_KEYS:
            if key in document.Root:
                del document.Root[key]
        store_once(document)
        parts = list(parts_of(document))  # walked once, for all that looks at everything
        drop_proc_sets(parts)
        name_subsets(parts)
        list_layers(document)
        set_intent(document, press, profile, standard)
        if standard.compact and any_see_through(parts):
            set_groups(document)
        marks = dict(standard.xmp)
        if outline is not None and standard.tagged:
            set_structure(document, outline)
            marks |= PDF_UA
        _describe(document, metadata, pdf, standard, marks)
        _refuse(parts, standard)
        return _bytes(document, standard)


def _describe(
    document: pikepdf.Pdf,
    metadata: Metadata,
    content: bytes,
    standard: Standard,
    marks: Mapping[str, str],
) -> None:
    """Info and XMP, the document's language, and the title in the window's bar."""
    entries = {**info_entries(metadata), **standard.info}
    info = Dictionary({key: String(text) for key, text in entries.items()})
    info.Trapped = Name("/False")
    document.trailer.Info = document.make_indirect(info)
    document.Root.Lang = String(metadata.language)
    document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if is_right_to_left(metadata.language):  # for who sees two pages beside each other
        document.Root.ViewerPreferences.Direction = Name.R2L
    if standard.packet:
        stream = document.make_stream(xmp_packet(metadata, content, marks))
        stream.Type = Name.Metadata
        stream.Subtype = Name.XML
        document.Root.Metadata = stream
    for key in standard.newer & set(document.Root.keys()):
        del document.Root[key]


def _refuse(parts: Sequence[Part], standard: Standard) -> None:
    faults = standard.faults(parts)
    if faults:
        raise ValueError(f"{standard.name} allows no {'; no '.join(faults)}")


def _bytes(document: pikepdf.Pdf, standard: Standard) -> bytes:
    if "/ID" in document.trailer:
        del document.trailer["/ID"]  # qpdf would keep its first half, which names another file
    out = io.BytesIO()
    streams = pikepdf.ObjectStreamMode
    document.save(
        out,
        force_version=standard.version,
        fix_metadata_version=False,
        object_stream_mode=streams.generate if standard.compact else streams.disable,
        compress_streams=True,
        recompress_flate=False,
        deterministic_id=True,
    )
    return out.getvalue()
