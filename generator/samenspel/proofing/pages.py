"""A page of any file as a picture on a screen, with the boxes that it states."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pypdfium2
from PIL import Image

from samenspel.units import to_mm

Box = tuple[float, float, float, float]
"""Left, top, width, height in mm from the page's top left corner."""

LONGEST = 1100
"""Pixels of a picture's longer side."""
QUALITY = 82


@dataclass(frozen=True, slots=True)
class PagePicture:
    """The whole page (its MediaBox, unturned) as a picture."""

    width: float
    """In mm."""
    height: float
    """In mm."""
    webp: bytes
    """The picture's bytes."""
    trim: Box | None = None
    """In mm from the page's top left corner, where the file states it."""
    bleed: Box | None = None
    """Likewise."""


def page_picture(pdf: bytes, number: int, longest: int = LONGEST) -> PagePicture:
    """A page (from 1) as PDFium shows it. Raises ValueError when it cannot.

    PDFium may break down on a damaged file; draw a stranger's in a process of its own.
    """
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            media = _prepared(document[number - 1])
            return _drawn(document[number - 1], media, longest)
    except (pypdfium2.PdfiumError, IndexError, OSError, MemoryError) as error:
        raise ValueError(f"page {number} cannot be drawn: {error}") from error


def _prepared(page: pypdfium2.PdfPage) -> Box:
    """Make the page show all of its MediaBox, unturned; the change counts once it is read again."""
    media: Box = page.get_mediabox()
    page.set_cropbox(*media)
    page.set_rotation(0)
    page.close()
    return media


def _drawn(page: pypdfium2.PdfPage, media: Box, longest: int) -> PagePicture:
    width, height = page.get_size()
    scale = longest / max(width, height, 1)
    bitmap = page.render(scale=scale, may_draw_forms=False)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=QUALITY, method=4)
    return PagePicture(
        to_mm(width),
        to_mm(height),
        out.getvalue(),
        _placed(page.get_trimbox(fallback_ok=False), media),
        _placed(page.get_bleedbox(fallback_ok=False), media),
    )


def _placed(box: Box | None, media: Box) -> Box | None:
    """A box of PDF's (left, bottom, right, top, in points) from the page's top left corner."""
    if box is None:
        return None
    left, bottom, right, top = box
    sides = left - media[0], media[3] - top, right - left, top - bottom
    x, y, width, height = map(to_mm, sides)
    return x, y, width, height
