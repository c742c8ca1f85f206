"""Pages to pixels, by PDFium: no colour management, since only device grey and RGB are in them."""

from __future__ import annotations

import math

import pypdfium2
from PIL import Image

from samenspel.pdf.limits import DamagedError
from samenspel.units import MM_PER_POINT


class UndrawableError(DamagedError):
    """PDFium cannot draw a page."""


Rows = tuple[int, int]
"""The first row of pixels from above, and the first that is not wanted any more."""


def render(
    pdf: bytes, pixels_per_mm: float, *, smooth: bool = True, rows: Rows | None = None
) -> list[Image.Image]:
    """Every page as an RGB picture on white. ``smooth`` turns on anti-aliasing.

    With ``rows`` only these, as they are in the whole picture. Raises UndrawableError.
    """
    try:
        return _rendered(pdf, pixels_per_mm * MM_PER_POINT, smooth=smooth, rows=rows)
    except pypdfium2.PdfiumError as error:
        raise UndrawableError(str(error)) from error


def _rendered(
    pdf: bytes, scale: float, *, smooth: bool, rows: Rows | None
) -> list[Image.Image]:
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for index in range(len(document)):
            page = document[index]
            bitmap = page.render(
                scale=scale,
                crop=_around(rows, math.ceil(page.get_height() * scale), scale),
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


def _around(rows: Rows | None, height: int, scale: float) -> tuple[float, float, float, float]:
    """What is cut off at the left, below, at the right and above, in points.

    PDFium's wrapper takes it up to whole pixels, so half a pixel less comes to just the rows.
    """
    first, end = rows or (0, height)
    below, above = (max(pixels - 0.5, 0.0) / scale for pixels in (height - end, first))
    return 0.0, below, 0.0, above
