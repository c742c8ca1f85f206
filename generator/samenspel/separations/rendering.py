"""Pages to pixels, by PDFium: no colour management, since only device grey and RGB are in them."""

from __future__ import annotations

import pypdfium2
from PIL import Image

from samenspel.units import MM_PER_POINT


def render(pdf: bytes, pixels_per_mm: float, *, smooth: bool = True) -> list[Image.Image]:
    """Every page as an RGB picture on white. ``smooth`` turns on anti-aliasing."""
    found = []
    scale = pixels_per_mm * MM_PER_POINT
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
