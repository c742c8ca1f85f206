"""Pages to pixels, by PDFium: no colour management, since only device grey and RGB are in them."""

from __future__ import annotations

import pypdfium2
from PIL import Image

from samenspel.pdf.limits import DamagedError
from samenspel.units import MM_PER_POINT


class UndrawableError(DamagedError):
    """PDFium cannot draw a page."""


def render(pdf: bytes, pixels_per_mm: float, *, smooth: bool = True) -> list[Image.Image]:
    """Every page as an RGB picture on white. ``smooth`` turns on anti-aliasing.

    Raises UndrawableError.
    """
    try:
        return _rendered(pdf, pixels_per_mm * MM_PER_POINT, smooth=smooth)
    except pypdfium2.PdfiumError as error:
        raise UndrawableError(str(error)) from error


def _rendered(pdf: bytes, scale: float, *, smooth: bool) -> list[Image.Image]:
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for index in range(len(document)):
            page = document[index]
            bitmap = page.render(
                scale=scale,
                may_draw_forms=False,
                draw_annots=False,
                no_smoothtext=not smooth,
                no_smoothimage=not smooth,
                no_smoothpath=not smooth,
            )
            found.append(bitmap.to_pil().convert("RGB"))
            bitmap.close()
            page.close()
    return found
